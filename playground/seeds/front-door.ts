import type { Message, Person, PretendSlack, SubmitResult } from '../server/index.ts'
import type { Who } from './shapes.ts'

const PATIENCE_MS = 10_000

export const idOf = (who: Who): string => `U${who.toUpperCase()}`

/** Throws what the form said unless it was answered so. */
export function need(outcome: SubmitResult['outcome'], { outcome: got, ...said }: SubmitResult): void {
  if (got !== outcome) throw new Error(`A form was answered with ${got}: ${JSON.stringify(said)}`)
}

/** The app's first post in the channel at or after that instant. */
export const nextPost = (
  slack: PretendSlack,
  channel: string,
  since: number,
  what: string,
): Promise<Message> =>
  slack.until(
    () =>
      slack.messages(channel).find(({ user, ts }) => user === slack.botUserId && Number(ts) * 1000 >= since),
    { timeoutMs: PATIENCE_MS, what },
  )

/** Waits until the app has written one more direct message to each of them. */
export function notesTo(slack: PretendSlack, people: readonly Person[]): () => Promise<unknown> {
  const before = people.map((person) => person.dmMessages().length)
  return () =>
    slack.until(() => people.every((person, index) => person.dmMessages().length > (before[index] ?? 0)), {
      timeoutMs: PATIENCE_MS,
      what: `a direct message to ${people.map(({ id }) => id).join(', ')}`,
    })
}
