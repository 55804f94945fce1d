import { type ReactNode, useId } from 'react'
import type { Typed } from './ready-made.ts'

const WAYS = [
  ['email', 'By e-mail'],
  ['review', 'In a review'],
  ['call', 'On a call'],
  ['card', 'On a card'],
  ['survey', 'In a survey'],
  ['chat', 'In a chat'],
  ['in_person', 'In person'],
] as const
const RATINGS = [
  ['', 'None'],
  ['5', '★★★★★'],
  ['4', '★★★★'],
  ['3', '★★★'],
  ['2', '★★'],
  ['1', '★'],
] as const

/** How the app calls them, when it complains about one. */
const WIRE_NAMES: Record<keyof Typed, string> = {
  words: 'words',
  name: 'customer.name',
  company: 'customer.company',
  channel: 'channel',
  rating: 'rating',
  recipients: 'recipients',
}

type Props = {
  typed: Typed
  complaint: Record<string, string> | undefined
  onChange(typed: Typed): void
}
type Naming = {
  id: string
  value: string
  className: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  onChange(event: { target: { value: string } }): void
}

export function LetterFields({ typed, complaint, onChange }: Props) {
  const id = useId()
  const field = (name: keyof Typed, label: string, draw: (naming: Naming) => ReactNode) => {
    const reason = complaint?.field === WIRE_NAMES[name] ? complaint.reason : undefined
    const naming: Naming = {
      id: `${id}-${name}`,
      value: typed[name],
      className: 'text-input',
      'aria-invalid': reason ? true : undefined,
      'aria-describedby': reason ? `${id}-${name}-error` : undefined,
      onChange: ({ target }) => onChange({ ...typed, [name]: target.value }),
    }
    return (
      <div className="input-block">
        <label className="label" htmlFor={naming.id}>
          {label}
        </label>
        {draw(naming)}
        {reason && (
          <p className="field-error" id={`${id}-${name}-error`}>
            {reason}
          </p>
        )}
      </div>
    )
  }
  return (
    <>
      {field('words', 'What you write, in any language', (naming) => (
        <textarea {...naming} rows={5} />
      ))}
      {field('name', 'Your name', (naming) => (
        <input {...naming} />
      ))}
      {field('company', 'Your company, or who you are', (naming) => (
        <input {...naming} />
      ))}
      {field('recipients', 'Whom you praise, with commas between', (naming) => (
        <input {...naming} />
      ))}
      {field('channel', 'How it arrives', (naming) => (
        <select {...naming}>{options(WAYS)}</select>
      ))}
      {field('rating', 'Your rating', (naming) => (
        <select {...naming}>{options(RATINGS)}</select>
      ))}
    </>
  )
}

const options = (all: readonly (readonly [value: string, label: string])[]) =>
  all.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
