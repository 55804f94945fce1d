/** Prizes within budgets and stocks, and the approvals of the large ones. */

import { forms } from '../../src/views/ids.ts'
import { sayings } from '../../test/process/look.ts'
import { cast } from '../cast.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import { askFor, type Outcome, send } from '../hands.ts'
import { budget, gifts } from '../template.ts'
import { type Act, type Book, countOutcomes, mayBe } from './act.ts'
import { aCard, valuesOf } from './cards.ts'

type Gift = { readonly word: string; readonly prize: string; outcome: Outcome; readonly isPrivate: boolean }
type Decision = { readonly awardId: string; readonly entry: 'approved' | 'declined'; outcome: Outcome }

export function openPrizes(company: Company): Book {
  const given: Gift[] = []
  const decided: Decision[] = []

  function award(dice: Dice): Act {
    const by = dice.pick(cast.managers)
    const prize = dice.pick(Object.keys(gifts))
    const nth = dice.between(0, 999)
    const tries = dice.between(0, 2)
    const isPrivate = dice.oneIn(4)
    const word = dice.word()
    return {
      by,
      what: `gives a ${prize} (${word})`,
      play: () => awarding({ by, prize, nth, tries, isPrivate, word }),
    }
  }

  async function awarding(wish: {
    by: string
    prize: string
    nth: number
    tries: number
    isPrivate: boolean
    word: string
  }) {
    const { by, prize, nth, tries, isPrivate, word } = wish
    const card = aCard(company, nth)
    if (!card) return
    const person = company.person(by)
    const gift: Gift = { word, prize, isPrivate, outcome: 'never sent' }
    given.push(gift)
    const view = await askFor(company, person, forms.award, () => person.press(card, 'prize.award'))
    if (!view || !JSON.stringify(view.blocks).includes(`"${prize}:1"`)) return // the shelf or the budget is empty
    gift.outcome = 'unknown'
    const privately = isPrivate ? { isPrivate: ['yes'] } : {}
    const values = { prizeId: `${prize}:1`, reason: `For ${word}, well done`, ...privately }
    const sent = await send(company, person, { view, values, tries, next: forms.awardQuestions })
    gift.outcome = sent.next
      ? (await send(company, person, { view: sent.next, values: {}, tries })).outcome
      : sent.outcome
  }

  function decide(dice: Dice): Act {
    const nth = dice.between(0, 999)
    const tries = dice.between(0, 2)
    const entry = dice.pick(['approved', 'declined'] as const)
    return { by: cast.approver, what: `decides: ${entry}`, play: () => deciding(nth, tries, entry) }
  }

  async function deciding(nth: number, tries: number, entry: Decision['entry']) {
    const person = company.person(cast.approver)
    const open = person.dmMessages().filter((note) => valuesOf(note, 'award.approve').length > 0)
    const note = open[nth % open.length]
    const awardId = note && valuesOf(note, 'award.approve')[0]
    if (!note || !awardId) return
    const decision: Decision = { awardId, entry, outcome: 'never sent' }
    decided.push(decision)
    if (entry === 'approved') {
      decision.outcome = 'unknown' // a press is answered in words, which may get lost
      company.machines.route()
      await person.press(note, 'award.approve').catch(() => undefined)
      return
    }
    const view = await askFor(company, person, forms.awardDecline, () => person.press(note, 'award.decline'))
    if (!view) return
    decision.outcome = 'unknown'
    decision.outcome = (
      await send(company, person, { view, values: { reason: 'Not this month' }, tries })
    ).outcome
  }

  return {
    name: 'prizes',
    weight: 5,
    draw: (dice) => (dice.oneIn(4) ? decide(dice) : award(dice)),
    audit: () => [
      ...auditGifts(company, given),
      ...auditDecisions(company, decided),
      ...auditBudgets(company),
      ...auditShelf(company),
    ],
    tally: () => countOutcomes([...given, ...decided]),
  }
}

type AwardRow = {
  id: string
  reason: string
  given_at: string | null
  is_private: 0 | 1
  is_credited: 0 | 1
  people: string
}
/** What managers gave; what rounds give is in rounds/audit-prize.ts. `is_credited`: somebody who got it is still named in the story, which is still there. */
const AWARDS = `select id, reason, given_at, is_private,
  story_id not in (select story_id from retractions) and exists (select 1 from award_shares s join champions c
    on c.person_id = s.person_id and c.story_id = awards.story_id where award_id = awards.id) as is_credited,
  (select group_concat(person_id) from award_shares where award_id = awards.id) as people from awards where round_id is null`

function auditGifts(company: Company, given: readonly Gift[]): string[] {
  const rows = company.read<AwardRow>(AWARDS)
  const strangers = rows.filter(({ reason }) => !given.some(({ word }) => reason.includes(word)))
  return [
    ...strangers.map(({ reason }) => `nobody gave this prize: ${reason}`),
    ...given.flatMap(({ word, outcome }) => {
      const stored = rows.filter(({ reason }) => reason.includes(word))
      if (mayBe(outcome, stored.length)) return stored.flatMap((row) => auditSaid(company, word, row))
      return [`the prize for ${word} was ${outcome}, and is stored ${stored.length} times`]
    }),
  ]
}

/** In the story's thread once, unless it is private or still waits; and to nobody twice. */
function auditSaid(
  { slack, read }: Company,
  word: string,
  { id, given_at, is_private, is_credited, people }: AwardRow,
): string[] {
  const posts = read<{ channel: string; ts: string }>(
    "select channel, ts from posts where kind = 'award.post' and subject_id = ?",
    id,
  )
  const isPublic = given_at !== null && is_private === 0 && is_credited === 1
  const lines =
    posts.length === (isPublic ? 1 : 0) ? [] : [`the prize for ${word} is posted ${posts.length} times`]
  for (const { channel, ts } of posts)
    if (!slack.message(channel, ts)) lines.push(`the post about ${word} is gone`)
  if (given_at === null) return lines
  for (const personId of people.split(',')) {
    const notes = sayings(slack.person(personId).dmMessages(), word)
    if (notes !== 1) lines.push(`${personId} was told of ${word} ${notes} times`)
  }
  return lines
}

function auditDecisions({ read }: Company, decided: readonly Decision[]): string[] {
  const entries = read<{ award_id: string; entry: string; n: number }>(
    `select award_id, entry, count(distinct entered_at) as n from ledger_entries
      where entry in ('approved', 'declined') group by 1, 2`,
  )
  const settled = Map.groupBy(entries, ({ award_id }) => award_id)
  const twice = [...settled].filter(([, all]) => all.length > 1 || all.some(({ n }) => n > 1))
  const missing = decided.filter(
    ({ outcome, awardId, entry }) =>
      outcome === 'acknowledged' && !settled.get(awardId)?.some((one) => one.entry === entry),
  )
  const invented = [...settled.keys()].filter((id) => !decided.some(({ awardId }) => awardId === id))
  return [
    ...twice.map(([id]) => `the prize ${id} was decided about twice`),
    ...missing.map(({ awardId, entry }) => `the prize ${awardId} was ${entry}, and the ledger does not know`),
    ...invented.map((id) => `nobody decided about ${id}, and the ledger says so`),
  ]
}

/** By giver and month of charging: at no time more than the budget, and the ledger agrees with the shares (see doctor). */
function auditBudgets({ read }: Company): string[] {
  const taken = read<{ by: string; month: string; pence: number }>(
    `select given_by as "by", substr(charged_on, 1, 7) as month, sum(reserved_minor + spent_minor) as pence
       from ledger_entries where given_by <> '' group by 1, 2`,
  )
  return taken
    .filter(({ pence }) => pence > budget.manager || pence < 0)
    .map(({ by, month, pence }) => `${by} took ${pence} of ${budget.manager} in ${month}`)
}

function auditShelf({ read }: Company): string[] {
  const left = read<{ id: string; stock: number; out: number }>(
    `select id, stock, (select count(*) from awards join award_shares on award_id = awards.id
       where prize_id = prizes.id and state not in ('declined', 'lapsed', 'cancelled')) as out
       from prizes where stock is not null`,
  )
  const had = (id: string) => gifts[id as keyof typeof gifts].stock
  return left
    .filter(({ id, stock, out }) => stock !== had(id) - out)
    .map(({ id, stock, out }) => `of ${had(id)} ${id}s ${out} were given, and ${stock} are left`)
}
