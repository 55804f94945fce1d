/** Voting: the post for everybody, and what one person sees of their own vote. */
import type { ActionsBlock, KnownBlock } from '@slack/types'
import type { Named } from '../domain/shown.ts'
import type { ShownBallots, ShownRound } from '../domain/shown-rounds.ts'
import { button, choices, type Options, row, searchSelect } from './controls.ts'
import { actions, blockAbout } from './ids.ts'
import { bold, context, cut, divider, header, type Line, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

/** How long a name may be where several stand. */
const NAME = 80

/** Votes are open: everybody may vote in this post. Once they are closed, what came of it. */
export function votePost(round: ShownRound, look: Look): Message {
  if (round.state !== 'voting') return closedPost(round, look)
  const { ballot: s } = look.w
  const until = s.until(look.w.moment(round.votesCloseAt, round.zone))
  const said = [s.intro(round.nominees), until]
  return {
    text: spoken(`${s.title(round.title)}.`, ...said),
    blocks: [
      header(`🗳️ ${s.title(round.title)}`),
      ...lines(round.honours ? [words(round.honours)] : undefined),
      ...lines(...said.map((sentence): Line => [words(sentence)])),
      controls(round, IN_POST, look),
      context(s.turnout(round.turnout), s.secret),
    ],
  }
}

function closedPost(round: ShownRound, { w }: Look): Message {
  const sentence = closedSentence(round, w)
  return { text: spoken(sentence), blocks: lines([words(sentence)]) }
}

/** Nothing is said of a result before it is decided. */
function closedSentence({ state, title, winners }: ShownRound, { ballot: s, list }: Look['w']): string {
  if (state === 'cancelled') return s.cancelled(title)
  if (state !== 'decided' || winners.length === 0) return s.closed(title)
  const names = list(winners.map(({ name }) => cut(name, NAME)))
  return winners.length === 1 ? s.ended(title, names) : s.shared(title, names)
}

const IN_POST = 'ballot'
const IN_ANSWER = 'own-ballot'

const controls = ({ id }: ShownRound, part: string, { w: { ballot: s } }: Look): ActionsBlock =>
  row(
    [searchSelect(actions.ballotVote, s.voteFor), button(s.reasons, actions.ballotReasons, id)],
    blockAbout(part, id),
  )

/** Whether a vote was cast in somebody's own private list, which shows it then. */
export const isOwnBallot = (blockId: string): boolean => blockId.startsWith(`${IN_ANSWER}:`)

/** `Vote for…`: whom this voter can choose. */
export const nomineeOptions = (nominees: readonly Named[]): Options =>
  choices(nominees.map(({ id, name }) => ({ value: id, text: name })))

/** Their vote is counted: whom it is for, and until when it can be changed. */
export function votedSentence(
  { round, nominee }: { round: Pick<ShownRound, 'title' | 'votesCloseAt'>; nominee: Named },
  { w, zone }: Look,
): string {
  return w.ballot.voted(cut(nominee.name, NAME), round.title, w.moment(round.votesCloseAt, zone))
}

/** So many rounds at once fit into a message. */
const MOST = 8

/** `/wow vote`: each round with one's own vote. `voted` is said on top, right after it. */
export function ownBallots({ votes, judging }: ShownBallots, voted: string | undefined, look: Look): Message {
  const { ownBallots: s } = look.w
  const parts = [...judging.map((one) => judgingPart(one, look)), ...votes.map((one) => votePart(one, look))]
  const rest = parts.length - MOST
  return {
    text: spoken(voted ?? s.spoken),
    blocks: [
      ...lines(voted ? [words(`✅ ${voted}`)] : undefined),
      ...parts.slice(0, MOST).flatMap((part, index) => (index > 0 || voted ? [divider(), ...part] : part)),
      ...(rest > 0 ? [context(s.more(rest))] : []),
    ],
  }
}

function votePart({ round, own, nobodyElse }: ShownBallots['votes'][number], look: Look): KnownBlock[] {
  const { ownBallots: s, ballot, moment } = look.w
  const mine = own ? s.own(cut(own.name, NAME)) : s.notYet
  return [
    ...lines(
      [bold(round.title)],
      [words(nobodyElse ? s.onlyYou : mine)],
      [words(ballot.until(moment(round.votesCloseAt, round.zone)))],
    ),
    nobodyElse
      ? row([button(ballot.reasons, actions.ballotReasons, round.id)])
      : controls(round, IN_ANSWER, look),
    context(ballot.turnout(round.turnout)),
  ]
}

function judgingPart({ round, left }: ShownBallots['judging'][number], look: Look): KnownBlock[] {
  const { judging: s, moment } = look.w
  return [
    ...lines(
      [words(s.reminder(round.title, left))],
      [words(s.until(moment(round.votesCloseAt, round.zone)))],
    ),
    row([button(s.score, actions.roundJudge, round.id, { style: 'primary' })]),
  ]
}
