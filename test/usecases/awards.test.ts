import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { AwardInput } from '../../src/domain/award.ts'
import type { Settings } from '../../src/domain/settings.ts'
import { listUnbalanced } from '../../src/store/ledger.ts'
import { listPrizes } from '../../src/store/prizes.ts'
import { updateSettings } from '../../src/store/settings.ts'
import { awardPrize, listStoriesToAward, showAwardOffer } from '../../src/usecases/awards.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import type { Actor } from '../../src/usecases/plaudit.ts'
import { retirePrize, savePrize, showPrizesRoom } from '../../src/usecases/prizes.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { retractStory } from '../../src/usecases/stories.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  carol,
  dave,
  erin,
  facts,
  frank,
  newsOf,
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

const setup = (more: { managers?: readonly string[]; settings?: object } = {}) =>
  saveSetup(
    app,
    dave,
    {
      settings: { celebrationChannel: CELEBRATIONS, ...more.settings },
      hostIds: [dave.id],
      managers: { personIds: more.managers ?? [carol.id] },
    },
    facts,
  )
const decide = (settings: Partial<Settings>) =>
  app.write((tx) =>
    updateSettings(
      tx,
      Object.entries(settings).map(([key, to]) => ({ key: key as keyof Settings, to })),
    ),
  )
const left = async () => (await showPrizesRoom(app, carol)).own?.left

describe('a manager is refused', () => {
  test('who lost the role, or left, while the form was open', async () => {
    await setup({ managers: [frank.id] })
    expect(await refusal(give('card'))).toEqual(['award.managers-only'])
    await setup()
    await app.write((tx) => meetPeople(tx, [newsOf(carol.id, { hasLeft: true })]))
    expect(await refusal(give('card'))).toEqual(['person.not-a-colleague'])
  })

  test('when the prize was edited, retired or sold out while the form was open', async () => {
    const { id, revision } = await prize('card')
    await savePrize(app, dave, {
      id,
      revision,
      kind: 'gift',
      currency: 'GBP',
      name: 'a better card',
      stock: '1',
    })
    const old = { prizeId: id, revision }
    expect(await refusal(give('lunch', old))).toEqual(['prize.changed on prizeId'])
    const now = { prizeId: id, revision: revision + 1 }
    await give('lunch', now)
    expect(await refusal(give('lunch', now))).toEqual(['prize.sold-out on prizeId'])
    await retirePrize(app, dave, id)
    expect(await refusal(give('lunch', now))).toEqual(['prize.retired on prizeId'])
  })

  test('when there are fewer of it than champions, and nothing is charged', async () => {
    const { id, revision } = await prize('voucher')
    const edited = {
      id,
      revision,
      kind: 'gift',
      currency: 'GBP',
      name: 'a mug',
      cost: '5',
      stock: '1',
    } as const
    await savePrize(app, dave, edited)
    const two = await share(app, alice, { championIds: [bob.id, erin.id] })
    const both = { storyId: two, revision: revision + 1, personIds: [bob.id, erin.id] }
    expect(await refusal(give('voucher', { ...both, prizeId: id }))).toEqual(['prize.too-few on prizeId'])
    expect(await left()).toEqual({ moneyMinor: 100_00, halfDays: 2 })
    await give('voucher', { ...both, prizeId: id, split: 'shared' })
    expect(await left()).toEqual({ moneyMinor: 95_00, halfDays: 2 })
  })

  test('when all managers together have spent it', async () => {
    await setup({ managers: [carol.id, frank.id] })
    await decide({ workspaceBudget: { moneyMinor: 80_00, halfDays: 1 } })
    await give('voucher', {}, frank)
    const { left: both } = await showAwardOffer(app, carol, storyId)
    expect(both).toEqual({ moneyMinor: 30_00, halfDays: 1 })
    expect(await refusal(give('voucher'))).toEqual(['budget.workspace-money-spent on prizeId'])
    expect(await refusal(give('day-off'))).toEqual(['budget.workspace-days-spent on prizeId'])
  })

  test('before anybody said how much, but for what is free', async () => {
    await decide({ managerBudget: undefined as never })
    expect(await refusal(give('voucher'))).toEqual(['budget.not-yet on prizeId'])
    expect(await refusal(give('card'))).toEqual([])
    const { prizes } = await showAwardOffer(app, carol, storyId)
    expect(prizes.filter(({ refused }) => refused === 'no-budget')).toHaveLength(2)
  })

  test('when it has to be approved and nobody could', async () => {
    await setup({ managers: [dave.id] })
    await decide({ approvalAbove: { moneyMinor: 10_00 } })
    expect(await refusal(give('voucher', {}, dave))).toEqual(['award.no-approver'])
  })

  test('for a story that was taken back, and when they are its only champion', async () => {
    await retractStory(app, alice, storyId, 'mistaken')
    expect(await refusal(give('card'))).toEqual(['story.taken-back'])
    const own = await share(app, alice, { championIds: [carol.id] })
    expect(await refusal(showAwardOffer(app, carol, own))).toEqual(['award.only-yourself'])
    expect(await refusal(give('card', { storyId: own, personIds: [carol.id] }))).toEqual([
      'award.not-oneself on personIds',
    ])
  })
})

describe('before it is given', () => {
  test('the same prize for the same person is asked about, and given once the answer is yes', async () => {
    await give('card')
    const asked = await give('card')
    expect(asked).toMatchObject({ questions: [{ ask: 'again', personIds: [bob.id] }] })
    const { id: prizeId, revision } = await prize('card')
    const input = { storyId, prizeId, revision, personIds: [bob.id], reason: REASON, isPrivate: false }
    expect('questions' in (await awardPrize(app, carol, input, ['again']))).toBe(false)
  })

  test('what another manager gave privately shows neither in a question nor in the list', async () => {
    const managers = { personIds: [carol.id, frank.id] }
    await saveSetup(app, dave, { settings: {}, hostIds: [dave.id], managers }, facts)
    await give('card', { isPrivate: true })
    const listed = async (by: Actor) => (await listStoriesToAward(app, by)).map(({ id }) => id)
    expect(await listed(frank)).toEqual([storyId])
    expect(await listed(carol)).toEqual([])
    const { id: prizeId, revision } = await prize('card')
    const input = { storyId, prizeId, revision, personIds: [bob.id], reason: REASON, isPrivate: false }
    expect('questions' in (await awardPrize(app, frank, input))).toBe(false)
  })

  test('nothing of what is only asked about has happened, and the same form can be sent again', async () => {
    const two = await share(app, alice, { championIds: [bob.id, erin.id] })
    await sayAll(app)
    const form = { ...carol, key: 'submit award V1' }
    const { id: prizeId, revision } = await prize('voucher')
    const input = { storyId: two, prizeId, revision, reason: REASON, isPrivate: false }
    const asked = await awardPrize(app, form, { ...input, personIds: [bob.id] })
    expect(asked).toMatchObject({ questions: [{ ask: 'left-out', personIds: [erin.id] }] })
    expect(await left()).toEqual({ moneyMinor: 100_00, halfDays: 2 })
    expect(await waiting(app)).toEqual([])
    await awardPrize(app, form, { ...input, personIds: [bob.id, erin.id] })
    expect(await left()).toEqual({ moneyMinor: 0, halfDays: 2 })
    expect(await app.read(listUnbalanced)).toEqual([])
  })

  test('what is too much is refused, not asked about', async () => {
    await give('day-off')
    expect(await refusal(give('day-off'))).toEqual(['budget.manager-days-spent on prizeId'])
  })
})

test('a budget begins anew with the month of the workspace’s wall, and keeps the old one as it was', async () => {
  await setup({ settings: { zone: 'America/Sao_Paulo' } })
  app.clock.setCivil('2026-12-01T02:59:59.999Z') // still November there
  await give('day-off')
  expect(await refusal(give('day-off'))).toEqual(['budget.manager-days-spent on prizeId'])
  app.clock.setCivil('2026-12-01T03:00:00.000Z')
  expect(await left()).toEqual({ moneyMinor: 100_00, halfDays: 2 })
  expect(await refusal(give('day-off', { isPrivate: true }))).toEqual([])
})
