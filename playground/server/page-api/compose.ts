import type { Json, PretendSlack } from '../index.ts'

/** What Slack's composer makes of typed words: the message's text, and the block with its mentions, links and emoji. */
export type Composed = { text: string; blocks: Json[] }

type Piece = { text: string; element: Json }

const BROADCASTS = ['here', 'channel', 'everyone']

export function compose(slack: PretendSlack, typed: string): Composed {
  const pieces = piecesOf(typed, namesOf(slack))
  const elements = pieces.map(({ element }) => element)
  return {
    text: pieces.map(({ text }) => text).join(''),
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
  }
}

/** Every name that can be mentioned, in lower case with its sign, longest first. */
function namesOf(slack: PretendSlack): [string, Piece][] {
  const names: [string, Piece][] = BROADCASTS.map((range) => [
    `@${range}`,
    { text: `<!${range}>`, element: { type: 'broadcast', range } },
  ])
  for (const { id, realName, displayName, name } of slack.people().filter(({ deleted }) => !deleted))
    for (const known of [realName, displayName, name])
      names.push([`@${known.toLowerCase()}`, { text: `<@${id}>`, element: { type: 'user', user_id: id } }])
  for (const { id, handle } of slack.groups())
    names.push([
      `@${handle.toLowerCase()}`,
      { text: `<!subteam^${id}>`, element: { type: 'usergroup', usergroup_id: id } },
    ])
  for (const { id, name } of slack.channels().filter(({ kind }) => kind === 'public'))
    names.push([`#${name}`, { text: `<#${id}>`, element: { type: 'channel', channel_id: id } }])
  return names.sort(([a], [b]) => b.length - a.length)
}

function piecesOf(typed: string, names: [string, Piece][]): Piece[] {
  const pieces: Piece[] = []
  let words = ''
  const flush = () => {
    if (words !== '') pieces.push({ text: escaped(words), element: { type: 'text', text: words } })
    words = ''
  }
  for (let at = 0; at < typed.length; ) {
    const startsWord = at === 0 || /[\s(,;:"'/]/.test(typed[at - 1] ?? '')
    const found = startsWord ? specialAt(typed.slice(at), names) : undefined
    if (found) {
      flush()
      pieces.push(found.piece)
    } else words += typed[at]
    at += found?.length ?? 1
  }
  flush()
  return pieces
}

function specialAt(rest: string, names: [string, Piece][]): { piece: Piece; length: number } | undefined {
  if (/^[@#]/.test(rest)) {
    const lower = rest.slice(0, 80).toLowerCase()
    const found = names.find(
      ([name]) => lower.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(rest.slice(name.length)),
    )
    if (found) return { piece: found[1], length: found[0].length }
  }
  const url = rest.match(/^https?:\/\/[^\s<>]+/)?.[0]
  if (url) return { piece: { text: `<${url}>`, element: { type: 'link', url } }, length: url.length }
  const emoji = rest.match(/^:([a-z0-9_+-]+):/)
  if (emoji?.[1])
    return { piece: { text: emoji[0], element: { type: 'emoji', name: emoji[1] } }, length: emoji[0].length }
  return undefined
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
