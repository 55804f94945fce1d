/**
 * Block Kit in small functions that cannot exceed its limits. Words that people typed only ever become text elements
 * of rich_text or plain_text objects, both shown as typed: there is no mrkdwn here, so nothing has to be escaped but
 * the plain text of a message.
 */
import type {
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  ImageBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
} from '@slack/types'
import { excerpt, isBlank, lengthOf } from '../domain/text.ts'
import type { Look } from './look.ts'

export type Inline = RichTextElement
/** Elements in a row; what is empty is left out. */
export type Line = readonly (Inline | readonly Inline[] | undefined)[]
type Style = NonNullable<Extract<Inline, { type: 'text' }>['style']>

export const words = (text: string, style?: Style): Inline => ({
  type: 'text',
  text,
  ...(style && { style }),
})
export const bold = (text: string): Inline => words(text, { bold: true })
export const italic = (text: string): Inline => words(text, { italic: true })
export const code = (text: string): Inline => words(text, { code: true })
export const mention = (personId: string, style?: Style): Inline => ({
  type: 'user',
  user_id: personId,
  ...(style && { style }),
})
export const channel = (channelId: string): Inline => ({ type: 'channel', channel_id: channelId })
export const link = (url: string, label: string): Inline => ({ type: 'link', url, text: label })

const FIRST_SLOT = 0xe000
const slot = (index: number): string => String.fromCharCode(FIRST_SLOT + index)

/**
 * A sentence of the wording with elements in its places: `fill((who) => w.headline(who), mention('U1'))`. The wording
 * puts them where its language wants them and never sees what is in them.
 */
export function fill(
  say: (...places: string[]) => string,
  elements: readonly (Inline | readonly Inline[])[],
  style?: Style,
): Inline[] {
  const sentence = say(...elements.map((_, index) => slot(index)))
  return [...sentence.matchAll(/[\ue000-\uf8ff]|[^\ue000-\uf8ff]+/g)].flatMap(([part]) => {
    const element = elements[part.charCodeAt(0) - FIRST_SLOT]
    return element === undefined ? [words(part, style)] : [element].flat()
  })
}

/** `@Bob, @Ana and @Cem`: only for the people whom a post is about. */
export const mentions = ({ w }: Look, personIds: readonly string[], style?: Style): Inline[] =>
  listOf(
    personIds.map((id) => mention(id, style)),
    w,
    style,
  )

/** `one, another and a third`, of anything. */
export const listOf = (items: readonly Inline[], w: Look['w'], style?: Style): Inline[] =>
  fill((...places) => w.list(places), items, style)

/** Lines of text in one block, without the ones that are empty; `undefined` when all are. */
export function lines(...given: readonly (Line | undefined)[]): RichTextBlock[] {
  const filled = given.map((line) => inlines(line ?? [])).filter((line) => line.length > 0)
  const elements = filled.flatMap((line, index) => (index === 0 ? line : [words('\n'), ...line]))
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements: [section(elements)] }]
}

/** A list with bullets; nothing when there is nothing to list. */
export function bullets(items: readonly Line[]): RichTextBlock[] {
  const elements = items.map((item) => section(inlines(item))).filter((item) => item.elements.length > 0)
  return elements.length === 0
    ? []
    : [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }]
}

/** Somebody's words, set off. */
export function quote(text: string): RichTextBlock[] {
  const elements = inlines([words(text)])
  return elements.length === 0
    ? []
    : [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] }]
}

export type Quoted = { readonly text: string; readonly below: Line }

/** The words of many, set off, each with a line of ours below: one block for all of them. */
export function quotes(all: readonly Quoted[]): RichTextBlock[] {
  const elements = all.flatMap(({ text, below }) => [
    { type: 'rich_text_quote' as const, elements: inlines([words(text)]) },
    section(inlines(below)),
  ])
  const filled = elements.filter((element) => element.elements.length > 0)
  return filled.length === 0 ? [] : [{ type: 'rich_text', elements: filled }]
}

const section = (elements: Inline[]): RichTextSection => ({ type: 'rich_text_section', elements })

// Slack refuses a text element without text.
const inlines = (line: Line): Inline[] =>
  line.flatMap((item) => item ?? []).filter((item) => item.type !== 'text' || item.text !== '')

/** The text if it fits, else its first words on one line; a sign of it when there is nothing to see. */
export function cut(text: string, max: number): string {
  if (isBlank(text)) return '…'
  return lengthOf(text) <= max ? text : excerpt(text, max)
}

export const plain = (text: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, max),
  emoji: false,
})

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, 150) })
export const divider = (): DividerBlock => ({ type: 'divider' })

/** A quiet line: `Shared by Alice · 12 people cheered`. */
export const context = (...parts: readonly (string | undefined)[]): ContextBlock => ({
  type: 'context',
  elements: [plain(parts.filter((part) => part !== undefined).join(' · '), 2000)],
})

export const photo = (fileId: string, alt: string): ImageBlock => ({
  type: 'image',
  slack_file: { id: fileId },
  alt_text: cut(alt, 2000),
})

/**
 * The plain text of a message. Slack reads it as its markup, so it is the one place where words are escaped; and it
 * refuses to update a message with more than 4,000 characters of it.
 */
export function spoken(...sentences: readonly (string | undefined)[]): string {
  const text = sentences.filter((sentence) => sentence !== undefined && !isBlank(sentence)).join('\n')
  const fitting = [3800, 1900, 760]
    .map((max) => escaped(cut(text, max)))
    .find((cutText) => lengthOf(cutText) <= 3900)
  return fitting ?? '…'
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** How many characters of text blocks hold, their links included: what Slack limits as a whole. */
export function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let size = 0
  for (const [key, inner] of Object.entries(value))
    size += typeof inner === 'string' && counted.has(key) ? lengthOf(inner) : sizeOf(inner)
  return size
}

const counted: ReadonlySet<string> = new Set(['text', 'url', 'alt_text'])
