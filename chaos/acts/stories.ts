/** Stories and letters: told, mended, taken back, and names taken off them. */
import { forms } from '../../src/views/ids.ts'
import { cast, ROOM } from '../cast.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import { askFor, type Outcome, send } from '../hands.ts'
import { type Act, type Book, countOutcomes } from './act.ts'
import { openCards, shows, storyOn } from './cards.ts'
import { auditStories } from './stories-audit.ts'

/** What people know of a story. The word stands in all its versions, and in no other story. */
export type Tale = {
  readonly word: string
  readonly teller: string
  champions: readonly string[]
  outcome: Outcome
  /** What it may say now: what was last acknowledged, and all that nobody knows of. */
  version: string
  readonly maybe: Set<string>
  retracted: 'no' | 'maybe' | 'yes'
  readonly namesOff: Map<string, 'maybe' | 'yes'>
}

export type StoryBook = Book & { readonly tales: readonly Tale[]; readonly tell: (dice: Dice) => Act }

const ways = ['wow', 'wow', 'wow', 'letter', 'with an address'] as const

export function openStories(company: Company): StoryBook {
  const { slack } = company
  const tales: Tale[] = []
  const others: { outcome: Outcome }[] = []

  function tell(dice: Dice): Act {
    const by = dice.pick(cast.tellers)
    const way = dice.pick(ways)
    const tries = dice.between(0, 2)
    const champions = dice.oneIn(3) ? cast.champions.slice(0, 2) : [dice.pick(cast.champions)]
    const word = dice.word()
    return { by, what: `tells ${word} (${way})`, play: () => telling({ by, way, tries, champions, word }) }
  }

  async function telling(told: {
    by: string
    way: string
    tries: number
    champions: readonly string[]
    word: string
  }) {
    const { by, way, tries, champions, word } = told
    const person = company.person(by)
    const version = dress(word, 'first', way)
    const tale: Tale = {
      word,
      teller: by,
      champions,
      outcome: 'never sent',
      version: 'first',
      maybe: new Set(),
      retracted: 'no',
      namesOff: new Map(),
    }
    tales.push(tale)
    const words = way === 'letter' ? 'letter' : ''
    const view = await askFor(
      company,
      person,
      forms.storyTell,
      async () => (await person.command('/wow', words, { channel: ROOM })).ack,
    )
    if (!view) return
    tale.outcome = 'unknown' // until it is answered: the round may end before that
    const values = { championIds: [...champions], words: version }
    const sent = await send(company, person, { view, values, tries, next: forms.storyPreview })
    // Something is masked: the preview is told with another press.
    tale.outcome = sent.next
      ? (await send(company, person, { view: sent.next, values: {}, tries })).outcome
      : sent.outcome
  }

  /** A story of theirs that they believe to be there, or may be. */
  const ownTale = (teller: string, nth: number): Tale | undefined => {
    const own = tales.filter((tale) => tale.teller === teller && cardOf(tale))
    return own[nth % own.length]
  }
  const cardOf = ({ word }: Tale) => openCards(company).find((card) => shows(card, word))

  function mend(dice: Dice): Act {
    const by = dice.pick(cast.tellers)
    const nth = dice.between(0, 999)
    const tries = dice.between(0, 2)
    const verse = dice.word()
    return { by, what: `mends a story (${verse})`, play: () => mending(by, nth, tries, verse) }
  }

  async function openEdit(by: string, nth: number) {
    const tale = ownTale(by, nth)
    const card = tale && cardOf(tale)
    if (!tale || !card) return undefined
    const person = company.person(by)
    const view = await askFor(company, person, forms.storyTell, () =>
      person.press(card, 'story.menu', { value: `edit:${storyOn(card)}` }),
    )
    return view && { tale, person, view }
  }

  async function mending(by: string, nth: number, tries: number, verse: string) {
    const open = await openEdit(by, nth)
    if (!open) return
    const { tale, person, view } = open
    tale.maybe.add(verse)
    const values = { words: dress(tale.word, verse, 'wow') }
    const { outcome } = await send(company, person, { view, values, tries })
    others.push({ outcome })
    if (outcome === 'acknowledged') tale.version = verse
    if (outcome !== 'unknown') tale.maybe.delete(verse)
  }

  function takeBack(dice: Dice): Act {
    const by = dice.pick(cast.tellers)
    const nth = dice.between(0, 999)
    const tries = dice.between(0, 2)
    return { by, what: 'takes a story back', play: () => takingBack(by, nth, tries) }
  }

  async function takingBack(by: string, nth: number, tries: number) {
    const open = await openEdit(by, nth)
    if (!open) return
    const { tale, person, view } = open
    const asked = await person.press(view, 'story.retract')
    const form = asked.ok ? await person.nextModal({ timeoutMs: 1_500 }).catch(() => undefined) : undefined
    if (form?.callback_id !== forms.storyRetract) return
    const before = tale.retracted
    if (before === 'no') tale.retracted = 'maybe'
    const { outcome } = await send(company, person, {
      view: form,
      values: { reason: 'Told by mistake' },
      tries,
    })
    others.push({ outcome })
    if (outcome === 'acknowledged') tale.retracted = 'yes'
    else if (outcome !== 'unknown') tale.retracted = before
  }

  function nameOff(dice: Dice): Act {
    const by = dice.pick(cast.champions)
    const nth = dice.between(0, 999)
    const tries = dice.between(0, 2)
    return { by, what: 'takes their name off', play: () => takingOff(by, nth, tries) }
  }

  async function takingOff(by: string, nth: number, tries: number) {
    const own = tales.filter((tale) => tale.champions.includes(by) && cardOf(tale))
    const tale = own[nth % own.length]
    const card = tale && cardOf(tale)
    if (!tale || !card) return
    const person = company.person(by)
    const view = await askFor(company, person, forms.storyNameOff, () =>
      person.press(card, 'story.menu', { value: `name-off:${storyOn(card)}` }),
    )
    if (!view) return
    const before = tale.namesOff.get(by)
    tale.namesOff.set(by, before ?? 'maybe')
    const { outcome } = await send(company, person, { view, values: {}, tries })
    others.push({ outcome })
    if (outcome === 'acknowledged') tale.namesOff.set(by, 'yes')
    else if (outcome !== 'unknown' && !before) tale.namesOff.delete(by)
  }

  return {
    name: 'stories',
    weight: 8,
    tales,
    tell,
    draw: (dice) => dice.pick([tell, tell, tell, mend, mend, takeBack, nameOff])(dice),
    audit: () => auditStories(company, slack, tales),
    tally: () => countOutcomes([...tales, ...others]),
  }
}

/** Every version of a story names it, and itself. */
const dress = (word: string, verse: string, way: string): string =>
  `The ${word} story, ${verse} version: they stayed until the customer could smile again.${
    way === 'with an address' ? ' Ask jane@example.com about it.' : ''
  }`
