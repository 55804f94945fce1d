/** Whether counts agree with their ballots, and what rounds wait for. */
import { createClock } from '../../clock.ts'
import { addTo } from '../../domain/time.ts'
import { areCountsSealed } from '../../store/counts.ts'
import { findDueRound, listOpenRounds } from '../../store/round-lists.ts'
import type { Reader } from '../../store/store.ts'
import { verifyCounts } from '../../usecases/round-verifying.ts'
import { w } from '../answer.ts'
import type { Read } from './database.ts'
import { type Finding, fine, note, wrong } from './finding.ts'

const s = w.doctor.rounds

const clock = createClock()

export async function checkRounds(readers: readonly Read[]): Promise<readonly Finding[]> {
  const found = await Promise.all(readers.map(({ read }) => read(check)))
  return found.flat()
}

async function check(reader: Reader): Promise<Finding[]> {
  const seal = (await areCountsSealed(reader)) ? [] : [wrong(s.unsealed, s.unsealedTodo)]
  const odd = (await verifyCounts(reader)).filter(({ problems }) => problems.length > 0).length
  const overdue = (await findDueRound(reader, addTo(clock.civil(), { hours: -1 }))) ? 1 : 0
  const waiting = (await listOpenRounds(reader, ['short', 'tied'])).length
  const problems = [
    ...seal,
    ...(odd > 0 ? [wrong(s.wrong(odd), s.wrongTodo)] : []),
    ...(overdue > 0 ? [wrong(s.overdue(overdue), s.overdueTodo)] : []),
  ]
  return [
    ...(problems.length > 0 ? problems : [fine(s.fine)]),
    ...(waiting > 0 ? [note(s.waits(waiting))] : []),
  ]
}
