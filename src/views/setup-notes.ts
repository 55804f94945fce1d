import type { CaptureChannel } from '../domain/capture-channel.ts'
import type { Named, SettingChange } from '../domain/shown.ts'
import type { Weekday } from '../domain/time.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, bullets, channel, cut, type Inline, type Line, lines, listOf, spoken, words } from './kit.ts'
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

/** To hosts: what somebody changed, from what to what. */
export function setupChanged(
  by: Named,
  changes: readonly SettingChange[],
  nameOf: (personId: string) => string,
  look: Look,
): Message {
  const { setupChanged: s } = look.w
  const told = changes.slice(0, 20).map(({ key, from, to }) => ({
    name: s.names[key] ?? key,
    from: sayValue(key, from, nameOf, look),
    to: sayValue(key, to, nameOf, look),
  }))
  return {
    text: spoken(s.intro(by.name), ...told.map(({ name }) => `${name}.`)),
    blocks: [
      ...lines([words(s.intro(by.name))]),
      ...bullets(told.map(({ name, from, to }): Line => [bold(`${name}: `), from, words(' → '), to])),
      row([button(s.open, actions.setupOpen, 'changed')]),
    ],
  }
}

/** A recorded value as a host reads it: channels as channels, people by name, yes and no as on and off. */
function sayValue(key: string, value: unknown, nameOf: (id: string) => string, { w }: Look): Inline[] {
  const { setupChanged: s, setup } = w
  if (typeof value === 'boolean') return [words(value ? s.on : s.off)]
  const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null)
  if (values.length === 0 || values[0] === '') return [words(s.nothing)]
  const said = values.flatMap((one): Inline | Inline[] => {
    if (key === 'captures') return captureOf(one as CaptureChannel)
    if (key === 'celebrationChannel' || key === 'digestChannels' || key === 'triageChannel')
      return channel(String(one))
    if (key === 'hosts' || key === 'managers') return words(cut(nameOf(String(one)), 80))
    if (key === 'managerGroup') return words(s.group)
    if (key === 'cheerEmoji') return words(one === 'any' ? s.anyEmoji : `:${one}:`)
    return words(days.includes(one) ? setup.weekdays[one as Weekday] : String(one))
  })
  return key === 'captures' ? said : listOf(said, w)
}

/** `#support :star2: `, one after the other. */
const captureOf = ({ channel: id, story, letter }: CaptureChannel): Inline[] => [
  channel(id),
  words(` ${[...story, ...letter].map((name) => `:${name}:`).join(' ')} `),
]

const days: readonly unknown[] = [1, 2, 3, 4, 5, 6, 7]
