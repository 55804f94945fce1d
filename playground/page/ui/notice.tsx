import { useSyncExternalStore } from 'react'

let notice: { id: number; text: string } | undefined
let spoken = ''
let timer: ReturnType<typeof setTimeout>
const listeners = new Set<() => void>()
const SHOWN_MS = 7000

/** Says something to the person in a corner of the page, and to a screen reader. */
export function say(text: string): void {
  notice = { id: Date.now(), text }
  clearTimeout(timer)
  timer = setTimeout(hush, SHOWN_MS)
  tell()
}

/** Says something to a screen reader alone. */
export function whisper(text: string): void {
  spoken = text
  tell()
}

function hush(): void {
  notice = undefined
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Notices() {
  const now = useSyncExternalStore(subscribe, () => notice)
  const whispered = useSyncExternalStore(subscribe, () => spoken)
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {whispered}
      </p>
      <div className="notice-place" role="alert">
        {now && (
          <p className="notice" key={now.id}>
            {now.text}
            <button type="button" className="plain" aria-label="Dismiss" onClick={hush}>
              ×
            </button>
          </p>
        )}
      </div>
    </>
  )
}
