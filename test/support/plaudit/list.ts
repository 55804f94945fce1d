import type { View } from '../../../playground/server/index.ts'
import type { Colleague } from './colleague.ts'

type Element = { readonly action_id?: string; readonly value?: string }
type Block = { readonly elements?: readonly Element[]; readonly accessory?: Element }

/** The form on top. */
export function onTop(who: Colleague): View {
  const view = who.slack.modal()
  if (!view) throw new Error(`${who.name} has no form open`)
  return view
}

/** A button of a list in a form; with `name`, the first one from the line that says so. */
export function buttonIn(view: View, action: string, name = ''): { actionId: string; value: string } {
  const from = view.blocks.findIndex((block) => JSON.stringify(block).includes(name))
  const elements = (view.blocks.slice(Math.max(0, from)) as Block[]).flatMap(
    ({ elements = [], accessory }) => (accessory ? [accessory] : elements),
  )
  const found = elements.find((element) => element.action_id === action)
  if (from < 0 || !found) throw new Error(`no ${action} at ${JSON.stringify(name)} in "${view.title}"`)
  return { actionId: action, value: found.value ?? '' }
}

/** What is chosen in the menu beside the prize of that name, as `presses` takes it. */
export function menuIn(
  view: View,
  verb: 'edit' | 'retire',
  name: string,
): [where: { actionId: string; blockId: string }, value: string] {
  const line = view.blocks.find((block) => JSON.stringify(block).includes(name)) as
    | { block_id: string; accessory?: { action_id: string; options: { value: string }[] } }
    | undefined
  const value = line?.accessory?.options.find((option) => option.value.startsWith(`${verb}:`))?.value
  if (!line?.accessory || !value) throw new Error(`no menu to ${verb} ${name} in "${view.title}"`)
  return [{ actionId: line.accessory.action_id, blockId: line.block_id }, value]
}

/** Chooses in the menu beside the prize of that name, and waits until the form has changed. */
export async function picksIn(who: Colleague, verb: 'edit' | 'retire', name: string): Promise<void> {
  const view = onTop(who)
  await who.seesChange(() => who.presses(view, ...menuIn(view, verb, name)))
}

/** Presses a button of the form on top, and waits until the form has changed. */
export async function pressesIn(who: Colleague, action: string, name?: string): Promise<void> {
  const view = onTop(who)
  await who.seesChange(() => who.presses(view, buttonIn(view, action, name)))
}

/** Chooses in the form on top what the app hears of at once. */
export async function choosesIn(who: Colleague, action: string, value: string): Promise<void> {
  await who.seesChange(() => who.presses(onTop(who), action, value))
}
