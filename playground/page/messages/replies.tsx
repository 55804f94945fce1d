import type { ShownMessage } from '../../server/page-api/shapes.ts'
import { useNav } from '../live/nav.ts'
import { useMe } from '../live/people.ts'
import { sayDayAndTime } from '../time/civil.ts'
import { Avatar } from '../ui/avatar.tsx'

/** The way into a thread. */
export function Replies({ message }: { message: ShownMessage }) {
  const nav = useNav()
  const { tz } = useMe()
  const { replies, ts } = message
  if (!replies) return null
  return (
    <button type="button" className="replies" onClick={() => nav.openThread(ts)}>
      {replies.users.slice(0, 4).map((id) => (
        <Avatar key={id} id={id} size="s" />
      ))}
      <strong>
        {replies.count} {replies.count === 1 ? 'reply' : 'replies'}
      </strong>
      <span className="faint">Last reply {sayDayAndTime(replies.latest, tz)}</span>
    </button>
  )
}
