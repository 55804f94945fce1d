import { TimeMachine } from '../time/time-machine.tsx'
import { Icon } from '../ui/icons.tsx'
import { Who } from './who.tsx'

type Props = { narrow: boolean; sidebarOpen: boolean; openSidebar(): void }

export function TopBar({ narrow, sidebarOpen, openSidebar }: Props) {
  return (
    <header className="top-bar">
      <a className="skip" href="#composer">
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
