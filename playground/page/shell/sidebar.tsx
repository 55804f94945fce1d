import { useNav } from '../live/nav.ts'
import { APP, channelAt, MAILBOX } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icons.tsx'
import { PlaceLink } from './place-link.tsx'
import { useUnread } from './unread.ts'

type Props = {
  theme: 'light' | 'dark'
  switchTheme(): void
  wireOpen: boolean
  toggleWire(): void
  onGo(): void
}

export function Sidebar({ theme, switchTheme, wireOpen, toggleWire, onGo }: Props) {
  const team = useSeen((state) => state.team)
  const app = useSeen((state) => state.app)
  const me = useSeen((state) => state.me)
  const channels = useSeen((state) => state.channels)
  const appChannel = useSeen((state) => channelAt(state, APP))
  const hasMailbox = useSeen((state) => state.mailbox !== null)
  const refused = useSeen(({ wire }) => wire.filter((line) => line.refused).length)
  const nav = useNav()
  const unread = useUnread()
  const rooms = channels.filter(({ kind }) => kind !== 'im')
  const mine = rooms.filter(({ members }) => members.includes(me))
  const others = rooms.filter(({ members, archived }) => !members.includes(me) && !archived)
  const go = (place: string, tab: 'home' | 'messages' = 'messages') => {
    nav.go(place, tab)
    onGo()
  }
  return (
    <nav className="sidebar" id="sidebar" aria-label="Workspace">
      <p className="team">{team}</p>
      <h2>Channels</h2>
      <ul>
        {mine.map((channel) => (
          <PlaceLink
            key={channel.id}
            channel={channel}
            unread={unread(channel.id)}
            onGo={() => go(channel.id)}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2>More channels</h2>
          <ul>
            {others.map((channel) => (
              <PlaceLink key={channel.id} channel={channel} unread={0} onGo={() => go(channel.id)} />
            ))}
          </ul>
        </>
      )}
      <h2>Apps</h2>
      <ul>
        <li>
          <button
            type="button"
            className={`place${unread(appChannel?.id) > 0 ? ' unread' : ''}`}
            aria-current={nav.place === APP ? 'page' : undefined}
            onClick={() => go(APP, unread(appChannel?.id) > 0 || !app.homeTab ? 'messages' : 'home')}
          >
            <Avatar id={app.userId} size="s" />
            <span className="place-name">{app.name}</span>
            <Unread count={unread(appChannel?.id)} />
          </button>
        </li>
      </ul>
      {hasMailbox && (
        <>
          <h2>Outside of Slack</h2>
          <ul>
            <li>
              <button
                type="button"
                className="place"
                aria-current={nav.place === MAILBOX ? 'page' : undefined}
                onClick={() => go(MAILBOX)}
              >
                <span className="place-sign">
                  <Icon name="mail" />
                </span>
                <span className="place-name">Mailbox: customers write</span>
              </button>
            </li>
          </ul>
        </>
      )}
      <div className="sidebar-foot">
        <button type="button" className="place" aria-expanded={wireOpen} onClick={toggleWire}>
          <Icon name="wire" />
          <span className="place-name">What Slack and {app.name} say to each other</span>
          {refused > 0 && <span className="count refused-count">{refused}</span>}
        </button>
        <button type="button" className="place" onClick={switchTheme}>
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
          <span className="place-name">{theme === 'dark' ? 'Light' : 'Dark'} mode</span>
        </button>
      </div>
    </nav>
  )
}

export const Unread = ({ count }: { count: number }) =>
  count > 0 ? (
    <span className="count">
      {count}
      <span className="sr-only"> unread</span>
    </span>
  ) : null
