/** How judges decide: they score whom they are asked to, change their scores, and may be taken off meanwhile. */
import type { Message } from '../../../playground/server/index.ts'
import { blockAbout, forms } from '../../../src/views/ids.ts'
import { cast, ROOM } from '../../cast.ts'
import type { Company } from '../../company.ts'
import type { Dice } from '../../dice.ts'
import { askFor, insist, seen, send, waitForForm } from '../../hands.ts'
import type { Act } from '../act.ts'
import { beliefIn, saying } from '../belief.ts'
import { shows, valuesOf } from '../cards.ts'
import { standing } from './moments.ts'
import { type Deed, OFF, type RoundTale } from './tale.ts'

const PATIENCE_MS = 5_000
/** Lists are no forms: they have no name. */
const LIST = ''

export function createJudges(company: Company, tale: RoundTale) {
  async function scoring(by: string, nth: number, digits: string, tries: number) {
    const person = company.person(by)
    const isNote = (message: Message) =>
      shows(message, tale.word) && valuesOf(message, 'round.judge').length > 0
    const note = await seen(company, () => person.dmMessages().find(isNote), PATIENCE_MS)
    if (!note) return
    const list = await insist(() => askFor(company, person, LIST, () => person.press(note, 'round.judge')))
    const offered = list ? valuesOf(list, 'ballot.score') : []
    const nominee = offered[nth % offered.length]
    if (!list || !nominee) return
    const press = () => person.press(list, { actionId: 'ballot.score', value: nominee })
    const view = await waitForForm(company, person, forms.ballotScore, press)
    if (!view?.private_metadata.includes(nominee)) return
    const settle = saying(beliefIn(tale.ballots, `${by} ${nominee}`), `${nominee} ${digits}`)
    const values = Object.fromEntries([...digits].map((digit, at) => [`score-${at}`, digit]))
    settle((await send(company, person, { view, values, tries })).outcome)
  }

  async function takingOff(judge: string, tries: number) {
    const person = company.person(cast.host)
    const id = standing(company, tale)?.id ?? ''
    const command = async () => (await person.command('/wow', 'rounds', { channel: ROOM })).ack
    const list = await insist(() => askFor(company, person, LIST, command))
    if (!list) return
    const menu = { actionId: 'round.menu', blockId: blockAbout('round', id) }
    const press = () => person.press(list, menu, { value: `edit:${id}` })
    const view = await waitForForm(company, person, forms.round, press)
    if (!view) return
    const settle = saying(beliefIn(tale.panel, judge), OFF)
    const deed: Deed = { by: cast.host, step: 'changed', whom: judge, outcome: 'unknown' }
    tale.deeds.push(deed)
    const values = { judgeIds: tale.judges.filter((other) => other !== judge) }
    deed.outcome = (await send(company, person, { view, values, tries })).outcome
    settle(deed.outcome)
  }

  return {
    /** Who scores the same nominee again changes the scores. */
    score(dice: Dice): Act {
      const by = dice.pick(tale.judges)
      const digits = tale.criteria.map(() => dice.between(4, 5)).join('')
      const [nth, tries] = [dice.between(0, 999), dice.between(0, 2)]
      return { by, what: `scores ${digits}`, play: () => scoring(by, nth, digits, tries) }
    },
    /** Once for each round: what the form says of the others is as it was planned. */
    takeOff(dice: Dice): Act {
      const judge = dice.pick(tale.judges)
      const [wait, tries] = [dice.pick([0, 1_000, 4_000]), dice.between(0, 2)]
      const hasScored = () => [...tale.ballots.keys()].some((key) => key.startsWith(judge))
      return {
        by: cast.host,
        what: `takes the judge ${judge} off, who has ${wait} ms to score`,
        play: async () => {
          await seen(company, hasScored, wait)
          await takingOff(judge, tries)
        },
      }
    },
  }
}
