import { asText, isObject, type Json } from '../json.ts'
import type { ViewState } from '../types.ts'
import { offeredOptions } from './objects.ts'
import { elementsOf, type Found } from './walk.ts'

type ValueShape = { key: string; initial: string; empty: null | [] | undefined }

const one = (key: string, initial: string): ValueShape => ({ key, initial, empty: null })
const many = (key: string, initial: string): ValueShape => ({ key, initial, empty: [] })
const typed: ValueShape = { key: 'value', initial: 'initial_value', empty: null }

/** Under which key each element's value travels. */
const SHAPES: Record<string, ValueShape> = {
  plain_text_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  number_input: typed,
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: undefined },
  file_input: many('files', ''),
  static_select: one('selected_option', 'initial_option'),
  external_select: one('selected_option', 'initial_option'),
  radio_buttons: one('selected_option', 'initial_option'),
  users_select: one('selected_user', 'initial_user'),
  channels_select: one('selected_channel', 'initial_channel'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time'),
  checkboxes: many('selected_options', 'initial_options'),
  multi_static_select: many('selected_options', 'initial_options'),
  multi_external_select: many('selected_options', 'initial_options'),
  multi_users_select: many('selected_users', 'initial_users'),
  multi_channels_select: many('selected_channels', 'initial_channels'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
}

export const isStateful = (type: string): boolean => SHAPES[type] !== undefined

/** The state of blocks nobody touched yet. */
export function readInitialState(blocks: Json[]): ViewState {
  const state: ViewState = new Map()
  for (const found of elementsOf(blocks)) {
    const shape = SHAPES[found.type]
    if (shape) setValue(state, found, found.element[shape.initial] ?? shape.empty)
  }
  return state
}

/** Puts a value, already as Slack carries it, where it belongs. */
export function setValue(state: ViewState, found: Found, value: unknown): Json {
  const shape = SHAPES[found.type]
  const entry: Json = { type: found.type }
  if (shape && value !== undefined) entry[shape.key] = value
  const block = state.get(found.blockId) ?? new Map<string, Json>()
  block.set(found.actionId, entry)
  state.set(found.blockId, block)
  return entry
}

/** The value of an element in a state, undefined when empty. */
export function typedValue(state: ViewState, found: Found): unknown {
  const shape = SHAPES[found.type]
  const value = shape && state.get(found.blockId)?.get(found.actionId)?.[shape.key]
  return value === null || value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value
}

/** What a person types or picks, simply: a text, an option's value, a list of them, a day, a file's id. */
export type Simple = string | number | null | string[] | Json | Json[]

/**
 * Turns a simple value into what Slack sends for this element. Throws when the element does not offer it.
 * `suggested` are the options an external select showed; `file` looks up an uploaded file.
 */
export function encodeValue(
  found: Found,
  value: Simple,
  suggested: Json[],
  file: (id: string) => Json,
): unknown {
  const { type, element } = found
  const options = [...offeredOptions(element), ...suggested]
  const choose = (choice: unknown): Json => {
    if (isObject(choice)) return choice
    const match = options.find((entry) => asText(entry.value) === choice)
    if (match === undefined)
      throw new Error(
        `${found.actionId} does not offer ${String(choice)}, but: ${options.map((entry) => entry.value).join(', ')}`,
      )
    return match
  }
  if (value === null) return SHAPES[type]?.empty
  if (type === 'rich_text_input') return typeof value === 'string' ? richText(value) : value
  if (type === 'file_input') return [value].flat().map((id) => file(String(id)))
  if (SHAPES[type]?.key === 'selected_option') return choose(value)
  if (SHAPES[type]?.key === 'selected_options') return [value].flat().map(choose)
  if (SHAPES[type]?.empty !== null) return [value].flat()
  return type === 'datetimepicker' ? Number(value) : String(value)
}

export const richText = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: text === '' ? [] : [{ type: 'text', text }] }],
})
