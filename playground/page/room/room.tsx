import { useNav } from '../live/nav.ts'
import { APP, channelAt } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { AppRoom } from './app-room.tsx'
import { ChannelRoom } from './channel-room.tsx'

/** The middle of the page: a channel, or the app. */
export function Room() {
  const { place } = useNav()
  const channel = useSeen((state) => channelAt(state, place))
  const me = useSeen((state) => state.me)
  if (place === APP) return <AppRoom key={me} />
  if (channel) return <ChannelRoom key={`${me} ${channel.id}`} channel={channel} />
  return (
    <main className="room" id="room" tabIndex={-1}>
      <p className="empty">This channel is not there any more. Choose another one on the left.</p>
    </main>
  )
}
