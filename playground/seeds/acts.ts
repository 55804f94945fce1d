import { CELEBRATIONS } from '../demo/cast.ts'
import type { Message, PretendSlack } from '../server/index.ts'
import { compose } from '../server/page-api/compose.ts'
import { chooseForDigest } from './fridays.ts'
import { idOf, nextPost } from './front-door.ts'
import type { Acts } from './moments.ts'
import { awardPrize, fillShelf, handOverPrize } from './prizes.ts'
import { setUp } from './set-up.ts'
import type { Cheers, Story, Who } from './shapes.ts'
import { mendStory, openForm, tellStory } from './stories.ts'

const ROOMS = { general: 'CGENERAL', 'support-desk': 'CSUPPORT' } as const
const BUTTON = 'button'

/** What people do in this Slack, as they would at the keyboard. */
export function actsIn(slack: PretendSlack, clock: { now(): number }): Acts<Message> {
  const person = (who: Who) => slack.person(idOf(who))
  const says = (who: Who, channel: string, typed: string, thread?: string) => {
    const { text, blocks } = compose(slack, typed)
    return person(who).says(channel, text, { blocks, ...(thread !== undefined && { thread }) })
  }
  const prepared = new Set<Story>()
  /** Somebody who has a form open to be filled in later puts it away for something else. */
  const putAway = async (who: Who) => {
    await person(who).close({ all: true })
    for (const story of prepared) if (story.by === who) prepared.delete(story)
  }
  return {
    setUp: () => setUp(slack),
    putAway,
    async prepare(stories) {
      // A person has one form at a time.
      const first = stories.filter(({ by }, index) => index === stories.findIndex((one) => one.by === by))
      await Promise.all(first.map((story) => openForm(slack, story)))
      for (const story of first) prepared.add(story)
    },
    async tell(story) {
      if (!prepared.has(story)) await openForm(slack, story)
      return tellStory(slack, story, clock.now())
    },
    mend: (card, story, words) => mendStory(slack, card, { ...story, words }),
    remark: ({ in: room, by, says: typed }) => says(by, ROOMS[room], typed),
    cheer: (message, cheers) =>
      Promise.all(
        pairs(cheers).map(([emoji, who]) =>
          emoji === BUTTON ? person(who).press(message, 'story.cheer') : person(who).react(message, emoji),
        ),
      ),
    uncheer: (message, uncheers) =>
      Promise.all(uncheers.map(([emoji, who]) => person(who).unreact(message, emoji))),
    reply: ({ channel, ts }, by, typed) => says(by, channel, typed, ts),
    async fillShelf(shelf) {
      await putAway('dave')
      await fillShelf(slack, shelf)
    },
    async award(card, story, prize) {
      await putAway(prize.by)
      await awardPrize(slack, card, story, prize)
    },
    async handOver(prize) {
      await putAway('dave')
      await handOverPrize(slack, prize)
    },
    preview: (since, friday) => chooseForDigest(slack, since, friday),
    postedByItself: (since) => nextPost(slack, CELEBRATIONS, since, 'a digest or a board'),
  }
}

const pairs = (cheers: Cheers): [emoji: string, who: Who][] =>
  Object.entries(cheers).flatMap(([emoji, people]) => people.map((who): [string, Who] => [emoji, who]))
