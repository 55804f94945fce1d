import { createContext, useContext } from 'react'

/** Where the person is looking. */
export type Nav = {
  /** A channel's id, `app` for the messages and the Home tab of the app, or `mailbox`, which is outside of Slack. */
  place: string
  tab: 'messages' | 'home'
  /** The message whose replies are shown. */
  thread: string | null
  go(place: string, tab?: Nav['tab']): void
  openThread(ts: string | null): void
  /** Becomes somebody else, at once. */
  become(person: string): void
}

export const NavContext = createContext<Nav | null>(null)

export function useNav(): Nav {
  const nav = useContext(NavContext)
  if (nav === null) throw new Error('used outside of the page')
  return nav
}
