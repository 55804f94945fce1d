import type { ShownMessage } from '../../server/page-api/shapes.ts'
import { useSeen } from '../live/store.ts'

/** How many messages by others a place has that this person has not read. */
export function useUnread(): (channel: string | undefined) => number {
  const messages = useSeen((state) => state.messages)
  const read = useSeen((state) => state.read)
  const me = useSeen((state) => state.me)
  return (channel) => {
    if (channel === undefined) return 0
    const isNew = (message: ShownMessage) =>
      message.ts > (read[channel] ?? '') &&
      message.user !== me &&
      (message.thread === null || message.broadcast)
    return (messages[channel] ?? []).filter(isNew).length
  }
}
