import type { Message, MessageRef } from '../../../playground/server/index.ts'
import type { Colleague, Plaudit } from '../../support/plaudit.ts'

export const SHARE = 'Share as a WOW'
/** As Slack escapes it. */
export const SAID = 'Huge thanks to <@UBOB>: he stayed two hours longer &amp; found the part that was lost.'
export const SHOWN = 'Huge thanks to Bob Baker: he stayed two hours longer & found the part that was lost.'

/** The author says something where everybody can read it; somebody makes a story of it. */
export async function sharesMessage(
  { celebrations, settled }: Plaudit,
  { message, by }: { message: MessageRef; by: Colleague },
): Promise<Message> {
  await by.usesShortcut(SHARE, message)
  await by.form()
  const { outcome, errors } = await by.submits()
  if (outcome !== 'closed') throw new Error(`not shared: ${outcome} ${JSON.stringify(errors)}`)
  await settled()
  const card = celebrations.messages().at(-1)
  if (!card) throw new Error('no card')
  return card
}

/** Somebody adds their voice from the card's menu. */
export async function addsVoice(by: Colleague, card: MessageRef, words: string): Promise<void> {
  await by.picks(card, 'voice')
  await by.form()
  const { outcome, errors } = await by.submits({ words })
  if (outcome !== 'closed') throw new Error(`not added: ${outcome} ${JSON.stringify(errors)}`)
}
