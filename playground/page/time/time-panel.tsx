import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { instantOf, partsAt, sayInFull } from './civil.ts'
import { jumpsFrom } from './jumps.ts'

type Props = {
  now: number
  tz: string
  movable: boolean
  jumping: boolean
  jump(at: number): void
  close(): void
}

export function TimePanel({ now, tz, movable, jumping, jump, close }: Props) {
  const panel = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState('')
  const chosen = wanted === '' ? null : instantIn(wanted, tz)
  useEffect(() => panel.current?.querySelector<HTMLElement>('button')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  const go = (at: number) => {
    close()
    jump(at)
  }
  return (
    <div
      ref={panel}
      className="panel time-panel"
      role="dialog"
      aria-label="Time machine"
      onKeyDown={onKeyDown}
    >
      <p>
        It is <strong>{sayInFull(now, tz)}</strong>
      </p>
      {movable ? (
        <>
          <p className="hint">Plaudit’s clock follows, so that you need not wait for Friday.</p>
          {jumpsFrom(now, tz).map(({ label, at }) => (
            <button
              key={label}
              type="button"
              className="button wide"
              aria-disabled={jumping || undefined}
              onClick={() => go(at)}
            >
              → {label}
            </button>
          ))}
          <div className="time-exact">
            <input
              type="datetime-local"
              className="text-input"
              aria-label="A day and time of your own"
              value={wanted}
              onChange={({ target }) => setWanted(target.value)}
            />
            <button
              type="button"
              className="button"
              disabled={chosen === null || chosen <= now}
              onClick={() => chosen !== null && go(chosen)}
            >
              Jump
            </button>
          </div>
          <p className="hint">Time only ever runs forwards, as outside.</p>
        </>
      ) : (
        <p className="hint">This playground runs on real time.</p>
      )}
    </div>
  )
}

/** What a datetime field says, on the wall of a zone. */
function instantIn(local: string, tz: string): number {
  const [day = '', time = ''] = local.split('T')
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = instantOf(tz, year, month, date, hour)
  return at + (minute - partsAt(at, tz).minute) * 60_000
}
