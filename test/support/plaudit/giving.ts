import type { MessageRef, SubmitResult, Values, View } from '../../../playground/server/index.ts'
import type { Colleague } from './colleague.ts'

type Option = { readonly text: { readonly text: string }; readonly value: string }

/** What the form calls the prize whose name begins so: `A day off`. */
export function prizeIn(form: View, name: string): string {
  const field = form.blocks.find(({ block_id }) => block_id === 'prizeId') as
    | { element: { options: Option[] } }
    | undefined
  const options = field?.element.options ?? []
  const found = options.find(({ text }) => text.text.startsWith(name))
  if (!found) throw new Error(`no ${name}, but ${options.map(({ text }) => text.text).join(', ')}`)
  return found.value
}

export const REASON = 'Nobody would have asked, and Bob stayed.'

/** Presses `Award a prize` on a story's card, and sends the form. */
export async function awards(
  manager: Colleague,
  card: MessageRef,
  prize: string,
  values: Values = {},
): Promise<SubmitResult> {
  await manager.presses(card, 'prize.award')
  const form = await manager.form()
  return manager.submits({ prizeId: prizeIn(form, prize), reason: REASON, ...values })
}
