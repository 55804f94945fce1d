import type { ShownChannel } from '../../server/page-api/shapes.ts'
import { useNav } from '../live/nav.ts'
import { listNames, nameOf, usePeople } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { Icon } from '../ui/icons.tsx'

type Props = { channel: ShownChannel; unread: number; onGo(): void }

export function PlaceLink({ channel, unread, onGo }: Props) {
  const nav = useNav()
  const people = usePeople()
  const me = useSeen((state) => state.me)
  const { id, kind, name, members, archived } = channel
  const shown =
    kind === 'mpim'
      ? listNames(members.filter((member) => member !== me).map((member) => nameOf(people, member)))
      : name
  return (
    <li>
      <button
        type="button"
        className={`place${unread > 0 ? ' unread' : ''}`}
        aria-current={nav.place === id ? 'page' : undefined}
        onClick={onGo}
      >
        <span className="place-sign">{kind === 'private' ? <Icon name="lock" /> : '#'}</span>
        <span className="place-name">
          {shown}
          {archived && <span className="faint"> (archived)</span>}
        </span>
        {unread > 0 && <span className="sr-only">, {unread} unread</span>}
        {unread > 0 && <span className="dot" aria-hidden="true" />}
      </button>
    </li>
  )
}
