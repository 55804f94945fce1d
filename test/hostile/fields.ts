/** Every field that people type into, found where all forms are: in the gallery. */
import { forms } from '../../src/views/ids.ts'
import { gallery } from '../views/gallery/index.ts'

type Block = {
  readonly type: string
  readonly block_id?: string
  readonly element?: { readonly type: string; readonly max_length?: number }
}
type Shown = { readonly callback_id?: string; readonly blocks?: readonly Block[] }

/** A field that is shown anew with other words has another name, `words-1` or `evidence:U1`: it is the same field. */
const nameOf = ({ block_id = '' }: Block): string => block_id.replace(/(?:-\d+|:.*)$/, '')

/** `story.tell words` → how much it takes, in code points. */
export function typedFields(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { callback_id, blocks = [] } of shownForms())
    for (const block of blocks) {
      if (block.element?.type !== 'plain_text_input') continue
      const name = `${callback_id} ${nameOf(block)}`
      const most = block.element.max_length ?? 3_000
      found.set(name, Math.min(most, found.get(name) ?? most))
    }
  return found
}

/** Forms that no example of the gallery shows: nobody knows what can be typed into them. */
export const unseenForms = (): string[] => {
  const seen = new Set(shownForms().map(({ callback_id }) => callback_id))
  return Object.values(forms).filter((id) => !seen.has(id))
}

function shownForms(): Shown[] {
  const shown = Object.values(gallery).flatMap((examples) =>
    Object.values(examples).flatMap((render) => [render()].flat() as Shown[]),
  )
  return shown.filter(({ callback_id }) => callback_id)
}
