import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Floating } from './floating.tsx'
import { Icon } from './icons.tsx'
import { PickerList } from './picker-list.tsx'
import { type PickerOption, type Search, useOptions } from './picker-options.ts'

export type { PickerOption, Search } from './picker-options.ts'

type Props = {
  id: string
  /** For screen readers, where no label points at the field. */
  label?: string | undefined
  describedBy?: string | undefined
  invalid?: boolean
  placeholder: string
  chosen: PickerOption[]
  multi?: boolean
  max?: number | undefined
  clearable?: boolean
  search: Search
  onChange(chosen: PickerOption[]): void
}

/** A field to choose from, with search: one or several. Arrows move, Enter picks, Esc closes, Backspace takes away. */
export function Picker(props: Props) {
  const { id, chosen, multi = false, max = Number.POSITIVE_INFINITY, onChange } = props
  const [text, setText] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const open = text !== null
  const { options, waiting } = useOptions(props.search, text)
  const offered = multi ? options.filter(({ key }) => !chosen.some((entry) => entry.key === key)) : options
  const current = Math.min(at, offered.length - 1)
  const full = multi && chosen.length >= max
  const [eager, setEager] = useState(false)

  const show = (typed: string) => {
    setText(typed)
    setAt(0)
    setEager(false)
  }
  const pick = (option: PickerOption | undefined) => {
    if (option === undefined) return
    onChange(multi ? [...chosen, option] : [option])
    setText(multi && chosen.length + 1 < max ? '' : null)
    setAt(0)
  }
  // Enter before the answer came means: the first that will be found.
  const answered = eager && open && !waiting
  useEffect(() => {
    if (!answered) return
    setEager(false)
    pickFirst.current()
    if (document.activeElement !== input.current) setText(null)
  }, [answered])
  const pickFirst = useRef(() => {})
  pickFirst.current = () => pick(offered[current])
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = { ArrowDown: current + 1, ArrowUp: current - 1 }[event.key]
    if (full && event.key !== 'Backspace') return
    if (moved !== undefined) {
      event.preventDefault()
      if (!open) show('')
      else setAt((moved + offered.length) % Math.max(1, offered.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (open && !waiting) pick(offered[current])
      if (waiting) setEager(true)
      if (!open) show('')
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setText(null)
    } else if (event.key === 'Tab') setText(null)
    else if (event.key === 'Backspace' && multi && !text) onChange(chosen.slice(0, -1))
  }
  const shown = text ?? (multi ? '' : (chosen[0]?.text ?? ''))

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing beside the words is as good as pressing the field in it
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the field itself
    <div
      ref={frame}
      className={`picker${props.invalid ? ' invalid' : ''}${multi ? ' picker-multi' : ''}`}
      onClick={() => input.current?.focus()}
    >
      {multi &&
        chosen.map((option) => (
          <span key={option.key} className="chip">
            {option.text}
            <button
              type="button"
              aria-label={`Remove ${option.text}`}
              onClick={() => onChange(chosen.filter(({ key }) => key !== option.key))}
            >
              ×
            </button>
          </span>
        ))}
      <input
        ref={input}
        id={id}
        role="combobox"
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && offered[current] ? `${listId}-${current}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={chosen.length > 0 && multi ? '' : props.placeholder}
        readOnly={full}
        value={shown}
        onClick={() => !full && show('')}
        onChange={({ target }) =>
          show(text === null && !multi ? lastLetter(target.value, shown) : target.value)
        }
        onKeyDown={onKeyDown}
        onBlur={() => eager || setText(null)}
      />
      {!multi && chosen.length > 0 && props.clearable && (
        <button type="button" className="picker-clear" aria-label="Clear" onClick={() => onChange([])}>
          ×
        </button>
      )}
      {!multi && <Icon name="down" />}
      {open && (
        <Floating anchor={frame} align="stretch">
          <PickerList
            id={listId}
            label={props.label ?? props.placeholder}
            options={offered}
            chosen={chosen}
            at={current}
            waiting={waiting}
            onPick={(option) => {
              pick(option)
              input.current?.focus()
            }}
          />
        </Floating>
      )}
    </div>
  )
}

/** Typing into a field that shows its choice begins a new search. */
const lastLetter = (typed: string, shown: string): string =>
  typed.startsWith(shown) ? typed.slice(shown.length) : typed
