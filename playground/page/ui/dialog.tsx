import { type ReactNode, useLayoutEffect, useRef } from 'react'

type Props = {
  labelledBy: string
  children: ReactNode
  onClose: () => void
  className?: string
  alert?: boolean
}

/** A window that has the keyboard to itself. When it goes, the focus is where it was before. */
export function Dialog({ labelledBy, children, onClose, className = '', alert = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const self = dialog.current
    const before = document.activeElement
    self?.showModal()
    return () => {
      self?.close()
      giveBack(before)
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault()
        if (event.target === event.currentTarget) onClose()
      }}
    >
      {children}
    </dialog>
  )
}

/** What had the focus may be gone, as when a message was drawn anew: then the composer takes it. */
function giveBack(before: Element | null): void {
  queueMicrotask(() => {
    if (document.querySelector('dialog[open]')) return
    const still = before instanceof HTMLElement && before.isConnected && before !== document.body
    const target = still ? before : document.querySelector<HTMLElement>('#composer')
    target?.focus()
  })
}
