/** What approvers decide about, what the manager sees of it meanwhile, and what was decided. */
import type { KnownBlock } from '@slack/types'
import { LAPSES_AFTER_DAYS, lapsesAt } from '../domain/award.ts'
import type { ShownAward } from '../domain/shown-prizes.ts'
import {
  byWhom,
  type Decision,
  decisionOn,
  giftFor,
  oddities,
  reasonLine,
  sharesIn,
  storyLine,
  when,
  worthOf,
} from './award-facts.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, context, cut, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { notice } from './notice.ts'

/** To an approver: everything there is to know, and the two buttons; once it is settled, by whom and how. */
export function approvalNote(award: ShownAward, readerId: string, look: Look): Message {
  const { awardApproval: s, awardParts } = look.w
  const decision = decisionOn(award)
  if (decision.what !== 'waiting') return settled(award, decision, readerId, look)
  const open = sharesIn(award, 'waiting')
  const by = cut(award.givenBy.name, 80)
  const intro = s.intro(by, giftFor(award, open, look))
  const until = s.until(look.w.moment(lapsesAt(award), look.zone))
  return {
    text: spoken(intro, awardParts.because(award.reason), until),
    blocks: [
      ...lines([bold(intro)]),
      ...lines(storyLine(award, look), reasonLine(award, look)),
      ...lines([words(`${s.budget(worthOf(award, open, look), by)} ${until}`)]),
      ...(award.isPrivate ? [context(awardParts.private)] : []),
      ...decide(award, readerId, look),
    ],
  }
}

/** To who has just approved it. */
export function approvedAnswer(award: ShownAward, look: Look): Message {
  const here = sharesIn(award, 'open').filter(({ hasLeft }) => !hasLeft)
  const told = look.w.list(here.map(({ person }) => cut(person.name, 80)))
  return notice(look.w.awardApproval.approved(told, cut(award.givenBy.name, 80)))
}

/** To an approver who has not decided yet, or whose story was taken back: short, with the same buttons. */
export function approvalReminder(
  award: ShownAward,
  { why, readerId }: { readonly why: 'waiting' | 'retracted'; readonly readerId: string },
  look: Look,
): Message {
  const { awardApproval: s } = look.w
  const decision = decisionOn(award)
  if (decision.what !== 'waiting') return settled(award, decision, readerId, look)
  const say = why === 'retracted' ? s.storyGone : s.still
  const intro = say(cut(award.givenBy.name, 80), giftFor(award, sharesIn(award, 'waiting'), look))
  const until = s.until(look.w.moment(lapsesAt(award), look.zone))
  return {
    text: spoken(intro, until),
    blocks: [
      ...lines([words(intro)], why === 'retracted' ? undefined : storyLine(award, look)),
      ...lines([words(until)]),
      ...decide(award, readerId, look),
    ],
  }
}

/** To the manager: who decides and until when, with the way back; then what came of it. */
export function waitingNote(award: ShownAward, look: Look): Message {
  const { awardWaiting: s, awardParts } = look.w
  const decision = decisionOn(award)
  if (decision.what !== 'waiting') {
    const asked = s.asked(giftFor(award, decision.shares, look))
    return quiet(asked, decision, award.givenBy.id, look)
  }
  const intro = s.intro(giftFor(award, sharesIn(award, 'waiting'), look))
  const decides = whoDecides(award, look)
  const until = s.until(look.w.moment(lapsesAt(award), look.zone))
  return {
    text: spoken(intro, decides, until),
    blocks: [
      ...lines([words(intro)], [words(`${decides} ${until}`)]),
      ...(award.story?.retracted ? lines([words(`⚠️ ${s.storyGone}`)]) : lines(storyLine(award, look))),
      row([button(awardParts.takeBack, actions.awardCancel, award.id)]),
    ],
  }
}

/** To the manager: approved, declined with the reason, or lapsed. */
export function decidedNote(award: ShownAward, look: Look): Message {
  const { awardDecided: s, awardParts } = look.w
  const decision = decisionOn(award)
  if (decision.what === 'waiting') return waitingNote(award, look)
  const gift = giftFor(award, decision.shares, look)
  const { entry } = decision
  const told = decision.shares.map(({ person }) => cut(person.name, 80))
  const isUnnamed = decision.shares.every((share) => share.isUnnamed)
  const isQuiet = award.isPrivate || isUnnamed || award.story?.retracted !== undefined
  const sentences = {
    approved: [
      s.approved(byWhom(entry), gift),
      isQuiet ? s.toldPrivately(look.w.list(told)) : s.told(look.w.list(told)),
    ],
    declined: [s.declined(byWhom(entry), gift), awardParts.because(entry.note ?? ''), s.givenBack],
    lapsed: [s.lapsed(gift, LAPSES_AFTER_DAYS), s.givenBack, award.story?.retracted ? '' : s.again],
    cancelled: [settledBy(decision, award.givenBy.id, look)],
  }[decision.what]
  return {
    text: spoken(...sentences),
    blocks: lines(...sentences.map((sentence) => [words(sentence)]), storyLine(award, look)),
  }
}

const settled = (award: ShownAward, decision: Settled, readerId: string, look: Look): Message => {
  const asked = look.w.awardApproval.asked(cut(award.givenBy.name, 80), giftFor(award, decision.shares, look))
  return quiet(asked, decision, readerId, look)
}

type Settled = Exclude<Decision, { what: 'waiting' }>

function quiet(asked: string, decision: Settled, readerId: string, look: Look): Message {
  const how = settledBy(decision, readerId, look)
  const { note } = decision.entry
  const why = note === undefined ? undefined : look.w.awardParts.because(note)
  return {
    text: spoken(asked, how, why),
    blocks: [...lines([words(asked)], why === undefined ? undefined : [words(why)]), context(how)],
  }
}

/** `Dave declined it on Friday 20 November, 16:00.` */
function settledBy({ what, entry }: Settled, readerId: string, look: Look): string {
  const s = look.w.awardParts
  if (what === 'lapsed') return s.lapsed(LAPSES_AFTER_DAYS)
  const at = when(entry, look)
  if (entry.by?.id === readerId)
    return { approved: s.approvedByYou, declined: s.declinedByYou, cancelled: s.cancelledByYou }[what](at)
  const say = { approved: s.approvedBy, declined: s.declinedBy, cancelled: s.cancelledBy }[what]
  return say(byWhom(entry), at)
}

/** What speaks for a second look, and that both answers are fine. */
function warnings(award: ShownAward, look: Look): KnownBlock[] {
  const odd = oddities(sharesIn(award, 'waiting'), look)
  if (odd.length === 0 && !award.story?.retracted) return []
  return lines(...odd.map((sentence) => [words(`⚠️ ${sentence}`)]), [words(look.w.awardApproval.allTheSame)])
}

/** The two buttons; for who cannot decide any more, who can. */
function decide(award: ShownAward, readerId: string, look: Look): KnownBlock[] {
  const { awardApproval: s } = look.w
  if (!award.approvers.some(({ id }) => id === readerId)) return [context(whoDecides(award, look))]
  return [
    ...warnings(award, look),
    row([
      button(s.approve, actions.awardApprove, award.id, { style: 'primary' }),
      button(s.decline, actions.awardDecline, award.id),
    ]),
  ]
}

function whoDecides({ approvers }: ShownAward, { w: { awardWaiting: s } }: Look): string {
  const names = approvers.map(({ name }) => cut(name, 80))
  return names.length > 0 ? s.decides(names) : s.nobody
}
