/** What is kept only for a while. */
import { addTo, type Instant } from '../domain/time.ts'
import { deleteSettledBefore } from '../store/deliveries.ts'
import { deleteDraftsBefore } from '../store/drafts.ts'
import { deleteHandledBefore } from '../store/handled.ts'
import { deleteParkedBefore } from '../store/inbox.ts'
import { deleteJobRunsBefore } from '../store/job-runs.ts'
import { forgetDismissedBefore } from '../store/praises.ts'
import type { Tx } from '../store/store.ts'
import { deleteGroupsBefore } from '../store/waiting-praises.ts'
import { forgetRequests } from './captures.ts'

/** Every day: old keys, drafts, parked reactions, runs, and deliveries that were said. Failed ones stay. */
export async function prune(tx: Tx): Promise<void> {
  const daysAgo = (days: number, from: Instant) => addTo(from, { days: -days })
  await deleteHandledBefore(tx, daysAgo(7, tx.realNow))
  await deleteParkedBefore(tx, daysAgo(2, tx.realNow))
  await deleteSettledBefore(tx, daysAgo(90, tx.realNow))
  await deleteDraftsBefore(tx, daysAgo(1, tx.now))
  await forgetDismissedBefore(tx, daysAgo(30, tx.now))
  await forgetRequests(tx, daysAgo(14, tx.now))
  await deleteGroupsBefore(tx, daysAgo(400, tx.now))
  await deleteJobRunsBefore(tx, daysAgo(400, tx.now))
}
