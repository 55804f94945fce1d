import type { ShownStory } from '../domain/shown.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { championNames } from './story-parts.ts'

/** What became of a press on Cheer, or on Take it back. Champions and stories taken back are problems, see wording. */
export type CheerOutcome = 'cheered' | 'already' | 'taken-back'

/** The private answer to who pressed it. A second press offers to take the cheer back. */
export function cheerAnswer(outcome: CheerOutcome, story: ShownStory, look: Look): Message {
  const sentence = say(outcome, story, look)
  const takeBack = button(look.w.cheers.takeBack, actions.storyUncheer, story.id)
  return {
    text: spoken(sentence),
    blocks: [...lines([words(sentence)]), ...(outcome === 'already' ? [row([takeBack])] : [])],
  }
}

function say(outcome: CheerOutcome, story: ShownStory, look: Look): string {
  const { cheers } = look.w
  const names = championNames(story, look)
  switch (outcome) {
    case 'cheered':
      return cheers.cheered(names)
    case 'already':
      return cheers.already(names)
    case 'taken-back':
      return cheers.takenBack(names)
  }
}
