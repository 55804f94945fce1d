/** Judging: the notes to a judge, and the list of nominees. */
import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { ShownJudging, ShownRound } from '../domain/shown-rounds.ts'
import { button, row, withButton } from './controls.ts'
import { keep, kept, type SentView } from './form.ts'
import { actions, blockAbout } from './ids.ts'
import { bold, bullets, context, cut, header, type Line, lines, plain, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

/** To a judge: what to do, until when. `isJudge`: a host may have named others since. */
export function judgeNote(round: ShownRound, isJudge: boolean, look: Look): Message {
  if (round.state !== 'voting' || !isJudge) return overNote(round, look)
  const { judging: s, moment } = look.w
  const said = [s.what(round.nominees), s.until(moment(round.votesCloseAt, round.zone))]
  return {
    text: spoken(s.asked(round.title), ...said),
    blocks: [
      ...lines([words('⚖️ '), bold(s.asked(round.title))]),
      ...lines(...said.map((sentence): Line => [words(sentence)])),
      ...(round.criteria.length > 0 ? lines([bold(s.criteria)]) : []),
      ...bullets(round.criteria.map((criterion) => [words(criterion)])),
      scoreButton(round, look),
    ],
  }
}

/** To a judge who has not finished, a day before the end. */
export function judgeReminder(round: ShownRound, left: number, look: Look): Message {
  if (round.state !== 'voting') return overNote(round, look)
  const { judging: s, moment } = look.w
  const until = s.reminderUntil(moment(round.votesCloseAt, round.zone))
  const said = [s.reminder(round.title, left), ...(left > 0 ? [until] : [])]
  return {
    text: spoken(...said),
    blocks: [...lines(...said.map((sentence): Line => [words(sentence)])), scoreButton(round, look)],
  }
}

const scoreButton = ({ id }: ShownRound, { w: { judging: s } }: Look): KnownBlock =>
  row([button(s.score, actions.roundJudge, id, { style: 'primary' })])

function overNote({ title }: ShownRound, { w: { judging: s } }: Look): Message {
  const sentence = s.over(title)
  return { text: spoken(sentence), blocks: [context(sentence)] }
}

/** So many nominees on a page. */
const PAGE = 30

/** All nominees with what is done and what is left. Its buttons show their form in its place. */
export function judgingList(judging: ShownJudging, page: number, look: Look): ModalView {
  const { judging: s, reasons, moment } = look.w
  const { round, nominees } = judging
  const pages = Math.max(1, Math.ceil(nominees.length / PAGE))
  const at = Math.min(Math.max(0, page), pages - 1)
  const steps = [
    ...(at > 0 ? [button(reasons.previous, actions.judgingPrevious, String(at - 1))] : []),
    ...(at < pages - 1 ? [button(reasons.next, actions.judgingNext, String(at + 1))] : []),
  ]
  return {
    type: 'modal',
    title: plain(s.listTitle, 24),
    close: plain(s.close, 24),
    private_metadata: keep({ roundId: round.id, page: at }),
    blocks: [
      header(round.title),
      ...lines([words(progress(judging, look))], [words(s.until(moment(round.votesCloseAt, round.zone)))]),
      row([button(look.w.ballot.reasons, actions.ballotReasons, round.id)]),
      ...nominees.slice(at * PAGE, (at + 1) * PAGE).map((nominee) => nomineePart(nominee, look)),
      ...(pages > 1 ? [context(reasons.page(at + 1, pages)), row(steps)] : []),
    ],
  }
}

function progress({ nominees, left }: ShownJudging, { w: { judging: s } }: Look): string {
  const all = nominees.filter(({ excluded }) => !excluded).length
  if (all === 0) return s.nobody
  return left === 0 ? s.done : s.left(left, all)
}

function nomineePart(
  { person, excluded, scores }: ShownJudging['nominees'][number],
  { w: { judging: s } }: Look,
): KnownBlock {
  const name = cut(person.name, 80)
  if (excluded) return context(excluded === 'oneself' ? s.oneself(name) : s.ownNominee(name))
  const state = scores ? `✅ ${name}, ${s.scored(scores.join(' · '))}` : `${name}, ${s.todo}`
  const press = button(scores ? s.change : s.scoreOne, actions.ballotScore, person.id)
  return withButton(state, press, blockAbout('nominee', person.id))
}

const Metadata = z.object({ roundId: z.string(), page: z.number().catch(0) })

/** Which round's list is open, and where in it. */
export const judgingIn = (view: SentView): { readonly roundId: string; readonly page: number } =>
  kept(view, Metadata)
