import { type KeyboardEvent, useEffect } from 'react'
import { Composer } from '../composer/composer.tsx'
import { useNav } from '../live/nav.ts'
import { channelAt } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { MessageList } from '../messages/message-list.tsx'
import { Icon } from '../ui/icons.tsx'
import { useMedia } from '../ui/media.ts'
import { useEntries } from './entries.ts'
import { sendReply } from './sending.ts'

/** The replies to one message, on the right. */
export function Thread() {
  const { place, thread } = useNav()
  const channel = useSeen((state) => channelAt(state, place))
  if (thread === null || !channel) return null
  return <ThreadOf key={thread} channel={channel.id} thread={thread} />
}

function ThreadOf({ channel, thread }: { channel: string; thread: string }) {
  const nav = useNav()
  const entries = useEntries(channel, thread)
  // Where there is no room for two, the thread covers the channel, and is the page.
  const [Pane, Title] = useMedia('(max-width: 1000px)')
    ? (['main', 'h1'] as const)
    : (['aside', 'h2'] as const)
  useEffect(() => {
    const before = document.activeElement
    document.getElementById('thread-composer')?.focus()
    return () => {
      const back =
        before instanceof HTMLElement && before.isConnected ? before : document.getElementById('composer')
      back?.focus()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) nav.openThread(null)
  }
  return (
    <Pane className="thread" aria-label="Thread" onKeyDown={onKeyDown}>
      <header className="room-head">
        <Title>Thread</Title>
        <button
          type="button"
          className="quiet"
          aria-label="Close thread"
          data-tip="Close thread"
          onClick={() => nav.openThread(null)}
        >
          <Icon name="close" />
        </button>
      </header>
      <MessageList label="Thread" entries={entries} inThread />
      <Composer
        id="thread-composer"
        label="Reply…"
        commands={false}
        onSend={(text) => sendReply(channel, thread, text)}
      />
    </Pane>
  )
}
