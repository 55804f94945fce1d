import { useState } from 'react'
import type { ShownMessage } from '../../server/page-api/shapes.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { Markup } from '../blocks/text.tsx'
import { SurfaceContext } from '../elements/surface.ts'
import { useMessageSurface } from '../elements/use-surface.ts'
import { useMe, useName } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { sayDayAndTime, sayTime } from '../time/civil.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Files } from './files.tsx'
import { MessageTools } from './message-tools.tsx'
import { Reactions } from './reactions.tsx'
import { Replies } from './replies.tsx'

export function Message({ message, inThread }: { message: ShownMessage; inThread: boolean }) {
  const [near, setNear] = useState(false)
  const surface = useMessageSurface(message)
  const { tz } = useMe()
  const name = useName(message.user)
  const isApp = useSeen(({ app }) => app.userId === message.user)
  return (
    <article
      className="message"
      data-message={message.ts}
      aria-label={`${name}, ${sayTime(message.ts, tz)}`}
      tabIndex={-1}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={({ currentTarget }) => setNear(currentTarget.contains(document.activeElement))}
      onFocus={() => setNear(true)}
      onBlur={({ currentTarget, relatedTarget }) =>
        setNear(currentTarget.contains(relatedTarget) || currentTarget.matches(':hover'))
      }
    >
      <Avatar id={message.user} />
      <div className="message-body">
        <p className="message-head">
          <strong>{name}</strong>
          {isApp && <span className="badge">App</span>}
          <time title={sayDayAndTime(message.ts, tz)}>{sayTime(message.ts, tz)}</time>
          {message.edited && <span className="faint">(edited)</span>}
        </p>
        {near && !message.deleted && <MessageTools message={message} inThread={inThread} />}
        <SurfaceContext value={surface}>
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            message.text !== '' && <Markup text={message.text} />
          )}
        </SurfaceContext>
        <Files files={message.files} />
        <Reactions message={message} />
        {!inThread && message.replies && <Replies message={message} />}
      </div>
    </article>
  )
}
