import type { ReactNode } from 'react'
import { asText } from '../live/json.ts'
import { ButtonElement } from './button.tsx'
import { Checkboxes, RadioButtons } from './choices.tsx'
import { DatePicker, DateTimePicker, TimePicker } from './dates.tsx'
import { FileInput } from './file-input.tsx'
import { Overflow } from './overflow.tsx'
import { RichTextInput } from './rich-text-input.tsx'
import { Select } from './select.tsx'
import type { ElementProps } from './surface.ts'
import { TextInput } from './text-input.tsx'

const DRAWN: Record<string, (props: ElementProps) => ReactNode> = {
  button: ButtonElement,
  workflow_button: ButtonElement,
  overflow: Overflow,
  radio_buttons: RadioButtons,
  checkboxes: Checkboxes,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  rich_text_input: RichTextInput,
  file_input: FileInput,
}

/** Anything that a person can press, pick or fill in. */
export function Element(props: ElementProps) {
  const type = asText(props.element.type) ?? ''
  const Drawn = type.endsWith('_select') ? Select : DRAWN[type]
  return Drawn ? <Drawn {...props} /> : <p className="hint">The playground cannot show “{type}” yet.</p>
}
