import type { Named } from '../domain/shown.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

/** Before the setup: to an admin with the button that opens it, to everybody else whom to ask. */
export function setupHint(
  { maySetUp, hosts = [] }: { readonly maySetUp: boolean; readonly hosts?: readonly Named[] },
  { w }: Look,
): Message {
  const { setupHint: s } = w
  const names = hosts.map(({ name }) => name)
  const toOthers = names.length > 0 ? s.toOthersWithHosts(names) : s.toOthers
  const sentence = maySetUp ? s.toAdmin : toOthers
  const open = button(s.open, actions.setupOpen, 'hint', { style: 'primary' })
  return { text: spoken(sentence), blocks: [...lines([words(sentence)]), ...(maySetUp ? [row([open])] : [])] }
}
