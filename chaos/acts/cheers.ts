/** Cheers: by emoji, on and off, and by the card's button. Slack's own reactions say what people meant. */
import type { Ack, Message } from '../../playground/server/index.ts'
import { cast } from '../cast.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import { textOf } from '../hands.ts'
import type { Act, Book } from './act.ts'
import { aCard, NEWEST, openCards, storyOn } from './cards.ts'

const EMOJI = ['tada', 'heart', 'clap::skin-tone-3'] as const

export function openCheers(company: Company): Book {
  /** What pressers believe, by story and person. */
  const pressed = new Map<string, 'sure' | 'maybe'>()
  const unanswered = new Set<string>()
  let reactions = 0
  const key = (storyId: string, personId: string) => `${storyId} ${personId}`

  function react(dice: Dice): Act {
    const by = dice.pick(cast.fans)
    // The newest may have no address in the database yet.
    const nth = dice.coin() ? NEWEST : dice.between(0, 999)
    const emoji = dice.pick(EMOJI)
    const times = dice.between(1, 4)
    const apart = dice.pick([0, 0, 20, 200])
    return { by, what: `${times} taps on ${emoji}`, play: () => tapping({ by, nth, emoji, times, apart }) }
  }

  /** On, off, on: nobody waits until Slack has told Plaudit of the last. */
  async function tapping(taps: { by: string; nth: number; emoji: string; times: number; apart: number }) {
    const card = aCard(company, taps.nth)
    if (!card) return
    const person = company.person(taps.by)
    const told: Promise<Ack | undefined>[] = []
    for (let left = taps.times; left > 0; left -= 1) {
      company.machines.route()
      const isOn = card.reactions.get(taps.emoji)?.has(taps.by) ?? false
      told.push(isOn ? person.unreact(card, taps.emoji) : person.react(card, taps.emoji))
      reactions += 1
      await new Promise((resolve) => setTimeout(resolve, taps.apart))
    }
    await Promise.all(told)
  }

  function press(dice: Dice): Act {
    const by = dice.pick(cast.pressers)
    const nth = dice.between(0, 999)
    return { by, what: 'presses Cheer', play: () => pressing(by, nth) }
  }

  async function pressing(by: string, nth: number) {
    const card = aCard(company, nth)
    const storyId = card && storyOn(card)
    if (!card || !storyId) return
    const person = company.person(by)
    const heard = person.ephemerals().length
    if (!pressed.has(key(storyId, by))) pressed.set(key(storyId, by), 'maybe')
    company.machines.route()
    const ack = await person.press(card, 'story.cheer').catch(() => undefined)
    if (!ack?.ok) return void unanswered.add(by)
    // Only who reads that it worked is sure: an acknowledged press may be answered with a sentence that it did not.
    const answers = await company.slack
      .until(() => person.ephemerals().slice(heard), { timeoutMs: 400 })
      .catch(() => [])
    // A late answer to an earlier press looks the same.
    if (answers.length === 0) unanswered.add(by)
    if (!unanswered.has(by) && answers.some(({ blocks }) => /cheer/i.test(textOf(blocks))))
      pressed.set(key(storyId, by), 'sure')
  }

  function audit(): string[] {
    const stored = new Set(
      company
        .read<{ story_id: string; person_id: string }>('select story_id, person_id from cheers')
        .map(({ story_id, person_id }) => key(story_id, person_id)),
    )
    const lines = openCards(company).flatMap((card) => auditCard(card, stored))
    const waiting = company.read<{ n: number }>('select count(*) as n from inbox')[0]?.n ?? 0
    if (waiting > 0) lines.push(`${waiting} events were heard and not acted on`)
    const lost = company.slack.lostEvents().length
    if (lost > 0) lines.push(`Slack gave ${lost} events up`)
    return lines
  }

  function auditCard(card: Message, stored: ReadonlySet<string>): string[] {
    const storyId = storyOn(card) ?? ''
    const isOn = (id: string) => EMOJI.some((emoji) => card.reactions.get(emoji)?.has(id))
    const fans = cast.fans
      .filter((id) => isOn(id) !== stored.has(key(storyId, id)))
      .map(
        (id) =>
          `${id} ${isOn(id) ? 'cheers for' : 'took their cheer off'} ${storyId}, and the book has it otherwise`,
      )
    const pressers = cast.pressers
      .filter((id) => {
        const belief = pressed.get(key(storyId, id))
        return stored.has(key(storyId, id)) ? belief === undefined : belief === 'sure'
      })
      .map((id) => `${id} pressed Cheer for ${storyId}: ${pressed.get(key(storyId, id)) ?? 'never'}`)
    return [...fans, ...pressers]
  }

  return {
    name: 'cheers',
    weight: 5,
    draw: (dice) => (dice.oneIn(3) ? press(dice) : react(dice)),
    audit,
    tally: () =>
      `${reactions} taps, ${[...pressed.values()].filter((belief) => belief === 'sure').length} presses`,
  }
}
