import type { CaptureKind } from './capture.ts'
import { emojiNamesIn, isEmojiName, normalEmoji } from './cheer.ts'
import { Problem } from './problem.ts'

/** In which channel which emoji ask whoever reacts. Normal names, see `normalEmoji`. */
export type CaptureChannel = {
  readonly channel: string
  readonly story: readonly string[]
  readonly letter: readonly string[]
}

/** As typed. Both blank: nothing is captured in that channel any more. */
export type CaptureInput = {
  readonly channel?: string | undefined
  readonly story?: string | undefined
  readonly letter?: string | undefined
}

/** Which kind of story a reaction in a channel suggests; `undefined` for all other reactions. */
export function captureKindOf(
  captures: readonly CaptureChannel[],
  channel: string,
  emoji: string,
): CaptureKind | undefined {
  const here = captures.find((one) => one.channel === channel)
  if (!here) return undefined
  const name = normalEmoji(emoji)
  if (here.story.includes(name)) return 'wow'
  return here.letter.includes(name) ? 'letter' : undefined
}

const MOST_EMOJI = 10
const MOST_CHANNELS = 50

/**
 * What is captured after the form. Adds to `problems`: `capture.channel-needed`, `capture.too-many-channels {max}` on `channel`;
 * `settings.emoji-unreadable {words}`, `capture.emoji-too-many {max}` on `story` and `letter`, and `capture.emoji-twice
 * {names}` on `letter`.
 */
export function changedCaptures(
  captures: readonly CaptureChannel[],
  input: CaptureInput,
  problems: Problem[],
): readonly CaptureChannel[] {
  const { channel } = input
  const story = readEmoji(input.story, 'story', problems)
  const letter = readEmoji(input.letter, 'letter', problems)
  const twice = letter.filter((name) => story.includes(name))
  if (twice.length > 0) refuse(problems, 'capture.emoji-twice', 'letter', { names: twice })
  if (!channel) {
    refuse(problems, 'capture.channel-needed', 'channel')
    return captures
  }
  const others = captures.filter((one) => one.channel !== channel)
  if (story.length + letter.length === 0) return others
  if (others.length >= MOST_CHANNELS) {
    refuse(problems, 'capture.too-many-channels', 'channel', { max: MOST_CHANNELS })
  }
  return [...others, { channel, story, letter }]
}

function readEmoji(typed: string | undefined, field: 'story' | 'letter', problems: Problem[]): string[] {
  const names = emojiNamesIn(typed ?? '')
  const unreadable = names.filter((name) => !isEmojiName(name))
  if (unreadable.length > 0) refuse(problems, 'settings.emoji-unreadable', field, { words: unreadable })
  if (names.length > MOST_EMOJI) refuse(problems, 'capture.emoji-too-many', field, { max: MOST_EMOJI })
  return names
}

const refuse = (problems: Problem[], key: string, field: string, details: Problem['details'] = {}) =>
  problems.push(new Problem('invalid', key, field, details))
