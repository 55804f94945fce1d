/** In doubt, look first: whether a delivery was said already, by the id that every post carries. */
import type { WebClient } from '@slack/web-api'
import type { Address, Delivery } from '../domain/delivery.ts'
import { toMs } from '../domain/time.ts'

export const METADATA_TYPE = 'plaudit_delivery'
/** Slack's clock and ours may differ. */
const MARGIN_MS = 5 * 60_000

type Place = { readonly channel: string; readonly threadTs?: string }
type Said = {
  readonly ts?: string
  readonly files?: { readonly id?: string }[]
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object }
}

/** The post that carries the delivery's id, if there is one. Throws what the calls throw. */
export function findSaid(
  web: WebClient,
  place: Place,
  delivery: Delivery,
  sinceMs: number,
): Promise<Address | undefined> {
  return find(web, place, sinceMs, ({ metadata }) => {
    const { delivery_id } = (metadata?.event_payload ?? {}) as { delivery_id?: unknown }
    return metadata?.event_type === METADATA_TYPE && delivery_id === delivery.id
  })
}

/** The post that shares the file, if there is one. */
export function findShared(
  web: WebClient,
  place: Place,
  fileId: string,
  sinceMs: number,
): Promise<Address | undefined> {
  return find(web, place, sinceMs, ({ files }) => files?.some(({ id }) => id === fileId) ?? false)
}

async function find(
  web: WebClient,
  { channel, threadTs }: Place,
  sinceMs: number,
  isIt: (said: Said) => boolean,
): Promise<Address | undefined> {
  const oldest = String((sinceMs - MARGIN_MS) / 1000)
  const common = { channel, oldest, include_all_metadata: true, limit: 200 }
  let cursor: string | undefined
  do {
    const page = threadTs
      ? await web.conversations.replies({ ...common, ts: threadTs, ...(cursor ? { cursor } : {}) })
      : await web.conversations.history({ ...common, ...(cursor ? { cursor } : {}) })
    const found = ((page.messages ?? []) as Said[]).find(isIt)
    if (found?.ts) return { channel, ts: found.ts }
    cursor = page.response_metadata?.next_cursor || undefined
  } while (cursor)
  return undefined
}

/** Since when a delivery may have been said, by the earlier of the two clocks: in tests Slack's goes by civil time. */
export const sinceOf = (delivery: Delivery, realNow: string, civilNow: string): number => {
  const age = toMs(realNow) - toMs(delivery.createdAt)
  return Math.min(toMs(realNow), toMs(civilNow)) - age
}
