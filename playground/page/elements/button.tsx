import { plainText } from '../blocks/text.tsx'
import { asText } from '../live/json.ts'
import { type ElementProps, useSurface } from './surface.ts'

export function ButtonElement({ element, blockId }: ElementProps) {
  const { press, busy } = useSurface()
  const actionId = asText(element.action_id) ?? ''
  const value = asText(element.value)
  const url = asText(element.url)
  const waits = busy === `${blockId}/${actionId}`
  const onClick = () => {
    if (url) open(url, '_blank', 'noreferrer')
    if (!waits) void press({ blockId, actionId, value, confirm: element.confirm })
  }
  return (
    <button
      type="button"
      className={`button ${asText(element.style) ?? ''}`}
      aria-label={asText(element.accessibility_label)}
      aria-disabled={waits || undefined}
      data-action={actionId}
      onClick={onClick}
    >
      {plainText(element.text)}
    </button>
  )
}
