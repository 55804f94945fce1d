import { useEffect } from 'react'
import { act } from '../live/act.ts'
import { useNav } from '../live/nav.ts'
import { useSeen } from '../live/store.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { AppHome } from './app-home.tsx'
import { AppMessages } from './app-messages.tsx'

/** The app itself: what it and the person wrote to each other, and its Home tab. */
export function AppRoom() {
  const { tab, go } = useNav()
  const app = useSeen((state) => state.app)
  useEffect(() => {
    void act({ do: 'openApp', tab })
  }, [tab])
  const tabs = [
    ...(app.homeTab ? [{ key: 'home' as const, label: 'Home' }] : []),
    ...(app.messagesTab ? [{ key: 'messages' as const, label: 'Messages' }] : []),
  ]
  return (
    <main className="room" id="room" tabIndex={-1} aria-label={app.name}>
      <header className="room-head">
        <Avatar id={app.userId} size="s" />
        <h1>{app.name}</h1>
        <Tabs label={`${app.name}’s tabs`} tabs={tabs} at={tab} onGo={(key) => go('app', key)} />
      </header>
      <div className="tab-panel" role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'home' ? <AppHome /> : <AppMessages />}
      </div>
    </main>
  )
}
