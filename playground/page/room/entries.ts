import { useEffect, useMemo, useState } from 'react'
import { act } from '../live/act.ts'
import { nameOf } from '../live/people.ts'
import { seen, useSeen } from '../live/store.ts'
import type { Entry } from '../messages/message-list.tsx'
import { whisper } from '../ui/notice.tsx'

/** What a channel, or one of its threads, shows to this person, oldest first. */
export function useEntries(channel: string, thread?: string): Entry[] {
  const messages = useSeen((state) => state.messages[channel])
  const ephemerals = useSeen((state) => state.ephemerals)
  return useMemo(() => {
    const shown = (messages ?? []).filter((message) =>
      thread === undefined
        ? message.thread === null || message.broadcast
        : message.thread === thread || message.ts === thread,
    )
    const mine = ephemerals.filter(
      (entry) => entry.channel === channel && (entry.thread ?? undefined) === thread,
    )
    return [
      ...shown.map((message): Entry => ({ kind: 'message', ts: message.ts, message })),
      ...mine.map((ephemeral): Entry => ({ kind: 'ephemeral', ts: ephemeral.ts, ephemeral })),
    ].sort((a, b) => (a.ts < b.ts ? -1 : 1))
  }, [messages, ephemerals, channel, thread])
}

/** Reads along while the place is open, aloud for a screen reader. Returns where reading had stopped before. */
export function useReading(channel: string, entries: Entry[]): string | undefined {
  const [stoppedAt] = useState(() => seen().read[channel])
  const read = useSeen((state) => state.read[channel] ?? '')
  const last = entries.findLast(({ kind }) => kind === 'message')
  const [spokenUpTo, setSpoken] = useState(() => entries.at(-1)?.ts ?? '')
  useEffect(() => {
    if (last && last.ts > read && document.visibilityState === 'visible')
      void act({ do: 'read', channel, ts: last.ts })
  }, [last, read, channel])
  useEffect(() => {
    const latest = entries.at(-1)
    if (!latest || latest.ts <= spokenUpTo) return
    setSpoken(latest.ts)
    whisper(aloud(latest))
  }, [entries, spokenUpTo])
  return stoppedAt
}

function aloud(entry: Entry): string {
  const { people, app } = seen()
  if (entry.kind === 'ephemeral') return `Only visible to you: ${entry.ephemeral.text || app.name}`
  return `${nameOf(people, entry.message.user)}: ${entry.message.text}`
}
