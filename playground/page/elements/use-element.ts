import { asText } from '../live/json.ts'
import { type ElementProps, type FieldValue, useSurface } from './surface.ts'

/** What an element holds, and how it changes: outside of input blocks, or when told to, the app hears of it at once. */
export function useElement({ element, blockId, input }: ElementProps) {
  const surface = useSurface()
  const actionId = asText(element.action_id) ?? ''
  const press = (picked: FieldValue) => surface.press({ blockId, actionId, picked, confirm: element.confirm })
  return {
    surface,
    actionId,
    value: surface.value(blockId, element),
    busy: surface.busy === `${blockId}/${actionId}`,
    /** Keeps what is typed, and sends nothing. */
    keep: (value: FieldValue) => surface.change(blockId, actionId, value),
    press,
    async change(value: FieldValue) {
      const before = surface.value(blockId, element)
      surface.change(blockId, actionId, value)
      if (input && !input.dispatches) return
      if (!(await press(value))) surface.change(blockId, actionId, before ?? null)
    },
  }
}
