/** Giving up aloud: what could not be said is told to the hosts, once a day for each cause. */
import type { Delivery } from '../domain/delivery.ts'
import { dayOf } from '../domain/time.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import { deliver } from './deliveries.ts'
import { listHosts } from './plaudit.ts'

/** A delivery failed for good. That a message to hosts itself failed is not told to hosts. */
export async function tellOfFailure(tx: Tx, delivery: Delivery, error: string): Promise<void> {
  if (delivery.kind === 'trouble') return
  const { id, kind, lane } = delivery
  await tellHosts(tx, `${lane} ${error}`, { what: 'delivery-failed', kind, error, lane, deliveryId: id })
}

/** A channel became unfit for celebrating in. */
export const tellOfChannel = (
  tx: Tx,
  what: 'channel-shared' | 'channel-lost',
  channel: string,
): Promise<void> => tellHosts(tx, `${what} ${channel}`, { what, channel })

async function tellHosts(tx: Tx, cause: string, args: Record<string, string>): Promise<void> {
  const today = dayOf(tx.now, (await getSettings(tx)).zone)
  for (const host of await listHosts(tx)) {
    const key = `trouble ${cause} ${today} ${host.id}`
    await deliver(tx, { kind: 'trouble', subjectId: cause, args, lane: host.id, key })
  }
}
