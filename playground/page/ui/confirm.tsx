import { useId, useSyncExternalStore } from 'react'
import type { Json } from '../../server/page-api/shapes.ts'
import { plainText, Text } from '../blocks/text.tsx'
import { Dialog } from './dialog.tsx'

type Question = { confirm: Json; answer(yes: boolean): void }

let question: Question | undefined
const listeners = new Set<() => void>()

/** Asks as an element's `confirm` says; true when the person is sure. */
export function areYouSure(confirm: Json): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      set(undefined)
      resolve(yes)
    }
    set({ confirm, answer })
  })
}

function set(next: Question | undefined): void {
  question = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function ConfirmHost() {
  const now = useSyncExternalStore(subscribe, () => question)
  const id = useId()
  if (now === undefined) return null
  const { confirm, answer } = now
  return (
    <Dialog labelledBy={id} alert className="confirm" onClose={() => answer(false)}>
      <h2 id={id}>{plainText(confirm.title)}</h2>
      <div className="confirm-words">
        <Text of={confirm.text} />
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => answer(false)}>
          {plainText(confirm.deny)}
        </button>
        <button
          type="button"
          className={`button ${confirm.style === 'danger' ? 'danger solid' : 'primary'}`}
          onClick={() => answer(true)}
        >
          {plainText(confirm.confirm)}
        </button>
      </div>
    </Dialog>
  )
}
