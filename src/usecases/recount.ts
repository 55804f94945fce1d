/**
 * Counting everything anew, by the days of the zone as it is now: when the zone changed, or somebody asks for it. A step is
 * a transaction of its own, a week or a period at most; what is told and cheered between two of them is counted as ever.
 */
import { setImmediate } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { type BoardView, boardViews } from '../domain/board.ts'
import {
  addDays,
  nextPeriodStart,
  type Period,
  periodStart,
  previousPeriodStart,
} from '../domain/calendar.ts'
import type { RecountStep } from '../domain/heard.ts'
import { type Day, dayOf, instantAt, type Window, type Zone } from '../domain/time.ts'
import { insertEvents } from '../store/inbox.ts'
import {
  type Count,
  deleteCountsOutside,
  findCountedSpan,
  listCountsAt,
  listCountsFrom,
  replaceCounts,
  updateToldOn,
} from '../store/recount.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import type { Plaudit } from './plaudit.ts'

/** Days first, for all that counts follows them; quarters and years are sums of months. */
const phases: readonly RecountStep['phase'][] = ['told', 'month', 'week', 'quarter', 'year']

/** Counts everything anew. @returns how many numbers were not as they should be */
export async function rebuildBoards(app: Plaudit): Promise<number> {
  let wrong = 0
  for (let step: RecountStep | undefined = {}; step; ) {
    const done: Recounted = await app.store.write((tx) => recount(tx, step ?? {}))
    wrong += done.wrong
    step = done.next
  }
  return wrong
}

/** The zone changed: the boards follow, one event after the other. */
export const recountSoon = (tx: Tx, step: RecountStep = {}): Promise<void> =>
  insertEvents(tx, [{ eventId: `rest ${newId()}`, heard: { what: 'rest', of: 'counts', ...step } }])

export async function recountOn(tx: Tx, step: RecountStep): Promise<void> {
  const { next } = await recount(tx, step)
  if (next) await recountSoon(tx, next)
}

type Recounted = { readonly wrong: number; readonly next?: RecountStep }

/** One step, the latest days of a phase first. @returns how many numbers were wrong, and the step that follows */
export async function recount(tx: Tx, { phase = 'told', on }: RecountStep): Promise<Recounted> {
  const { zone } = await getSettings(tx)
  const days = await daysOf(tx, zone)
  const period = phase === 'told' ? 'week' : phase
  const at = on ?? periodStart(period, days.last)
  const wrong = phase === 'told' ? await retell(tx, at, zone) : await recountPeriod(tx, phase, at, zone)
  const before = previousPeriodStart(period, at)
  if (before >= periodStart(period, days.first)) return { wrong, next: { phase, on: before } }
  const outside = phase === 'told' ? 0 : await clearOutside(tx, phase, days)
  const next = phases[phases.indexOf(phase) + 1]
  return { wrong: wrong + outside, ...(next ? { next: { phase: next } } : {}) }
}

/** The days that anything may count on, in this zone or another. */
async function daysOf(tx: Tx, zone: Zone): Promise<{ first: Day; last: Day }> {
  const span = (await findCountedSpan(tx)) ?? { first: tx.now, last: tx.now }
  return { first: addDays(dayOf(span.first, zone), -2), last: addDays(dayOf(span.last, zone), 2) }
}

/** What was told on the days of this week says so. */
async function retell(tx: Tx, week: Day, zone: Zone): Promise<number> {
  for (const day of daysFrom(week, nextPeriodStart('week', week)))
    await updateToldOn(tx, day, windowOf(day, zone))
  return 0
}

async function recountPeriod(tx: Tx, period: Period, startsOn: Day, zone: Zone): Promise<number> {
  let wrong = 0
  for (const view of boardViews) {
    const place = { view, period, startsOn }
    const should = await countFrom(partsOf(period, startsOn), (part) =>
      period === 'week' || period === 'month'
        ? listCountsFrom(tx, view, windowOf(part, zone))
        : listCountsAt(tx, { view, period: 'month', startsOn: part }),
    )
    const are = new Map((await listCountsAt(tx, place)).map((one) => [one.personId, one]))
    const gone = [...are.keys()].filter((personId) => !should.has(personId))
    const all = [...should.values(), ...gone.map((personId) => ({ personId, count: 0, cheers: 0 }))]
    const changed = all.filter((one) => !isSame(one, are.get(one.personId)))
    await replaceCounts(tx, place, changed)
    wrong += changed.length
  }
  return wrong
}

const isSame = (a: Count, b: Count | undefined): boolean =>
  a.count === (b?.count ?? 0) && a.cheers === (b?.cheers ?? 0)

/** Sums it part by part. Between them the process has its turn: only who writes waits for the whole. */
async function countFrom(
  parts: readonly Day[],
  ask: (part: Day) => Promise<Count[]>,
): Promise<Map<string, Count>> {
  const sums = new Map<string, Count>()
  for (const part of parts) {
    for (const { personId, count, cheers } of await ask(part)) {
      const sum = sums.get(personId)
      sums.set(personId, { personId, count: (sum?.count ?? 0) + count, cheers: (sum?.cheers ?? 0) + cheers })
    }
    await setImmediate()
  }
  return sums
}

/** The days of a week or month, the months of a quarter or year. */
function partsOf(period: Period, startsOn: Day): Day[] {
  const end = nextPeriodStart(period, startsOn)
  if (period === 'week' || period === 'month') return daysFrom(startsOn, end)
  const months: Day[] = []
  for (let month = startsOn; month < end; month = nextPeriodStart('month', month)) months.push(month)
  return months
}

function daysFrom(first: Day, end: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day < end; day = addDays(day, 1)) days.push(day)
  return days
}

const windowOf = (day: Day, zone: Zone): Window => ({
  from: instantAt(day, '00:00', zone),
  to: instantAt(addDays(day, 1), '00:00', zone),
})

async function clearOutside(tx: Tx, period: Period, days: { first: Day; last: Day }): Promise<number> {
  const span = { first: periodStart(period, days.first), last: periodStart(period, days.last) }
  const clear = (view: BoardView) => deleteCountsOutside(tx, { view, period }, span)
  let cleared = 0
  for (const view of boardViews) cleared += await clear(view)
  return cleared
}
