import { useState } from 'react'
import { useSeen } from '../live/store.ts'
import { Icon } from '../ui/icons.tsx'
import { FaultToggles } from './fault-toggles.tsx'
import { WireRow } from './wire-row.tsx'

/** What Slack and the app say to each other, the latest first. */
export function WireDrawer({ close }: { close(): void }) {
  const lines = useSeen((state) => state.wire)
  const app = useSeen((state) => state.app.name)
  const connections = useSeen((state) => state.connections)
  const [onlyRefused, setOnlyRefused] = useState(false)
  const shown = lines.filter((line) => !onlyRefused || line.refused).toReversed()
  return (
    <section className="wire" aria-label={`What Slack and ${app} say to each other`}>
      <header className="wire-head">
        <h2>What Slack and {app} say to each other</h2>
        <p className={`link-state${connections === 0 ? ' lost' : ''}`} role="status">
          {connections === null ? 'over HTTP' : connections > 0 ? 'connected' : 'not connected'}
        </p>
        <button type="button" className="quiet" aria-label="Close" data-tip="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="wire-tools">
        <FaultToggles />
        <label className="choice">
          <input
            type="checkbox"
            checked={onlyRefused}
            onChange={({ target }) => setOnlyRefused(target.checked)}
          />
          Only what Slack refused
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="wire-lines" aria-label="Requests, the latest first" tabIndex={0}>
        {shown.length === 0 && <p className="empty">Nothing yet.</p>}
        {shown.map((line) => (
          <WireRow key={line.id} line={line} />
        ))}
      </section>
    </section>
  )
}
