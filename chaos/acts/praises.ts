/** What customers wrote to the help desk, which sends it on until it is answered; and what the triager makes of it. */
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { forms } from '../../src/views/ids.ts'
import { cast, TRIAGE } from '../cast.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import { askFor, type Outcome, send } from '../hands.ts'
import { type Act, type Book, countOutcomes, mayBe } from './act.ts'
import { shows, valuesOf } from './cards.ts'

type Praise = { readonly word: string; outcome: Outcome; readonly ids: Set<string> }
type Dismissal = { readonly praiseId: string; outcome: Outcome }

export function openPraises(company: Company): Book {
  const { slack } = company
  const sent: Praise[] = []
  const dismissed: Dismissal[] = []

  function post(dice: Dice): Act {
    const word = dice.word()
    const tries = dice.pick([0, 3, 10])
    const copies = dice.oneIn(3) ? 2 : 1
    return { by: 'the help desk', what: `sends praise (${word})`, play: () => posting(word, tries, copies) }
  }

  async function posting(word: string, tries: number, copies: number) {
    const praise: Praise = { word, outcome: 'unknown', ids: new Set() }
    sent.push(praise)
    for (let left = tries; left >= 0; left -= 1) {
      const answers = await Promise.all(Array.from({ length: copies }, () => knock(company, word)))
      for (const { status, id } of answers) {
        if (status !== 200 && status !== 202) continue
        praise.outcome = 'acknowledged'
        praise.ids.add(id)
      }
      const odd = answers.find(({ status }) => ![0, 200, 202, 503].includes(status))
      if (odd) company.troubles.push(`the help desk was answered ${odd.status}`)
      if (praise.outcome === 'acknowledged') return
      await pause(150)
    }
  }

  function dismiss(dice: Dice): Act {
    const nth = dice.between(0, 999)
    const tries = dice.between(0, 2)
    return { by: cast.triager, what: 'says that it is no WOW', play: () => dismissing(nth, tries) }
  }

  async function dismissing(nth: number, tries: number) {
    const open = slack.messages(TRIAGE).filter((card) => valuesOf(card, 'praise.dismiss').length > 0)
    const card = open[nth % open.length]
    const praiseId = card && valuesOf(card, 'praise.dismiss')[0]
    if (!card || !praiseId) return
    const person = company.person(cast.triager)
    const view = await askFor(company, person, forms.praiseDismiss, () =>
      person.press(card, 'praise.dismiss'),
    )
    if (!view) return
    const dismissal: Dismissal = { praiseId, outcome: 'unknown' }
    dismissed.push(dismissal)
    dismissal.outcome = (
      await send(company, person, { view, values: { reason: 'A complaint' }, tries })
    ).outcome
  }

  function audit(): string[] {
    const rows = company.read<{ id: string; body: string | null }>('select id, body from praises')
    const unheard = company.read<{ n: number }>(
      'select count(*) as n from waiting_praises where announced_at is null',
    )[0]?.n
    const rejected = company.read<{ praise_id: string }>('select praise_id from praise_dismissals')
    const isDismissed = (id: string) => rejected.some(({ praise_id }) => praise_id === id)
    return [
      ...sent.flatMap(({ word, outcome, ids }) => {
        const stored = rows.filter(({ body }) => body?.includes(word))
        const said = slack.messages(TRIAGE).filter((card) => shows(card, word)).length
        return [
          ...(mayBe(outcome, stored.length)
            ? []
            : [`the praise ${word} was ${outcome}, and is stored ${stored.length} times`]),
          ...(ids.size > 1 ? [`the praise ${word} has ${ids.size} ids`] : []),
          ...(said > 1 ? [`the praise ${word} is shown ${said} times`] : []),
        ]
      }),
      ...(unheard ? [`${unheard} praises are not announced`] : []),
      ...dismissed
        .filter(({ praiseId, outcome }) => outcome === 'acknowledged' && !isDismissed(praiseId))
        .map(({ praiseId }) => `the praise ${praiseId} was dismissed, and is not`),
      ...rejected
        .filter(({ praise_id }) => !dismissed.some(({ praiseId }) => praiseId === praise_id))
        .map(({ praise_id }) => `nobody dismissed the praise ${praise_id}`),
    ]
  }

  return {
    name: 'praise',
    weight: 3,
    draw: (dice) => (dice.oneIn(4) ? dismiss(dice) : post(dice)),
    audit,
    tally: () => countOutcomes([...sent, ...dismissed]),
  }
}

/** One request, signed as Standard Webhooks are. `status` is 0 when there was no answer. */
async function knock({ machines, secret }: Company, word: string): Promise<{ status: number; id: string }> {
  const living = machines.alive()
  const one = living[word.charCodeAt(0) % living.length]
  if (!one) return { status: 0, id: '' }
  const id = `msg_${word}`
  const at = new Date()
  const body = JSON.stringify({
    words: `The ${word} hotel: thank you, Bob Bobson, it was wonderful.`,
    reference: word,
  })
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
  try {
    const answer = await fetch(`${one.url}/praise`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(5_000),
    })
    const said = (await answer.json()) as { id?: string }
    return { status: answer.status, id: said.id ?? '' }
  } catch {
    return { status: 0, id: '' }
  }
}
