import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useSeen } from '../live/store.ts'
import { Icon } from '../ui/icons.tsx'
import { CompletionList } from './completion-list.tsx'
import { type Completion, useCompletions } from './completions.ts'
import { GlobalShortcuts } from './global-shortcuts.tsx'

type Props = {
  id: string
  /** "Message #celebrations" */
  label: string
  /** Commands work in channels and not in threads, as in Slack. */
  commands: boolean
  /** What is wrong with what was typed, or null when it was sent. */
  onSend(text: string): Promise<string | null>
}

const drafts = new Map<string, string>()

/** Enter sends, Shift+Enter begins a new line, / offers commands and @ people. */
export function Composer({ id, label, commands, onSend }: Props) {
  const me = useSeen((state) => state.me)
  const draftKey = `${me} ${label}`
  const [text, setText] = useState(drafts.get(draftKey) ?? '')
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [hidden, setHidden] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const found = useCompletions(text, caret, commands)
  const completions = hidden ? [] : found.completions
  const current = Math.min(at, completions.length - 1)
  useGrowing(area, text)
  const placeCaret = useCaret(area)

  const type = (next: string, position: number) => {
    drafts.set(draftKey, next)
    setText(next)
    setCaret(position)
    setAt(0)
    setHidden(false)
    setProblem(null)
  }
  const complete = ({ insert, from }: Completion) => {
    const next = `${text.slice(0, from)}${insert}${text.slice(caret)}`
    type(next, from + insert.length)
    placeCaret(from + insert.length)
  }
  const send = async () => {
    if (text.trim() === '') return
    const typed = text.trim()
    type('', 0)
    const wrong = await onSend(typed)
    if (wrong === null) return
    type(typed, typed.length)
    setProblem(wrong)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = completions[current]
    if (event.nativeEvent.isComposing) return
    if (
      chosen &&
      ['Enter', 'Tab'].includes(event.key) &&
      !event.shiftKey &&
      chosen.insert.trim() !== text.trim()
    ) {
      event.preventDefault()
      complete(chosen)
    } else if (chosen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((current + step + completions.length) % completions.length)
    } else if (chosen && event.key === 'Escape') {
      event.stopPropagation()
      setHidden(true)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    }
  }
  return (
    <div className="composer-place">
      {problem && (
        <p className="composer-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="composer">
        {completions.length > 0 && (
          <CompletionList id={listId} completions={completions} at={current} onPick={complete} />
        )}
        {commands && <GlobalShortcuts />}
        <div className="composer-field">
          <textarea
            ref={area}
            id={id}
            rows={1}
            aria-label={label}
            placeholder={label}
            aria-haspopup="listbox"
            aria-controls={completions.length > 0 ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={completions.length > 0 ? `${listId}-${current}` : undefined}
            value={text}
            onChange={({ target }) => type(target.value, target.selectionStart)}
            onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
          />
          {found.hint && (
            <span className="composer-hint" aria-hidden="true">
              <span className="composer-ghost">{text}</span> {found.hint}
            </span>
          )}
        </div>
        <button
          type="button"
          className="send"
          aria-label="Send"
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  )
}

/** Puts the caret where a completion ends, before the next letter is typed: whoever types fast is not overtaken. */
function useCaret(area: React.RefObject<HTMLTextAreaElement | null>): (position: number) => void {
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    area.current?.focus()
    area.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })
  return (position) => {
    wanted.current = position
  }
}

function useGrowing(area: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it grows with the text
  useLayoutEffect(() => {
    const field = area.current
    if (!field) return
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight, 200)}px`
  }, [area, text])
}
