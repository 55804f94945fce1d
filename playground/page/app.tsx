import { useEffect, useMemo, useState } from 'react'
import { listenAs } from './live/connection.ts'
import { usePersonInAddress, writePerson } from './live/hash.ts'
import { type Nav, NavContext } from './live/nav.ts'
import { APP, channelAt, MAILBOX } from './live/people.ts'
import { seen, useIsConnected, useSeen } from './live/store.ts'
import { Shell } from './shell/shell.tsx'
import { whisper } from './ui/notice.tsx'
import { ThemeContext, useThemeChoice } from './ui/theme.ts'

export function App() {
  const person = usePersonInAddress()
  const connected = useIsConnected()
  useEffect(() => listenAs(person), [person])
  return connected ? <Open /> : <p className="starting">Opening the playground…</p>
}

function Open() {
  const [theme, switchTheme] = useThemeChoice()
  const nav = useNavigation()
  return (
    <ThemeContext value={theme}>
      <NavContext value={nav}>
        <Shell theme={theme} switchTheme={switchTheme} />
      </NavContext>
    </ThemeContext>
  )
}

type Where = Pick<Nav, 'place' | 'tab' | 'thread'>

function useNavigation(): Nav {
  const [where, setWhere] = useState<Where>(() => ({ place: firstPlace(), tab: 'messages', thread: null }))
  const me = useSeen((state) => state.me)
  const sees = useSeen(
    (state) => [APP, MAILBOX].includes(where.place) || channelAt(state, where.place) !== undefined,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody else may not see the same place
  useEffect(() => {
    if (!sees) setWhere({ place: firstPlace(), tab: 'messages', thread: null })
  }, [me, sees])
  return useMemo(
    () => ({
      ...where,
      go: (place, tab = 'messages') => setWhere({ place, tab, thread: null }),
      openThread: (thread) => setWhere((now) => ({ ...now, thread })),
      become(id) {
        writePerson(id)
        whisper(`You are now ${seen().people.find((entry) => entry.id === id)?.realName ?? id}`)
      },
    }),
    [where],
  )
}

/** Where a person begins: the first channel they are in. */
function firstPlace(): string {
  const { channels, me } = seen()
  return channels.find(({ kind, members }) => kind !== 'im' && members.includes(me))?.id ?? APP
}
