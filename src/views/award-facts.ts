/** What the notes about an award have in common: who gets what, why, for which story, and how it went. */
import type { Address } from '../domain/delivery.ts'
import type { ShownAward, ShownEntry, ShownShare } from '../domain/shown-prizes.ts'
import { excerpt } from '../domain/text.ts'
import { bold, cut, type Line, link, words } from './kit.ts'
import type { Look } from './look.ts'
import { prizeInSentence, worth } from './prize-parts.ts'

/** `Bob and Ana (has left)`. */
export const peopleIn = (shares: readonly ShownShare[], { w }: Pick<Look, 'w'>): string =>
  w.list(
    shares.map(({ person, hasLeft }) => {
      const name = cut(person.name, 80)
      return hasLeft ? w.awardParts.left(name) : name
    }),
  )

/** `a voucher (£50) each`, for so many of its people. */
export function prizeFor({ prize, split }: ShownAward, people: number, { w }: Pick<Look, 'w'>): string {
  const name = prizeInSentence(prize, w)
  if (split === 'shared') return w.awardParts.shared(name)
  return people > 1 ? w.awardParts.each(name) : name
}

/** `a voucher (£50) each for Bob and Ana`. */
export function giftFor(award: ShownAward, shares: readonly ShownShare[], look: Pick<Look, 'w'>): string {
  const { for: each, forAll } = look.w.awardParts
  const people = peopleIn(shares, look)
  return award.split === 'shared'
    ? forAll(prizeInSentence(award.prize, look.w), people)
    : each(prizeFor(award, shares.length, look), people)
}

/** What these shares take from the budget together. */
export function worthOf({ prize }: ShownAward, shares: readonly ShownShare[], { w }: Look): string {
  const cost = {
    moneyMinor: shares.reduce((sum, { moneyMinor }) => sum + moneyMinor, 0),
    halfDays: shares.reduce((sum, { halfDays }) => sum + halfDays, 0),
  }
  return worth(cost, prize.currency, w) ?? ''
}

export const sharesIn = ({ shares }: ShownAward, ...states: ShownShare['state'][]): ShownShare[] =>
  shares.filter(({ state }) => states.includes(state))

/** Where one can read what a prize is for. */
export const placeOf = ({ story, round }: ShownAward): Address | undefined =>
  story ? (story.retracted ? undefined : story.card) : round?.post

const readLink = (at: Address | undefined, linkTo: Look['link'], w: Look['w']): Line =>
  at ? [words(' '), link(linkTo(at), w.story.openIt)] : []

/** The story's first words, or the round's title, and its link; of a story that was taken back, only that it was. */
export function storyLine({ story, round }: ShownAward, { w, link: linkTo }: Look): Line {
  if (!story)
    return [bold(`${w.awardParts.round}: `), words(round?.title ?? ''), ...readLink(round?.post, linkTo, w)]
  if (story.retracted) return [words(`⚠️ ${w.awardParts.retracted}`)]
  return [
    bold(`${w.awardParts.story}: `),
    words(excerpt(story.words, 200)),
    ...readLink(story.card, linkTo, w),
  ]
}

export const reasonLine = ({ reason }: ShownAward, { w }: Look): Line => [
  bold(`${w.awardParts.reason}: `),
  words(reason),
]

/** What is odd about who gets it: people who left, or whom the story does not name any more. */
export function oddities(shares: readonly ShownShare[], { w }: Look): string[] {
  const names = (odd: readonly ShownShare[]) => odd.map(({ person }) => cut(person.name, 80))
  const gone = names(shares.filter(({ hasLeft }) => hasLeft))
  const uncredited = names(shares.filter(({ isUncredited }) => isUncredited))
  return [
    ...(gone.length > 0 ? [w.awardParts.gone(gone)] : []),
    ...(uncredited.length > 0 ? [w.awardParts.uncredited(uncredited)] : []),
  ]
}

/** By whom and when; nobody is named where nobody did it. */
export const byWhom = ({ by }: ShownEntry): string => cut(by?.name ?? '', 80)
export const when = ({ at }: ShownEntry, { w, zone }: Look): string => w.moment(at, zone)

/** What became of an award that waited for approval. */
export type Decision =
  | { readonly what: 'waiting' }
  | {
      readonly what: 'approved' | 'declined' | 'lapsed' | 'cancelled'
      readonly shares: readonly ShownShare[]
      readonly entry: ShownEntry
    }

export function decisionOn({ shares }: ShownAward): Decision {
  if (shares.some(({ state }) => state === 'waiting')) return { what: 'waiting' }
  const approved = shares.filter((share) => share.approved)
  if (approved[0]?.approved) return { what: 'approved', shares: approved, entry: approved[0].approved }
  for (const what of ['declined', 'lapsed', 'cancelled'] as const) {
    const ended = shares.filter(({ state }) => state === what)
    if (ended[0]?.ended) return { what, shares: ended, entry: ended[0].ended }
  }
  return { what: 'waiting' }
}
