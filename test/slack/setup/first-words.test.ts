import { describe, expect, test } from '@jest/globals'
import { type Colleague, MODES, type Plaudit, setUpBy, startPlaudit } from '../../support/plaudit.ts'

const toAdmin = 'Plaudit celebrates colleagues who did something great for a customer. It needs two answers'

describe.each(MODES)('before the setup, over %s', (mode) => {
  test('a Slack admin who types /wow is told what to do, and one press opens the form', async () => {
    const { dave } = await startPlaudit({ mode, setUp: false })
    await dave.runs('/wow')
    expect(await dave.answer()).toContain(toAdmin)
    await dave.presses(dave.lastAnswer(), 'setup.open')
    expect((await dave.form()).title).toBe('Set up Plaudit')
  })

  test('anybody else is told kindly who can run /wow setup', async () => {
    const { alice } = await startPlaudit({ mode, setUp: false })
    await alice.runs('/wow @bob found the part')
    const answer = await alice.answer()
    expect(answer).toContain('Any admin or owner of this Slack workspace can do it with /wow setup')
    expect(answer).not.toContain('[Set up Plaudit]')
  })
})

describe('before the setup', () => {
  test.each(['digest', 'leaderboard'])(
    'who types /wow %s hears whom to ask, not that it is empty',
    async (what) => {
      const { alice } = await startPlaudit({ setUp: false })
      await alice.runs(`/wow ${what}`)
      expect(await alice.answer()).toContain('Any admin or owner of this Slack workspace')
    },
  )

  const ways: [string, (who: Colleague, plaudit: Plaudit) => Promise<unknown>][] = [
    ['writes to it', (who) => who.slack.dm('hello?')],
    ['mentions it', (who) => who.slack.mention('CLOBBY', 'what are you?')],
  ]
  test.each(ways)('an admin who %s is told what to do', async (_, talks) => {
    const plaudit = await startPlaudit({ setUp: false })
    await plaudit.slack.invite('CLOBBY', plaudit.slack.botUserId)
    await talks(plaudit.gina, plaudit)
    await plaudit.settled()
    expect(plaudit.gina.dms()).toEqual([expect.stringContaining(toAdmin)])
    expect(plaudit.slack.messages('CLOBBY').every(({ user }) => user === 'UGINA')).toBe(true)
  })

  test.each(ways)('a colleague who %s hears whom to ask', async (_, talks) => {
    const plaudit = await startPlaudit({ setUp: false })
    await plaudit.slack.invite('CLOBBY', plaudit.slack.botUserId)
    await talks(plaudit.alice, plaudit)
    await plaudit.settled()
    expect(plaudit.alice.dms()).toEqual([expect.stringContaining('Any admin or owner')])
  })

  test('what somebody says twice to Slack, as a redelivery, is answered once', async () => {
    const { slack, gina, settled } = await startPlaudit({ setUp: false })
    await gina.slack.dm('hello?')
    await slack.redeliver('last', 2)
    await settled()
    expect(gina.dms()).toHaveLength(1)
  })

  test('Home tells an admin what to do, with a button, and others whom to ask', async () => {
    const { gina, alice } = await startPlaudit({ setUp: false })
    expect(await gina.opensHome()).toContain('[Open the setup]')
    await gina.presses(homeOf(gina), 'setup.open')
    expect((await gina.form()).title).toBe('Set up Plaudit')
    const home = await alice.opensHome()
    expect(home).toContain('An admin or owner of this Slack workspace can do it with /wow setup')
    expect(home).not.toContain('[Open the setup]')
  })

  test('people of other companies and bots are not answered', async () => {
    const { slack, settled, meet } = await startPlaudit({ setUp: false })
    await slack.invite('CLOBBY', slack.botUserId)
    await meet('UFRITZ').slack.mention('CLOBBY', 'hello')
    await slack.person('UROBOT').mention('CLOBBY', 'beep')
    await settled()
    expect(meet('UFRITZ').dms()).toEqual([])
    expect(meet('UROBOT').dms()).toEqual([])
  })

  test.each(['alice', 'erin'] as const)('/wow setup tells %s, who is no admin, whom to ask', async (who) => {
    const plaudit = await startPlaudit({ setUp: false })
    await plaudit[who].runs('/wow setup')
    expect(await plaudit[who].answer()).toContain('Only hosts, and admins or owners of this Slack workspace')
    expect(plaudit[who].slack.modal()).toBeUndefined()
  })

  test('nobody waits for the directory: the app answers while it fills', async () => {
    const { dave, alice, slack, settled } = await startPlaudit({
      setUp: false,
      knowsEverybody: false,
      before: (early) => early.faults.next('users.list', { kind: 'delay', ms: 2_500 }),
    })
    await setUpBy(dave)
    const card = await alice.tells('Found the lost part in the cellar on Christmas Eve.', { about: dave })
    await settled()
    expect(card.text).toContain('Shared by Alice Archer')
    const listed = () => slack.calls('users.list').every(({ status }) => status !== undefined)
    expect(listed()).toBe(false)
    await slack.until(listed)
  })
})

const homeOf = (who: Colleague) => {
  const home = who.slack.home()
  if (!home) throw new Error('Home is empty')
  return home
}
