/** What people do in a round: nominate, mend and withdraw, step aside, vote and change their vote. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Message, Person, View } from '../../playground/server/index.ts'
import { forms } from '../../src/views/ids.ts'
import { ROOM } from '../cast.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import { askFor, type Outcome, send, textOf } from '../hands.ts'
import type { Act } from './act.ts'
import { type Belief, beliefIn, NOTHING, saying } from './belief.ts'
import { shows, valuesOf } from './cards.ts'

/** What its people know of a round. The word stands in its title. */
export type RoundTale = {
  readonly word: string
  readonly title: string
  readonly quorum: number
  outcome: Outcome
  /** By nominator and nominee: the verse that the nomination says. */
  readonly nominations: Map<string, Belief>
  /** By nominee. */
  readonly asides: Map<string, Belief>
  /** By voter: whom they voted for. */
  readonly votes: Map<string, Belief>
}

export const ASIDE = 'aside'
const PATIENCE_MS = 5_000
const ANSWER_MS = 800
const INSIST_MS = 6_000
const BETWEEN_MS = 200

/** People who are in earnest: they ask again for a while. */
async function insist<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  const giveUpAt = performance.now() + INSIST_MS
  for (;;) {
    const answer = await ask()
    if (answer !== undefined || performance.now() > giveUpAt) return answer
    await pause(BETWEEN_MS)
  }
}

export function createHands(company: Company, tale: RoundTale) {
  const { slack, machines } = company

  /** What was written before about the same nominee is in the form, and is mended. */
  const formAbout = async (person: Person, nominee: string): Promise<View | undefined> => {
    const name = nominee.slice(1).toLowerCase()
    const ask = async () => (await person.command('/wow', `nominate @${name}`, { channel: ROOM })).ack
    const view = await insist(() => askFor(company, person, forms.nomination, ask))
    // Without an answer of Slack's the form does not know who that is.
    return view && JSON.stringify(view.blocks).includes(`"initial_user":"${nominee}"`) ? view : undefined
  }

  const seen = <T>(look: () => T | undefined | false, timeoutMs: number): Promise<T | undefined> =>
    slack.until(() => look() || undefined, { timeoutMs }).catch(() => undefined)

  async function nominating(by: string, nominee: string, verse: string, tries: number) {
    const person = company.person(by)
    const view = await formAbout(person, nominee)
    if (!view) return
    const settle = saying(beliefIn(tale.nominations, `${by} ${nominee}`), verse)
    const values = {
      reason: `The ${verse} version: they stayed two hours longer and found the part that was lost.`,
    }
    settle((await send(company, person, { view, values, tries })).outcome)
  }

  async function withdrawing(by: string, nominee: string) {
    const person = company.person(by)
    const view = await formAbout(person, nominee)
    if (!view || !JSON.stringify(view.blocks).includes('nomination.withdraw')) return
    const settle = saying(beliefIn(tale.nominations, `${by} ${nominee}`), NOTHING)
    machines.route()
    const ack = await person.press(view, 'nomination.withdraw').catch(() => undefined)
    const isSaid = () => /It is withdrawn/.test(textOf(person.modal()?.blocks))
    settle(ack?.ok && (await seen(isSaid, ANSWER_MS)) ? 'acknowledged' : 'unknown')
  }

  async function steppingAside(nominee: string) {
    const person = company.person(nominee)
    const isNote = (message: Message) =>
      shows(message, tale.word) && valuesOf(message, 'round.stepAside').length > 0
    const note = await seen(() => person.dmMessages().find(isNote), PATIENCE_MS)
    if (!note) return
    const settle = saying(beliefIn(tale.asides, nominee), ASIDE)
    machines.route()
    await person.press(note, 'round.stepAside').catch(() => undefined)
    const isSaid = () =>
      person.dmMessages().some((message) => shows(message, `You stepped aside from ${tale.title}`))
    settle((await seen(isSaid, ANSWER_MS)) ? 'acknowledged' : 'unknown')
  }

  async function voting(by: string, nth: number, presses: number) {
    const person = company.person(by)
    const isOpen = (message: Message) => shows(message, tale.word) && shows(message, 'ballot.vote')
    const post = await seen(() => slack.messages(ROOM).find(isOpen), PATIENCE_MS)
    if (!post) return
    machines.route()
    const option = await insist(async () => {
      machines.route()
      const offered = await person.suggest(post, 'ballot.vote', '').catch(() => [])
      return offered[nth % offered.length] as { value: string; text: { text: string } } | undefined
    })
    if (!option) return
    const belief = beliefIn(tale.votes, by)
    // An answer that comes now may be to a vote for the same nominee that was not answered in time.
    const isOld = belief.maybe.has(option.value)
    const settle = saying(belief, option.value)
    const heard = person.ephemerals().length
    const pressed = Array.from({ length: presses }, () => {
      machines.route()
      return person.press(post, 'ballot.vote', { value: option.value }).catch(() => undefined)
    })
    await Promise.all(pressed)
    const words = `Your vote for ${tale.title} is for ${option.text.text}.`
    const answers = () =>
      person
        .ephemerals()
        .slice(heard)
        .filter(({ blocks }) => textOf(blocks).includes(words))
    settle((await seen(() => answers().length >= presses, ANSWER_MS)) && !isOld ? 'acknowledged' : 'unknown')
  }

  return {
    nominate(dice: Dice, by: readonly string[], about: readonly string[]): Act {
      const [who, nominee, verse, tries] = [dice.pick(by), dice.pick(about), dice.word(), dice.between(0, 2)]
      return {
        by: who,
        what: `nominates ${nominee} (${verse})`,
        play: () => nominating(who, nominee, verse, tries),
      }
    },
    withdraw(dice: Dice, by: readonly string[], about: readonly string[]): Act {
      const [who, nominee] = [dice.pick(by), dice.pick(about)]
      return { by: who, what: `withdraws a nomination of ${nominee}`, play: () => withdrawing(who, nominee) }
    },
    stepAside(dice: Dice, about: readonly string[]): Act {
      const nominee = dice.pick(about)
      return { by: nominee, what: 'steps aside', play: () => steppingAside(nominee) }
    },
    /** Who votes again changes their vote. */
    vote(dice: Dice, by: readonly string[]): Act {
      const [who, nth, presses] = [dice.pick(by), dice.between(0, 999), dice.pick([1, 1, 2])]
      return {
        by: who,
        what: `votes${presses > 1 ? ' twice at once' : ''}`,
        play: () => voting(who, nth, presses),
      }
    },
  }
}
