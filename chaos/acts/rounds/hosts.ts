/** What hosts are asked about a round, and do: choose, settle a tie, answer when too few voted, and give its prize later. */
import type { Message } from '../../../playground/server/index.ts'
import { forms } from '../../../src/views/ids.ts'
import { ROOM } from '../../cast.ts'
import type { Company } from '../../company.ts'
import type { Dice } from '../../dice.ts'
import { askFor, pressFor, seen, send, waitForForm } from '../../hands.ts'
import { budget } from '../../template.ts'
import type { Act } from '../act.ts'
import { shows, valuesOf } from '../cards.ts'
import { standing } from './moments.ts'
import { type Deed, hosts, type RoundTale } from './tale.ts'

const PATIENCE_MS = 2_000
/** A button, what a host reads who pressed it, and the step that follows. */
const answers = [
  { press: 'round.moreTime', says: 'Votes are open until', step: 'changed' },
  { press: 'round.count', says: 'Counted.', step: 'counted' },
  { press: 'round.end', says: 'Ended.', step: 'unwon' },
] as const

type Wish = {
  readonly by: string
  readonly answer: (typeof answers)[number]
  /** Which of those who are offered, and whether with the one after. */
  readonly nth: number
  readonly isShared: boolean
  readonly tries: number
  readonly times: number
}

export function createHosts(company: Company, tale: RoundTale) {
  const askedWith = (by: string, button: string) => {
    const isNote = (message: Message) => shows(message, tale.word) && valuesOf(message, button).length > 0
    return seen(company, () => company.person(by).dmMessages().findLast(isNote), PATIENCE_MS)
  }

  const note = (by: string, step: Deed['step'], whom: string): Deed => {
    const deed: Deed = { by, step, whom, outcome: 'unknown' }
    tale.deeds.push(deed)
    return deed
  }

  async function answering({ by, answer: { press, says, step } }: Wish) {
    const asked = await askedWith(by, press)
    if (!asked) return
    // What was not answered the last time may be answered now.
    const isOld = tale.deeds.some((one) => one.by === by && one.step === step && one.outcome === 'unknown')
    const deed = note(by, step, '')
    const person = company.person(by)
    const outcome = await pressFor(company, person, says, { press: () => person.press(asked, press) })
    if (!isOld) deed.outcome = outcome
  }

  async function choosing({ by, nth, isShared, tries }: Wish) {
    const asked = await askedWith(by, 'round.decide')
    if (!asked) return
    const person = company.person(by)
    const view = await askFor(company, person, forms.roundDecide, () => person.press(asked, 'round.decide'))
    const offered = [...JSON.stringify(view?.blocks ?? []).matchAll(/"value":"(U[A-Z]+)"/g)].map(
      ([, id]) => id ?? '',
    )
    if (!view || offered.length === 0) return
    const chosen = [nth, ...(isShared ? [nth + 1] : [])].flatMap((one) => offered[one % offered.length] ?? [])
    const winnerIds = [...new Set(chosen)]
    const deed = note(by, 'decided', winnerIds.toSorted().join())
    deed.outcome = (await send(company, person, { view, values: { winnerIds }, tries })).outcome
  }

  /** There was too little in the workspace's budget: there is more now. */
  async function raising({ by, tries }: Wish) {
    const person = company.person(by)
    const command = async () => (await person.command('/wow', 'prizes', { channel: ROOM })).ack
    const room = await askFor(company, person, '', command)
    if (!room) return
    const press = () => person.press(room, 'prizes.settings')
    const view = await waitForForm(company, person, forms.prizeSettings, press)
    if (!view) return
    if (tale.raised !== 'acknowledged') tale.raised = 'unknown'
    const values = { workspaceMoney: String(budget.raised / 100) }
    const { outcome } = await send(company, person, { view, values, tries })
    if (outcome === 'acknowledged') tale.raised = outcome
  }

  async function giving(wish: Wish) {
    const { by, times } = wish
    if (!tale.prize || !(await askedWith(by, 'round.prize'))) return
    if (tale.raised !== 'acknowledged') await raising(wish)
    const asked = await askedWith(by, 'round.prize')
    if (!asked) return
    if (tale.given !== 'acknowledged') tale.given = 'unknown'
    const person = company.person(by)
    const press = () => person.press(asked, 'round.prize')
    // Of several presses one gives it.
    const pressed = Array.from({ length: times }, () =>
      pressFor(company, person, 'Done: the prize is in the thread', { press }),
    )
    if ((await Promise.all(pressed)).includes('acknowledged')) tale.given = 'acknowledged'
  }

  return {
    /** Whatever there is for a host to do, as it stands by then. */
    settle(dice: Dice): Act {
      const wish: Wish = {
        by: dice.pick(hosts),
        answer: dice.pick(answers),
        nth: dice.between(0, 999),
        isShared: dice.coin(),
        tries: dice.between(0, 2),
        times: dice.between(1, 2),
      }
      const share = wish.isShared ? 'two' : 'one'
      return {
        by: wish.by,
        what: `settles it: ${wish.answer.press}, or ${share} from ${wish.nth}, or the prize ${wish.times} times`,
        play: async () => {
          const state = standing(company, tale)?.state
          if (state === 'short') await answering(wish)
          if (state === 'tied' || state === 'voting') await choosing(wish)
          if (state === 'decided') await giving(wish)
        },
      }
    },
  }
}
