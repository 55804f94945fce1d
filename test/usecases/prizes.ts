/** Prizes over a real store: a company with a budget, and awards by the name of a prize that comes with Plaudit. */
import type { AwardInput } from '../../src/domain/award.ts'
import { listPrizes } from '../../src/store/prizes.ts'
import { awardPrize } from '../../src/usecases/awards.ts'
import type { Actor } from '../../src/usecases/plaudit.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { bob, CELEBRATIONS, carol, dave, facts, type TestPlaudit } from './support.ts'

export const REASON = 'stayed until the part was found'

/** dave is the host, carol manages with 100 pounds and one day a month. */
export async function setUpPrizes(app: TestPlaudit, managerBudget = { money: '100', days: '1' }) {
  const settings = { celebrationChannel: CELEBRATIONS, currency: 'GBP', managerBudget }
  await saveSetup(app, dave, { settings, hostIds: [dave.id], managers: { personIds: [carol.id] } }, facts)
}

/** To bob, by carol, unless told. @returns the award's id */
export async function award(
  app: TestPlaudit,
  storyId: string,
  builtin: string,
  more: Partial<AwardInput> = {},
  by: Actor = carol,
): Promise<string> {
  const prizes = await app.read((reader) => listPrizes(reader))
  const prize = prizes.find((one) => one.builtin === builtin || one.name === builtin)
  if (!prize) throw new Error(`no ${builtin}`)
  const { id: prizeId, revision } = prize
  const input = { storyId, prizeId, revision, personIds: [bob.id], reason: REASON, isPrivate: false, ...more }
  const { award: made } = await awardPrize(app, by, input, ['left-out', 'again', 'masked'])
  return made.id
}
