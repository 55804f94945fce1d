import { anything, boolean, byType, integer, list, oneOf, type Rule, shape, string } from './check.ts'

const style = shape(
  {
    bold: boolean,
    italic: boolean,
    strike: boolean,
    code: boolean,
    underline: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
  [],
)

const type = anything
const inline = byType({
  text: shape({ type, text: string(Number.POSITIVE_INFINITY, 1), style }, ['text']),
  link: shape({ type, url: string(3000, 1), text: string(), unsafe: boolean, style }, ['url']),
  emoji: shape({ type, name: string(255, 1), unicode: string(), skin_tone: integer(1, 6), style }, ['name']),
  user: shape({ type, user_id: string(255, 1), style }, ['user_id']),
  usergroup: shape({ type, usergroup_id: string(255, 1), style }, ['usergroup_id']),
  channel: shape({ type, channel_id: string(255, 1), style }, ['channel_id']),
  broadcast: shape({ type, range: oneOf('here', 'channel', 'everyone'), style }, ['range']),
  color: shape({ type, value: string(), style }, ['value']),
  date: shape(
    {
      type,
      timestamp: integer(0, Number.MAX_SAFE_INTEGER),
      format: string(255, 1),
      url: string(),
      fallback: string(),
      style,
    },
    ['timestamp', 'format'],
  ),
})

const many = Number.POSITIVE_INFINITY
const inlines = list(inline, 0, many)
const section = shape({ type, elements: inlines }, ['elements'])
const border = integer(0, 1000)

/** The four parts that a rich_text block is made of. */
const part = byType({
  rich_text_section: section,
  rich_text_list: shape(
    {
      type,
      style: oneOf('bullet', 'ordered'),
      indent: integer(0, 8),
      offset: integer(0, 1000),
      border,
      elements: list(byType({ rich_text_section: section }), 1, many),
    },
    ['style', 'elements'],
  ),
  rich_text_preformatted: shape({ type, elements: inlines, border, language: string() }, ['elements']),
  rich_text_quote: shape({ type, elements: inlines, border }, ['elements']),
})

export const richText: Rule = shape(
  { type: oneOf('rich_text'), block_id: string(255), elements: list(part, 0, many) },
  ['type', 'elements'],
)
