import type { ShownMessage } from '../../server/page-api/shapes.ts'
import { act } from '../live/act.ts'
import { useSeen } from '../live/store.ts'

/** Adds the person's emoji to a message, or takes it away. */
export function useReact({ channel, ts, reactions }: ShownMessage): (name: string) => void {
  const me = useSeen((state) => state.me)
  return (name) => {
    const mine = reactions.some((entry) => entry.name === name && entry.users.includes(me))
    void act({ do: mine ? 'unreact' : 'react', channel, ts, name })
  }
}
