/** What people do in a round: nominate, mend and withdraw, step aside, vote and change their vote. */
import type { Message, Person, View } from '../../../playground/server/index.ts'
import { forms } from '../../../src/views/ids.ts'
import { ROOM } from '../../cast.ts'
import type { Company } from '../../company.ts'
import type { Dice } from '../../dice.ts'
import { askFor, insist, pressFor, seen, send, textOf } from '../../hands.ts'
import type { Act } from '../act.ts'
import { beliefIn, NOTHING, saying } from '../belief.ts'
import { shows, valuesOf } from '../cards.ts'
import { ASIDE, type RoundTale } from './tale.ts'

const PATIENCE_MS = 5_000
const ANSWER_MS = 800

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
    settle(ack?.ok && (await seen(company, isSaid, ANSWER_MS)) ? 'acknowledged' : 'unknown')
  }

  async function steppingAside(nominee: string) {
    const person = company.person(nominee)
    const isNote = (message: Message) =>
      shows(message, tale.word) && valuesOf(message, 'round.stepAside').length > 0
    const note = await seen(company, () => person.dmMessages().find(isNote), PATIENCE_MS)
    if (!note) return
    const settle = saying(beliefIn(tale.asides, nominee), ASIDE)
    machines.route()
    await person.press(note, 'round.stepAside').catch(() => undefined)
    const isSaid = () =>
      person.dmMessages().some((message) => shows(message, `You stepped aside from ${tale.title}`))
    settle((await seen(company, isSaid, ANSWER_MS)) ? 'acknowledged' : 'unknown')
  }

  async function voting(by: string, nth: number, times: number) {
    const person = company.person(by)
    const isOpen = (message: Message) => shows(message, tale.word) && shows(message, 'ballot.vote')
    const post = await seen(company, () => slack.messages(ROOM).find(isOpen), PATIENCE_MS)
    if (!post) return
    const option = await insist(async () => {
      machines.route()
      const offered = await person.suggest(post, 'ballot.vote', '').catch(() => [])
      return offered[nth % offered.length] as { value: string; text: { text: string } } | undefined
    })
    if (!option) return
    const belief = beliefIn(tale.ballots, by)
    // An answer that comes now may be to a vote for the same nominee that was not answered in time.
    const isOld = belief.maybe.has(option.value)
    const settle = saying(belief, option.value)
    const words = `Your vote for ${tale.title} is for ${option.text.text}.`
    const press = () => person.press(post, 'ballot.vote', { value: option.value })
    const outcome = await pressFor(company, person, words, { press, times })
    settle(isOld ? 'unknown' : outcome)
  }

  return {
    nominate(dice: Dice, by: readonly string[]): Act {
      const [who, nominee] = [dice.pick(by), dice.pick(tale.nominees)]
      const [verse, tries] = [dice.word(), dice.between(0, 2)]
      return {
        by: who,
        what: `nominates ${nominee} (${verse})`,
        play: () => nominating(who, nominee, verse, tries),
      }
    },
    withdraw(dice: Dice, by: readonly string[]): Act {
      const [who, nominee] = [dice.pick(by), dice.pick(tale.nominees)]
      return { by: who, what: `withdraws a nomination of ${nominee}`, play: () => withdrawing(who, nominee) }
    },
    stepAside(dice: Dice): Act {
      const nominee = dice.pick(tale.nominees)
      return { by: nominee, what: 'steps aside', play: () => steppingAside(nominee) }
    },
    /** Who votes again changes their vote. */
    vote(dice: Dice): Act {
      const [who, nth, times] = [dice.pick(tale.voters), dice.between(0, 999), dice.pick([1, 1, 2])]
      return {
        by: who,
        what: `votes${times > 1 ? ' twice at once' : ''}`,
        play: () => voting(who, nth, times),
      }
    },
  }
}
