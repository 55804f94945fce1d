import { useState } from 'react'
import type { Fields, Json, ShownView, Where } from '../../server/page-api/shapes.ts'
import { act } from '../live/act.ts'
import { asObject, asObjects, asText, isObject } from '../live/json.ts'
import { areYouSure } from '../ui/confirm.tsx'
import type { FieldValue, Pressed, Surface } from './surface.ts'
import { initialOf, sent, valueIn } from './values.ts'

const NO_ERRORS = {}

/** What a message's elements stand on. */
export function useMessageSurface(where: { channel: string; ts: string }): Surface {
  const { edits, change } = useEdits()
  const { press, busy } = usePress(where, () => undefined)
  return {
    where,
    value: (blockId, element) => edits[`${blockId}/${asText(element.action_id)}`] ?? initialOf(element),
    change,
    press,
    busy,
    suggest: suggestIn(where),
    errors: NO_ERRORS,
  }
}

/** What the fields of a form or a Home tab stand on; `fields` are those that somebody touched, ready to be sent. */
export function useViewSurface(view: ShownView): Surface & { fields: () => Fields } {
  const { edits, change } = useEdits()
  const where = { view: view.id }
  const fields = () => fieldsOf(view.blocks, edits)
  const { press, busy } = usePress(where, fields)
  return {
    where,
    fields,
    value: (blockId, element) => {
      const actionId = asText(element.action_id) ?? ''
      const edited = edits[`${blockId}/${actionId}`]
      return edited === undefined ? valueIn(view.state[blockId]?.[actionId]) : edited
    },
    change,
    press,
    busy,
    suggest: suggestIn(where),
    errors: view.errors,
  }
}

function useEdits() {
  const [edits, setEdits] = useState<Fields>({})
  const change = (blockId: string, actionId: string, value: FieldValue) =>
    setEdits((known) => ({ ...known, [`${blockId}/${actionId}`]: value }))
  return { edits, change }
}

function usePress(where: Where, fields: () => Fields | undefined) {
  const [busy, setBusy] = useState<string | null>(null)
  const press = async ({ confirm, blockId, actionId, value, picked }: Pressed): Promise<boolean> => {
    if (isObject(confirm) && !(await areYouSure(confirm))) return false
    setBusy(`${blockId}/${actionId}`)
    const changed = picked === undefined ? undefined : sent(picked)
    const outcome = await act({
      do: 'press',
      where,
      blockId,
      actionId,
      value,
      picked: changed,
      fields: fields(),
    })
    setBusy(null)
    return outcome.ok
  }
  return { press, busy }
}

const suggestIn = (where: Where) => async (actionId: string, text: string) =>
  (await act({ do: 'suggest', where, actionId, text })).options ?? []

/** Only what the form still shows: an update may have taken a field away. */
function fieldsOf(blocks: Json[], edits: Fields): Fields {
  const there = new Set(
    blocks.flatMap((block) =>
      [asObject(block.element), asObject(block.accessory), ...asObjects(block.elements)].map(
        (element) => `${asText(block.block_id)}/${asText(element.action_id)}`,
      ),
    ),
  )
  return Object.fromEntries(
    Object.entries(edits)
      .filter(([key]) => there.has(key))
      .map(([key, value]) => [key, sent(value)]),
  )
}
