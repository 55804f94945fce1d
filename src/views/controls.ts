/** What can be pressed and chosen: the second part of the kit. */
import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ExternalSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  Overflow,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types'
import { cut, plain } from './kit.ts'

/** The action of the one element of a field: its block's id already names it. */
export const VALUE = 'value'

export type Choice = {
  readonly value: string
  readonly text: string
  /** A quiet line below it; menus show none. */
  readonly description?: string | undefined
}
type Confirmation = {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly deny: string
}

const confirmation = (asked: Confirmation): ConfirmationDialog => ({
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

export const option = ({ text, value, description }: Choice): PlainTextOption => ({
  text: plain(text, 75),
  value,
  ...(description && { description: plain(description, 75) }),
})

/** As many as a select takes. */
export type Options = PlainTextOption[]
export const choices = (all: readonly Choice[]): Options => all.slice(0, 100).map(option)

export const menu = (action: string, few: readonly Choice[]): Overflow => ({
  type: 'overflow',
  action_id: action,
  options: few.slice(0, 5).map(option),
})

export function select(
  all: readonly Choice[],
  chosen: string | undefined,
  { action = VALUE, placeholder }: { readonly action?: string; readonly placeholder?: string } = {},
): StaticSelect {
  const initial = all.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id: action,
    options: choices(all),
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

/** The same, to choose several. */
export const multiSearchSelect = (
  action: string,
  { placeholder, max }: { readonly placeholder: string; readonly max: number },
  chosen: readonly Choice[],
): MultiExternalSelect => ({
  type: 'multi_external_select',
  action_id: action,
  min_query_length: 0,
  max_selected_items: max,
  placeholder: plain(placeholder, 150),
  ...(chosen.length > 0 && { initial_options: chosen.slice(0, max).map(option) }),
})

/** Several of any number: more than a hundred come in groups, each named by its first and its last. */
export function multiSelect(all: readonly Choice[], placeholder: string): MultiStaticSelect {
  const many = Array.from({ length: Math.ceil(all.length / 100) }, (_, part) =>
    choices(all.slice(part * 100, (part + 1) * 100)),
  )
  const groups = many.slice(0, 100).map((options) => {
    const ends = [options[0], options.at(-1)].map((end) => end?.text.text ?? '')
    return { label: plain(ends.map((end) => cut(end, 30)).join(' – '), 75), options }
  })
  return {
    type: 'multi_static_select',
    action_id: VALUE,
    placeholder: plain(placeholder, 150),
    ...(all.length > 100 ? { option_groups: groups } : { options: choices(all) }),
  }
}

/** A line with a button or a menu beside it. */
export const withButton = (text: string, accessory: Button | Overflow, blockId: string): SectionBlock => ({
  type: 'section',
  block_id: blockId,
  text: plain(text, 3000),
  accessory,
})
