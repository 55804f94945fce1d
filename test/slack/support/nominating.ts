/** Rounds beside the running app, as a host plans them, and nominating in them. */
import { afterEach } from '@jest/globals'
import type { RoundInput } from '../../../src/domain/round-input.ts'
import { openStore } from '../../../src/store/store.ts'
import type { Plaudit as App } from '../../../src/usecases/plaudit.ts'
import { planRound } from '../../../src/usecases/rounds.ts'
import type { Colleague, Plaudit } from '../../support/plaudit.ts'

export const WHY =
  'Stayed two hours longer, found the part that was lost, and called the next day to hear whether it fits.'

/** Opens at once, on 12 March; nominations close on the 20th, votes are open from the 23rd to the 27th, all at 17:00. */
export const march: RoundInput = {
  title: 'Customer Champion of March',
  honours: 'Who went out of their way for somebody.',
  criteria: 'Went above and beyond\nMade it easy for others',
  decidedBy: 'everybody',
  plan: {
    opens: { on: '2026-03-12', at: '09:00' },
    nominationsClose: { on: '2026-03-20', at: '17:00' },
    votesOpen: { on: '2026-03-23', at: '17:00' },
    votesClose: { on: '2026-03-27', at: '17:00' },
  },
  channel: 'CCHEERS',
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** The use-cases over the same database, for what a test does not do as a conversation. */
export function appBeside({ databasePath, slack, clock }: Plaudit): App {
  const store = openStore({ path: databasePath, workspaceId: slack.team.id, clock })
  closing.push(() => store.close())
  return { store, clock }
}

/** dave plans it, and its post is out. @returns its id */
export async function plansRound(plaudit: Plaudit, more: Partial<RoundInput> = {}): Promise<string> {
  const { id } = await planRound(appBeside(plaudit), { id: 'UDAVE' }, { ...march, ...more })
  await plaudit.settled()
  return id
}

/** Chooses in the form that is open, and waits until it is shown anew. */
export const chooses = (by: Colleague, actionId: string, value: string) =>
  by.seesChange(async () => {
    const form = by.slack.modal()
    if (!form) throw new Error('no form is open')
    await by.presses(form, actionId, value)
  })

/** With `/wow nominate`, unless a form is open already. */
export async function nominates(by: Colleague, whom: { id: string }, values: object = {}): Promise<void> {
  await by.opens(`/wow nominate`)
  await chooses(by, 'nomination.nominee', whom.id)
  const { outcome, errors } = await by.submits({ reason: WHY, ...values })
  if (outcome !== 'updated') throw new Error(`not nominated: ${outcome} ${JSON.stringify(errors)}`)
  await by.slack.close({ all: true })
}
