import type { ShownWords } from '../domain/shown-rounds.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, context, cut, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { fittingReasons, reasonParts } from './reason-parts.ts'

/** What a message has room for; the rest is behind a button, and nothing is cut. */
const ROOM = { count: 20, size: 9_000 }

/** To everybody who was nominated: all that was written about them, whether they won or not. */
export function ownWords(own: ShownWords, look: Look): Message {
  const { ownWords: s } = look.w
  const { headline, more } = opening(own, look)
  const shown = fittingReasons(own.reasons, ROOM, look)
  const rest = own.reasons.length - shown.length
  return {
    text: spoken(headline, more, shown[0]?.words),
    blocks: [
      ...lines([words(own.won ? '🏆 ' : '💛 '), bold(headline)], [words(more)]),
      ...reasonParts(shown, look),
      ...(rest > 0
        ? [...lines([words(s.more(rest))]), row([button(s.readAll, actions.wordsRead, own.round.id)])]
        : []),
      context(s.nobodySees),
    ],
  }
}

function opening(
  { round, person, won, steppedAside, reasons }: ShownWords,
  { w }: Look,
): { readonly headline: string; readonly more: string } {
  const { ownWords: s } = w
  const { title } = round
  if (steppedAside) return { headline: s.aside(title), more: s.asideMore }
  if (!won) {
    const nominated = s.nominatedMore(reasons.length)
    return { headline: s.nominated(title), more: round.state === 'decided' ? nominated : s.unwonMore }
  }
  const others = round.winners.filter(({ id }) => id !== person.id).map(({ name }) => cut(name, 40))
  return { headline: others.length > 0 ? s.shared(title, w.list(others)) : s.won(title), more: s.wonMore }
}
