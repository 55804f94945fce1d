import { useState } from 'react'
import type { WireDetail, WireLine } from '../../server/page-api/shapes.ts'
import { wireDetail } from '../live/act.ts'
import { useSeen } from '../live/store.ts'

/** One request: who asked whom, how long it took, and what was said when one opens it. */
export function WireRow({ line }: { line: WireLine }) {
  const [detail, setDetail] = useState<WireDetail | null>(null)
  const [open, setOpen] = useState(false)
  const app = useSeen((state) => state.app.name)
  const toggle = async () => {
    setOpen(!open)
    if (!open) setDetail(await wireDetail(line.id))
  }
  return (
    <div className={`wire-row${line.refused ? ' refused' : ''}`}>
      <button type="button" aria-expanded={open} onClick={() => void toggle()}>
        <span className="wire-time">{new Date(line.at).toLocaleTimeString('en-GB')}</span>
        <span className="wire-way">{line.direction === 'to app' ? `Slack → ${app}` : `${app} → Slack`}</span>
        <span className="wire-name">
          {line.name}
          {line.retry ? <span className="badge">again ×{line.retry}</span> : null}
          {line.fault && <span className="badge">ordered fault</span>}
        </span>
        <span className="wire-state">
          {line.refused && <span className="refused-mark">refused</span>}
          {line.error ?? (line.status === null ? '…' : line.status)}
        </span>
        <span className="wire-ms">{line.ms === null ? '…' : `${line.ms} ms`}</span>
      </button>
      {open && detail && (
        <div className="wire-detail">
          <Said what="Said" value={detail.payload} />
          <Said what="Answered" value={detail.answer} />
        </div>
      )}
    </div>
  )
}

function Said({ what, value }: { what: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return (
    <div>
      <h3>{what}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="wire-said" aria-label={what} tabIndex={0}>
        <pre>{text === 'null' ? 'nothing' : text}</pre>
      </section>
    </div>
  )
}
