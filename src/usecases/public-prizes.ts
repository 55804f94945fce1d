/** What everybody sees of the prizes of a story. */
import type { Award } from '../domain/award.ts'
import type { ShownPrize } from '../domain/shown.ts'
import { withoutName } from '../domain/text.ts'
import { listAwardsFor } from '../store/awards.ts'
import { listNames } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { listDeclinedIn } from '../store/stories.ts'
import { hidingAuthors } from './hidden-authors.ts'

/** By story: public awards that were given, and of those the people who keep their prize and are named in public. */
export async function showPublicPrizes(
  reader: Reader,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, ShownPrize[]>> {
  const awards = (await listAwardsFor(reader, storyIds)).flatMap((award) =>
    award.storyId !== undefined && !award.isPrivate && award.givenAt !== undefined ? [award] : [],
  )
  if (awards.length === 0) return new Map()
  const prizedIds = awards.map(({ storyId }) => storyId)
  const declined = await listDeclinedIn(reader, prizedIds)
  const hideAuthor = await hidingAuthors(reader, prizedIds)
  const nameOf = await listNames(reader, [
    ...awards.flatMap(({ givenBy, shares }) => [givenBy, ...shares.map(({ personId }) => personId)]),
    ...[...declined.values()].flatMap((ids) => [...ids]),
  ])
  const { amountsPublic } = await getSettings(reader)
  const shown = awards.flatMap((award) => {
    const unnamed = declined.get(award.storyId) ?? new Set<string>()
    const people = namedIn(award, unnamed).map(nameOf)
    if (people.length === 0) return []
    const { id: awardId, storyId, prize, split } = award
    // The manager's words may name a champion who does not want to be named, or a customer who may not be.
    const names = [...unnamed].map((id) => nameOf(id).name)
    const reason = names.reduce(withoutName, hideAuthor(storyId, award.reason))
    return [{ awardId, storyId, prize, split, people, reason, givenBy: nameOf(award.givenBy), amountsPublic }]
  })
  return Map.groupBy(shown, ({ storyId }) => storyId)
}

/** Who is named in public: who keeps their prize, and did not take their name off the story. */
function namedIn({ shares }: Award, declined: ReadonlySet<string>): string[] {
  return shares
    .filter(({ state, personId }) => (state === 'open' || state === 'fulfilled') && !declined.has(personId))
    .map(({ personId }) => personId)
}
