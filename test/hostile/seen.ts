/** Whatever reached Slack, and whether what people typed is nothing but text in it. */
import type { PretendSlack } from '../../playground/server/index.ts'
import { MARK } from './corpus.ts'

/** Where typed text may stand: all of these are shown as they are, or to nobody. */
const places = [
  'text.text',
  'plain_text.text',
  'image.alt_text',
  'plain_text_input.initial_value',
  'modal.private_metadata', // kept for the form's own return
  'errors', // under a field, which Slack shows as it is
  'file.title',
  'message.alt_text', // of a file that is uploaded
  'button.value', // comes back when it is pressed
]

/** Every place that breaks a rule, with what stands there; and all that is shown, as one text. */
export function examine(slack: PretendSlack): { readonly unsafe: string[]; readonly shown: string } {
  const unsafe = new Set<string>()
  const shown: string[] = []
  const note = (place: string, text: string) => unsafe.add(`${place}: ${text.slice(0, 120)}`)

  const visit = (value: unknown, place: string, key: string): void => {
    if (typeof value === 'string') look(value, key === 'errors' ? 'errors' : place)
    if (typeof value !== 'object' || value === null) return
    const { type, url, user_id } = value as Record<string, unknown>
    if (/^(mrkdwn|broadcast|usergroup|emoji|markdown)$/.test(String(type)))
      note('markup', JSON.stringify(value))
    if (type === 'user' && !String(user_id).startsWith('U')) note('mention', JSON.stringify(value))
    if (
      typeof url === 'string' &&
      type === 'link' &&
      !/^https:\/\/(plaudit\.slack\.com|api\.slack\.com|desk\.example)\//.test(url)
    )
      note('link', url)
    for (const [name, inner] of Object.entries(value))
      visit(
        inner,
        Array.isArray(value) ? place : `${String(type ?? key)}.${name}`,
        Array.isArray(value) ? key : name,
      )
  }
  const look = (text: string, place: string) => {
    shown.push(text)
    if (!text.includes(MARK)) return
    if (place === 'message.text') {
      if (/[<>]|&(?!amp;|lt;|gt;)/.test(text)) note(place, text)
    } else if (!places.includes(place) && !place.startsWith('errors.')) note(place, text)
    if (!text.isWellFormed() || text.includes('\0')) note('broken character', text)
  }

  for (const { direction, payload, answer } of slack.log())
    if (direction === 'to slack') visit(unpacked(payload), '', 'message')
    else visit(answer, '', 'message')
  return { unsafe: [...unsafe], shown: shown.join('\n') }
}

/** Blocks, views and files travel as JSON in a form. */
function unpacked(payload: object): unknown {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      const isJson = typeof value === 'string' && /^[[{]/.test(value)
      return [name === 'files' ? 'file' : name, isJson ? JSON.parse(value) : value]
    }),
  )
}
