import { useId } from 'react'
import type { Json } from '../../server/page-api/shapes.ts'
import { Element } from '../elements/element.tsx'
import { useSurface } from '../elements/surface.ts'
import { asObject, asText } from '../live/json.ts'
import { plainText } from './text.tsx'

const GROUPS = new Set(['radio_buttons', 'checkboxes', 'datetimepicker', 'file_input'])

/** A field of a form: label, element, hint, and what is wrong with it. */
export function InputBlock({ block }: { block: Json }) {
  const id = useId()
  const element = asObject(block.element)
  const blockId = asText(block.block_id) ?? ''
  const error = useSurface().errors[blockId]
  const hint = plainText(block.hint)
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const label = (
    <>
      {plainText(block.label)}
      {block.optional === true && <span className="optional"> (optional)</span>}
    </>
  )
  return (
    <div className={`input-block${error ? ' has-error' : ''}`} data-block={blockId}>
      {GROUPS.has(String(element.type)) ? (
        <span className="label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="label" htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
      )}
      <Element
        element={element}
        blockId={blockId}
        name={{
          id,
          labelledBy: `${id}-label`,
          describedBy: described || undefined,
          invalid: error !== undefined,
        }}
        input={{ optional: block.optional === true, dispatches: block.dispatch_action === true }}
      />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
