/** What can be pressed, chosen and typed: the second half of the kit. */
import type {
  ActionsBlock,
  Button,
  Checkboxes,
  ConfirmationDialog,
  ConversationsSelect,
  ExternalSelect,
  FileInput,
  InputBlock,
  InputBlockElement,
  KnownBlock,
  ModalView,
  MultiConversationsSelect,
  MultiUsersSelect,
  Overflow,
  PlainTextInput,
  PlainTextOption,
  StaticSelect,
  Timepicker,
  UsersSelect,
} from '@slack/types'
import { lengthOf } from '../domain/text.ts'
import { cut, plain } from './kit.ts'

export type Choice = { readonly value: string; readonly text: string }
type Confirmation = {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly deny: string
}

/** The one element of a field: its block's id already names it. */
const VALUE = 'value'

export const confirmation = (asked: Confirmation): ConfirmationDialog => ({
  title: plain(asked.title, 100),
  text: plain(asked.text, 300),
  confirm: plain(asked.confirm, 30),
  deny: plain(asked.deny, 30),
})

export function button(
  label: string,
  action: string,
  value: string,
  extra: {
    readonly style?: 'primary' | 'danger'
    readonly confirm?: Confirmation
    readonly url?: string
  } = {},
): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(label, 75),
    value: value === '' ? '-' : value,
    ...(extra.style && { style: extra.style }),
    ...(extra.url && { url: extra.url }),
    ...(extra.confirm && { confirm: confirmation(extra.confirm) }),
  }
}

export const row = (elements: ActionsBlock['elements'], blockId?: string): ActionsBlock => ({
  type: 'actions',
  elements,
  ...(blockId && { block_id: blockId }),
})

export const option = ({ text, value }: Choice): PlainTextOption => ({ text: plain(text, 75), value })

export const menu = (action: string, choices: readonly Choice[]): Overflow => ({
  type: 'overflow',
  action_id: action,
  options: choices.slice(0, 5).map(option),
})

export function select(
  choices: readonly Choice[],
  chosen: string | undefined,
  { action = VALUE, placeholder }: { readonly action?: string; readonly placeholder?: string } = {},
): StaticSelect {
  const initial = choices.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id: action,
    options: choices.slice(0, 100).map(option),
    ...(initial && { initial_option: option(initial) }),
    ...(placeholder && { placeholder: plain(placeholder, 150) }),
  }
}

/** A select whose options are asked for while one types. */
export const searchSelect = (action: string, placeholder: string, chosen?: Choice): ExternalSelect => ({
  type: 'external_select',
  action_id: action,
  min_query_length: 0,
  placeholder: plain(placeholder, 150),
  ...(chosen && { initial_option: option(chosen) }),
})

export const people = (chosen: readonly string[], max: number, placeholder: string): MultiUsersSelect => ({
  type: 'multi_users_select',
  action_id: VALUE,
  max_selected_items: max,
  placeholder: plain(placeholder, 150),
  ...(chosen.length > 0 && { initial_users: chosen.slice(0, max) }),
})

export const person = (placeholder: string): UsersSelect => ({
  type: 'users_select',
  action_id: VALUE,
  placeholder: plain(placeholder, 150),
})

const filter: MultiConversationsSelect['filter'] = {
  include: ['public', 'private'],
  exclude_external_shared_channels: true,
}

export const place = (chosen: string | undefined, placeholder: string): ConversationsSelect => ({
  type: 'conversations_select',
  action_id: VALUE,
  ...(filter && { filter }),
  placeholder: plain(placeholder, 150),
  ...(chosen && { initial_conversation: chosen }),
})

export const places = (
  chosen: readonly string[],
  max: number,
  placeholder: string,
): MultiConversationsSelect => ({
  type: 'multi_conversations_select',
  action_id: VALUE,
  max_selected_items: max,
  ...(filter && { filter }),
  placeholder: plain(placeholder, 150),
  ...(chosen.length > 0 && { initial_conversations: chosen.slice(0, max) }),
})

/**
 * A text field. `max` is what a person may type, in code points, up to Slack's own 3,000; longer text that is there
 * already stays, so that the rule can say what to do about it.
 */
export function textInput(
  initial: string | undefined,
  { max, lines = 'one', placeholder }: { max: number; lines?: 'one' | 'many'; placeholder?: string },
): PlainTextInput {
  const value = initial === undefined || initial === '' ? undefined : cut(initial, 3000)
  return {
    type: 'plain_text_input',
    action_id: VALUE,
    multiline: lines === 'many',
    max_length: Math.min(3000, Math.max(max, lengthOf(value ?? ''))),
    ...(value && { initial_value: value }),
    ...(placeholder && { placeholder: plain(placeholder, 150) }),
  }
}

export const images = (): FileInput => ({
  type: 'file_input',
  action_id: VALUE,
  filetypes: ['jpg', 'jpeg', 'png', 'gif'],
  max_files: 1,
})

export const timepicker = (chosen: string): Timepicker => ({
  type: 'timepicker',
  action_id: VALUE,
  initial_time: chosen,
})

export function checkboxes(choices: readonly Choice[], chosen: readonly string[]): Checkboxes {
  const initial = choices.filter(({ value }) => chosen.includes(value)).map(option)
  return {
    type: 'checkboxes',
    action_id: VALUE,
    options: choices.slice(0, 10).map(option),
    ...(initial.length > 0 && { initial_options: initial }),
  }
}

export const field = (
  blockId: string,
  label: string,
  element: InputBlockElement,
  { optional = false, hint }: { readonly optional?: boolean; readonly hint?: string } = {},
): InputBlock => ({
  type: 'input',
  block_id: blockId,
  label: plain(label, 2000),
  element,
  optional,
  ...(hint && { hint: plain(hint, 2000) }),
})

export const modal = (
  formId: string,
  titles: { readonly title: string; readonly submit: string; readonly close: string },
  blocks: readonly KnownBlock[],
  metadata = '',
): ModalView => ({
  type: 'modal',
  callback_id: formId,
  title: plain(titles.title, 24),
  submit: plain(titles.submit, 24),
  close: plain(titles.close, 24),
  blocks: blocks.slice(0, 100),
  private_metadata: metadata,
})
