import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findRoundAward } from '../../src/store/awards.ts'
import { getUsed } from '../../src/store/budgets.ts'
import { listContradictions } from '../../src/store/ledger-audit.ts'
import { listPrizes } from '../../src/store/prizes.ts'
import { showAward } from '../../src/usecases/award-showing.ts'
import { vote } from '../../src/usecases/ballots.ts'
import { exportPrizesAsOperator } from '../../src/usecases/prize-export.ts'
import { savePrizeSettings } from '../../src/usecases/prize-settings.ts'
import { retirePrize } from '../../src/usecases/prizes.ts'
import { giveRoundPrizeNow } from '../../src/usecases/round-prizes.ts'
import { showRound } from '../../src/usecases/round-showing.ts'
import { showRoundForm } from '../../src/usecases/rounds.ts'
import { setUpPrizes } from './prizes.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, stateOf, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import {
  alice,
  bob,
  carol,
  dave,
  openSetUp,
  outbox,
  sayAll,
  sayOne,
  type TestPlaudit,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp(MONDAY)
  await setUpPrizes(app)
})
afterEach(() => app.close())

const november = { fromOn: '2026-11-01', toOn: '2026-12-01' }
const used = (givenBy?: string) => app.read((reader) => getUsed(reader, { givenBy, window: november }, 'GBP'))

const limitAll = (workspaceMoney: string) =>
  savePrizeSettings(app, dave, {
    currency: 'GBP',
    budgetPeriod: 'month',
    workspaceMoney,
    amountsPublic: false,
    nextSteps: {},
    approverIds: [],
    fulfillerIds: [],
  })

/** bob wins a round whose prize is the voucher, or another. */
async function bobWins(builtin = 'voucher', more: { tie?: boolean } = {}): Promise<string> {
  const prize = (await app.read((reader) => listPrizes(reader))).find((one) => one.builtin === builtin)
  const roundId = await plan(app, { prizeId: prize?.id })
  await nominated(app, roundId, bob.id, alice)
  await nominated(app, roundId, alice.id, carol)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  await vote(app, carol, roundId, bob.id)
  if (more.tie) await vote(app, dave, roundId, alice.id)
  await sayAll(app)
  await goTo(app, VOTES_CLOSE)
  return roundId
}

describe('the prize of a round', () => {
  test('that was retired is promised to nobody any more, and stays in the host’s form', async () => {
    const prize = (await app.read((reader) => listPrizes(reader))).find((one) => one.builtin === 'voucher')
    const roundId = await plan(app, { prizeId: prize?.id })
    const promised = async () => (await app.read((reader) => showRound(reader, roundId)))?.prize?.id
    expect(await promised()).toBe(prize?.id)
    await retirePrize(app, dave, prize?.id ?? '')
    expect(await promised()).toBeUndefined()
    const { prizes } = await showRoundForm(app, dave, roundId)
    expect(prizes.map(({ id }) => id)).toContain(prize?.id)
    expect((await showRoundForm(app, dave)).prizes.map(({ id }) => id)).not.toContain(prize?.id)
  })

  test('is given with the announcement, and charged to the workspace, to no manager', async () => {
    const roundId = await bobWins()
    const award = await app.read((reader) => findRoundAward(reader, roundId))
    expect(award).toMatchObject({ roundId, givenBy: dave.id, shares: [{ personId: bob.id, state: 'open' }] })
    const cost = award?.prize.cost.moneyMinor ?? 0
    expect(cost).toBeGreaterThan(0)
    expect((await used()).reservedMinor).toBe(cost)
    expect((await used(dave.id)).reservedMinor).toBe(0)
    expect(await app.read(listContradictions)).toEqual([])
  })

  test('is said in the thread of the announcement, and to the champion', async () => {
    await bobWins()
    const rows = await outbox(app)
    const announcement = rows.find(({ kind }) => kind === 'round.announced')
    const post = await app.read(({ db }) =>
      db.selectFrom('deliveries').select(['thread_of', 'lane']).where('kind', '=', 'award.post').execute(),
    )
    expect(post).toEqual([{ thread_of: announcement?.id, lane: announcement?.lane }])
    expect(rows.filter(({ kind }) => kind === 'award.note').map(({ lane }) => lane)).toEqual([bob.id])
  })

  test('is linked to the announcement also where its champion heard of it first', async () => {
    await bobWins()
    await sayOne(app, 'award.note')
    await sayOne(app, 'round.announced')
    expect(await waiting(app)).toContain('award.note ↻ BOB')
  })

  test('is one for each when two share the title', async () => {
    const roundId = await bobWins('voucher', { tie: true })
    expect(await stateOf(app, roundId)).toBe('tied')
    await goTo(app, '2026-11-25T17:00:00.000Z')
    const award = await app.read((reader) => findRoundAward(reader, roundId))
    expect(award?.shares.map(({ personId }) => personId).sort()).toEqual([alice.id, bob.id])
  })

  test('does not hold up the announcement when there is too little for it: hosts hear it, and give it later', async () => {
    await limitAll('1')
    const roundId = await bobWins()
    expect(await stateOf(app, roundId)).toBe('decided')
    const note = (await outbox(app)).find(({ kind }) => kind === 'round.prize')
    expect(note).toMatchObject({ lane: dave.id, args: { why: 'spent' } })
    await sayAll(app)
    await expect(giveRoundPrizeNow(app, dave, roundId)).rejects.toThrow('round.prize-spent')
    await expect(giveRoundPrizeNow(app, carol, roundId)).rejects.toThrow('host.only')
    await limitAll('500')
    await giveRoundPrizeNow(app, dave, roundId)
    await expect(giveRoundPrizeNow(app, dave, roundId)).rejects.toThrow('round.prize-given')
    const award = await app.read((reader) => findRoundAward(reader, roundId))
    const shown = await app.read((reader) => showAward(reader, award?.id ?? ''))
    expect(shown?.round).toMatchObject({ title: 'Customer Champion of November', post: { channel: 'C1' } })
  })

  test('is in the export with its round, and no story', async () => {
    const roundId = await bobWins('day-off')
    const { shares } = await exportPrizesAsOperator(app, { from: '2026-11-01', to: '2026-11-30' })
    expect(shares).toMatchObject([{ roundId, person: { id: bob.id }, manager: { id: dave.id } }])
    expect(shares[0]?.storyId).toBeUndefined()
  })
})
