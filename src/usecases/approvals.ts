/** Awards above the threshold: approved or declined by somebody else, remembered, and lapsed when nobody decides. */
import { type Award, LAPSES_AFTER_DAYS } from '../domain/award.ts'
import { addWorkingDays } from '../domain/calendar.ts'
import { readText } from '../domain/field.ts'
import { type EntryKind, moves } from '../domain/ledger.ts'
import { countryOf } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import type { ShownAward } from '../domain/shown-prizes.ts'
import { addTo, dayOf, type Instant, instantAt, timeOf } from '../domain/time.ts'
import { listAwardIdsIn } from '../store/award-lists.ts'
import { listAwards, updateAwardGiven, updateShares } from '../store/awards.ts'
import { insertEntries, listEntries } from '../store/ledger.ts'
import { listNames } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { tellOfAward, tellOfDecision } from './award-notes.ts'
import { getAward, showAwards } from './award-showing.ts'
import { deliver } from './deliveries.ts'
import { giveBackToShelf } from './handing-over.ts'
import { type Actor, look, type Plaudit, perform } from './plaudit.ts'
import { listApprovers, requireApprover } from './prize-people.ts'

/** Who decides is reminded every so many working days. */
const REMIND_AFTER_WORKING_DAYS = 2

/** In code points. */
const declineLimits = { min: 3, max: 500 }

/** Throws `forbidden` (see `requireApprover`), and `conflict` when it was settled already: see `settledProblem`. */
export const approveAward = (app: Plaudit, actor: Actor, awardId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const award = await getAward(tx, awardId)
    await requireApprover(tx, by, award)
    await settle(tx, award, 'approved', { by: by.id })
    await updateAwardGiven(tx, awardId)
    await tellOfAward(tx, await getAward(tx, awardId))
    await tellOfDecision(tx, award, 'approved')
  })

/** As `approveAward`, with the reason that the manager reads: Problems on `reason`. */
export const declineAward = (
  app: Plaudit,
  actor: Actor,
  awardId: string,
  reason: string | undefined,
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const award = await getAward(tx, awardId)
    await requireApprover(tx, by, award)
    const problems: Problem[] = []
    const note = readText(reason, declineLimits, problems, { field: 'reason', country: countryOf(by) })
    throwAny(problems)
    await settle(tx, award, 'declined', { by: by.id, note })
    await tellOfDecision(tx, award, 'declined')
  })

/** One award, for the form that asks why it is declined. Throws as `declineAward` does. */
export const showAwardToDecide = (app: Plaudit, actor: Actor, awardId: string): Promise<ShownAward> =>
  look(app, actor, async (reader, by) => {
    const award = await getAward(reader, awardId)
    await requireApprover(reader, by, award)
    if (!isWaiting(award)) throw await settledProblem(reader, awardId)
    const [shown] = await showAwards(reader, [awardId])
    if (!shown) throw new Problem('not_found', 'award.not-found')
    return shown
  })

const isWaiting = ({ shares }: Award): boolean => shares.some(({ state }) => state === 'waiting')

/** Every hour: what nobody decided about for two weeks gives the budget back what it reserved. */
export async function lapseAwards(tx: Tx): Promise<void> {
  const before = addTo(tx.now, { days: -LAPSES_AFTER_DAYS })
  for (const award of await listAwards(tx, await listAwardIdsIn(tx, 'waiting', { before }))) {
    await settle(tx, award, 'lapsed', { by: undefined })
    await tellOfDecision(tx, award, 'lapsed')
  }
}

/** Every hour: who can decide about an award is reminded of it after every second working day. */
export async function remindApprovers(tx: Tx): Promise<void> {
  for (const award of await listAwards(tx, await listAwardIdsIn(tx, 'waiting'))) {
    const times = await remindersDue(tx, award.awardedAt)
    if (times === 0) continue
    for (const { id } of await listApprovers(tx, award)) {
      const key = `award reminder ${award.id} ${id} ${times}`
      await deliver(tx, {
        kind: 'award.reminder',
        subjectId: award.id,
        args: { why: 'waiting' },
        lane: id,
        key,
      })
    }
  }
}

/** How many reminders are due by now, on the working days and at the time of day of the award. */
async function remindersDue(reader: Tx, awardedAt: Instant): Promise<number> {
  const { zone, workingDays } = await getSettings(reader)
  const on = dayOf(awardedAt, zone)
  const at = timeOf(awardedAt, zone)
  const isDue = (times: number) =>
    instantAt(addWorkingDays(on, times * REMIND_AFTER_WORKING_DAYS, workingDays), at, zone) <= reader.now
  let times = 0
  while (times < LAPSES_AFTER_DAYS && isDue(times + 1)) times += 1
  return times
}

/** Moves what waits, once: of two who decide at the same moment the second is told what the first decided. */
async function settle(
  tx: Tx,
  award: Award,
  entry: 'approved' | 'declined' | 'lapsed',
  { by, note }: { by: string | undefined; note?: string | undefined },
): Promise<void> {
  const moved = await updateShares(tx, award.id, moves[entry])
  if (moved.length === 0) throw await settledProblem(tx, award.id)
  await insertEntries(tx, award, moved, { entry, by, note })
  if (entry !== 'approved') await giveBackToShelf(tx, award, moved.length)
}

/** What became of it: `award.already-approved {name}`, `…-declined {name}`, `…-lapsed` or `…-cancelled {name}`. */
async function settledProblem(reader: Reader, awardId: string): Promise<Problem> {
  const entries = await listEntries(reader, [awardId])
  // One share may have been cancelled before somebody decided about the others.
  const decisive: readonly EntryKind[] = ['approved', 'declined', 'lapsed']
  const entry =
    entries.find((one) => decisive.includes(one.entry)) ?? entries.find((one) => one.entry === 'cancelled')
  const by = entry?.enteredBy ?? ''
  const { name } = (await listNames(reader, [by]))(by)
  return new Problem('conflict', `award.already-${entry?.entry ?? 'approved'}`, undefined, { name })
}
