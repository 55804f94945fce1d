import { get, search } from 'node-emoji'

/** Names that Slack knows and the library does not. */
const MORE: Record<string, string> = {
  thumbsup: '👍',
  thumbsdown: '👎',
  'star-struck': '🤩',
  hugging_face: '🤗',
  first_place_medal: '🥇',
  medal: '🏅',
  bow: '🙇',
  partying_face: '🥳',
}

/** What the small picker offers first. */
export const FAVOURITES = [
  'clap',
  'tada',
  'raised_hands',
  'heart',
  'star-struck',
  'fire',
  'rocket',
  'trophy',
  'pray',
  'muscle',
  'sparkles',
  'bouquet',
  '+1',
  'eyes',
  'white_check_mark',
  'smile',
  'joy',
  'hugging_face',
  'wave',
  '100',
  'airplane',
  'hospital',
  'hammer',
  'bulb',
]

/** `clap::skin-tone-3` → 👏; a name nobody knows stays `:name:`. */
export function emojiOf(name: string): string {
  const [plain = name, tone] = name.split('::skin-tone-')
  const sign = MORE[plain] ?? get(plain)
  if (sign === undefined) return `:${name}:`
  return tone ? sign + String.fromCodePoint(0x1f3f9 + Number(tone)) : sign
}

export function findEmoji(text: string): string[] {
  const wanted = text.trim().toLowerCase().replaceAll(':', '')
  if (wanted === '') return FAVOURITES
  const known = Object.keys(MORE).filter((name) => name.includes(wanted))
  return [...new Set([...known, ...search(wanted).map(({ name }) => name)])].slice(0, 24)
}

/** `:clap:` in plain text that allows emoji. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+(?:::skin-tone-[2-6])?):/g, (_whole, name: string) => emojiOf(name))
