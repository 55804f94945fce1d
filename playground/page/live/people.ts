import { useMemo } from 'react'
import type { ShownChannel, ShownPerson, State } from '../../server/page-api/shapes.ts'
import { useSeen } from './store.ts'

export const APP = 'app'
export const MAILBOX = 'mailbox'

/** How somebody is called on the page. */
export const nameOf = (people: ShownPerson[], id: string): string =>
  people.find((person) => person.id === id)?.displayName ?? id

export const useName = (id: string): string => useSeen(({ people }) => nameOf(people, id))

export const usePeople = (): ShownPerson[] => useSeen(({ people }) => people)

export function useMe(): ShownPerson {
  const people = usePeople()
  const me = useSeen((state) => state.me)
  const found = people.find(({ id }) => id === me)
  return useMemo(() => found ?? nobody(me), [found, me])
}

const nobody = (id: string): ShownPerson => ({
  id,
  name: id,
  realName: id,
  displayName: id,
  tz: 'Europe/London',
  isBot: false,
  isAdmin: false,
  isGuest: false,
  deleted: false,
  role: null,
})

/** `Alice Archer, Bob Baker and you`. */
export function listNames(names: string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}

/** The channel behind a place: the app's own messages are `app` until they exist, and stay so in addresses. */
export const channelAt = (state: State, place: string): ShownChannel | undefined =>
  place === APP
    ? state.channels.find(({ kind, members }) => kind === 'im' && members.includes(state.app.userId))
    : state.channels.find(({ id }) => id === place)
