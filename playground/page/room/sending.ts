import { act } from '../live/act.ts'
import { seen } from '../live/store.ts'

/** Sends what was typed into a channel: a command, or words. Says what is wrong, or null. */
export async function sendTyped(channel: string, text: string): Promise<string | null> {
  const [name = ''] = text.split(/\s/)
  if (!/^\/[a-z]/i.test(text)) return problem(await act({ do: 'say', channel, text }))
  if (name === '/invite')
    return problem(await act({ do: 'invite', channel, name: text.slice(name.length).trim() }))
  const known = seen().commands.some(({ command }) => command === name)
  if (!known) return `${name} is not a valid command. Type / to see those that are.`
  return problem(await act({ do: 'command', channel, name, text: text.slice(name.length).trim() }))
}

export async function sendReply(channel: string, thread: string, text: string): Promise<string | null> {
  if (/^\/[a-z]/i.test(text)) return 'Commands do not work in threads. Type it in the channel instead.'
  return problem(await act({ do: 'say', channel, text, thread }))
}

const problem = ({ ok, error }: { ok: boolean; error?: string }): string | null =>
  ok ? null : (error ?? 'That did not work. Try again.')
