import { useId } from 'react'
import type { Json } from '../../server/page-api/shapes.ts'
import { Text } from '../blocks/text.tsx'
import { asObject, asObjects, asText } from '../live/json.ts'
import type { ElementProps } from './surface.ts'
import { useElement } from './use-element.ts'

export function RadioButtons(props: ElementProps) {
  const { value, change } = useElement(props)
  const chosen = asText(asObject(value).value)
  return <Group kind="radio" {...props} chosen={(option) => option.value === chosen} onChange={change} />
}

export function Checkboxes(props: ElementProps) {
  const { value, change } = useElement(props)
  const chosen = asObjects(value)
  const has = (option: Json) => chosen.some((entry) => entry.value === option.value)
  const toggle = (option: Json) =>
    change(has(option) ? chosen.filter((entry) => entry.value !== option.value) : [...chosen, option])
  return <Group kind="checkbox" {...props} chosen={has} onChange={toggle} />
}

type GroupProps = ElementProps & {
  kind: 'radio' | 'checkbox'
  chosen(option: Json): boolean
  onChange(option: Json): void
}

function Group({ kind, element, name, chosen, onChange }: GroupProps) {
  const id = useId()
  return (
    <fieldset
      className="choices"
      aria-labelledby={name.labelledBy}
      aria-label={name.labelledBy ? undefined : (name.label ?? 'Choices')}
      aria-describedby={name.describedBy}
    >
      {asObjects(element.options).map((option) => (
        <label key={asText(option.value)} className="choice">
          <input type={kind} name={id} checked={chosen(option)} onChange={() => onChange(option)} />
          <span>
            <Text of={option.text} />
            {option.description ? (
              <span className="choice-hint">
                <Text of={option.description} />
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
