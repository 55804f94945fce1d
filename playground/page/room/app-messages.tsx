import { Composer } from '../composer/composer.tsx'
import { APP, channelAt } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { MessageList } from '../messages/message-list.tsx'
import { useEntries, useReading } from './entries.ts'
import { sendTyped } from './sending.ts'

export function AppMessages() {
  const channel = useSeen((state) => channelAt(state, APP))
  return channel ? (
    <Conversation channel={channel.id} />
  ) : (
    <p className="empty">Nobody has said anything yet.</p>
  )
}

function Conversation({ channel }: { channel: string }) {
  const app = useSeen((state) => state.app)
  const entries = useEntries(channel)
  const newSince = useReading(channel, entries)
  return (
    <>
      {entries.length === 0 ? (
        <p className="empty">What {app.name} has to say to you alone comes here. You can write to it, too.</p>
      ) : (
        <MessageList label={`Messages with ${app.name}`} entries={entries} newSince={newSince} />
      )}
      {app.writable ? (
        <Composer
          id="composer"
          label={`Message ${app.name}`}
          commands
          onSend={(text) => sendTyped(channel, text)}
        />
      ) : (
        <p className="closed">{app.name} only writes here; it does not read.</p>
      )}
    </>
  )
}
