/** To who hands prizes over; and what managers and champions hear when it comes differently. */
import type { KnownBlock } from '@slack/types'
import type { Named } from '../domain/shown.ts'
import type { ShownAward, ShownShare } from '../domain/shown-prizes.ts'
import {
  byWhom,
  giftFor,
  oddities,
  peopleIn,
  prizeFor,
  reasonLine,
  sharesIn,
  storyLine,
  when,
} from './award-facts.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, context, cut, type Line, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { prizeName } from './prize-parts.ts'

/** The task of handing it over, as long as something of it is open; then how it ended. */
export function todoNote(award: ShownAward, look: Look): Message {
  const { awardTodo: s, awardParts } = look.w
  const open = sharesIn(award, 'open')
  if (open.length === 0) return todoDone(award, look)
  const intro = s.intro(giftFor(award, open, look))
  const odd = oddities(open, look)
  return {
    text: spoken(intro, awardParts.because(award.reason)),
    blocks: [
      ...lines([bold(intro)]),
      ...lines(reasonLine(award, look), storyLine(award, look)),
      ...lines([words(s.byline(cut(award.givenBy.name, 80), look.w.day(award.awardedOn)))]),
      ...endings(award, look),
      ...lines(
        ...odd.map((sentence) => [words(`⚠️ ${sentence}`)]),
        odd.length > 0 ? [words(s.leavers)] : undefined,
      ),
      ...(award.isPrivate ? [context(awardParts.private)] : []),
      closeButtons(award.id, look),
    ],
  }
}

/** Handed over, and cancelled: each opens its form. In a list of many of them, none stands out. */
export const closeButtons = (awardId: string, { w }: Look, { inList = false } = {}): KnownBlock =>
  row([
    button(w.awardTodo.handOver, actions.awardHandOver, awardId, inList ? {} : { style: 'primary' }),
    button(w.awardParts.cancel, actions.awardCancel, awardId),
  ])

function todoDone(award: ShownAward, look: Look): Message {
  const { awardTodo: s } = look.w
  const done = sharesIn(award, 'fulfilled')
  const intro =
    done.length > 0 ? s.done(giftFor(award, done, look)) : s.nothing(giftFor(award, award.shares, look))
  return { text: spoken(intro), blocks: [...lines([words(intro)]), ...endings(award, look)] }
}

/** How each share ended that is not open any more; those that ended together are one line. */
function endings(award: ShownAward, look: Look): KnownBlock[] {
  const ended = award.shares.filter(({ ended }) => ended !== undefined)
  const together = Map.groupBy(ended, ({ state, ended: end }) => `${state} ${end?.at} ${end?.by?.id}`)
  return lines(...[...together.values()].flatMap((shares) => ending(shares, look)))
}

function ending(shares: readonly ShownShare[], look: Look): Line[] {
  const { awardTodo: s, awardParts } = look.w
  const [first] = shares
  if (!first?.ended) return []
  const say = first.state === 'fulfilled' ? s.handedOver : s.cancelled
  const how = say(peopleIn(shares, look), byWhom(first.ended), when(first.ended, look))
  const { note } = first.ended
  if (note === undefined) return [[words(how)]]
  return [[words(how)], [words(first.state === 'fulfilled' ? s.note(note) : awardParts.because(note))]]
}

/** To a champion: it does not come, with the reason, and that it is about the prize alone. */
export function cancelledForChampion(award: ShownAward, championId: string, look: Look): Message {
  const { awardCancelled: s, awardParts } = look.w
  const end = award.shares.find(({ person }) => person.id === championId)?.ended
  const sentences = [
    s.toChampion(prizeName(award.prize, look.w)),
    ...(end?.note === undefined ? [] : [awardParts.because(end.note)]),
    ...(end?.by ? [s.ask(byWhom(end))] : []),
  ]
  return { text: spoken(...sentences), blocks: lines(...sentences.map((sentence) => [words(sentence)])) }
}

/** To the manager: who cancelled whose prize, and why. */
export function cancelledForManager(award: ShownAward, personIds: readonly string[], look: Look): Message {
  const { awardCancelled: s, awardParts } = look.w
  const ended = sharesIn(award, 'cancelled')
  const named = ended.filter(({ person }) => personIds.includes(person.id))
  const shares = named.length > 0 ? named : ended
  const end = shares[0]?.ended
  const isTold = award.givenAt !== undefined && shares.some(({ hasLeft }) => !hasLeft)
  const sentences = [
    s.toManager(end ? byWhom(end) : '', giftFor(award, shares, look)),
    ...(end?.note === undefined ? [] : [awardParts.because(end.note)]),
    isTold ? `${s.givenBack} ${s.championTold}` : s.givenBack,
  ]
  return {
    text: spoken(...sentences),
    blocks: lines(...sentences.map((sentence) => [words(sentence)]), storyLine(award, look)),
  }
}

/** To the manager: somebody who has a prize is not in the story any more. What follows from that is theirs to say. */
export function uncreditedNote(
  award: ShownAward,
  { personId, fulfillers }: { readonly personId: string; readonly fulfillers: readonly Named[] },
  look: Look,
): Message {
  const { awardUncredited: s, awardParts } = look.w
  const share = award.shares.find(({ person }) => person.id === personId)
  const who = cut(share?.person.name ?? '', 80)
  const say = share?.isUnnamed ? s.nameOff : s.intro
  const intro = say(who, prizeFor(award, 1, look))
  if (share?.state !== 'waiting' && share?.state !== 'open')
    return { text: spoken(intro, s.closed), blocks: [...lines([words(intro)]), context(s.closed)] }
  const isWaiting = share.state === 'waiting'
  const stays = share.isUnnamed ? s.theirs : s.open(fulfillers.map(({ name }) => cut(name, 80)))
  const then = isWaiting ? s.waiting : stays
  return {
    text: spoken(intro, then),
    blocks: [
      ...lines([words(intro)], [words(then)], storyLine(award, look)),
      ...(isWaiting ? [row([button(awardParts.takeBack, actions.awardCancel, award.id)])] : []),
    ],
  }
}

/** To the manager: the story is gone. As above, what follows from that for the prize is theirs to say. */
export function retractedNote(
  award: ShownAward,
  { fulfillers }: { readonly fulfillers: readonly Named[] },
  look: Look,
): Message {
  const { awardRetracted: s, awardUncredited, awardParts } = look.w
  const { nobodyLeft = false, reason } = award.story?.retracted ?? {}
  const kept = sharesIn(award, 'waiting', 'open', 'fulfilled')
  const has = (state: ShownShare['state']) => kept.some((share) => share.state === state)
  const names = fulfillers.map(({ name }) => cut(name, 80))
  const openThen = nobodyLeft ? awardUncredited.theirs : awardUncredited.open(names)
  const endThen = has('fulfilled') ? s.handedOver : awardUncredited.closed
  const then = has('waiting') ? awardUncredited.waiting : has('open') ? openThen : endThen
  const say = nobodyLeft ? s.nobodyLeft : s.intro
  const sentences = [
    say(giftFor(award, kept.length > 0 ? kept : award.shares, look)),
    ...(reason === undefined ? [] : [awardParts.because(reason)]),
    then,
  ]
  return {
    text: spoken(...sentences),
    blocks: [
      ...lines(...sentences.map((sentence) => [words(sentence)])),
      ...(has('waiting') ? [row([button(awardParts.takeBack, actions.awardCancel, award.id)])] : []),
    ],
  }
}

/** Once a week, to who hands over: how much is older than a week. */
export function prizesReminderNote(count: number, { w: { prizesReminder: s } }: Look): Message {
  return {
    text: spoken(s.old(count)),
    blocks: [
      ...lines([words(s.old(count))], [words(s.hint)]),
      row([button(s.open, actions.prizesTodo, 'reminder', { style: 'primary' })]),
    ],
  }
}
