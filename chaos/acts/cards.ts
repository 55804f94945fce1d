/** Messages of the pretend Slack, as people find them again. */
import type { Message } from '../../playground/server/index.ts'
import { ROOM } from '../cast.ts'
import type { Company } from '../company.ts'

export const shows = (message: Message, word: string): boolean =>
  JSON.stringify(message.blocks ?? message.text).includes(word)

/** The values of the buttons with this id, in the order in which they are shown. */
export function valuesOf(
  { blocks = [] }: { readonly blocks?: Message['blocks'] },
  actionId: string,
): string[] {
  const elements = blocks.flatMap(({ elements, accessory }) => [
    ...(Array.isArray(elements) ? elements : []),
    ...(accessory ? [accessory] : []),
  ])
  return (elements as { action_id?: string; value?: string }[])
    .filter((element) => element.action_id === actionId)
    .map(({ value }) => value ?? '')
}

/** The story that a card is of. */
export const storyOn = (card: Message): string | undefined => valuesOf(card, 'story.cheer')[0]

/** All cards that somebody can press now, the oldest first. */
export const openCards = ({ slack }: Pick<Company, 'slack'>): Message[] =>
  slack.messages(ROOM).filter((message) => storyOn(message) !== undefined)

export const NEWEST = -1

/** One of them, chosen before they were there: `nth` is a large number, or NEWEST. */
export function aCard(company: Pick<Company, 'slack'>, nth: number): Message | undefined {
  const cards = openCards(company)
  return nth === NEWEST ? cards.at(-1) : cards[nth % cards.length]
}
