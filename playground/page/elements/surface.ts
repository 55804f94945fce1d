import { createContext, useContext } from 'react'
import type { Fields, Json, Where } from '../../server/page-api/shapes.ts'

export type FieldValue = Fields[string]

export type Pressed = {
  blockId: string
  actionId: string
  /** A button's own value. */
  value?: string | undefined
  /** What was picked in a menu, a date picker and the like. */
  picked?: FieldValue | undefined
  /** The element's confirmation, to be asked for first. */
  confirm?: unknown
}

/** What elements stand on: a message, a form, a Home tab. */
export type Surface = {
  where: Where
  /** What is typed or picked, undefined when nobody touched it. */
  value(blockId: string, element: Json): FieldValue | undefined
  change(blockId: string, actionId: string, value: FieldValue): void
  /** Resolves with false when the person said no, or the app failed. */
  press(pressed: Pressed): Promise<boolean>
  /** `block_id/action_id` of what is being pressed. */
  busy: string | null
  suggest(actionId: string, text: string): Promise<Json[]>
  /** block_id → what is wrong with it. */
  errors: Record<string, string>
}

export const SurfaceContext = createContext<Surface | null>(null)

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext)
  if (surface === null) throw new Error('an element stands on a message, a form or a Home tab')
  return surface
}

/** How an element is called and described. */
export type ElementName = {
  id?: string
  label?: string | undefined
  labelledBy?: string
  describedBy?: string | undefined
  invalid?: boolean
}

export type ElementProps = {
  element: Json
  blockId: string
  name: ElementName
  /** Set for the element of an input block, which is sent with the form and not at once. */
  input?: { optional: boolean; dispatches: boolean }
}
