import type { Ephemeral, Message, PretendSlack, View } from '../../../playground/server/index.ts'
import { asText } from '../as-text.ts'

/** What people see, as plain lines: names for ids, no marks of style. */
export function createReading(slack: PretendSlack) {
  const named = (text: string): string =>
    text
      .replaceAll('**', '')
      .replace(/@(U\w+)/g, (all, id: string) => {
        const person = slack.people().find((one) => one.id === id)
        return person ? `@${person.name}` : all
      })
      .replace(/#([CG][A-Z]+)/g, (all, id: string) => {
        const channel = slack.channels().find((one) => one.id === id)
        return channel ? `#${channel.name}` : all
      })

  return {
    /** A message as it is shown: its blocks, without the text for notifications. */
    message({ text, blocks }: Pick<Message | Ephemeral, 'text' | 'blocks'>): string {
      if (!blocks) return text
      return named(asText({ type: 'message', blocks }).split('\n').slice(1).join('\n'))
    },
    /** A form or a Home page, with what is said under its fields. */
    view(view: View | undefined): string {
      if (!view) return ''
      const errors = Object.entries(view.errors).map(([field, sentence]) => `✗ ${field}: ${sentence}`)
      return named([asText({ ...view.source, blocks: view.blocks }), ...errors].join('\n'))
    },
  }
}
export type Reading = ReturnType<typeof createReading>
