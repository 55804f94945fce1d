import { Fragment, useLayoutEffect, useRef } from 'react'
import type { ShownEphemeral, ShownMessage } from '../../server/page-api/shapes.ts'
import { useMe } from '../live/people.ts'
import { dayOf, sayDay } from '../time/civil.ts'
import { Ephemeral } from './ephemeral.tsx'
import { Message } from './message.tsx'
import { useMessageKeys } from './message-keys.ts'

export type Entry =
  | { kind: 'message'; ts: string; message: ShownMessage }
  | { kind: 'ephemeral'; ts: string; ephemeral: ShownEphemeral }

type Props = {
  label: string
  entries: Entry[]
  /** Where reading stopped, when the place was opened. */
  newSince?: string | undefined
  inThread?: boolean
}

const NEAR_THE_END = 120

/** Messages by day, the newest in sight. Arrows walk from one to the next. */
export function MessageList({ label, entries, newSince, inThread = false }: Props) {
  const { tz } = useMe()
  const list = useRef<HTMLElement>(null)
  const keys = useMessageKeys(list)
  useStickToEnd(list, entries)
  const firstNew = newSince === undefined ? undefined : entries.find(({ ts }) => ts > newSince)?.ts
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={list} className="messages" aria-label={label} tabIndex={0} onKeyDown={keys}>
      {entries.map((entry, index) => {
        const before = entries[index - 1]
        const day = dayOf(entry.ts, tz)
        return (
          <Fragment key={entry.ts}>
            {(!before || dayOf(before.ts, tz) !== day) && (
              <h2 className="day">
                <span>{sayDay(entry.ts, tz)}</span>
              </h2>
            )}
            {entry.ts === firstNew && before && (
              <p className="new-line">
                <span>New</span>
              </p>
            )}
            {entry.kind === 'message' ? (
              <Message message={entry.message} inThread={inThread} />
            ) : (
              <Ephemeral ephemeral={entry.ephemeral} />
            )}
          </Fragment>
        )
      })}
    </section>
  )
}

/** The end stays in sight as messages come and pictures load, until the person scrolls up. */
function useStickToEnd(list: React.RefObject<HTMLElement | null>, entries: Entry[]): void {
  const stuck = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new entries are new children to watch
  useLayoutEffect(() => {
    const box = list.current
    if (!box) return
    const toEnd = () => {
      if (stuck.current) box.scrollTop = box.scrollHeight
    }
    const onScroll = () => {
      stuck.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_THE_END
    }
    toEnd()
    const watch = new ResizeObserver(toEnd)
    watch.observe(box)
    for (const child of box.children) watch.observe(child)
    box.addEventListener('scroll', onScroll)
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', onScroll)
    }
  }, [list, entries])
}
