import { useEffect, useRef, useState } from 'react'
import { act } from '../live/act.ts'
import { useMe } from '../live/people.ts'
import { civilNow, useSeen } from '../live/store.ts'
import { Floating } from '../ui/floating.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNarrow } from '../ui/media.ts'
import { whisper } from '../ui/notice.tsx'
import { sayInFull, sayWeekdayAndTime } from './civil.ts'
import { jumpsFrom } from './jumps.ts'
import { TimePanel } from './time-panel.tsx'

const TICK_MS = 5000

/** "It is Thursday 14:02 → Friday 16:00": what time it is for everybody here, and a way to make it later. */
export function TimeMachine() {
  const { tz } = useMe()
  const { movable } = useSeen((state) => state.clock)
  const now = useNow()
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { jumping, jump } = useJump(tz)
  const [first] = jumpsFrom(now, tz)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div className="time-machine">
      <button
        ref={button}
        type="button"
        className="quiet clock"
        aria-expanded={open}
        data-tip={sayInFull(now, tz)}
        onClick={() => setOpen(!open)}
      >
        <Icon name="clock" />
        <span className="clock-words">
          <span className="wide-only">It is </span>
          {narrow ? sayWeekdayAndTime(now, tz).replace(/^(...)\S*/, '$1') : sayWeekdayAndTime(now, tz)}
          <span className="sr-only">. Time machine</span>
        </span>
      </button>
      {movable && !narrow && (
        <button
          type="button"
          className="button jump"
          aria-disabled={jumping || undefined}
          onClick={() => jump(first.at)}
        >
          {jumping ? <span className="spinner" aria-hidden="true" /> : '→'} {first.label}
        </button>
      )}
      {open && (
        <Floating anchor={button} align="end" onLeave={() => setOpen(false)}>
          <TimePanel now={now} tz={tz} movable={movable} jumping={jumping} jump={jump} close={close} />
        </Floating>
      )}
    </div>
  )
}

function useNow(): number {
  const told = useSeen((state) => state.clock)
  const [now, setNow] = useState(civilNow)
  useEffect(() => {
    setNow(told.at)
    const timer = setInterval(() => setNow(civilNow()), TICK_MS)
    return () => clearInterval(timer)
  }, [told])
  return now
}

/** Makes it later for everybody; the app is told first. */
export function useJump(tz: string) {
  const [jumping, setJumping] = useState(false)
  const jump = async (at: number) => {
    if (jumping) return
    setJumping(true)
    const { ok } = await act({ do: 'clock', at: new Date(at).toISOString() })
    setJumping(false)
    if (ok) whisper(`It is now ${sayInFull(at, tz)}`)
  }
  return { jumping, jump }
}
