/** Rounds over a real store: planned by dave, walked through by the clock. */
import type { RoundInput } from '../../src/domain/round-input.ts'
import type { Instant } from '../../src/domain/time.ts'
import { nominate } from '../../src/usecases/nominations.ts'
import type { Actor } from '../../src/usecases/plaudit.ts'
import { takeDueSteps } from '../../src/usecases/round-life.ts'
import { planRound } from '../../src/usecases/rounds.ts'
import { alice, bob, CELEBRATIONS, dave, type TestPlaudit } from './support.ts'

/** A Monday morning in London, in winter. */
export const MONDAY = '2026-11-02T09:00:00.000Z'
export const REASON =
  'Found the part that was lost, drove it over in the snow, and called the next day to hear whether it fits.'

/** Opens at once; nominations close on the 13th, votes are open from the 16th to the 20th, all at 17:00. */
export const november: RoundInput = {
  title: 'Customer Champion of November',
  criteria: 'Went above and beyond\nMade it easy for others',
  decidedBy: 'everybody',
  plan: {
    opens: { on: '2026-11-02', at: '09:00' },
    nominationsClose: { on: '2026-11-13', at: '17:00' },
    votesOpen: { on: '2026-11-16', at: '17:00' },
    votesClose: { on: '2026-11-20', at: '17:00' },
  },
  channel: CELEBRATIONS,
}
export const CLOSE = '2026-11-13T17:00:00.000Z'
export const VOTES_OPEN = '2026-11-16T17:00:00.000Z'
export const VOTES_CLOSE = '2026-11-20T17:00:00.000Z'

/** @returns the round's id */
export const plan = async (app: TestPlaudit, more: Partial<RoundInput> = {}): Promise<string> =>
  (await planRound(app, dave, { ...november, ...more })).id

/** bob by alice, unless told. @returns the nomination's id */
export const nominated = async (
  app: TestPlaudit,
  roundId: string,
  nomineeId: string = bob.id,
  by: Actor = alice,
  more: { reason?: string; quotable?: boolean; evidenceIds?: string[]; criterion?: number } = {},
): Promise<string> =>
  (await nominate(app, by, { roundId, nomineeId, reason: REASON, quotable: false, evidenceIds: [], ...more }))
    .id

/** The clock goes on to then, and what is due happens. */
export async function goTo(app: TestPlaudit, at: Instant): Promise<void> {
  app.clock.setCivil(at)
  await app.write((tx) => takeDueSteps(tx))
}

export const stateOf = (app: TestPlaudit, roundId: string): Promise<string> =>
  app.read(
    async ({ db }) =>
      (await db.selectFrom('rounds').select('state').where('id', '=', roundId).executeTakeFirstOrThrow())
        .state,
  )
