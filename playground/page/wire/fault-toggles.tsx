import type { FaultSwitches } from '../../server/page-api/shapes.ts'
import { act } from '../live/act.ts'
import { useSeen } from '../live/store.ts'

const FAULTS: { key: keyof FaultSwitches; label: string }[] = [
  { key: 'slow', label: 'Slack is slow' },
  { key: 'rateLimited', label: 'Slack rate-limits posts' },
  { key: 'disconnected', label: 'Connection lost' },
]

/** What a visitor may break, to see the app cope. */
export function FaultToggles() {
  const faults = useSeen((state) => state.faults)
  return (
    <fieldset className="faults" aria-label="Break something">
      {FAULTS.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          role="switch"
          className="switch"
          aria-checked={faults[key]}
          onClick={() => void act({ do: 'faults', ...faults, [key]: !faults[key] })}
        >
          <span className="switch-knob" aria-hidden="true" />
          {label}
        </button>
      ))}
    </fieldset>
  )
}
