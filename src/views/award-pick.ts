import type { ModalView } from '@slack/types'
import type { ShownStory } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { button, withButton } from './controls.ts'
import { shortNames } from './digest-parts.ts'
import { actions, blockAbout } from './ids.ts'
import { lines, plain, words } from './kit.ts'
import type { Look } from './look.ts'

/** `/wow prize`: the latest stories without a prize. Each button opens the form on top. */
export function awardPick(stories: readonly ShownStory[], look: Look): ModalView {
  const { w } = look
  return {
    type: 'modal',
    title: plain(w.awardPick.title, 24),
    close: plain(w.awardPick.close, 24),
    blocks: [
      ...lines([words(w.awardPick.intro)]),
      ...stories.map((story) =>
        withButton(
          `${shortNames(story, w)}, ${w.day(story.toldOn)}: ${excerpt(story.words, 160)}`,
          button(`🎁 ${w.award.button}`, actions.prizeAward, story.id),
          blockAbout('story', story.id),
        ),
      ),
    ],
  }
}
