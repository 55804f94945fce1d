import { useRef, useState } from 'react'
import { plainText } from '../blocks/text.tsx'
import { asObject } from '../live/json.ts'
import { markedUp, richText } from './rich-text.ts'
import type { ElementProps } from './surface.ts'
import { useElement } from './use-element.ts'

const MARKS = [
  { mark: '*', label: 'Bold', face: <b>B</b> },
  { mark: '_', label: 'Italic', face: <i>I</i> },
  { mark: '~', label: 'Strikethrough', face: <s>S</s> },
  { mark: '`', label: 'Code', face: <code>{'<>'}</code> },
]

/** Words with a little form, typed with marks as in Slack: *bold*, _italic_, ~struck~, `code`, > quote, - list. */
export function RichTextInput(props: ElementProps) {
  const { element, name } = props
  const { value, keep } = useElement(props)
  const [text, setText] = useState(() => markedUp(asObject(value)))
  const area = useRef<HTMLTextAreaElement>(null)
  const type = (typed: string) => {
    setText(typed)
    keep(richText(typed))
  }
  const wrap = (mark: string) => {
    const field = area.current
    if (!field) return
    const { selectionStart: from, selectionEnd: to } = field
    type(`${text.slice(0, from)}${mark}${text.slice(from, to)}${mark}${text.slice(to)}`)
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(from + 1, to + 1)
    })
  }
  return (
    <div className="rich-input">
      <div className="rich-tools" role="toolbar" aria-label="Formatting">
        {MARKS.map(({ mark, label, face }) => (
          <button key={mark} type="button" className="quiet" aria-label={label} onClick={() => wrap(mark)}>
            {face}
          </button>
        ))}
      </div>
      <textarea
        ref={area}
        id={name.id}
        rows={5}
        className="text-input"
        aria-label={name.labelledBy ? undefined : (plainText(element.placeholder) ?? 'Text')}
        aria-describedby={name.describedBy}
        aria-invalid={name.invalid || undefined}
        placeholder={plainText(element.placeholder)}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
    </div>
  )
}
