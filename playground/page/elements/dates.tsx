import { plainText } from '../blocks/text.tsx'
import { asText } from '../live/json.ts'
import type { ElementName, ElementProps } from './surface.ts'
import { useElement } from './use-element.ts'

export function DatePicker(props: ElementProps) {
  const { value, change } = useElement(props)
  return <When type="date" {...named(props)} value={asText(value) ?? ''} onChange={change} />
}

export function TimePicker(props: ElementProps) {
  const { value, change } = useElement(props)
  return <When type="time" {...named(props)} value={asText(value) ?? ''} onChange={change} />
}

/** Slack keeps seconds since 1970. */
export function DateTimePicker(props: ElementProps) {
  const { value, change } = useElement(props)
  const shown = typeof value === 'number' ? localText(value) : ''
  return (
    <When
      type="datetime-local"
      {...named(props)}
      value={shown}
      onChange={(text) => change(text === null ? null : Math.floor(Date.parse(text) / 1000))}
    />
  )
}

const named = ({ element, name }: ElementProps): { name: ElementName } => ({
  name: {
    ...name,
    label: name.labelledBy ? undefined : (plainText(element.placeholder) ?? name.label ?? 'When'),
  },
})

type WhenProps = {
  type: 'date' | 'time' | 'datetime-local'
  name: ElementName
  value: string
  onChange(value: string | null): void
}

function When({ type, name, value, onChange }: WhenProps) {
  return (
    <input
      type={type}
      id={name.id}
      className="text-input when"
      aria-label={name.label}
      aria-labelledby={name.labelledBy}
      aria-describedby={name.describedBy}
      aria-invalid={name.invalid || undefined}
      value={value}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    />
  )
}

function localText(seconds: number): string {
  const at = new Date(seconds * 1000)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}
