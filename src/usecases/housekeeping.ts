/** What is kept only for a while. */
import { v7 as newId } from 'uuid'
import { addTo, type Instant } from '../domain/time.ts'
import { deleteAsksBefore } from '../store/capture-asks.ts'
import { deleteSettledBefore } from '../store/deliveries.ts'
import { deleteDraftsBefore } from '../store/drafts.ts'
import { deleteHandledBefore } from '../store/handled.ts'
import { deleteParkedBefore, insertEvents } from '../store/inbox.ts'
import { deleteJobRunsBefore } from '../store/job-runs.ts'
import { forgetDismissedBefore } from '../store/praises.ts'
import type { Tx } from '../store/store.ts'
import { deleteGroupsBefore } from '../store/waiting-praises.ts'
import { forgetRequests } from './captures.ts'
import { forgetSpentSecrets } from './spent-secrets.ts'

/** Every day: old keys, drafts, parked reactions, runs, and deliveries that were said. Failed ones stay. */
export async function prune(tx: Tx): Promise<void> {
  await deleteDraftsBefore(tx, daysAgo(1, tx.now))
  await forgetDismissedBefore(tx, daysAgo(30, tx.now))
  await forgetRequests(tx, daysAgo(14, tx.now))
  await deleteGroupsBefore(tx, daysAgo(400, tx.now))
  await forgetSpentSecrets(tx)
  await deleteJobRunsBefore(tx, daysAgo(400, tx.now))
  await pruneMany(tx)
}

/** How much of each one transaction forgets: it takes some hundredths of a second, and the process stands still for it. */
const AT_ONCE = 100

/** What there may be a hundred thousand of: some now, and the others are an event to act on next. */
export async function pruneMany(tx: Tx): Promise<void> {
  const forgotten = [
    await deleteHandledBefore(tx, daysAgo(7, tx.realNow), AT_ONCE),
    await deleteParkedBefore(tx, daysAgo(2, tx.realNow), AT_ONCE),
    await deleteSettledBefore(tx, daysAgo(90, tx.realNow), AT_ONCE),
    await deleteAsksBefore(tx, daysAgo(90, tx.realNow), AT_ONCE),
  ]
  if (Math.max(...forgotten) === AT_ONCE)
    await insertEvents(tx, [{ eventId: `rest ${newId()}`, heard: { what: 'rest', of: 'housekeeping' } }])
}

const daysAgo = (days: number, from: Instant): Instant => addTo(from, { days: -days })
