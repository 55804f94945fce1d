import { useSeen } from '../live/store.ts'
import { Form } from './form.tsx'

/** The form on top of the person's stack; those below keep what was typed in them. */
export function Forms() {
  const forms = useSeen((state) => state.forms)
  const me = useSeen((state) => state.me)
  return forms.length === 0 ? null : <FormStack key={`${me}-${forms[0]?.id}`} />
}

function FormStack() {
  const forms = useSeen((state) => state.forms)
  return <Form views={forms} />
}
