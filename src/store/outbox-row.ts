/** How a row of the outbox becomes a delivery. */
import type { Selectable } from 'kysely'
import type { Delivery, DeliveryKind } from '../domain/delivery.ts'
import type { Schema } from './schema.ts'

export function toDelivery(row: Selectable<Schema['deliveries']>): Delivery {
  return {
    id: row.id,
    kind: row.kind as DeliveryKind,
    subjectId: row.subject_id,
    args: JSON.parse(row.args) as Record<string, string>,
    lane: row.lane,
    attempts: row.attempts,
    doubt: row.doubt,
    createdAt: row.created_at,
    ...(row.thread_of ? { threadOf: row.thread_of } : {}),
    ...(row.post_id ? { postId: row.post_id } : {}),
    ...(row.doubted_at ? { doubtedAt: row.doubted_at } : {}),
    ...(row.lease_until ? { leaseUntil: row.lease_until } : {}),
  }
}
