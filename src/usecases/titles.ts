/** Who became the champion of what. */
import type { ShownTitle } from '../domain/shown.ts'
import { dayOf, type Window } from '../domain/time.ts'
import { findChannel } from '../store/channels.ts'
import { listNames } from '../store/people.ts'
import { listPostsAbout } from '../store/posts.ts'
import { listRounds } from '../store/rounds.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { listTitles, listWinnersIn, type Winner } from '../store/winners.ts'

const MOST = 20

/** Those of one person, the latest first. */
export async function showTitlesOf(reader: Reader, personId: string): Promise<ShownTitle[]> {
  return showTitles(reader, await listTitles(reader, personId, MOST))
}

/** Those that were won in a window of time, oldest first; of a round in a private channel only its people read. */
export async function showTitlesIn(reader: Reader, window: Window): Promise<ShownTitle[]> {
  const winners = await listWinnersIn(reader, window)
  const rounds = await listRounds(reader, [...new Set(winners.map(({ roundId }) => roundId))])
  const { celebrationChannel } = await getSettings(reader)
  const open = new Set<string>()
  for (const { id, channel } of rounds)
    if (channel === celebrationChannel || !(await findChannel(reader, channel))?.isPrivate) open.add(id)
  return showTitles(
    reader,
    winners.filter(({ roundId }) => open.has(roundId)),
  )
}

/** A title for each round, in their order. */
async function showTitles(reader: Reader, winners: readonly Winner[]): Promise<ShownTitle[]> {
  if (winners.length === 0) return []
  const { zone } = await getSettings(reader)
  const rounds = Map.groupBy(winners, ({ roundId }) => roundId)
  const nameOf = await listNames(
    reader,
    winners.map(({ personId }) => personId),
  )
  const posts = await listPostsAbout(reader, [...rounds.keys()], ['round.announced'])
  return [...rounds].flatMap(([roundId, [first, ...others]]) => {
    if (!first) return []
    const post = posts.find(({ subjectId }) => subjectId === roundId)
    return {
      title: first.title,
      wonOn: dayOf(first.wonAt, zone),
      winners: [first, ...others].map(({ personId }) => nameOf(personId)),
      post: post && { channel: post.channel, ts: post.ts },
    }
  })
}
