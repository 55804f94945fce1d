import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Floating } from './floating.tsx'

export type MenuItem = {
  key: string
  label: ReactNode
  hint?: string
  chosen?: boolean
  onPick: () => void
}

type Props = {
  /** What the button is called. */
  label: string
  face: ReactNode
  items: MenuItem[]
  className?: string
  align?: 'start' | 'end'
  disabled?: boolean
}

/** A button that opens a menu: arrows move, Enter picks, Esc closes, and the button has the focus again. */
export function MenuButton({ label, face, items, className = 'quiet', align = 'end', disabled }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const id = useId()
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-tip={label}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {face}
      </button>
      {open && (
        <Floating anchor={button} align={align} onLeave={() => setOpen(false)}>
          <Menu id={id} label={label} items={items} close={close} />
        </Floating>
      )}
    </>
  )
}

function Menu({ id, label, items, close }: { id: string; label: string; items: MenuItem[]; close(): void }) {
  const list = useRef<HTMLDivElement>(null)
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  useEffect(() => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
    const chosen = all.find((entry) => entry.ariaChecked === 'true') ?? all[0]
    chosen?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      all[(next + all.length) % all.length]?.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  const choosing = items.some(({ chosen }) => chosen !== undefined)
  return (
    <div
      ref={list}
      id={id}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          {...(choosing
            ? { role: 'menuitemradio', 'aria-checked': item.chosen === true }
            : { role: 'menuitem' })}
          tabIndex={-1}
          className="menu-item"
          onClick={() => {
            close()
            item.onPick()
          }}
        >
          <span>{item.label}</span>
          {item.hint && <span className="menu-hint">{item.hint}</span>}
        </button>
      ))}
    </div>
  )
}
