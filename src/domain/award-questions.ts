import type { Award, Share } from './award.ts'
import type { Person } from './person.ts'
import type { Story } from './story.ts'

/** What is worth asking before it is sent: none of it is forbidden. */
export type AwardQuestion =
  | { readonly ask: 'left-out'; readonly personIds: readonly string[] }
  | { readonly ask: 'again'; readonly personIds: readonly string[] }
  | { readonly ask: 'masked' }

/**
 * What the manager is asked before the award is made: whether champions who get none shall get none, since everybody
 * will see it; whether somebody shall get the same prize for the same story a second time, as far as the manager may
 * know: what another one gave privately is told to nobody; and whether the reason is right with what had to be hidden in it.
 */
export function questionsAbout(
  award: Award,
  {
    story,
    people,
    awardedBefore,
    typed,
  }: {
    story: Story
    people: ReadonlyMap<string, Person>
    awardedBefore: readonly Award[]
    typed: string
  },
): AwardQuestion[] {
  const personIds = award.shares.map((share) => share.personId)
  const couldGet = (id: string) => id !== award.givenBy && people.get(id)?.leftAt === undefined
  const leftOut = story.championIds.filter((id) => couldGet(id) && !personIds.includes(id))
  const known = awardedBefore.filter((before) => !before.isPrivate || before.givenBy === award.givenBy)
  const again = personIds.filter((id) =>
    known.some(
      (before) => before.prize.id === award.prize.id && before.shares.some((share) => isHeld(share, id)),
    ),
  )
  return [
    ...(leftOut.length > 0 && !award.isPrivate ? [{ ask: 'left-out', personIds: leftOut } as const] : []),
    ...(again.length > 0 ? [{ ask: 'again', personIds: again } as const] : []),
    ...(award.reason !== typed ? [{ ask: 'masked' } as const] : []),
  ]
}

const isHeld = ({ personId, state }: Share, id: string): boolean =>
  personId === id && (state === 'waiting' || state === 'open' || state === 'fulfilled')
