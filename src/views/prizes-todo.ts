import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { PrizesTodo, ShownAward } from '../domain/shown-prizes.ts'
import { excerpt } from '../domain/text.ts'
import { peopleIn, placeOf, prizeFor, sharesIn } from './award-facts.ts'
import { closeButtons } from './award-notes.ts'
import { button, row } from './controls.ts'
import { keep, kept, type SentView } from './form.ts'
import { actions } from './ids.ts'
import { bold, context, cut, divider, type Line, lines, link, plain, words } from './kit.ts'
import type { Look } from './look.ts'

/** What is still to be handed over, the oldest first. Its buttons show their form in its place. */
export function prizesTodoList(todo: PrizesTodo, look: Look): ModalView {
  const { prizesTodo: s } = look.w
  const parts = [
    section(s.open, todo.open, todo.more, (award) => openItem(award, look), look),
    section(s.leavers, todo.ofLeavers, todo.moreOfLeavers, (award) => openItem(award, look), look),
    section(s.waiting, todo.waiting, todo.moreWaiting, (award) => waitingItem(award, look), look),
  ].filter((part) => part.length > 0)
  const blocks = parts.flatMap((part, index) => (index === 0 ? part : [divider(), ...part]))
  return {
    type: 'modal',
    title: plain(s.title, 24),
    close: plain(s.close, 24),
    blocks: blocks.length > 0 ? blocks : lines([words(s.nothing)]),
    private_metadata: keep({ list: LIST }),
  }
}

const LIST = 'prizes todo'
const Metadata = z.object({ list: z.string().optional() })

/** Whether a press came from this list. */
export const isPrizesTodoList = (view: SentView | undefined): boolean =>
  view !== undefined && kept(view, Metadata).list === LIST

function section(
  title: string,
  awards: readonly ShownAward[],
  more: number,
  item: (award: ShownAward) => KnownBlock[],
  { w }: Look,
): KnownBlock[] {
  if (awards.length === 0) return []
  return [
    ...lines([bold(title)]),
    ...awards.flatMap(item),
    ...(more > 0 ? [context(w.prizesTodo.more(more))] : []),
  ]
}

function openItem(award: ShownAward, look: Look): KnownBlock[] {
  return [...about(award, undefined, look), closeButtons(award.id, look, { inList: true })]
}

function waitingItem(award: ShownAward, look: Look): KnownBlock[] {
  const decides = look.w.prizesTodo.decides(award.approvers.map(({ name }) => cut(name, 80)))
  const cancel = button(look.w.awardParts.cancel, actions.awardCancel, award.id)
  return [...about(award, decides, look), row([cancel])]
}

/** `Bob and Ana: a voucher (£50) each`, then since when, from whom, and why. */
function about(award: ShownAward, decides: string | undefined, look: Look): KnownBlock[] {
  const { w, link: linkTo } = look
  const { prizesTodo: s } = w
  const shares = sharesIn(award, 'open', 'waiting')
  const since = s.since(cut(award.givenBy.name, 80), w.day(award.awardedOn))
  const isPrivate = award.isPrivate ? s.private : undefined
  const card = placeOf(award)
  const read: Line = card ? [words(' '), link(linkTo(card), w.story.openIt)] : []
  return lines(
    [bold(s.item(peopleIn(shares, look), prizeFor(award, shares.length, look)))],
    [words([since, isPrivate, decides].filter((part) => part !== undefined).join(' · '))],
    [words(excerpt(award.reason, 150)), ...read],
    award.story?.retracted ? [words(`⚠️ ${w.awardParts.retracted}`)] : undefined,
  )
}
