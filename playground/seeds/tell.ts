import type { Past } from '../demo/start.ts'
import { actsIn } from './acts.ts'
import { letterMoments } from './letter-moments.ts'
import { beginning, momentsOf } from './moments.ts'
import { roundMoments } from './rounds.ts'
import { weeks } from './weeks.ts'

export { setUpLetters } from './letter-acts.ts'
export { setUp } from './set-up.ts'

/**
 * Eight weeks and the week of the visit as they would have been, all of it through the app's front door: set up by Dave,
 * told in the form, cheered, answered; digests and boards come by themselves as the clock passes. `now` is the Thursday
 * at which a visitor comes in.
 */
export const eightWeeks = (now: number): Past => ({
  from: beginning(weeks, now),
  async tell({ slack, clock, mailbox }) {
    const acts = actsIn(slack, clock)
    const stories = momentsOf(weeks, now, acts)
    const letters = letterMoments(now, { slack, mailbox, cheer: acts.cheer })
    for (const { at, chat, happens } of [
      ...stories,
      ...letters,
      ...roundMoments(now, slack, acts.putAway),
    ].sort((a, b) => a.at - b.at)) {
      if (chat) clock.jumpTo(at)
      else await clock.set(at)
      await happens()
    }
  },
})
