import { type FormEvent, useState } from 'react'
import type { MailAnswer } from '../../server/page-api/shapes.ts'
import { act } from '../live/act.ts'
import { useSeen } from '../live/store.ts'
import { Icon } from '../ui/icons.tsx'
import { Answer } from './answer.tsx'
import { LetterFields } from './letter-fields.tsx'
import { blank, mailOf, readyMade, type Typed } from './ready-made.ts'

/** Outside of Slack: where customers write, and what the app answers to the system that hands it on. */
export function MailboxRoom() {
  const app = useSeen((state) => state.app.name)
  const [typed, setTyped] = useState<Typed>(readyMade[0] ?? blank)
  const [answer, setAnswer] = useState<MailAnswer>()
  const [sending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const outcome = await act({ do: 'mail', mail: mailOf(typed) })
    setAnswer(outcome.answer)
    setSending(false)
  }
  return (
    <main className="room" id="room" tabIndex={-1} aria-label="Mailbox">
      <header className="room-head">
        <h1>
          <Icon name="mail" /> Mailbox
        </h1>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="mailbox" aria-label="Write as a customer" tabIndex={0}>
        <p className="mailbox-intro">
          Here you are a customer, outside of Slack. A help desk hands your letter on to {app} over HTTP,
          signed, as <code>POST /praise</code>; below it stands what {app} answered.
        </p>
        <h2>Take one of these, or write your own</h2>
        <ul className="ready-made">
          {readyMade.map((letter) => (
            <li key={letter.words}>
              <button
                type="button"
                className="ready-letter"
                aria-pressed={typed.words === letter.words}
                onClick={() => {
                  setTyped(letter)
                  setAnswer(undefined)
                }}
              >
                <strong>{letter.language}</strong>
                <span className="faint">{letter.about}</span>
              </button>
            </li>
          ))}
        </ul>
        <form className="letter" onSubmit={(event) => void send(event)}>
          <LetterFields typed={typed} complaint={answer?.body} onChange={setTyped} />
          <button type="submit" className="button primary" aria-disabled={sending}>
            Send the letter
          </button>
        </form>
        <div role="status">{answer && <Answer {...answer} />}</div>
      </section>
    </main>
  )
}
