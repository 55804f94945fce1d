/** Fills in what an award looks like to a reader: names, states, and what happened to each share. */
import { type Award, mayApprove, type Share } from '../domain/award.ts'
import type { Entry, EntryKind } from '../domain/ledger.ts'
import type { Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import type { Named } from '../domain/shown.ts'
import type { ShownAward, ShownEntry, ShownOccasion, ShownShare } from '../domain/shown-prizes.ts'
import { findAward, listAwards } from '../store/awards.ts'
import { listEntries } from '../store/ledger.ts'
import { listNames, listPeople } from '../store/people.ts'
import { listPostsAbout } from '../store/posts.ts'
import { listRounds } from '../store/rounds.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { listDeclinedIn } from '../store/stories.ts'
import { hidingAuthors } from './hidden-authors.ts'
import { listAllApprovers } from './prize-people.ts'
import { showStoriesById } from './showing.ts'

/** Throws `not_found`. */
export async function getAward(reader: Reader, id: string): Promise<Award> {
  const award = await findAward(reader, id)
  if (!award) throw new Problem('not_found', 'award.not-found')
  return award
}

export async function showAward(reader: Reader, id: string): Promise<ShownAward | undefined> {
  return (await showAwards(reader, [id]))[0]
}

/** In the order of the ids. */
export async function showAwards(reader: Reader, ids: readonly string[]): Promise<ShownAward[]> {
  const awards = await listAwards(reader, ids)
  if (awards.length === 0) return []
  const storyIds = [...new Set(awards.flatMap(({ storyId }) => storyId ?? []))]
  const rounds = await showOccasions(reader, awards)
  const stories = await showStoriesById(reader, storyIds)
  const declined = await listDeclinedIn(reader, storyIds)
  const hideAuthor = await hidingAuthors(reader, storyIds)
  const entries = Map.groupBy(await listEntries(reader, ids), ({ awardId }) => awardId)
  const posts = new Map(
    (await listPostsAbout(reader, ids, ['award.post'])).map((post) => [post.subjectId, post]),
  )
  const personIds = awards.flatMap(({ givenBy, shares }) => [
    givenBy,
    ...shares.map(({ personId }) => personId),
  ])
  const actorIds = [...entries.values()].flat().flatMap(({ enteredBy }) => enteredBy ?? [])
  const nameOf = await listNames(reader, [...personIds, ...actorIds])
  const people = await listPeople(reader, personIds)
  const { amountsPublic, nextSteps } = await getSettings(reader)
  const approvers = awards.some(isWaiting) ? await listAllApprovers(reader) : []

  const shown: ShownAward[] = []
  for (const award of awards) {
    const story = award.storyId === undefined ? undefined : stories.get(award.storyId)
    const round = award.roundId === undefined ? undefined : rounds.get(award.roundId)
    if (!story && !round) continue
    const context = {
      entries: entries.get(award.id) ?? [],
      declined: declined.get(award.storyId ?? '') ?? new Set<string>(),
      credited: new Set(
        story ? story.champions.map(({ id }) => id) : award.shares.map(({ personId }) => personId),
      ),
      people,
      nameOf,
      hide: (text: string) => (story ? hideAuthor(story.id, text) : text),
    }
    const post = posts.get(award.id)
    const { shares, givenBy, ...rest } = award
    shown.push({
      ...rest,
      reason: context.hide(award.reason),
      story,
      round,
      givenBy: nameOf(givenBy),
      shares: shares.map((share) => showShare(share, context)),
      amountsPublic,
      approvers: isWaiting(award) ? approvers.filter((person) => mayApprove(award, person)) : [],
      nextStep: nextSteps[award.prize.kind],
      post: post && { channel: post.channel, ts: post.ts },
    })
  }
  return shown
}

/** The rounds whose prizes these are, with where they were announced. */
async function showOccasions(reader: Reader, awards: readonly Award[]): Promise<Map<string, ShownOccasion>> {
  const ids = [...new Set(awards.flatMap(({ roundId }) => roundId ?? []))]
  const said = new Map(
    (await listPostsAbout(reader, ids, ['round.announced'])).map((post) => [post.subjectId, post]),
  )
  return new Map(
    (await listRounds(reader, ids)).map(({ id, title }) => {
      const post = said.get(id)
      return [id, { id, title, post: post && { channel: post.channel, ts: post.ts } }]
    }),
  )
}

const isWaiting = ({ shares }: Award): boolean => shares.some(({ state }) => state === 'waiting')

const ends: readonly EntryKind[] = ['declined', 'lapsed', 'fulfilled', 'cancelled']

function showShare(
  { personId, moneyMinor, halfDays, state }: Share,
  {
    entries,
    declined,
    credited,
    people,
    nameOf,
    hide,
  }: {
    entries: readonly Entry[]
    declined: ReadonlySet<string>
    credited: ReadonlySet<string>
    people: ReadonlyMap<string, Person>
    nameOf: (id: string) => Named
    hide: (text: string) => string
  },
): ShownShare {
  const own = entries.filter((entry) => entry.personId === personId)
  const show = (entry: Entry | undefined): ShownEntry | undefined =>
    entry && {
      at: entry.enteredAt,
      by: entry.enteredBy === undefined ? undefined : nameOf(entry.enteredBy),
      note: entry.note && hide(entry.note),
    }
  const isUnnamed = declined.has(personId)
  return {
    person: nameOf(personId),
    hasLeft: people.get(personId)?.leftAt !== undefined,
    isUnnamed,
    isUncredited: !isUnnamed && !credited.has(personId),
    moneyMinor,
    halfDays,
    state,
    approved: show(own.find(({ entry }) => entry === 'approved')),
    ended: show(own.find(({ entry }) => ends.includes(entry))),
  }
}
