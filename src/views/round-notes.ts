/** What hosts are told and asked about rounds; and what nominators hear when one is cancelled. */
import type { KnownBlock } from '@slack/types'
import type { RoundState } from '../domain/round.ts'
import type { Named } from '../domain/shown.ts'
import type { ShownDecision, ShownReason, ShownRound } from '../domain/shown-rounds.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, context, cut, type Line, lines, link, type Quoted, quotes, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { shortButtons } from './round-short.ts'

/** What a host is asked, as long as it is open; then how it was settled, and by whom. */
export function decisionNote(decision: ShownDecision, readerId: string, look: Look): Message {
  if (decision.settled) return settledNote(decision, decision.settled, readerId, look)
  if (decision.why === 'choose') return chooseNote(decision, look)
  return decision.why === 'tie' ? tieNote(decision, readerId, look) : shortNote(decision, look)
}

function chooseNote({ round, nominees }: ShownDecision, look: Look): Message {
  const { roundDecision: s } = look.w
  const intro = s.choose(round.title)
  const count = s.chooseCount(nominees.length)
  return {
    text: spoken(intro, count),
    blocks: [...lines([bold(intro)], [words(count)]), decideButtons(round, look)],
  }
}

const decideButtons = ({ id }: ShownRound, { w: { roundDecision: s } }: Look): KnownBlock =>
  row([
    button(s.decide, actions.roundDecide, id, { style: 'primary' }),
    button(s.reasons, actions.ballotReasons, id),
  ])

/** How many who are tied are quoted, and how much of their reasons: a message has room for about 12,000 characters. */
const TIED = 10
const REASONS = 20
const QUOTED = 9_000
/** Of these, what stands below a reason takes so many. */
const BELOW = 250

function tieNote({ round, nominees, decideBy }: ShownDecision, readerId: string, look: Look): Message {
  const { roundDecision: s } = look.w
  const names = nominees.map(({ person }) => cut(person.name, 80))
  // The others stepped aside or left.
  const only = names.length === 1 ? names[0] : undefined
  const intro = only ? s.tieLeft(round.title, only) : s.tie(round.title, names)
  const when = decideBy && look.w.moment(decideBy, look.zone)
  const until = when && (only ? s.tieLeftUntil(when, only) : s.tieUntil(when))
  const shown = nominees.slice(0, TIED)
  const most = Math.max(1, Math.floor(REASONS / Math.max(1, shown.length)))
  const count = shown.reduce((sum, { reasons }) => sum + Math.min(most, reasons.length), 0)
  const room = Math.floor(QUOTED / Math.max(1, count)) - BELOW
  const isTied = nominees.some(({ person }) => person.id === readerId)
  return {
    text: spoken(intro, isTied ? s.tiedYourself : until),
    blocks: [
      ...lines([bold(intro)]),
      ...shown.flatMap(({ person, reasons }) => [
        ...lines([bold(cut(person.name, 80))]),
        // A block each: quotes that follow each other read like one.
        ...reasons.slice(0, most).flatMap((reason) => quotes([quoted(reason, room, look)])),
      ]),
      ...(nominees.length > TIED ? [context(s.moreTied(nominees.length - TIED))] : []),
      ...lines(
        isTied ? [words(s.tiedYourself)] : undefined,
        until === undefined ? undefined : [words(until)],
      ),
      ...(isTied ? [] : [decideButtons(round, look)]),
    ],
  }
}

/** A reason, and below it what it shows and what stands for it. */
function quoted({ words: text, criterion, evidence }: ShownReason, room: number, look: Look): Quoted {
  const { w, link: linkTo } = look
  const cards = evidence.flatMap(({ card }) => (card ? [card] : [])).slice(0, 2)
  const links = cards.flatMap((card): Line => [words(' '), link(linkTo(card), w.story.openIt)])
  return {
    text: cut(text, room),
    below: [
      criterion === undefined ? undefined : words(`${w.roundDecision.criterion(criterion)} `),
      cards.length > 0 ? words(w.roundDecision.evidence) : undefined,
      ...links,
    ],
  }
}

function shortNote({ round, decideBy }: ShownDecision, look: Look): Message {
  const { roundDecision: s } = look.w
  const { title, turnout, quorum, decidedBy } = round
  const intro = s.short[decidedBy === 'judges' ? 'judges' : 'everybody'](title, turnout, quorum)
  const until = decideBy && s.shortUntil(look.w.moment(decideBy, look.zone))
  return {
    text: spoken(intro, until),
    blocks: [
      ...lines([bold(intro)], until === undefined ? undefined : [words(until)]),
      row(shortButtons(round, look)),
    ],
  }
}

function settledNote(
  { round, why }: ShownDecision,
  { state, by }: { readonly state: RoundState; readonly by?: Named | undefined },
  readerId: string,
  look: Look,
): Message {
  const { roundDecision: s } = look.w
  const who = by && (by.id === readerId ? s.you : cut(by.name, 80))
  const names = round.winners.map(({ name }) => cut(name, 80))
  const how = () => {
    if (state === 'decided') return s.settled.decided(names, why, who)
    if (state === 'voting') return s.settled.voting(look.w.moment(round.votesCloseAt, look.zone), who)
    if (state === 'tied' || state === 'unwon' || state === 'cancelled') return s.settled[state](who)
    return s.settled.short
  }
  const sentences = [s.asked[why](round.title), how()]
  return { text: spoken(...sentences), blocks: lines(...sentences.map((sentence) => [words(sentence)])) }
}

/** It ended without a champion: why, and a way to the next one. */
export function unwonNote({ title }: ShownRound, why: string | undefined, { w }: Look): Message {
  const { roundUnwon: s, roundsRoom } = w
  const sentence = (s.because[why ?? ''] ?? s.otherwise)(title)
  return {
    text: spoken(sentence),
    blocks: [...lines([words(sentence)]), row([button(roundsRoom.plan, actions.roundPlan, 'unwon')])],
  }
}

/** To who nominated somebody. */
export function cancelledNote({ title }: ShownRound, nominees: readonly Named[], { w }: Look): Message {
  const { roundCancelled: s } = w
  const names = nominees.map(({ name }) => cut(name, 80))
  const sentences = [s.intro(title), ...(names.length > 0 ? [s.words(names)] : [])]
  return {
    text: spoken(...sentences),
    blocks: [
      ...lines(...sentences.map((sentence) => [words(sentence)])),
      row([button(s.tell, actions.storyTell, 'cancelled')]),
    ],
  }
}

/** To the other hosts: who looked, and why. */
export function examinedNote({ title }: ShownRound, by: Named, why: string, { w }: Look): Message {
  const { roundExamine: s } = w
  const [told, because] = [s.told(cut(by.name, 80), title), s.because(why)]
  return {
    text: spoken(told, because),
    blocks: [...lines([words(told)], [words(because)]), context(s.hint)],
  }
}
