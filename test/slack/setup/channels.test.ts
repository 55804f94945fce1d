import { describe, expect, test } from '@jest/globals'
import { setUpBy, startPlaudit } from '../../support/plaudit.ts'

describe('the celebration channel', () => {
  test('a public channel is joined', async () => {
    const { dave, slack } = await startPlaudit({ setUp: false })
    expect(slack.channel('CNEWS').members.has(slack.botUserId)).toBe(false)
    await setUpBy(dave, { celebrationChannel: 'CNEWS' })
    expect(slack.channel('CNEWS').members.has(slack.botUserId)).toBe(true)
  })

  test('a private channel that the bot is not in is refused on the field, with what to do', async () => {
    const plaudit = await startPlaudit({ setUp: false })
    const { dave, slack } = plaudit
    plaudit.expectRefusal(/conversations.info .*channel_not_found/)
    await dave.opens('/wow setup')
    const values = { celebrationChannel: 'GSECRET', hostIds: ['UDAVE'] }
    expect((await dave.isRefused(values)).celebrationChannel).toContain('/invite @Plaudit')
    await slack.invite('GSECRET', slack.botUserId)
    expect((await dave.submits(values)).outcome).toBe('updated')
  })

  test('an archived channel is refused on the field', async () => {
    const { dave } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    const errors = await dave.isRefused({ celebrationChannel: 'COLD', hostIds: ['UDAVE'] })
    expect(errors.celebrationChannel).toContain('Unarchive it first')
  })

  test('a channel shared with another company is refused, for stories and for the digest', async () => {
    const { dave, slack } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    dave.slack.fill({ celebrationChannel: 'CLOBBY', digestChannels: ['CLOBBY'], hostIds: ['UDAVE'] })
    await slack.setShared('CLOBBY', true)
    const errors = await dave.isRefused()
    expect(errors.celebrationChannel).toContain('shared with another company')
    expect(errors.digestChannels).toContain('shared with another company')
    expect(slack.channel('CLOBBY').members.has(slack.botUserId)).toBe(false)
  })

  test('the pickers do not even offer shared channels', async () => {
    const { dave } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    expect(() => dave.slack.fill({ celebrationChannel: 'CSHARED' })).toThrow('hides shared channels')
  })

  test('while Slack does not answer nothing is changed, and the form says to try again', async () => {
    const { dave, slack, alice } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    slack.faults.next('conversations.info', { kind: '500' })
    const values = { celebrationChannel: 'CCHEERS', hostIds: ['UDAVE'] }
    expect((await dave.isRefused(values)).celebrationChannel).toContain('try again')
    await alice.runs('/wow')
    expect(await alice.answer()).toContain('not set up yet')
    expect((await dave.submits(values)).outcome).toBe('updated')
  })

  test('becoming shared stops the posting, hosts are told, and nothing is lost', async () => {
    const plaudit = await startPlaudit()
    const { slack, dave, alice, bob, celebrations, settled } = plaudit
    await slack.setShared('CCHEERS', true)
    await settled()
    expect(dave.dms().at(-1)).toContain('#celebrations is now shared with another company')
    expect(dave.dms().at(-1)).toContain('Choose another channel in the setup, or end the sharing')

    await alice.opens('/wow')
    await alice.submits({ championIds: ['UBOB'], words: 'Found the lost part in the cellar at night.' })
    await settled()
    expect(celebrations.texts()).toEqual([])
    expect(bob.dms()).toEqual([])
    expect(alice.dms().at(-1)).toContain('is safe with us, but it could not be posted yet')

    await slack.setShared('CCHEERS', false)
    const failed = await dave.dm('could not reach')
    await dave.presses(failed, 'delivery.retry')
    await settled()
    expect(celebrations.texts()).toEqual([expect.stringContaining('Found the lost part')])
    expect(bob.dms().join()).toContain('told everybody what you did')
  })

  test('a digest channel that becomes shared gets no digest, the others do', async () => {
    const { slack, dave, alice, bob, celebrations, news, settled, jumpTo } = await startPlaudit()
    await dave.opens('/wow setup')
    await dave.submits({ digestChannels: ['CCHEERS', 'CNEWS'] })
    await alice.tells('Found the lost part in the cellar at night.', { about: bob })
    await slack.setShared('CNEWS', true)
    await jumpTo('2026-03-13 16:00')
    await settled()
    expect(celebrations.texts().join()).toContain('The week’s WOW stories')
    expect(news.texts()).toEqual([])
    expect(dave.dms().join()).toContain('#news is now shared with another company')
  })

  test.each([
    ['is archived', 'archive'],
    ['loses the bot', 'kick'],
  ])('a channel that %s is reported to the hosts at once', async (_, how) => {
    const { slack, dave, settled } = await startPlaudit()
    if (how === 'archive') await slack.archive('CCHEERS')
    else await slack.kick('CCHEERS', slack.botUserId)
    await settled()
    expect(dave.dms().at(-1)).toContain('Plaudit can no longer post in #celebrations')
  })

  test('a channel that nobody chose may be shared, archived or left without a word', async () => {
    const { slack, dave, settled } = await startPlaudit()
    const before = dave.dms().length
    await slack.setShared('CNEWS', true)
    await slack.archive('CLOBBY')
    await settled()
    expect(dave.dms()).toHaveLength(before)
  })
})
