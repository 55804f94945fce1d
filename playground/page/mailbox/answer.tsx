import { useEffect, useRef } from 'react'
import type { MailAnswer, State } from '../../server/page-api/shapes.ts'
import { useNav } from '../live/nav.ts'
import { useSeen } from '../live/store.ts'

/** What the app answered to a letter, and where the letter is now. */
export function Answer({ status, body }: MailAnswer) {
  const nav = useNav()
  const app = useSeen((state) => state.app.name)
  const waiting = useSeen(waitingRoom)
  const here = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is brought into view
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [body])
  const waits = body.status === 'received' || body.became === 'waiting'
  return (
    <section
      ref={here}
      className={`answer${status >= 400 ? ' refused' : ''}`}
      aria-label={`What ${app} answered`}
    >
      <p>
        <span className="answer-status">{status}</span> {sentence(body, waiting?.name)}
      </p>
      <pre>
        <code>{JSON.stringify(body, null, 2)}</code>
      </pre>
      {waits && waiting && (
        <button type="button" className="button" onClick={() => nav.go(waiting.id)}>
          Go to #{waiting.name}
        </button>
      )}
    </section>
  )
}

/** Where letters wait, once a host chose it: the app is in there. */
const waitingRoom = ({ channels, mailbox, app }: State) =>
  channels.find(({ id, members }) => id === mailbox?.lettersIn && members.includes(app.userId))

function sentence({ status, became, field, reason }: MailAnswer['body'], room: string | undefined): string {
  const where = room ? `in #${room}` : 'for a host to choose a channel with /wow letters'
  const fates: Record<string, string> = {
    waiting: `It still waits ${where}.`,
    shared: 'Somebody shared it.',
    dismissed: 'Somebody said that it is not a WOW.',
    not_celebrated: 'It was rated too low to be celebrated.',
  }
  if (status === 'received') return room ? `It waits ${where} for a look.` : `It is kept, and waits ${where}.`
  if (status === 'duplicate') return `It was here before, and is kept once. ${fates[became ?? ''] ?? ''}`
  if (status === 'not_celebrated')
    return 'Rated too low to be celebrated: nothing is kept of its words. This is no file of complaints.'
  return field ? `Something in “${field}” cannot be taken: ${reason}` : (reason ?? 'Nothing was kept.')
}
