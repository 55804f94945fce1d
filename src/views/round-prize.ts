import type { ShownRound } from '../domain/shown-rounds.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { context, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { prizeName } from './prize-parts.ts'

/** To hosts: the champion is announced, and the prize could not be given. With what to do, until it is. */
export function roundPrizeNote(
  round: ShownRound,
  { why, isGiven }: { readonly why: string | undefined; readonly isGiven: boolean },
  look: Look,
): Message {
  const { roundPrize: s } = look.w
  const names = look.w.list(round.winners.map(({ name }) => name))
  const prize = round.prize ? prizeName(round.prize, look.w) : s.thePrize
  const intro = s.intro(names, round.title, prize)
  if (isGiven) return { text: spoken(intro, s.given), blocks: [...lines([words(intro)]), context(s.given)] }
  const reason = why === 'spent' || why === 'sold-out' || why === 'retired' ? s.why[why] : s.why.retired
  return {
    text: spoken(intro, reason),
    blocks: [
      ...lines([words(intro)], [words(reason)]),
      row([button(s.again, actions.roundPrize, round.id, { style: 'primary' })]),
    ],
  }
}
