import { plainText } from '../blocks/text.tsx'
import { asObjects, asText } from '../live/json.ts'
import { Icon } from '../ui/icons.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { type ElementProps, useSurface } from './surface.ts'

export function Overflow({ element, blockId }: ElementProps) {
  const { press } = useSurface()
  const actionId = asText(element.action_id) ?? ''
  const items = asObjects(element.options).map((option) => ({
    key: asText(option.value) ?? '',
    label: plainText(option.text) ?? '',
    ...(option.description ? { hint: plainText(option.description) ?? '' } : {}),
    onPick: () => {
      const url = asText(option.url)
      if (url) open(url, '_blank', 'noreferrer')
      void press({ blockId, actionId, picked: asText(option.value), confirm: element.confirm })
    },
  }))
  return (
    <MenuButton label="More choices" face={<Icon name="more" />} items={items} className="button overflow" />
  )
}
