/** How tests of the real process look at what came of it; they run with and without jest. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '../../playground/server/index.ts'

/** Reads the database from outside. */
type Read = { readonly read: <Row>(sql: string, ...args: unknown[]) => Row[] }

/** How often the message shows these words. */
export const sayings = (messages: readonly Message[], words: string): number =>
  messages.filter((message) => JSON.stringify(message.blocks ?? message.text).includes(words)).length

/** Looks again and again until it holds: for what the pretend Slack cannot see. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 10_000,
): Promise<void> {
  const giveUpAt = performance.now() + timeoutMs
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`)
    await pause(20)
  }
}

const TO_SAY =
  "select count(*) as n from deliveries where state = 'sending' or (state = 'waiting' and post_id is null)"
const TO_HEAR = 'select count(*) as n from inbox'

/** Waits until nothing is left to be said anew and everything heard was acted on. */
export const settled = ({ read }: Read, timeoutMs = 15_000): Promise<void> =>
  eventually(
    () => [TO_SAY, TO_HEAR].every((sql) => read<{ n: number }>(sql)[0]?.n === 0),
    'everything to be said and heard',
    timeoutMs,
  )
