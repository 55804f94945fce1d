import type { ShownChannel } from '../../server/page-api/shapes.ts'
import { Composer } from '../composer/composer.tsx'
import { act } from '../live/act.ts'
import { listNames, nameOf, usePeople } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { MessageList } from '../messages/message-list.tsx'
import { Icon } from '../ui/icons.tsx'
import { Suggestions } from '../welcome/suggestions.tsx'
import { useEntries, useReading } from './entries.ts'
import { sendTyped } from './sending.ts'

export function ChannelRoom({ channel }: { channel: ShownChannel }) {
  const { id, name, kind, members, archived } = channel
  const me = useSeen((state) => state.me)
  const entries = useEntries(id)
  const newSince = useReading(id, entries)
  const isIn = members.includes(me)
  const title = kind === 'mpim' ? 'Group message' : name
  return (
    <main className="room" id="room" tabIndex={-1} aria-label={`#${title}`}>
      <header className="room-head">
        <h1>
          {kind === 'private' ? <Icon name="lock" /> : <span aria-hidden="true">#</span>} {title}
        </h1>
        <Members members={members} />
      </header>
      {entries.length === 0 ? (
        <p className="empty">Nothing has been said here yet.</p>
      ) : (
        <MessageList label={`Messages in #${title}`} entries={entries} newSince={newSince} />
      )}
      <Suggestions />
      {archived && <p className="closed">This channel is archived.</p>}
      {!archived && isIn && (
        <Composer id="composer" label={`Message #${title}`} commands onSend={(text) => sendTyped(id, text)} />
      )}
      {!archived && !isIn && (
        <p className="closed">
          You are looking into <strong>#{title}</strong>.
          <button
            type="button"
            className="button primary"
            onClick={() => void act({ do: 'join', channel: id })}
          >
            Join the channel
          </button>
        </p>
      )}
    </main>
  )
}

function Members({ members }: { members: string[] }) {
  const people = usePeople()
  const names = members.map((id) => nameOf(people, id))
  return (
    <p className="members" data-tip={listNames(names)}>
      <Icon name="people" />
      <span className="sr-only">Members: </span>
      {members.length}
    </p>
  )
}
