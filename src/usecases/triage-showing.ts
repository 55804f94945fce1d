/** What the triage channel sees of praise: what it is, whom it names, what became of it. */

import type { Person } from '../domain/person.ts'
import { marks } from '../domain/private-data.ts'
import { Problem } from '../domain/problem.ts'
import type { PraisePage, ShownPraise, ShownPraises } from '../domain/shown-praise.ts'
import { dayOf } from '../domain/time.ts'
import { listNames } from '../store/people.ts'
import { listPostsAbout } from '../store/posts.ts'
import { listPraises, type StoredPraise } from '../store/praises.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { countWaiting, findGroupCount, listWaiting, listWaitingInGroup } from '../store/waiting-praises.ts'
import { type Actor, authorityOf, look, type Plaudit } from './plaudit.ts'

const PAGE = 10
const FIRST = 5

/** Hosts, and who is in the triage channel. Throws a `forbidden` Problem. */
export async function requireTriager(reader: Reader, person: Person, actor: Actor): Promise<void> {
  if (actor.inTriageChannel || (await authorityOf(reader, person)).mayRun) return
  throw new Problem('forbidden', 'praise.triage-only')
}

export async function showPraise(reader: Reader, id: string): Promise<ShownPraise | undefined> {
  return (await showPraises(reader, [id]))[0]
}

/** In the order of the ids. What was never celebrated is not shown. */
export async function showPraises(reader: Reader, ids: readonly string[]): Promise<ShownPraise[]> {
  const praises = await listPraises(reader, ids)
  const { zone } = await getSettings(reader)
  const nameOf = await listNames(reader, praises.flatMap(peopleOf))
  const shared = praises.flatMap(({ share }) => (share ? [share.storyId] : []))
  const cards = shared.length > 0 ? await listPostsAbout(reader, shared, ['story.card']) : []
  return praises.map(({ id, sourceName, arrivedAt, praise, recipients, share, dismissal }): ShownPraise => {
    const { customerName, customerCompany, via, receivedOn, reference, url, rating } = praise ?? {}
    const card = share && cards.find(({ subjectId }) => subjectId === share.storyId)
    return {
      id,
      sourceName,
      receivedOn: receivedOn ?? dayOf(arrivedAt, zone),
      ...(praise ? { words: praise.words } : {}),
      ...(customerName ? { customerName } : {}),
      ...(customerCompany ? { customerCompany } : {}),
      ...(via ? { via } : {}),
      ...(reference ? { reference } : {}),
      ...(url ? { url } : {}),
      ...(rating === undefined ? {} : { rating }),
      people: recipients.flatMap(({ personId }) => (personId ? [nameOf(personId)] : [])),
      others: recipients.flatMap(({ given }) => (given ? [given.includes('@') ? marks.email : given] : [])),
      ...(share
        ? { settled: { what: 'shared' as const, by: nameOf(share.by), ...(card ? { card } : {}) } }
        : {}),
      ...(dismissal
        ? {
            settled: {
              what: 'dismissed' as const,
              by: nameOf(dismissal.by),
              ...(dismissal.reason ? { reason: dismissal.reason } : {}),
            },
          }
        : {}),
    }
  })
}

const peopleOf = ({ recipients, share, dismissal }: StoredPraise): string[] => [
  ...recipients.flatMap(({ personId }) => personId ?? []),
  ...(share ? [share.by] : []),
  ...(dismissal ? [dismissal.by] : []),
]

export async function showGroup(reader: Reader, groupId: string): Promise<ShownPraises | undefined> {
  const count = await findGroupCount(reader, groupId)
  if (count === undefined) return undefined
  const { count: waiting, ids } = await listWaitingInGroup(reader, groupId, FIRST)
  return { count, waiting, first: await showPraises(reader, ids) }
}

/** What waits. Throws `forbidden` for who is neither host nor in the triage channel. */
export const showWaiting = (app: Plaudit, actor: Actor, asked = 0): Promise<PraisePage> =>
  look(app, actor, async (reader, by) => {
    await requireTriager(reader, by, actor)
    const { triageChannel } = await getSettings(reader)
    const { count: total } = await countWaiting(reader)
    const pages = Math.max(1, Math.ceil(total / PAGE))
    const page = Math.min(Math.max(0, asked), pages - 1)
    const ids = await listWaiting(reader, { offset: page * PAGE, limit: PAGE })
    const { mayRun } = await authorityOf(reader, by)
    const praises = await showPraises(reader, ids)
    return { praises, page, pages, total, mayRun, ...(triageChannel ? { triageChannel } : {}) }
  })
