import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { AwardInput } from '../../src/domain/award.ts'
import { listUnbalanced } from '../../src/store/ledger.ts'
import { listPrizes } from '../../src/store/prizes.ts'
import { awardPrize, listStoriesToAward, showAwardOffer } from '../../src/usecases/awards.ts'
import { showPrizesRoom } from '../../src/usecases/prizes.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  carol,
  dave,
  facts,
  openPlaudit,
  refusal,
  sayAll,
  share,
  type TestPlaudit,
  waiting,
} from './support.ts'

const REASON = 'stayed until the part was found'

let app: TestPlaudit
let storyId: string
beforeEach(async () => {
  app = await openPlaudit()
  await saveSetup(
    app,
    dave,
    {
      settings: {
        celebrationChannel: CELEBRATIONS,
        currency: 'GBP',
        managerBudget: { money: '100', days: '1' },
      },
      hostIds: [dave.id],
      managers: { personIds: [carol.id] },
    },
    facts,
  )
  storyId = await share(app)
  await sayAll(app)
})
afterEach(() => app.close())

const prize = async (builtin: string) => {
  const found = (await app.read((reader) => listPrizes(reader))).find((one) => one.builtin === builtin)
  if (!found) throw new Error(`no ${builtin}`)
  return found
}

const give = async (builtin: string, more: Partial<AwardInput> = {}, by = carol) => {
  const { id: prizeId, revision } = await prize(builtin)
  const input = { storyId, prizeId, revision, personIds: [bob.id], reason: REASON, isPrivate: false, ...more }
  return awardPrize(app, by, input)
}

describe('awarding', () => {
  test('charges the budget once, and says so in the thread, to the champion, and to who hands it over', async () => {
    await give('voucher')
    expect(await waiting(app)).toEqual([
      'award.note → BOB',
      'award.post → C1',
      'award.todo → DAVE',
      'story.card ↻ C1',
      'story.credit ↻ BOB',
      'story.receipt ↻ ALICE',
    ])
    const { own } = await showPrizesRoom(app, carol)
    expect(own).toMatchObject({ left: { moneyMinor: 50_00, halfDays: 2 }, used: { reservedMinor: 50_00 } })
    expect(await app.read(listUnbalanced)).toEqual([])
    expect(await listStoriesToAward(app, carol)).toEqual([])
  })

  test('is refused when the budget is spent, with what is left', async () => {
    await give('day-off')
    expect(await refusal(give('day-off', {}, carol))).toEqual(['budget.manager-days-spent on prizeId'])
  })

  test('is for managers', async () => {
    expect(await refusal(give('card', {}, alice))).toEqual(['award.managers-only'])
    expect(await refusal(showAwardOffer(app, alice, storyId))).toEqual(['award.managers-only'])
  })
})
