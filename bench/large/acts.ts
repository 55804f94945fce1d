/** What people do that is written down, in a large database. */
import type { HeardReaction } from '../../src/domain/heard.ts'
import { submitStory } from '../../src/usecases/drafts.ts'
import { createInbox, drainInbox } from '../../src/usecases/hearing.ts'
import { actions } from '../../src/views/ids.ts'
import type { Ask } from './asks.ts'
import type { Samples } from './samples.ts'
import { personId, ROOM, type Sizes } from './sizes.ts'
import type { World } from './world.ts'

/** How many events the drain takes at once. */
const BATCH = 500

export function acts({ app, presses }: World, { people }: Sizes, samples: Samples): Ask[] {
  const keep = createInbox(app)
  let events = 0
  let acted = 0
  const reaction = (nth: number): HeardReaction => ({
    what: 'reaction',
    personId: personId((nth * 13) % Math.min(people, 500)),
    emoji: `emoji_${nth % 50}`,
    isOn: true,
    on: { channel: ROOM, ts: samples.cards[nth % samples.cards.length]?.ts ?? '' },
    at: `1800000000.${String(nth).padStart(6, '0')}`,
  })
  const hear = () => {
    events += 1
    return keep({ eventId: `bench ${performance.timeOrigin} ${events}`, heard: reaction(events) })
  }
  const teller = (nth: number) => samples.people[nth % samples.people.length] ?? ''
  return [
    {
      what: 'a cheer by the button',
      goal: 20,
      do: () => {
        acted += 1
        const story = samples.stories[(acted * 7) % samples.stories.length] ?? ''
        return presses(personId(20 + (acted % Math.min(300, people - 20))), actions.storyCheer, story)
      },
    },
    {
      what: 'a story shared',
      goal: 20,
      do: (nth) => {
        acted += 1
        const key = `bench ${performance.timeOrigin} story ${acted}`
        const champion = personId(Math.min(people, 500) - 1 - (nth % 20))
        const words = 'Stayed two hours longer to find the lost part.'
        const input = { championIds: [champion], words, customerKind: 'customer' } as const
        return submitStory(app, { id: teller(nth), key }, { input })
      },
    },
    { what: 'an event kept', goal: 20, do: hear },
    {
      what: `${BATCH} reactions on as many cards, acted on`,
      do: async () => {
        while ((await drainInbox(app)) > 0);
        await Promise.all(Array.from({ length: BATCH }, hear))
        await drainInbox(app)
      },
    },
  ]
}
