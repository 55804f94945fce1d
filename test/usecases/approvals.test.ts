import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ShareState } from '../../src/domain/award.ts'
import type { Instant } from '../../src/domain/time.ts'
import { tick } from '../../src/jobs/tick.ts'
import { listUnbalanced } from '../../src/store/ledger.ts'
import { replaceRoleHolders } from '../../src/store/roles.ts'
import { updateSettings } from '../../src/store/settings.ts'
import { approveAward, declineAward, showAwardToDecide } from '../../src/usecases/approvals.ts'
import { showAward } from '../../src/usecases/award-showing.ts'
import { submitStory } from '../../src/usecases/drafts.ts'
import { cancelAward } from '../../src/usecases/handing-over.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import type { Actor } from '../../src/usecases/plaudit.ts'
import { savePrizeSettings } from '../../src/usecases/prize-settings.ts'
import { showPrizesRoom } from '../../src/usecases/prizes.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { retractStory } from '../../src/usecases/stories.ts'
import { award, REASON, setUpPrizes } from './prizes.ts'
import {
  alice,
  bob,
  carol,
  dave,
  erin,
  facts,
  frank,
  newsOf,
  openPlaudit,
  outbox,
  refusal,
  sayAll,
  share,
  type TestPlaudit,
  WORDS,
  waiting,
} from './support.ts'

/** A Thursday, four days before Monday. */
const THURSDAY = '2026-11-19T10:00:00.000Z'

let app: TestPlaudit
let storyId: string
afterAll(() => app.close())

/** Whatever costs money waits, for these, or for the host. */
async function begin(at: Instant = THURSDAY, approvers: readonly Actor[] = [dave]): Promise<void> {
  await app?.close()
  app = await openPlaudit(at)
  await setUpPrizes(app, { money: '200', days: '1' })
  await app.write(async (tx) => {
    await updateSettings(tx, [{ key: 'approvalAbove', to: { moneyMinor: 20_00 } }])
    await replaceRoleHolders(
      tx,
      'approver',
      approvers.map(({ id }) => id),
      dave.id,
    )
  })
  storyId = await share(app)
  await sayAll(app)
  app.clock.setCivil(at)
}
beforeEach(() => begin())

const settings = {
  ...{ managerMoney: '200', managerDays: '1', budgetPeriod: 'month', currency: 'GBP' },
  ...{ approverIds: [], fulfillerIds: [], amountsPublic: false, nextSteps: {} },
}
const noSkips = () => {}
const runJobs = async () => (await tick(app, noSkips)).map(({ job }) => job)
const states = async (id: string): Promise<ShareState[]> =>
  (await app.read((reader) => showAward(reader, id)))?.shares.map(({ state }) => state) ?? []
const left = async () => (await showPrizesRoom(app, carol)).own?.left
const said = async (kind: string) => (await outbox(app)).filter((row) => row.kind === kind && !row.post)
const balanced = () => app.read(listUnbalanced)

describe('an award above the threshold', () => {
  test('waits: only approvers and the manager hear of it, and the budget is charged', async () => {
    const id = await award(app, storyId, 'voucher')
    expect(await states(id)).toEqual(['waiting'])
    expect(await waiting(app)).toEqual(['award.approval → DAVE', 'award.waiting → CAROL'])
    expect(await left()).toMatchObject({ moneyMinor: 150_00 })
  })

  test('goes by what it costs as a whole', async () => {
    const pair = await share(app, alice, { championIds: [bob.id, erin.id] })
    await app.write((tx) => updateSettings(tx, [{ key: 'approvalAbove', to: { moneyMinor: 60_00 } }]))
    const personIds = [bob.id, erin.id]
    expect(await states(await award(app, pair, 'voucher', { personIds, split: 'shared' }))).toEqual([
      'open',
      'open',
    ])
    expect(await states(await award(app, pair, 'voucher', { personIds }))).toEqual(['waiting', 'waiting'])
  })

  test('is open for everybody once it is approved, and was charged once', async () => {
    const id = await award(app, storyId, 'voucher')
    await sayAll(app)
    await approveAward(app, dave, id)
    expect(await states(id)).toEqual(['open'])
    expect(await waiting(app)).toEqual([
      'award.approval ↻ DAVE',
      'award.decided → CAROL',
      'award.note → BOB',
      'award.post → C1',
      'award.todo → DAVE',
      'award.waiting ↻ CAROL',
      'story.card ↻ C1',
      'story.credit ↻ BOB',
      'story.receipt ↻ ALICE',
    ])
    expect(await left()).toMatchObject({ moneyMinor: 150_00 })
    expect(await balanced()).toEqual([])
  })

  test('gives the budget back when it is declined, and the champion never hears of it', async () => {
    const id = await award(app, storyId, 'voucher')
    await sayAll(app)
    expect(await refusal(declineAward(app, dave, id, ' '))).toEqual(['text.missing on reason'])
    expect(await refusal(declineAward(app, dave, id, 'no'))).toEqual(['text.too-short on reason'])
    expect(await refusal(declineAward(app, dave, id, 'x'.repeat(501)))).toEqual(['text.too-long on reason'])
    await declineAward(app, dave, id, 'A day off suits this better.')
    expect(await states(id)).toEqual(['declined'])
    expect(await waiting(app)).toEqual([
      'award.approval ↻ DAVE',
      'award.decided → CAROL',
      'award.waiting ↻ CAROL',
    ])
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
    expect(await balanced()).toEqual([])
  })

  test('keeps no private data of a reason', async () => {
    const id = await award(app, storyId, 'voucher')
    await declineAward(app, dave, id, 'Ask anna@example.com about it')
    const shown = await app.read((reader) => showAward(reader, id))
    expect(shown?.shares[0]?.ended?.note).toBe('Ask ✉ ••• about it')
  })
})

describe('who decides', () => {
  test('approvers only, and the others hear who', async () => {
    const id = await award(app, storyId, 'voucher')
    for (const somebody of [alice, frank])
      expect(await refusal(approveAward(app, somebody, id))).toEqual(['award.approvers-only'])
    expect(await refusal(declineAward(app, alice, id, 'Not today'))).toEqual(['award.approvers-only'])
    expect(await refusal(showAwardToDecide(app, alice, id))).toEqual(['award.approvers-only'])
    expect(await refusal(approveAward(app, dave, 'no-such-award'))).toEqual(['award.not-found'])
  })

  test('nobody about their own: neither who gives nor who gets', async () => {
    await begin(THURSDAY, [dave, carol, bob])
    const id = await award(app, storyId, 'voucher')
    expect((await said('award.approval')).map(({ lane }) => lane)).toEqual(['DAVE'])
    for (const own of [carol, bob])
      expect(await refusal(approveAward(app, own, id))).toEqual(['award.not-your-own'])
  })

  test('with the giver as the only approver nothing is given, and nothing is charged', async () => {
    await begin(THURSDAY, [carol])
    expect(await refusal(award(app, storyId, 'voucher'))).toEqual(['award.no-approver'])
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
    expect(await waiting(app)).toEqual([])
  })

  test('the hosts, once the last approver has left', async () => {
    await begin(THURSDAY, [frank])
    const id = await award(app, storyId, 'voucher')
    expect(await refusal(approveAward(app, dave, id))).toEqual(['award.approvers-only'])
    await app.write((tx) =>
      meetPeople(tx, [newsOf(frank.id, { hasLeft: true, changedAt: '2026-11-20T00:00:00.000Z' })]),
    )
    await approveAward(app, dave, id)
    expect(await states(id)).toEqual(['open'])
  })

  test('who is named while it waits is asked at once, and who was asked before sees who decides now', async () => {
    const id = await award(app, storyId, 'voucher')
    await sayAll(app)
    const named = { ...settings, approvalMoney: '20', approverIds: [frank.id] }
    await savePrizeSettings(app, dave, named)
    const now = await outbox(app)
    const asked = now.filter(({ kind, state }) => kind.startsWith('award.') && state === 'waiting')
    expect(asked.map(({ kind, lane, post }) => [kind, lane, post !== null])).toEqual(
      expect.arrayContaining([
        ['award.approval', 'FRANK', false],
        ['award.approval', 'DAVE', true],
        ['award.waiting', 'CAROL', true],
      ]),
    )
    expect(asked).toHaveLength(3)
    await approveAward(app, frank, id)
  })

  test('whoever has left is told nothing of what was decided', async () => {
    const id = await award(app, storyId, 'voucher')
    await sayAll(app)
    const hasLeft = { hasLeft: true, changedAt: '2026-11-20T00:00:00.000Z' }
    await app.write((tx) => meetPeople(tx, [newsOf(carol.id, hasLeft), newsOf(bob.id, hasLeft)]))
    await approveAward(app, dave, id)
    expect(await said('award.note')).toEqual([])
    expect(await said('award.decided')).toEqual([])
    expect(await said('award.todo')).toHaveLength(1)
  })

  test('the hosts are asked at once when the last approver leaves', async () => {
    await begin(THURSDAY, [frank])
    await award(app, storyId, 'voucher')
    await sayAll(app)
    await app.write((tx) =>
      meetPeople(tx, [newsOf(frank.id, { hasLeft: true, changedAt: '2026-11-20T00:00:00.000Z' })]),
    )
    expect((await said('award.approval')).map(({ lane }) => lane)).toEqual(['FRANK', 'DAVE'])
  })

  test('a host who is named while it waits is asked at once, where hosts decide', async () => {
    await begin(THURSDAY, [])
    await award(app, storyId, 'voucher')
    await saveSetup(app, dave, { settings: {}, hostIds: [dave.id, alice.id] }, facts)
    expect((await said('award.approval')).map(({ lane }) => lane)).toEqual(['DAVE', 'ALICE'])
  })

  test('also when the manager lost the role meanwhile: then it can still be approved, but not given anew', async () => {
    const id = await award(app, storyId, 'voucher')
    await saveSetup(
      app,
      dave,
      { settings: {}, hostIds: [dave.id], managers: { personIds: [alice.id] } },
      facts,
    )
    expect(await refusal(award(app, storyId, 'voucher'))).toEqual(['award.managers-only'])
    await approveAward(app, dave, id)
    expect(await states(id)).toEqual(['open'])
  })

  test('of two at the same moment exactly one, and the other hears what was decided', async () => {
    await begin(THURSDAY, [dave, frank])
    const id = await award(app, storyId, 'voucher')
    const both = await Promise.all([
      refusal(approveAward(app, dave, id)),
      refusal(declineAward(app, frank, id, 'Not this time')),
    ])
    expect(both).toEqual([[], ['award.already-approved']])
    const again = await Promise.all([
      refusal(declineAward(app, frank, id, 'Not this time')),
      refusal(approveAward(app, dave, id)),
    ])
    expect(again).toEqual([['award.already-approved'], ['award.already-approved']])
    expect(await balanced()).toEqual([])
  })
})

describe('the manager, while it waits', () => {
  test('takes it back, with nobody else the wiser', async () => {
    const id = await award(app, storyId, 'voucher')
    await sayAll(app)
    await cancelAward(app, carol, { awardId: id }, 'I meant another story')
    expect(await states(id)).toEqual(['cancelled'])
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
    expect((await waiting(app)).filter((one) => one.startsWith('award'))).toEqual([
      'award.approval ↻ DAVE',
      'award.waiting ↻ CAROL',
    ])
    expect(await refusal(approveAward(app, dave, id))).toEqual(['award.already-cancelled'])
  })

  test('and a host, who may cancel one share of it: the other is decided about as before', async () => {
    const pair = await share(app, alice, { championIds: [bob.id, erin.id] })
    const id = await award(app, pair, 'voucher', { personIds: [bob.id, erin.id] })
    await cancelAward(app, dave, { awardId: id, personIds: [bob.id] }, 'Bob has one already')
    expect(await left()).toMatchObject({ moneyMinor: 150_00 })
    await approveAward(app, dave, id)
    expect(await states(id)).toEqual(['cancelled', 'open'])
    expect((await waiting(app)).filter((line) => line.startsWith('award.note'))).toEqual([
      'award.note → ERIN',
    ])
    expect(await refusal(approveAward(app, dave, id))).toEqual(['award.already-approved'])
    expect(await balanced()).toEqual([])
  })

  test('cannot once it is approved', async () => {
    const id = await award(app, storyId, 'voucher')
    await approveAward(app, dave, id)
    expect(await refusal(cancelAward(app, carol, { awardId: id }, 'Changed my mind'))).toEqual([
      'award.fulfillers-only',
    ])
  })
})

describe('an award that nobody decides about', () => {
  const reminders = async () => (await said('award.reminder')).length

  test('is remembered after every second working day, and a weekend is no working day', async () => {
    await award(app, storyId, 'voucher') // Thursday at ten
    const seen: [string, number][] = []
    for (const [at, times] of [
      ['2026-11-23T09:59:00.000Z', 0], // Monday
      ['2026-11-23T10:00:00.000Z', 1],
      ['2026-11-25T09:59:00.000Z', 1],
      ['2026-11-25T10:00:00.000Z', 2],
      ['2026-11-27T10:00:00.000Z', 3],
    ] as const) {
      app.clock.setCivil(at)
      await runJobs()
      await runJobs()
      seen.push([at, times])
      expect([at, await reminders()]).toEqual([at, times])
    }
    expect(seen).toHaveLength(5)
  })

  test('is remembered once after downtime, to whoever can decide now', async () => {
    await award(app, storyId, 'voucher')
    await app.write((tx) => replaceRoleHolders(tx, 'approver', [frank.id, carol.id], dave.id))
    app.clock.setCivil('2026-11-28T03:00:00.000Z')
    await runJobs()
    expect((await said('award.reminder')).map(({ lane }) => lane)).toEqual(['FRANK'])
  })

  test.each([
    ['spring', '2026-03-26T10:00:00.000Z', '2026-03-30T09:00:00.000Z'],
    ['autumn', '2026-10-22T09:00:00.000Z', '2026-10-26T10:00:00.000Z'],
  ])('is remembered at the same time of day when the clocks change in %s', async (_, given, due) => {
    await begin(given)
    await award(app, storyId, 'voucher')
    app.clock.setCivil(new Date(Date.parse(due) - 60_000).toISOString())
    await runJobs()
    expect(await reminders()).toBe(0)
    app.clock.setCivil(due)
    await runJobs()
    expect(await reminders()).toBe(1)
  })

  test('lapses after fourteen days, and gives the money back to the month that it came from', async () => {
    await begin('2026-11-20T10:00:00.000Z')
    const id = await award(app, storyId, 'voucher')
    app.clock.setCivil('2026-11-30T10:00:00.000Z')
    expect(await left()).toMatchObject({ moneyMinor: 150_00 })
    app.clock.setCivil('2026-12-04T09:59:00.000Z')
    await runJobs()
    expect(await states(id)).toEqual(['waiting'])
    expect(await left()).toMatchObject({ moneyMinor: 200_00 }) // December's
    app.clock.setCivil('2026-12-04T11:00:00.000Z')
    const before = await reminders()
    await runJobs()
    expect(await states(id)).toEqual(['lapsed'])
    expect(await reminders()).toBe(before)
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
    app.clock.setCivil('2026-11-30T10:00:00.000Z')
    expect(await left()).toMatchObject({ moneyMinor: 200_00 })
    expect(await balanced()).toEqual([])
  })

  test('cannot be approved after it has lapsed, and its manager is told', async () => {
    const id = await award(app, storyId, 'voucher')
    app.clock.pass({ days: 14 })
    await runJobs()
    expect((await said('award.decided')).map(({ lane, args }) => [lane, args])).toEqual([
      ['CAROL', { entry: 'lapsed' }],
    ])
    expect(await refusal(approveAward(app, dave, id))).toEqual(['award.already-lapsed'])
    expect(await refusal(declineAward(app, dave, id, 'Too late'))).toEqual(['award.already-lapsed'])
    expect(await refusal(showAwardToDecide(app, dave, id))).toEqual(['award.already-lapsed'])
    expect(await refusal(cancelAward(app, dave, { awardId: id }, 'Too late'))).toEqual(['award.nothing-open'])
  })
})

describe('a story that changes while its award waits', () => {
  test('taken back: who decides is asked again, and may approve it all the same', async () => {
    const id = await award(app, storyId, 'voucher')
    await sayAll(app)
    await retractStory(app, alice, storyId)
    const asked = await said('award.reminder')
    expect(asked.map(({ lane, args }) => [lane, args])).toEqual([['DAVE', { why: 'retracted' }]])
    await approveAward(app, dave, id)
    expect(await states(id)).toEqual(['open'])
  })

  test('without a champion any more: the manager hears it once', async () => {
    const pair = await share(app, alice, { championIds: [bob.id, erin.id] })
    const id = await award(app, pair, 'voucher', { personIds: [bob.id, erin.id] })
    const input = { championIds: [bob.id], words: WORDS }
    await submitStory(app, alice, { input, editing: pair })
    await submitStory(app, alice, { input: { ...input, words: `${WORDS}!` }, editing: pair })
    const told = await said('award.uncredited')
    expect(told.map(({ lane, args }) => [lane, args])).toEqual([['CAROL', { personId: erin.id }]])
    const shown = await app.read((reader) => showAward(reader, id))
    expect(shown?.shares.map(({ isUncredited }) => isUncredited)).toEqual([false, true])
  })
})

test('the reason of an award is what was written', async () => {
  const id = await award(app, storyId, 'voucher')
  expect(await showAwardToDecide(app, dave, id)).toMatchObject({ reason: REASON })
})
