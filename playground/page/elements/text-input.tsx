import type { KeyboardEvent } from 'react'
import { plainText } from '../blocks/text.tsx'
import { asList, asNumber, asObject } from '../live/json.ts'
import { Counter } from './counter.tsx'
import type { ElementProps } from './surface.ts'
import { useElement } from './use-element.ts'

const TYPES: Record<string, string> = { email_text_input: 'email', url_text_input: 'url' }

/** One line or many, an e-mail address, a web address, a number. */
export function TextInput(props: ElementProps) {
  const { element, name, input } = props
  const { value, keep, press } = useElement(props)
  const text = value === undefined || value === null ? '' : String(value)
  const sendsOn = asList(asObject(element.dispatch_action_config).trigger_actions_on)
  const onLetter = input?.dispatches && sendsOn.includes('on_character_entered')
  const onEnter = input?.dispatches && (sendsOn.length === 0 || sendsOn.includes('on_enter_pressed'))
  const common = {
    id: name.id,
    className: 'text-input',
    'aria-label': name.labelledBy ? undefined : (plainText(element.placeholder) ?? 'Text'),
    'aria-describedby': name.describedBy,
    'aria-invalid': name.invalid || undefined,
    placeholder: plainText(element.placeholder),
    autoFocus: element.focus_on_load === true,
    value: text,
    onChange: ({ target }: { target: { value: string } }) => {
      keep(target.value)
      if (onLetter) void press(target.value)
    },
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !onEnter || element.multiline === true) return
    event.preventDefault()
    void press(text)
  }
  return (
    <>
      {element.multiline === true ? (
        <textarea rows={4} {...common} />
      ) : (
        <input
          type={TYPES[String(element.type)] ?? 'text'}
          inputMode={element.type === 'number_input' ? 'decimal' : undefined}
          {...common}
          onKeyDown={onKeyDown}
        />
      )}
      <Counter text={text} max={asNumber(element.max_length)} />
    </>
  )
}
