import type { Message } from './types.ts'

/** The messages of one channel, found by ts at once and walked in order. */
export type Timeline = {
  add(message: Message): void
  get(ts: string): Message | undefined
  remove(ts: string): void
  /** Everything, oldest first. */
  all(): Message[]
  /** What the channel shows: no replies, but those sent to the channel too. */
  top(): Message[]
  /** The replies under a message, oldest first. */
  replies(ts: string): Message[]
}

export function createTimeline(): Timeline {
  const byTs = new Map<string, Message>()
  const top: Message[] = []
  const threads = new Map<string, Message[]>()
  return {
    add(message) {
      byTs.set(message.ts, message)
      const thread = threadOf(message)
      if (thread === undefined || message.reply_broadcast) top.push(message)
      if (thread !== undefined) {
        const replies = threads.get(thread)
        if (replies) replies.push(message)
        else threads.set(thread, [message])
      }
    },
    get: (ts) => byTs.get(ts),
    remove(ts) {
      const message = byTs.get(ts)
      if (message === undefined) return
      byTs.delete(ts)
      cut(top, message)
      cut(threads.get(message.thread_ts ?? ''), message)
    },
    all: () => [...byTs.values()],
    top: () => top,
    replies: (ts) => threads.get(ts) ?? [],
  }
}

/** The parent of a reply; a parent carries its own ts as thread_ts once somebody replied. */
const threadOf = (message: Message): string | undefined =>
  message.thread_ts === message.ts ? undefined : message.thread_ts

function cut(list: Message[] | undefined, message: Message): void {
  const at = list?.indexOf(message) ?? -1
  if (at >= 0) list?.splice(at, 1)
}
