import type { ModalView } from '@slack/types'
import type { z } from 'zod'
import type { Look } from './look.ts'

/** The answers to one field, as far as Plaudit's fields have them. */
type Answer = {
  readonly value?: string | null
  readonly selected_time?: string | null
  readonly selected_date?: string | null
  readonly selected_conversation?: string | null
  readonly selected_user?: string | null
  readonly selected_option?: { readonly value?: string } | null
  readonly selected_options?: readonly {
    readonly value?: string
    readonly text?: { readonly text: string }
  }[]
  readonly selected_conversations?: readonly string[]
  readonly selected_users?: readonly string[]
  readonly files?: readonly { readonly id: string }[]
}

/** A form as Slack sends it back. */
export type SentView = {
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, Answer>>>> }
  readonly private_metadata: string
}

/**
 * A form owns its ids, its rendering and its reading: `read` understands what `render` made. `fields` says which block
 * shows the problems of a field of the input.
 */
export type Form<Input, Model> = {
  /** The callback id. */
  readonly id: string
  readonly fields: Readonly<Record<string, string>>
  readonly render: (model: Model, look: Look) => ModalView
  readonly read: (view: SentView) => Input
}

/**
 * The block for a problem's field: that of the field, also with more behind its name (`reason-2`, `evidence:U1`: a field that
 * is shown anew with other words needs another name), else the first input that was sent.
 */
export function blockFor(
  { fields }: Pick<Form<unknown, never>, 'fields'>,
  view: SentView,
  field: string | undefined,
): string | undefined {
  const sent = Object.keys(view.state.values)
  const block = field === undefined ? undefined : fields[field]
  if (block === undefined) return sent[0]
  const again = sent.find((id) => id.startsWith(`${block}-`) || id.startsWith(`${block}:`))
  return sent.includes(block) ? block : (again ?? sent[0])
}

/** What was answered, field by field; blank means not answered. */
export function answers(view: SentView) {
  const find = (block: string): Answer => Object.values(view.state.values[block] ?? {})[0] ?? {}
  return {
    text: (block: string): string | undefined => find(block).value || undefined,
    option: (block: string): string | undefined => find(block).selected_option?.value || undefined,
    options: (block: string): string[] =>
      (find(block).selected_options ?? []).flatMap(({ value }) => (value === undefined ? [] : [value])),
    /** As `options`, with what they are called. */
    choices: (block: string): { value: string; text: string }[] =>
      (find(block).selected_options ?? []).flatMap(({ value, text }) =>
        value === undefined ? [] : [{ value, text: text?.text ?? value }],
      ),
    people: (block: string): readonly string[] => find(block).selected_users ?? [],
    person: (block: string): string | undefined => find(block).selected_user || undefined,
    place: (block: string): string | undefined => find(block).selected_conversation || undefined,
    places: (block: string): readonly string[] => find(block).selected_conversations ?? [],
    time: (block: string): string | undefined => find(block).selected_time || undefined,
    date: (block: string): string | undefined => find(block).selected_date || undefined,
    file: (block: string): string | undefined => find(block).files?.[0]?.id,
  }
}

/** What a form keeps for its own return, small. */
export const keep = (data: Readonly<Record<string, unknown>>): string => JSON.stringify(data)

export function kept<T extends z.ZodType>(view: SentView, schema: T): z.infer<T> {
  return schema.parse(JSON.parse(view.private_metadata || '{}'))
}
