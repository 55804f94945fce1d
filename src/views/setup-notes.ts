import type { Named, SettingChange } from '../domain/shown.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, bullets, type Line, lines, spoken, words } from './kit.ts'
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

/** To hosts: what somebody changed. `from` and `to` are readable already, and empty when there is nothing. */
export function setupChanged(by: Named, changes: readonly SettingChange[], { w }: Look): Message {
  const { setupChanged: s } = w
  const told = changes.slice(0, 20).map(({ key, from, to }) => ({
    name: s.names[key] ?? key,
    from: from || s.nothing,
    to: to || s.nothing,
  }))
  return {
    text: spoken(s.intro(by.name), ...told.map(({ name, from, to }) => s.change(name, from, to))),
    blocks: [
      ...lines([words(s.intro(by.name))]),
      ...bullets(told.map(({ name, from, to }): Line => [bold(`${name}: `), words(`${from} → ${to}`)])),
      row([button(s.open, actions.setupOpen, 'changed')]),
    ],
  }
}
