import type { Message, MessageRef, PretendSlack } from '../../../playground/server/index.ts'
import { says } from './colleague.ts'
import type { Reading } from './reading.ts'

export function createRoom(slack: PretendSlack, id: string, reading: Reading) {
  const room = {
    id,
    /** What Plaudit said in it, oldest first, without replies. */
    messages: (): Message[] => slack.messages(id).filter(({ user }) => user === slack.botUserId),
    /** As `messages`, as they are shown now. */
    texts: (): string[] => room.messages().map(reading.message),
    /** The newest message that says so, as soon as there is one. */
    shows: (text: string | RegExp): Promise<Message> =>
      slack.until(() => room.messages().findLast((one) => says(reading.message(one), text)), {
        what: `#${slack.channel(id).name} to show ${text}; it shows:\n${room.texts().join('\n————\n')}`,
      }),
    /** A message as it is shown now. */
    text({ ts }: MessageRef): string {
      const message = slack.message(id, ts)
      return message ? reading.message(message) : ''
    },
    replies: ({ ts }: MessageRef): Message[] => slack.replies(id, ts),
    replyTexts: (message: MessageRef): string[] => room.replies(message).map(reading.message),
  }
  return room
}
