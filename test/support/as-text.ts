/** A message, form or page as plain lines, so that a snapshot reads like what a person sees. */
type Json = Readonly<Record<string, unknown>>

export function asText(surface: unknown): string {
  const json = object(surface)
  const head =
    json.type === 'modal'
      ? [`▣ ${text(json.title)}`]
      : json.type === 'home'
        ? ['▣ Home']
        : [`(aloud) ${String(json.text).replaceAll('\n', ' ⏎ ')}`]
  const foot =
    json.type === 'modal'
      ? [
          `▣ ${[json.close, json.submit]
            .filter(Boolean)
            .map((one) => `[${text(one)}]`)
            .join(' ')}`,
        ]
      : []
  return [...head, ...list(json.blocks).map(block), ...foot].join('\n')
}

function block(given: Json): string {
  switch (given.type) {
    case 'header':
      return `# ${text(given.text)}`
    case 'divider':
      return '---'
    case 'context':
      return list(given.elements)
        .map((element) => `· ${text(element)}`)
        .join('\n')
    case 'section':
      return `${text(given.text)} ${control(object(given.accessory))}`
    case 'actions':
      return list(given.elements).map(control).join(' ')
    case 'image':
      return `(image: ${String(given.alt_text)})`
    case 'input':
      return input(given)
    default:
      return list(given.elements).map(rich).join('\n')
  }
}

function input(given: Json): string {
  const element = object(given.element)
  const star = given.optional ? '' : ' *'
  const hint = given.hint ? `  (${text(given.hint)})` : ''
  return `${text(given.label)}${star}: ${control(element)}${hint}`
}

function rich(element: Json): string {
  const elements = list(element.elements)
  if (element.type === 'rich_text_list') return elements.map((item) => `• ${rich(item)}`).join('\n')
  const line = elements.map(inline).join('').replaceAll('****', '')
  return element.type === 'rich_text_quote' ? line.replace(/^/gm, '> ') : line
}

function inline(item: Json): string {
  const style = object(item.style)
  const around = style.bold ? '**' : style.italic ? '_' : style.code ? '`' : ''
  return around + plainInline(item) + around
}

function plainInline(item: Json): string {
  if (item.type === 'user') return `@${String(item.user_id)}`
  if (item.type === 'channel') return `#${String(item.channel_id)}`
  if (item.type === 'link') return `[${String(item.text)}](${String(item.url)})`
  return String(item.text)
}

function control(given: Json): string {
  const chosen = [given.initial_value, given.initial_time, given.initial_date, given.initial_conversation]
    .concat(given.initial_user, given.initial_users, given.initial_conversations)
    .concat(
      [given.initial_option, ...list(given.initial_options)]
        .filter(Boolean)
        .map((one) => text(object(one).text)),
    )
    .filter((one) => one !== undefined)
    .join(', ')
  const name = `${String(given.type)}${chosen === '' ? '' : ` = ${chosen}`}`
  if (given.type === 'button') return `[${text(given.text)}]${given.confirm ? '?' : ''}`
  if (given.type === 'overflow')
    return `[${list(given.options)
      .map((option) => text(option.text))
      .join(' | ')}]`
  if (given.type === 'radio_buttons') return radios(given)
  return `{${given.placeholder ? `${text(given.placeholder)}: ` : ''}${name}}`
}

/** Each on a line of its own, with what is said below it. */
const radios = ({ options, initial_option }: Json): string =>
  list(options)
    .map((option) => {
      const isChosen = JSON.stringify(option) === JSON.stringify(initial_option)
      const below = option.description ? ` (${text(option.description)})` : ''
      return `\n  ${isChosen ? '◉' : '○'} ${text(option.text)}${below}`
    })
    .join('')

const text = (value: unknown): string => String(object(value).text ?? '')
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : [])
