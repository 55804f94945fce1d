/** What is said to one person about a nomination: to who nominated, to who might, and to who is nominated. */
import type { ModalView } from '@slack/types'
import type { Named } from '../domain/shown.ts'
import type { NominationInstead, ShownRound, ShownWords } from '../domain/shown-rounds.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { context, cut, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { messageModal, notice } from './notice.ts'
import { backToRounds } from './rounds-back.ts'

const NAME = 60

/** It is in: what happens next. After a change, with the way back to the list that it may have come from. */
export function nominationSent(
  sent: { nominationId: string; nominee: Named; round: ShownRound; isChange: boolean },
  look: Look,
): ModalView {
  const { nominationId, nominee, round, isChange } = sent
  const { nomination: s, moment } = look.w
  const name = cut(nominee.name, NAME)
  const said = [
    s.sent(name, round.title),
    s.next(name, moment(round.nominationsCloseAt, round.zone)),
    s.until(name),
  ]
  const buttons = row([
    button(s.change, actions.nominationEdit, nominationId),
    button(s.withdraw, actions.nominationWithdraw, nominationId, {
      style: 'danger',
      confirm: s.withdrawConfirm,
    }),
    ...(isChange ? [backToRounds(look)] : []),
  ])
  const blocks = [...said.flatMap((sentence) => lines([words(sentence)])), buttons]
  return messageModal({ text: spoken(...said), blocks }, look)
}

/** In place of the form, or of the list. */
export function nominationWithdrawn(look: Look): ModalView {
  const { text, blocks } = notice(look.w.nomination.withdrawn)
  return messageModal({ text, blocks: [...blocks, row([backToRounds(look)])] }, look)
}

/** To who may not award a prize: why, and what they can do instead. */
export function nominationInstead(why: string, instead: NominationInstead, { w }: Look): Message {
  const { nomination: s } = w
  const names = instead.names.map((name) => cut(name, NAME))
  const offer = s.instead(names, instead.title)
  return {
    text: spoken(why, offer),
    blocks: [
      ...lines([words(why)]),
      ...lines([words(offer)]),
      row([button(s.nominate, actions.storyNominate, instead.storyId, { style: 'primary' })]),
    ],
  }
}

/** Between the close of nominations and the decision. The words themselves come after it. */
export function nomineeNote({ round, reasons, steppedAside }: ShownWords, { w }: Look): Message {
  const { nomineeNote: s } = w
  const { title, state, decidedBy } = round
  if (state === 'cancelled') return quiet(s.cancelled(title))
  if (state === 'unwon') return quiet(s.unwon(title))
  if (state === 'decided') return quiet(s.decided(title))
  if (steppedAside) return notice(s.steppedAside(title))
  const isToCome = state === 'closed' || state === 'nominating'
  const opens = w.moment(round.votesOpenAt, round.zone)
  const next = isToCome ? s.next[decidedBy](opens) : s.voting
  const said = [`🏅 ${s.nominated(reasons.length, title)}`, next, s.aside]
  const aside = button(s.stepAside, actions.roundStepAside, round.id, { confirm: s.stepAsideConfirm })
  return { text: spoken(...said), blocks: [...said.flatMap((one) => lines([words(one)])), row([aside])] }
}

const quiet = (sentence: string): Message => ({ text: spoken(sentence), blocks: [context(sentence)] })
