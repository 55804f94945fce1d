import type { KnownBlock } from '@slack/types'
import type { ShownAward, ShownShare } from '../domain/shown-prizes.ts'
import { dayOf } from '../domain/time.ts'
import { placeOf } from './award-facts.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, context, fill, type Line, lines, link, quote, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { prizeInSentence, worth } from './prize-parts.ts'

/** To a champion: what they get and why, what it is worth, and what happens next. Gentle once it is cancelled. */
export function awardNote(award: ShownAward, share: ShownShare, look: Look): Message {
  const { awardNote: s } = look.w
  const { givenBy, reason } = award
  if (share.state === 'cancelled') {
    const sentence = s.cancelled(givenBy.name)
    return { text: spoken(sentence), blocks: [context(sentence)] }
  }
  const prize = prizeInSentence(award.prize, look.w)
  if (award.round) return roundPrizeNote(award, share, prize, look)
  return {
    text: spoken(
      `${s.headline(givenBy.name, prize)}: ${look.w.award.because(reason)}`,
      ...follows(award, share, look),
    ),
    blocks: [
      ...lines([words('🎁 '), ...fill(s.headline, [bold(givenBy.name), bold(prize)], { bold: true })]),
      ...quote(reason),
      ...lines(...about(award, share, look).map((sentence): Line => [words(sentence)])),
      ...nextPart(award, share, look),
      ...storyLink(award, look),
      ...notedPart(award, share, look),
    ],
  }
}

/** With whom it is shared, and who knows of it. */
function about(award: ShownAward, share: ShownShare, look: Look): string[] {
  const { w } = look
  const s = w.awardNote
  const others = award.shares.filter(
    ({ person, state }) => person.id !== share.person.id && state !== 'cancelled',
  )
  const names = w.list(others.map(({ person }) => person.name))
  const part = worth(share, award.prize.currency, w)
  const sharedWith = award.split === 'shared' && others.length > 0
  const privately = others.length > 0 ? s.privatelyWith(names) : s.privately
  return [
    ...(sharedWith ? [part ? s.yourPart(names, part) : s.sharedWith(names)] : []),
    ...(award.isPrivate ? [privately] : []),
    ...(share.isUnnamed && !award.isPrivate ? [s.nameOff] : []),
  ]
}

/** The end of it, or else what happens next. */
function follows(award: ShownAward, share: ShownShare, look: Look): string[] {
  const { awardNote: s, day } = look.w
  const { ended } = share
  if (share.state === 'fulfilled' && ended)
    return [s.handedOver(ended.by?.name ?? '', day(dayOf(ended.at, look.zone)))]
  const { kind, builtin } = award.prize
  return [award.nextStep ?? (builtin === 'lunch' ? s.lunch : s.nextSteps[kind])]
}

function nextPart(award: ShownAward, share: ShownShare, look: Look): KnownBlock[] {
  const isOver = share.state === 'fulfilled'
  return lines(
    isOver ? undefined : [bold(look.w.awardNote.next)],
    ...follows(award, share, look).map((one): Line => [words(one)]),
  )
}

/** The title is what counts: the prize comes with it. */
function roundPrizeNote(award: ShownAward, share: ShownShare, prize: string, look: Look): Message {
  const { awardNote: s } = look.w
  const title = award.round?.title ?? ''
  return {
    text: spoken(s.withTitle(title, prize), ...follows(award, share, look)),
    blocks: [
      ...lines([words('🎁 '), ...fill(s.withTitle, [bold(title), bold(prize)], { bold: true })]),
      ...nextPart(award, share, look),
      ...storyLink(award, look),
      ...notedPart(award, share, look),
    ],
  }
}

function storyLink(award: ShownAward, { w, link: linkTo }: Look): KnownBlock[] {
  const at = placeOf(award)
  return at ? lines([link(linkTo(at), w.story.openIt)]) : []
}

function notedPart({ id }: ShownAward, { state, ended }: ShownShare, { w }: Look): KnownBlock[] {
  const hasNote = state === 'fulfilled' && ended?.note !== undefined
  return hasNote ? [row([button(w.awardNote.noted, actions.awardNoted, id)])] : []
}
