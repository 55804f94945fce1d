import type { MouseEvent } from 'react'
import { TimeMachine } from '../time/time-machine.tsx'
import { Icon } from '../ui/icons.tsx'
import { Who } from './who.tsx'

/** The address says who one is: a skip does not write to it. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  const target = document.getElementById('composer') ?? document.getElementById('room')
  target?.focus()
}

type Props = { narrow: boolean; sidebarOpen: boolean; openSidebar(): void }

export function TopBar({ narrow, sidebarOpen, openSidebar }: Props) {
  return (
    <header className="top-bar">
      {/* biome-ignore lint/a11y/useValidAnchor: it does lead somewhere, only not through the address */}
      <a className="skip" href="#room" onClick={skip}>
        Skip to writing
      </a>
      {narrow && (
        <button
          type="button"
          id="sidebar-button"
          className="quiet"
          aria-label="Channels"
          aria-expanded={sidebarOpen}
          onClick={openSidebar}
        >
          <Icon name="menu" />
        </button>
      )}
      <p className="brand">
        <span aria-hidden="true">👏</span> <span className="wide-only">Plaudit playground</span>
      </p>
      <TimeMachine />
      <Who />
    </header>
  )
}
