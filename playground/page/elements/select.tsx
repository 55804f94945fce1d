import { plainText } from '../blocks/text.tsx'
import { asNumber, asText } from '../live/json.ts'
import { Picker, type PickerOption } from '../ui/picker.tsx'
import { chosenOptions, useSource } from './options.ts'
import type { ElementProps, FieldValue } from './surface.ts'
import { useElement } from './use-element.ts'

/** Every select of Block Kit: static, external, users, channels, conversations, one or several. */
export function Select(props: ElementProps) {
  const { element, name, input } = props
  const { value, change } = useElement(props)
  const type = asText(element.type) ?? ''
  const multi = type.startsWith('multi_')
  const source = useSource(element, type.replace(/^multi_/, ''))
  const carried = (option: PickerOption): FieldValue => option.json ?? option.key
  const onChange = (options: PickerOption[]) => {
    const [first] = options
    if (multi) change(options.map(carried) as string[])
    else change(first ? carried(first) : null)
  }
  return (
    <Picker
      id={name.id ?? `${props.blockId}-${asText(element.action_id)}`}
      label={name.labelledBy ? undefined : (plainText(element.placeholder) ?? name.label ?? 'Choose')}
      describedBy={name.describedBy}
      invalid={name.invalid ?? false}
      placeholder={plainText(element.placeholder) ?? 'Choose…'}
      chosen={chosenOptions(value, source.byKey)}
      multi={multi}
      max={asNumber(element.max_selected_items)}
      clearable={input?.optional === true}
      search={source.search}
      onChange={onChange}
    />
  )
}
