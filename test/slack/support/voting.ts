/** Rounds whose votes are open, and voting in them. */
import type { Ephemeral, MessageRef, View } from '../../../playground/server/index.ts'
import type { RoundInput } from '../../../src/domain/round-input.ts'
import { nominate } from '../../../src/usecases/nominations.ts'
import type { Plaudit as App } from '../../../src/usecases/plaudit.ts'
import type { Colleague, Plaudit } from '../../support/plaudit.ts'
import { appBeside, plansRound, WHY } from './nominating.ts'

export const VOTES_OPEN = '2026-03-23 17:00'
export const LAST_DAY = '2026-03-26 17:00'
export const VOTES_CLOSE = '2026-03-27 17:00'
export const BOB_WHY = 'Bob drove to the customer through the snow twice, and the second time with soup.'

type Words = {
  readonly by: string
  readonly about: string
  readonly reason?: string
  readonly quotable?: boolean
}

/** What is written in the round, beside the running app. */
export async function writes(
  app: App,
  roundId: string,
  all: readonly (Words & { evidenceIds?: string[] })[],
) {
  for (const { by, about, reason = WHY, quotable = false, evidenceIds = [] } of all)
    await nominate(app, { id: by }, { roundId, nomineeId: about, reason, quotable, evidenceIds })
}

/** alice wrote about bob, bob about carol, dave about frank and bob. @returns its id, and the post if everybody votes */
export async function votesOpen(plaudit: Plaudit, more: Partial<RoundInput> = {}) {
  const roundId = await plansRound(plaudit, more)
  await writes(appBeside(plaudit), roundId, [
    { by: 'UALICE', about: 'UBOB', reason: BOB_WHY, quotable: true },
    { by: 'UBOB', about: 'UCAROL' },
    { by: 'UDAVE', about: 'UFRANK' },
    { by: 'UDAVE', about: 'UBOB', reason: `${WHY} Not for everybody to read.` },
  ])
  await plaudit.jumpTo(VOTES_OPEN)
  return roundId
}

export const votePostOf = ({ celebrations }: Plaudit) =>
  celebrations.shows('Vote: Customer Champion of March')

/** What this voter is offered, in their order. */
export const offered = async (by: Colleague, where: MessageRef, typed = ''): Promise<string[]> =>
  (await by.slack.suggest(where, 'ballot.vote', typed)).map((option) => nameIn(option))

const nameIn = (option: unknown): string => (option as { text: { text: string } }).text.text

/** Looks for somebody in `Vote for…`, and chooses them. @returns what they are answered */
export async function votes(by: Colleague, where: MessageRef | Ephemeral, whom: Colleague): Promise<void> {
  await by.slack.suggest(where, 'ballot.vote', '')
  await by.presses(where, 'ballot.vote', whom.id)
}

/** The form on top. */
export function onTop(who: Colleague): View {
  const view = who.slack.modal()
  if (!view) throw new Error(`${who.name} has no form open`)
  return view
}
