import { type KeyboardEvent, useEffect, useState } from 'react'
import { Forms } from '../form/forms.tsx'
import { useKept } from '../live/kept.ts'
import { useNav } from '../live/nav.ts'
import { Room } from '../room/room.tsx'
import { Thread } from '../room/thread.tsx'
import { ConfirmHost } from '../ui/confirm.tsx'
import { useNarrow } from '../ui/media.ts'
import { Notices } from '../ui/notice.tsx'
import type { Theme } from '../ui/theme.ts'
import { WireDrawer } from '../wire/wire-drawer.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

/** Left, middle, right; what lies over them; and the drawer below. */
export function Shell({ theme, switchTheme }: { theme: Theme; switchTheme(): void }) {
  const narrow = useNarrow()
  const { thread } = useNav()
  const [sidebarOpen, setSidebarOpen] = useState(false)
  const [wireOpen, setWireOpen] = useKept('wire', false)
  const hidden = narrow && !sidebarOpen
  useEffect(() => {
    if (narrow && sidebarOpen) document.querySelector<HTMLElement>('#sidebar .place')?.focus()
  }, [narrow, sidebarOpen])
  const closeSidebar = () => {
    if (!narrow || !sidebarOpen) return
    setSidebarOpen(false)
    document.getElementById('sidebar-button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeSidebar()
    if (event.key === 'F6') {
      event.preventDefault()
      nextRegion(event.shiftKey ? -1 : 1)
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F6 walks through the parts of the whole page
    <div className={`shell${thread ? ' with-thread' : ''}`} onKeyDown={onKeyDown}>
      <TopBar narrow={narrow} sidebarOpen={sidebarOpen} openSidebar={() => setSidebarOpen(!sidebarOpen)} />
      <div className={`sidebar-place${sidebarOpen ? ' open' : ''}`} inert={hidden}>
        <Sidebar
          theme={theme}
          switchTheme={switchTheme}
          wireOpen={wireOpen}
          toggleWire={() => {
            setWireOpen(!wireOpen)
            closeSidebar()
          }}
          onGo={closeSidebar}
        />
      </div>
      {narrow && sidebarOpen && (
        <button
          type="button"
          className="veil"
          aria-label="Close the list of channels"
          onClick={closeSidebar}
        />
      )}
      <Room />
      <Thread />
      {wireOpen && <WireDrawer close={() => setWireOpen(false)} />}
      <Forms />
      <ConfirmHost />
      <Notices />
    </div>
  )
}

const REGIONS = [
  '.top-bar button',
  '#sidebar .place[aria-current]',
  '#room .messages',
  '#composer',
  '#thread-composer',
]

function nextRegion(step: number): void {
  const there = REGIONS.map((selector) => document.querySelector<HTMLElement>(selector)).filter(
    (element) => element !== null && !element.closest('[inert]'),
  )
  const at = there.indexOf(document.activeElement as HTMLElement | null)
  there[(at + step + there.length) % there.length]?.focus()
}
