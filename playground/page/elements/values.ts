import type { Json } from '../../server/page-api/shapes.ts'
import { asObject, asObjects, asText } from '../live/json.ts'
import type { FieldValue } from './surface.ts'

const KEYS = [
  'value',
  'rich_text_value',
  'files',
  'selected_option',
  'selected_options',
  'selected_user',
  'selected_users',
  'selected_channel',
  'selected_channels',
  'selected_conversation',
  'selected_conversations',
  'selected_date',
  'selected_time',
  'selected_date_time',
]

/** The value in a state entry as Slack keeps it, whatever the element. */
export function valueIn(entry: unknown): FieldValue | undefined {
  const state = asObject(entry)
  const key = KEYS.find((name) => state[name] !== undefined)
  return key === undefined ? undefined : (state[key] as FieldValue)
}

/** What nobody touched yet, as the app filled it in. */
export function initialOf(element: Json): FieldValue | undefined {
  const key = Object.keys(element).find((name) => name.startsWith('initial_'))
  return key === undefined ? undefined : (element[key] as FieldValue)
}

/** A value as it is sent: files by their ids, emptiness as null. */
export function sent(value: FieldValue): FieldValue {
  if (value === '') return null
  if (Array.isArray(value) && value.length > 0 && asText(asObject(value[0]).id) !== undefined)
    return asObjects(value).map(({ id }) => String(id))
  return value
}
