import { useSeen } from '../live/store.ts'

export type Completion = {
  key: string
  text: string
  hint: string
  /** What replaces the typed letters from `from` to the caret. */
  insert: string
  from: number
  person?: string
}

const MOST = 8

/** Slack's own, which apps ask for. */
const INVITE = {
  command: '/invite',
  usageHint: '[@somebody]',
  description: 'Bring somebody into this channel',
}

/** What may be meant: a command at the beginning, a person or a group after @, a channel after #. */
export function useCompletions(
  text: string,
  caret: number,
  commandsWork: boolean,
): { completions: Completion[]; hint: string | undefined } {
  const commands = useSeen((state) => state.commands)
  const people = useSeen((state) => state.people)
  const groups = useSeen((state) => state.groups)
  const channels = useSeen((state) => state.channels)
  const before = text.slice(0, caret)

  const command = commandsWork ? before.match(/^\/\S*$/)?.[0] : undefined
  if (command !== undefined) {
    const fitting = [...commands, INVITE].filter((entry) => entry.command.startsWith(command.toLowerCase()))
    const completions = fitting.map((entry) => ({
      key: entry.command,
      text: [entry.command, entry.usageHint].filter(Boolean).join(' '),
      hint: entry.description,
      insert: `${entry.command} `,
      from: 0,
    }))
    return { completions, hint: undefined }
  }
  const exact = commandsWork ? commands.find((entry) => text === `${entry.command} `) : undefined
  const mention = before.match(/(?:^|\s)([@#])([^@#\n]{0,30})$/)
  if (!mention) return { completions: [], hint: exact?.usageHint }
  const [, sign = '', typed = ''] = mention
  const from = caret - typed.length - 1
  const wanted = typed.toLowerCase()
  const fits = (...names: string[]) => names.some((name) => name.toLowerCase().startsWith(wanted))
  const named =
    sign === '#'
      ? channels
          .filter(({ kind, name }) => kind === 'public' && fits(name))
          .map(({ id, name }) => ({ key: id, text: `#${name}`, hint: '', insert: `#${name} `, from }))
      : [
          ...people
            .filter(({ id, deleted }) => !deleted && id !== 'USLACKBOT')
            .filter(({ displayName, realName, name }) => fits(displayName, name, ...realName.split(' ')))
            .map(({ id, displayName, name, isBot }) => ({
              key: id,
              text: displayName,
              hint: isBot ? 'app' : `@${name}`,
              insert: `@${displayName} `,
              from,
              person: id,
            })),
          ...groups
            .filter(({ handle, name }) => fits(handle, name))
            .map(({ id, handle, name }) => ({
              key: id,
              text: `@${handle}`,
              hint: name,
              insert: `@${handle} `,
              from,
            })),
        ]
  return { completions: named.slice(0, MOST), hint: undefined }
}
