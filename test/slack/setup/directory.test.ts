import { describe, expect, test } from '@jest/globals'
import { insertStrangers } from '../../../src/store/people.ts'
import { startPlaudit } from '../../support/plaudit.ts'
import { slackOver } from '../support/speaking.ts'

describe('the directory', () => {
  test('is read in pages', async () => {
    const { slack } = await startPlaudit({
      setUp: false,
      before: (early) => {
        for (let n = 0; n < 450; n += 1) early.addPerson({ id: `UEXTRA${n}`, name: `extra${n}` })
      },
    })
    expect(slack.calls('users.list').length).toBeGreaterThanOrEqual(3)
  })

  test('hears of somebody new: they can be a champion at once', async () => {
    const { slack, alice, settled, meet, celebrations } = await startPlaudit()
    await slack.joinTeam({ id: 'UNELLY', name: 'nelly', realName: 'Nelly New' })
    await settled()
    const card = await alice.tells('Found the lost part on her very first day.', { about: { id: 'UNELLY' } })
    await settled()
    expect(celebrations.text(card)).toContain('WOW, @nelly!')
    expect(meet('UNELLY').dms()).toHaveLength(1)
  })

  test.each([{ tz: { toString: 'x' } }, { updated: 1e300 }, { profile: 'x' }, { id: '' }])(
    'leaves alone what is no news of a person: %j',
    async (strange) => {
      const { slack, settled, expectLog, reading, alice, bob } = await startPlaudit()
      expectLog(/not as Slack makes it/)
      const user = { id: 'UBOB', name: 'somebody else', team_id: slack.team.id, ...strange }
      expect((await slack.sendEvent({ event: { type: 'user_change', user } })).ok).toBe(true)
      await settled()
      const card = await alice.tells('Found the lost part in the cellar at night.', { about: bob })
      expect(reading.message(card)).toContain('@bob')
    },
  )

  test('somebody whom it has not heard of yet is looked up when they act', async () => {
    const { slack, bob, settled, meet, celebrations } = await startPlaudit()
    slack.addPerson({ id: 'UNEWT', name: 'newt', realName: 'Newt New' })
    slack.channel('CCHEERS').members.add('UNEWT')
    const card = await meet('UNEWT').tells('Found the lost part in the cellar at night.', { about: bob })
    await settled()
    expect(celebrations.text(card)).toContain('Shared by Newt New')
  })

  test('asks about each stranger once, also when Slack takes longer than it is until the next look', async () => {
    const { slack: pretend } = await startPlaudit({ setUp: false })
    const { app, directory } = slackOver(pretend)
    for (const id of ['UNEWT', 'UOWEN']) pretend.addPerson({ id, name: id.slice(1).toLowerCase() })
    await app.store.write((tx) => insertStrangers(tx, ['UNEWT']))
    pretend.faults.next('users.info', { kind: 'delay', ms: 100 })
    await Promise.all([directory.meetStrangers(), directory.meetStrangers()])
    expect(pretend.calls('users.info')).toHaveLength(1)
    await app.store.write((tx) => insertStrangers(tx, ['UOWEN']))
    await directory.meetStrangers()
    expect(pretend.calls('users.info')).toHaveLength(2)
  })

  test('follows a new name', async () => {
    const { slack, alice, bob, carol, settled } = await startPlaudit()
    await alice.tells('Found the lost part in the cellar at night.', { about: bob })
    await slack.changePerson('UBOB', { realName: 'Bob Butcher' })
    await settled()
    await carol.runs('/wow leaderboard')
    expect(await carol.answer()).toContain('1. Bob Butcher')
  })

  test('makes one line of a name, without what cannot be shown; of several, the first that can be seen', async () => {
    const { slack, alice, bob, carol, settled } = await startPlaudit()
    await alice.tells('Found the lost part in the cellar at night.', { about: bob })
    await slack.changePerson('UBOB', { displayName: '\u200b ', realName: 'Bob\u0000\n  \u001bBrewer' })
    await settled()
    await carol.runs('/wow leaderboard')
    expect(await carol.answer()).toContain('1. Bob Brewer')
  })

  test('somebody who left cannot tell a story, and gets no messages any more', async () => {
    const { slack, alice, bob, settled } = await startPlaudit()
    await slack.changePerson('UBOB', { deleted: true })
    await settled()
    await alice.opens('/wow')
    const errors = await alice.isRefused({ championIds: ['UBOB'], words: 'Found the lost part at night.' })
    expect(errors.championIds).toContain('Bob Baker has left the company')
    await bob.runs('/wow help')
    expect(await bob.answer()).toContain('for people of this company only')
  })
})
