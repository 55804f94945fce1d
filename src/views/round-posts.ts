/** What a round's channel reads while nominations are open, and afterwards where the round stands. */
import type { KnownBlock } from '@slack/types'
import type { ShownRound } from '../domain/shown-rounds.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, bullets, context, cut, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { prizeInSentence, prizeName } from './prize-parts.ts'

/** How many judges are named. */
const JUDGES = 10
const NAME = 60

/** A round's own post. `currency`: of the amounts, where everybody may read what a prize is worth. */
export function roundOpened(round: ShownRound, currency: string | undefined, look: Look): Message {
  const { roundPosts: s } = look.w
  const isOpen = round.state === 'nominating'
  const headline = isOpen ? s.opened(round.title) : round.title
  const facts = isOpen ? factsOf(round, currency, look) : [standing(round, look)]
  const prose = isOpen ? [round.honours] : []
  return {
    text: spoken(headline, ...prose, ...(isOpen ? [aloud(round, look)] : []), ...facts),
    blocks: [
      ...lines([words('🏅 '), bold(headline)]),
      ...lines(round.honours ? [words(round.honours)] : undefined),
      ...lines([bold(s.criteria)]),
      ...bullets(round.criteria.map((criterion) => [words(criterion)])),
      ...lines(...facts.map((fact) => [words(fact)])),
      ...(isOpen ? [nominateButton(round, look), context(s.how)] : []),
    ],
  }
}

/** Two working days before the close. Afterwards a quiet line. */
export function roundReminder(round: ShownRound, look: Look): Message {
  const { roundPosts: s, moment } = look.w
  if (round.state !== 'nominating') {
    const sentence = `${round.title}: ${standing(round, look)}`
    return { text: spoken(sentence), blocks: [context(sentence)] }
  }
  const sentence = s.reminder(round.title, moment(round.nominationsCloseAt, round.zone))
  return {
    text: spoken(sentence),
    blocks: [...lines([words(`⏳ ${sentence}`)]), nominateButton(round, look)],
  }
}

const aloud = ({ criteria }: ShownRound, { w }: Look): string =>
  `${w.roundPosts.criteria}: ${w.list(criteria)}.`

const nominateButton = ({ id }: ShownRound, { w }: Look): KnownBlock =>
  row([button(`🏅 ${w.nomination.nominate}`, actions.roundNominate, id, { style: 'primary' })])

function factsOf(round: ShownRound, currency: string | undefined, { w }: Look): string[] {
  const { roundPosts: s } = w
  const { prize, groupIds, restRounds } = round
  const shownPrize = prize && (currency ? prizeInSentence({ ...prize, currency }, w) : prizeName(prize, w))
  return [
    s.until(w.moment(round.nominationsCloseAt, round.zone)),
    thenOf(round, w),
    ...(shownPrize ? [s.prize(shownPrize)] : []),
    ...(groupIds.length > 0 ? [s.departments] : []),
    ...(restRounds > 0 ? [s.rests(restRounds)] : []),
  ]
}

function thenOf({ decidedBy, judges, votesOpenAt, votesCloseAt, zone }: ShownRound, w: Look['w']): string {
  const { after } = w.roundPosts
  const closes = w.moment(votesCloseAt, zone)
  if (decidedBy === 'host') return after.host()
  if (decidedBy === 'everybody') return after.everybody(w.moment(votesOpenAt, zone), closes)
  const names = w.listUpTo(
    judges.map(({ name }) => cut(name, NAME)),
    JUDGES,
  )
  return after.judges(names, closes)
}

/** Where the round stands once nominations are closed; numbers and names come with the announcement. */
function standing(
  { state, decidedBy, votesOpenAt, votesCloseAt, zone, winners }: ShownRound,
  { w }: Look,
): string {
  const { roundPosts: s } = w
  switch (state) {
    case 'voting':
      return s.voting[decidedBy](w.moment(votesCloseAt, zone))
    case 'short':
    case 'tied':
      return s.deciding
    case 'decided':
      return s.won(winners.map(({ name }) => cut(name, NAME)))
    case 'unwon':
      return s.unwon
    case 'cancelled':
      return s.cancelled
    default:
      return s.closed[decidedBy](w.moment(votesOpenAt, zone))
  }
}
