import { act } from '../live/act.ts'
import { useSeen } from '../live/store.ts'
import { Icon } from '../ui/icons.tsx'
import { MenuButton } from '../ui/menu.tsx'

/** The shortcuts that the manifest offers everywhere. */
export function GlobalShortcuts() {
  const shortcuts = useSeen((state) => state.shortcuts)
  const everywhere = shortcuts.filter(({ type }) => type === 'global')
  if (everywhere.length === 0) return null
  return (
    <MenuButton
      label="Shortcuts"
      face={<Icon name="bolt" />}
      align="start"
      items={everywhere.map(({ callbackId, name }) => ({
        key: callbackId,
        label: name,
        onPick: () => void act({ do: 'globalShortcut', callbackId }),
      }))}
    />
  )
}
