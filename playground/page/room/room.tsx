import { useNav } from '../live/nav.ts'
import { APP, channelAt, MAILBOX } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { MailboxRoom } from '../mailbox/mailbox-room.tsx'
import { AppRoom } from './app-room.tsx'
import { ChannelRoom } from './channel-room.tsx'

/** The middle of the page: a channel, the app, or what lies outside of Slack. */
export function Room() {
  const { place } = useNav()
  const channel = useSeen((state) => channelAt(state, place))
  const me = useSeen((state) => state.me)
  if (place === APP) return <AppRoom key={me} />
  if (place === MAILBOX) return <MailboxRoom />
  if (channel) return <ChannelRoom key={`${me} ${channel.id}`} channel={channel} />
  return (
    <main className="room" id="room" tabIndex={-1}>
      <p className="empty">This channel is not there any more. Choose another one on the left.</p>
    </main>
  )
}
