/** What can be filled in: the third part of the kit. */
import type {
  Checkboxes,
  ConversationsSelect,
  Datepicker,
  FileInput,
  InputBlock,
  InputBlockElement,
  KnownBlock,
  ModalView,
  MultiConversationsSelect,
  MultiUsersSelect,
  PlainTextInput,
  RadioButtons,
  Timepicker,
  UsersSelect,
} from '@slack/types'
import { lengthOf } from '../domain/text.ts'
import type { Day } from '../domain/time.ts'
import { type Choice, option, VALUE } from './controls.ts'
import { cut, plain } from './kit.ts'

export const people = (chosen: readonly string[], max: number, placeholder: string): MultiUsersSelect => ({
  type: 'multi_users_select',
  action_id: VALUE,
  max_selected_items: max,
  placeholder: plain(placeholder, 150),
  ...(chosen.length > 0 && { initial_users: chosen.slice(0, max) }),
})

export const person = (placeholder: string, chosen?: string, action: string = VALUE): UsersSelect => ({
  type: 'users_select',
  action_id: action,
  placeholder: plain(placeholder, 150),
  ...(chosen && { initial_user: chosen }),
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

export const datepicker = (chosen: Day | undefined): Datepicker => ({
  type: 'datepicker',
  action_id: VALUE,
  ...(chosen && { initial_date: chosen }),
})

export const timepicker = (chosen: string): Timepicker => ({
  type: 'timepicker',
  action_id: VALUE,
  initial_time: chosen,
})

export function checkboxes(
  choices: readonly Choice[],
  chosen: readonly string[],
  action = VALUE,
): Checkboxes {
  const initial = choices.filter(({ value }) => chosen.includes(value)).map(option)
  return {
    type: 'checkboxes',
    action_id: action,
    options: choices.slice(0, 10).map(option),
    ...(initial.length > 0 && { initial_options: initial }),
  }
}

/** Up to ten, of which one is chosen. More are for a `select`. */
export function radios(
  choices: readonly Choice[],
  chosen: string | undefined,
  action: string = VALUE,
): RadioButtons {
  const initial = choices.find(({ value }) => value === chosen)
  return {
    type: 'radio_buttons',
    action_id: action,
    options: choices.slice(0, 10).map(option),
    ...(initial && { initial_option: option(initial) }),
  }
}

/** With `dispatch`, a choice is told at once, before the form is sent. */
export const field = (
  blockId: string,
  label: string,
  element: InputBlockElement,
  {
    optional = false,
    hint,
    dispatch = false,
  }: { readonly optional?: boolean; readonly hint?: string; readonly dispatch?: boolean } = {},
): InputBlock => ({
  type: 'input',
  block_id: blockId,
  label: plain(label, 2000),
  element,
  optional,
  ...(dispatch && { dispatch_action: true }),
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
