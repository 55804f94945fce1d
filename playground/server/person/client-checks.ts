import { typedValue } from '../blocks/values.ts'
import { elementsOf, type Found } from '../blocks/walk.ts'
import { asList, asObject, asObjects, asText, codePoints } from '../json.ts'
import type { View } from '../types.ts'

/** What Slack's own client says under the fields before it sends anything: block_id → sentence. */
export function clientErrors(view: View): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const found of elementsOf(view.blocks)) {
    if (found.block.type !== 'input') continue
    const problem = fieldProblem(found, typedValue(view.state, found))
    if (problem !== undefined) errors[found.blockId] = problem
  }
  return errors
}

function fieldProblem(found: Found, value: unknown): string | undefined {
  const { block, element, type } = found
  if (value === undefined || (type === 'rich_text_input' && richLength(value) === 0))
    return block.optional === true ? undefined : 'Please complete this required field.'
  if (type === 'plain_text_input') return lengthProblem(String(value), element)
  if (type === 'number_input') return numberProblem(String(value), element)
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)))
    return 'Please enter a valid email address.'
  if (type === 'url_text_input' && !URL.canParse(String(value))) return 'Please enter a valid URL.'
  if (type === 'file_input') return filesProblem(asList(value), element)
  const most = element.max_selected_items
  if (typeof most === 'number' && asList(value).length > most) return `Please select at most ${most} items.`
  return undefined
}

function lengthProblem(text: string, element: Found['element']): string | undefined {
  const min = typeof element.min_length === 'number' ? element.min_length : 0
  const max = typeof element.max_length === 'number' ? element.max_length : 3000
  const length = codePoints(text)
  if (length < min) return `Please enter at least ${min} characters.`
  if (length > max) return `Please enter at most ${max} characters.`
  return undefined
}

function numberProblem(text: string, element: Found['element']): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'Please enter a number.'
  if (element.is_decimal_allowed !== true && text.includes('.')) return 'Please enter a whole number.'
  if (element.min_value !== undefined && Number(text) < Number(element.min_value))
    return `Please enter a number of at least ${String(element.min_value)}.`
  if (element.max_value !== undefined && Number(text) > Number(element.max_value))
    return `Please enter a number of at most ${String(element.max_value)}.`
  return undefined
}

function filesProblem(files: unknown[], element: Found['element']): string | undefined {
  const most = typeof element.max_files === 'number' ? element.max_files : 10
  if (files.length > most) return `Please add at most ${most} files.`
  const types = asList(element.filetypes).map(String)
  const wrong = asObjects(files).find((file) => types.length > 0 && !types.includes(String(file.filetype)))
  return wrong ? `This file type is not supported: ${String(wrong.name)}` : undefined
}

function richLength(value: unknown): number {
  const elements = asObjects(asObject(value).elements)
  return elements.reduce((sum, part) => {
    const own = asText(part.text)?.length ?? (part.type && !part.elements ? 1 : 0)
    return sum + own + richLength(part)
  }, 0)
}
