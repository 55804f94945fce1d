/** Who got what, why, from whom, and what became of it: for payroll and HR. */
import { setImmediate } from 'node:timers/promises'
import type { Award, Share } from '../domain/award.ts'
import { addDays } from '../domain/calendar.ts'
import type { Entry, EntryKind } from '../domain/ledger.ts'
import {
  type AwardedShare,
  type DaySpan,
  type Deed,
  monthToExport,
  readSpan,
  type TypedSpan,
} from '../domain/prize-export.ts'
import type { Named } from '../domain/shown.ts'
import { dayOf } from '../domain/time.ts'
import { listAwardIdsOn } from '../store/award-lists.ts'
import { listAwards } from '../store/awards.ts'
import { listEntries } from '../store/ledger.ts'
import { parts } from '../store/parts.ts'
import { listNames } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { type HideAuthor, hidingAuthors } from './hidden-authors.ts'
import { type Actor, look, type Plaudit, requireHost } from './plaudit.ts'

export type PrizeExport = { readonly span: DaySpan; readonly shares: readonly AwardedShare[] }

/** The form that asks for it offers a month. Throws `forbidden` for who is no host. */
export const showPrizeExport = (app: Plaudit, actor: Actor): Promise<DaySpan> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    return monthToExport(await todayIn(app, reader))
  })

/**
 * What was awarded on these days, oldest first: also what is private, and what came to nothing. Throws `forbidden` for
 * who is no host, and Problems on `from` and `to` (see `readSpan`).
 */
export const exportPrizes = (app: Plaudit, actor: Actor, typed: TypedSpan): Promise<PrizeExport> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    return exportFrom(app, reader, typed)
  })

/** How much that is: before it is read. Throws as `exportPrizes` does. */
export const countPrizes = (
  app: Plaudit,
  actor: Actor,
  typed: TypedSpan,
): Promise<{ span: DaySpan; awards: number }> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    const span = readSpan(typed, await todayIn(app, reader))
    return { span, awards: (await listAwardIdsOn(reader, daysOf(span))).length }
  })

/** The same for whoever runs commands on the machine. */
export const exportPrizesAsOperator = (app: Plaudit, typed: TypedSpan): Promise<PrizeExport> =>
  app.store.read((reader) => exportFrom(app, reader, typed))

async function exportFrom(app: Plaudit, reader: Reader, typed: TypedSpan): Promise<PrizeExport> {
  const span = readSpan(typed, await todayIn(app, reader))
  return { span, shares: await listShares(reader, span) }
}

async function todayIn({ clock }: Plaudit, reader: Reader): Promise<string> {
  return dayOf(clock.civil(), (await getSettings(reader)).zone)
}

const daysOf = ({ firstOn, lastOn }: DaySpan) => ({ fromOn: firstOn, toOn: addDays(lastOn, 1) })

/** How many awards are read in one go: everybody stands still for it. */
const AT_ONCE = 100

/** A long span is read in parts, and between them everybody else has their turn: nobody waits for an export. */
async function listShares(reader: Reader, span: DaySpan): Promise<AwardedShare[]> {
  const shares: AwardedShare[] = []
  for (const ids of parts(await listAwardIdsOn(reader, daysOf(span)), AT_ONCE)) {
    shares.push(...(await sharesOf(reader, ids)))
    await setImmediate()
  }
  return shares
}

async function sharesOf(reader: Reader, ids: readonly string[]): Promise<AwardedShare[]> {
  const awards = await listAwards(reader, ids)
  const entries = Map.groupBy(await listEntries(reader, ids), ({ awardId }) => awardId)
  const nameOf = await listNames(reader, [
    ...awards.flatMap(({ givenBy, shares }) => [givenBy, ...shares.map(({ personId }) => personId)]),
    ...[...entries.values()].flat().flatMap(({ enteredBy }) => enteredBy ?? []),
  ])
  const hideAuthor = await hidingAuthors(
    reader,
    awards.flatMap(({ storyId }) => storyId ?? []),
  )
  return awards.flatMap((award) =>
    award.shares.map((share) => shareOf(award, share, entries.get(award.id) ?? [], { nameOf, hideAuthor })),
  )
}

function shareOf(
  award: Award,
  { personId, moneyMinor, halfDays, state }: Share,
  entries: readonly Entry[],
  { nameOf, hideAuthor }: { readonly nameOf: (id: string) => Named; readonly hideAuthor: HideAuthor },
): AwardedShare {
  const deed = (kind: EntryKind): Deed | undefined => {
    const found = entries.find(({ personId: id, entry }) => id === personId && entry === kind)
    if (!found) return undefined
    const { enteredAt, enteredBy } = found
    const note = found.note && hideAuthor(award.storyId ?? '', found.note)
    return { at: enteredAt, note, by: enteredBy === undefined ? undefined : nameOf(enteredBy) }
  }
  const { id: awardId, awardedOn, awardedAt, storyId, roundId, prize, isPrivate } = award
  const reason = hideAuthor(storyId ?? '', award.reason)
  return {
    ...{ awardId, awardedOn, awardedAt, storyId, roundId, prize, isPrivate, reason },
    person: nameOf(personId),
    manager: nameOf(award.givenBy),
    isShared: award.split === 'shared',
    ...{ moneyMinor, halfDays, state },
    approved: deed('approved'),
    declined: deed('declined'),
    fulfilled: deed('fulfilled'),
    cancelled: deed('cancelled'),
    lapsed: deed('lapsed'),
  }
}
