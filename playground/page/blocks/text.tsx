import { asObject, asText } from '../live/json.ts'
import { withEmoji } from './emoji.ts'
import { LibraryBlocks } from './library.tsx'

/** A text object: plain text exactly as it is, markup through the library. */
export function Text({ of }: { of: unknown }) {
  const text = asObject(of)
  const words = asText(text.text) ?? ''
  if (text.type === 'mrkdwn') return <Markup text={words} />
  return <span className="as-typed">{text.emoji === false ? words : withEmoji(words)}</span>
}

export const Markup = ({ text }: { text: string }) => (
  <LibraryBlocks blocks={[{ type: 'section', text: { type: 'mrkdwn', text } }]} />
)

/** The words of a text object, for a label or a name. */
export function plainText(of: unknown): string | undefined {
  const text = asObject(of)
  const words = asText(text.text)
  return words === undefined || text.emoji === false ? words : withEmoji(words)
}
