/** Whether the ledger of prizes is right, and what waits for people. */
import { createClock } from '../../clock.ts'
import { LAPSES_AFTER_DAYS } from '../../domain/award.ts'
import type { Limits, Used } from '../../domain/budget.ts'
import { addTo, dayOf } from '../../domain/time.ts'
import { listAwardIdsIn } from '../../store/award-lists.ts'
import { isLedgerSealed, listContradictions } from '../../store/ledger-audit.ts'
import { getSettings } from '../../store/settings.ts'
import type { Reader } from '../../store/store.ts'
import { showBudgets } from '../../usecases/budget-showing.ts'
import { w } from '../answer.ts'
import type { Read } from './database.ts'
import { type Finding, fine, note, wrong } from './finding.ts'

const s = w.doctor.prizes
/** As many as one can look into at once. */
const MOST_IDS = 5
/** Open for longer than this is worth a word. */
const OPEN_DAYS = 7
/** What waits is let lapse every hour: a day later it was forgotten. */
const LAPSE_DAYS = LAPSES_AFTER_DAYS + 1

const clock = createClock()

export async function checkPrizes(readers: readonly Read[]): Promise<readonly Finding[]> {
  const found = await Promise.all(readers.map(({ read }) => read(check)))
  return found.flat()
}

const check = async (reader: Reader): Promise<Finding[]> => [
  ...(await checkLedger(reader)),
  ...(await checkBudgets(reader)),
  ...(await checkAwards(reader)),
]

async function checkLedger(reader: Reader): Promise<Finding[]> {
  const seal = (await isLedgerSealed(reader)) ? [] : [wrong(s.unsealed, s.unsealedTodo)]
  const contradictions = Map.groupBy(await listContradictions(reader), ({ what }) => what)
  const findings = [...contradictions].map(([what, found]) => {
    const ids = found.map(({ awardId }) => awardId)
    return wrong(s.contradiction[what](ids.length), s.contradictionTodo(ids.slice(0, MOST_IDS), ids.length))
  })
  return findings.length + seal.length === 0 ? [fine(s.fine)] : [...seal, ...findings]
}

/** More than the limit is nothing wrong: a host may have lowered it since. */
async function checkBudgets(reader: Reader): Promise<Finding[]> {
  const settings = await getSettings(reader)
  const today = dayOf(clock.civil(), settings.zone)
  const { workspace, budgets } = await showBudgets(reader, today, settings)
  return [...(workspace ? [workspace] : []), ...budgets]
    .filter(({ limits, used }) => isExceeded(limits, used))
    .map(({ person }) => note(s.exceeded(person?.name, settings.budgetPeriod)))
}

const isExceeded = ({ moneyMinor, halfDays }: Limits, used: Used): boolean =>
  used.reservedMinor + used.spentMinor > (moneyMinor ?? Number.POSITIVE_INFINITY) ||
  used.reservedHalfDays + used.spentHalfDays > (halfDays ?? Number.POSITIVE_INFINITY)

async function checkAwards(reader: Reader): Promise<Finding[]> {
  const daysAgo = (days: number) => addTo(clock.civil(), { days: -days })
  const count = async (state: 'open' | 'waiting', before?: string) =>
    (await listAwardIdsIn(reader, state, { before, most: Number.MAX_SAFE_INTEGER })).length
  const [open, waiting] = [await count('open'), await count('waiting')]
  const [old, overdue] = [
    await count('open', daysAgo(OPEN_DAYS)),
    await count('waiting', daysAgo(LAPSE_DAYS)),
  ]
  return [
    ...(open > 0 ? [note(s.open(open), old > 0 ? s.openTodo(old, OPEN_DAYS) : undefined)] : []),
    ...(waiting > overdue ? [note(s.waiting(waiting - overdue))] : []),
    ...(overdue > 0 ? [wrong(s.overdue(overdue, LAPSES_AFTER_DAYS), s.overdueTodo)] : []),
  ]
}
