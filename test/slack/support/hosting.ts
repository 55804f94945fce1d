import { onTop } from '../../support/plaudit/list.ts'
import type { Colleague } from '../../support/plaudit.ts'

type Menu = { readonly action_id?: string; readonly options?: readonly { readonly value: string }[] }
type Block = { readonly block_id?: string; readonly elements?: readonly Menu[]; readonly accessory?: Menu }

/** The menus of the list of rounds that is open, from top to bottom: the block's id, and what can be chosen. */
export function menusIn(host: Colleague): { blockId: string; values: string[] }[] {
  return (onTop(host).blocks as Block[]).flatMap(({ block_id = '', elements = [], accessory }) =>
    [...elements, ...(accessory ? [accessory] : [])].flatMap(({ action_id, options = [] }) =>
      action_id === 'round.menu' ? [{ blockId: block_id, values: options.map(({ value }) => value) }] : [],
    ),
  )
}

export const verbsOf = (values: readonly string[]): string[] =>
  values.map((value) => value.slice(0, value.indexOf(':')))

/** Chooses in the menu of the list that is open: of the first round that offers it. The form takes the list's place. */
export async function picksOf(host: Colleague, verb: string): Promise<void> {
  const found = menusIn(host).flatMap(({ blockId, values }) =>
    values.filter((value) => value.startsWith(`${verb}:`)).map((value) => ({ blockId, value })),
  )[0]
  if (!found) throw new Error(`no round offers ${verb}: ${JSON.stringify(menusIn(host))}`)
  const where = { actionId: 'round.menu', blockId: found.blockId }
  await host.seesChange(() => host.presses(onTop(host), where, found.value))
}
