/** Of an open round in `/wow rounds`: where it stands, and the buttons that are of use to this reader. */
import type { ActionsBlock } from '@slack/types'
import type { OwnRound, ShownRound } from '../domain/shown-rounds.ts'
import { excerpt } from '../domain/text.ts'
import { button, searchSelect, select } from './controls.ts'
import { actions } from './ids.ts'
import { cut, type Line, words } from './kit.ts'
import type { Look } from './look.ts'
import { prizeName } from './prize-parts.ts'
import { shortButtons } from './round-short.ts'

export function factLines(own: OwnRound, look: Look): Line[] {
  const { roundsRoom: s } = look.w
  const { round } = own
  const { honours, prize } = round
  const sentences = [
    honours && excerpt(honours, 200),
    whereItStands(round, look),
    prize && s.prize(prizeName(prize, look.w)),
    ownPart(own, look),
  ]
  return sentences.flatMap((sentence) => (sentence ? [[words(sentence)]] : []))
}

function whereItStands(round: ShownRound, { w, zone }: Look): string {
  const { roundsRoom: s } = w
  const { state, decidedBy, turnout, judges } = round
  const when = (at: string) => w.moment(at, zone)
  if (state === 'nominating') return s.nominating(when(round.nominationsCloseAt), round.nominations)
  if (state === 'closed') return s.closed[decidedBy](when(round.votesOpenAt))
  if (state === 'short') return s.short
  if (state === 'tied') return s.tied
  return s.voting[decidedBy](when(round.votesCloseAt), turnout, judges.length)
}

/** What this reader did in it, or has to. */
function ownPart({ round, nominated, hasVoted, isJudge }: OwnRound, { w: { roundsRoom: s } }: Look) {
  const { state } = round
  if (state === 'voting' && hasVoted && !isJudge) return s.voted
  if (isJudge && (state === 'nominating' || state === 'closed')) return s.isJudgeSoon
  if (isJudge && state === 'voting') return s.isJudge
  if (nominated.length === 0) return undefined
  return s.nominated(nominated.map(({ nominee }) => cut(nominee.name, 80)))
}

export function buttonsFor(own: OwnRound, mayRun: boolean, look: Look): ActionsBlock['elements'] {
  const { roundsRoom: s, roundDecision } = look.w
  const { round, isJudge } = own
  const { id, state, decidedBy } = round
  const reasons = button(s.reasons, actions.ballotReasons, id)
  const decide = button(roundDecision.decide, actions.roundDecide, id, { style: 'primary' })
  if (state === 'nominating') return nominatingButtons(own, look)
  if (state === 'short') return mayRun ? shortButtons(round, look) : []
  if (state === 'tied') return mayRun ? [decide, reasons] : []
  if (state !== 'voting') return []
  if (decidedBy === 'everybody') return [voteSelect(own, look), reasons]
  if (decidedBy === 'host') return mayRun ? [decide, reasons] : []
  return [
    ...(isJudge ? [button(s.judge, actions.roundJudge, id, { style: 'primary' })] : []),
    ...(isJudge || mayRun ? [reasons] : []),
  ]
}

function nominatingButtons({ round, nominated }: OwnRound, { w: { roundsRoom: s } }: Look) {
  const say = nominated.length > 0 ? s.nominateMore : s.nominate
  return [
    button(say, actions.roundNominate, round.id, { style: 'primary' }),
    ...(nominated.length > 0 ? [ownWords(nominated, s)] : []),
  ]
}

/** One's own words can be mended from here. */
function ownWords(nominated: OwnRound['nominated'], s: Look['w']['roundsRoom']) {
  const names = nominated.map(({ nominationId, nominee }) => ({
    value: nominationId,
    text: cut(nominee.name, 40),
  }))
  const [only] = names
  return names.length === 1 && only
    ? button(s.change(only.text), actions.nominationEdit, only.value)
    : select(names, undefined, { action: actions.nominationEdit, placeholder: s.changeOne })
}

const voteSelect = ({ hasVoted }: OwnRound, { w: { roundsRoom: s } }: Look) =>
  searchSelect(actions.ballotVote, hasVoted ? s.changeVote : s.vote)
