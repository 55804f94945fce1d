import { mayCheer, type Person } from './person.ts'

/** Which emoji count as cheers: any, or the normal names (see `normalEmoji`) in the list. */
export type CheerEmoji = 'any' | readonly string[]

/** That somebody put an emoji on a story (`isOn`) or took it off. */
export type Reaction = {
  readonly storyId: string
  readonly personId: string
  /** As the platform named it, or `cheerButton`. */
  readonly emoji: string
  readonly isOn: boolean
  /** The platform's own time of the event: text of fixed width, which sorts as time. */
  readonly at: string
}

/** The card's Cheer button, kept among the reactions: no emoji can have this name, and it counts whatever the setting. */
export const cheerButton = 'plaudit:button'

/** Names of the same emoji, and the one that is kept. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['thumbsup', '+1'],
  ['thumbsdown', '-1'],
  ['reversed_hand_with_middle_finger_extended', 'middle_finger'],
  ['poop', 'hankey'],
  ['shit', 'hankey'],
  ['serious_face_with_symbols_covering_mouth', 'face_with_symbols_on_mouth'],
  ['face_with_open_mouth_vomiting', 'face_vomiting'],
  ['satisfied', 'laughing'],
  ['punch', 'facepunch'],
  ['raised_hand', 'hand'],
  ['collision', 'boom'],
  ['honeybee', 'bee'],
  ['grinning_face_with_star_eyes', 'star-struck'],
])

/**
 * They disapprove, refuse, mock or insult, and a champion should never read them as applause. Sadness stays: a story can
 * be moving, and tears are kind.
 */
const unkind: ReadonlySet<string> = new Set([
  ...['-1', 'middle_finger', 'hankey', 'clown_face', 'face_vomiting', 'nauseated_face'],
  ...['angry', 'rage', 'face_with_symbols_on_mouth', 'face_with_rolling_eyes', 'unamused', 'yawning_face'],
  ...['no_entry', 'no_entry_sign', 'octagonal_sign', 'x', 'negative_squared_cross_mark', 'wastebasket'],
  ...['no_good', 'woman-gesturing-no', 'man-gesturing-no', 'downvote', 'boo'],
])

const SKIN_TONES = /(?:::skin-tone-\d)+$/

/** One name for an emoji: in small letters, without skin tones, aliases folded (`thumbsup::skin-tone-3` → `+1`). */
export function normalEmoji(name: string): string {
  const plain = name.toLowerCase().replace(SKIN_TONES, '')
  return aliases.get(plain) ?? plain
}

/** The emoji in what somebody typed, ":tada: :heart:" or "tada, heart", by their normal names. */
export function emojiNamesIn(typed: string): string[] {
  const words = typed.split(/[\s,;]+|(?<=:)(?=:)/u).filter((word) => !/^(?::?skin-tone-\d:?)?$/.test(word))
  return [...new Set(words.map((word) => normalEmoji(word.replace(/^:|:$/g, ''))))]
}

export const isEmojiName = (name: string): boolean => /^[\p{L}\p{M}\p{N}_+'-]{1,100}$/u.test(name)

/** Whether the emoji says no rather than bravo, whatever hosts set. */
export function neverCheers(emoji: string): boolean {
  return unkind.has(normalEmoji(emoji))
}

export function countsAsCheer(emoji: string, setting: CheerEmoji): boolean {
  if (emoji === cheerButton) return true
  if (neverCheers(emoji)) return false
  return setting === 'any' || setting.includes(normalEmoji(emoji))
}

/** Champions do not cheer for themselves; for the rest see `mayCheer`. */
export function mayCheerFor(story: { readonly championIds: readonly string[] }, person: Person): boolean {
  return mayCheer(person) && !story.championIds.includes(person.id)
}

/**
 * Where the reactions settle: of each story, person and emoji the one that happened last by the platform's time. Which
 * order they come in and how often changes nothing: of two at the same time the one that takes off wins, for a cheer too
 * few is mended by a tap. Skin tones are apart here, for one can be taken off while the other stays.
 */
export function latest(reactions: Iterable<Reaction>): Reaction[] {
  const last = new Map<string, Reaction>()
  for (const reaction of reactions) {
    const key = JSON.stringify([reaction.storyId, reaction.personId, reaction.emoji])
    const known = last.get(key)
    if (known === undefined || supersedes(reaction, known)) last.set(key, reaction)
  }
  return [...last.values()]
}

/** Whether `news` of the same story, person and emoji replaces what is `known`. */
export function supersedes(news: Reaction, known: Reaction): boolean {
  return news.at > known.at || (news.at === known.at && !news.isOn)
}
