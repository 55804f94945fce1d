import { useState } from 'react'
import type { ShownEphemeral } from '../../server/page-api/shapes.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { Markup } from '../blocks/text.tsx'
import { SurfaceContext } from '../elements/surface.ts'
import { useMessageSurface } from '../elements/use-surface.ts'
import { useMe } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { sayTime } from '../time/civil.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icons.tsx'

/** What one person alone sees. */
export function Ephemeral({ ephemeral }: { ephemeral: ShownEphemeral }) {
  const [gone, setGone] = useState(false)
  const surface = useMessageSurface(ephemeral)
  const { tz } = useMe()
  const app = useSeen((state) => state.app)
  const from = ephemeral.from === 'app' ? app : { userId: 'USLACKBOT', name: 'Slackbot' }
  if (gone) return null
  return (
    <article
      className="message ephemeral"
      data-message={ephemeral.ts}
      aria-label={`${from.name}, only visible to you, ${sayTime(ephemeral.ts, tz)}`}
      tabIndex={-1}
    >
      <Avatar id={from.userId} />
      <div className="message-body">
        <p className="ephemeral-mark">
          <Icon name="eye" /> Only visible to you
        </p>
        <p className="message-head">
          <strong>{from.name}</strong>
          <span className="badge">App</span>
          <time>{sayTime(ephemeral.ts, tz)}</time>
        </p>
        <SurfaceContext value={surface}>
          {ephemeral.blocks.length > 0 ? (
            <Blocks blocks={ephemeral.blocks} />
          ) : (
            <Markup text={ephemeral.text} />
          )}
        </SurfaceContext>
        <button type="button" className="link" onClick={() => setGone(true)}>
          Dismiss message
        </button>
      </div>
    </article>
  )
}
