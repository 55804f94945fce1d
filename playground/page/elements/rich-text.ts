import type { Json } from '../../server/page-api/shapes.ts'
import { asObject, asObjects, asText } from '../live/json.ts'

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' } as const
type Mark = keyof typeof STYLES

/** Typed words with marks → a rich_text block: lines that begin with > are quotes, with - or • a list. */
export function richText(typed: string): Json {
  const elements: Json[] = []
  for (const line of typed.split('\n')) {
    const last = elements.at(-1)
    const item = line.match(/^[-•] (.*)$/)?.[1]
    const quoted = line.match(/^> ?(.*)$/)?.[1]
    if (item !== undefined) {
      const entry = { type: 'rich_text_section', elements: inline(item) }
      if (last?.type === 'rich_text_list') asList(last).push(entry)
      else elements.push({ type: 'rich_text_list', style: 'bullet', elements: [entry] })
    } else if (quoted !== undefined) append(elements, 'rich_text_quote', quoted)
    else append(elements, 'rich_text_section', line)
  }
  return { type: 'rich_text', elements: elements.filter((part) => asList(part).length > 0) }
}

const asList = (part: Json): Json[] => part.elements as Json[]

function append(elements: Json[], type: string, line: string): void {
  const last = elements.at(-1)
  if (last?.type === type) asList(last).push({ type: 'text', text: '\n' }, ...inline(line))
  else elements.push({ type, elements: inline(line) })
}

const inline = (line: string): Json[] =>
  [...line.matchAll(/([*_~`])(\S(?:.*?\S)?)\1|[^*_~`]+|[*_~`]/g)].map(([whole, mark, words]) =>
    mark && words
      ? { type: 'text', text: words, style: { [STYLES[mark as Mark]]: true } }
      : { type: 'text', text: whole },
  )

/** The way back, for what the app filled in. */
export function markedUp(value: Json): string {
  return asObjects(value.elements)
    .map((part) => {
      if (part.type === 'rich_text_list')
        return asObjects(part.elements)
          .map((item) => `- ${wordsOf(item)}`)
          .join('\n')
      const words = wordsOf(part)
      return part.type === 'rich_text_quote' ? words.replace(/^/gm, '> ') : words
    })
    .join('\n')
}

const wordsOf = (part: Json): string =>
  asObjects(part.elements)
    .map((element) => {
      const style = asObject(element.style)
      const mark = (Object.keys(STYLES) as Mark[]).find((sign) => style[STYLES[sign]] === true) ?? ''
      return `${mark}${asText(element.text) ?? asText(element.url) ?? ''}${mark}`
    })
    .join('')
