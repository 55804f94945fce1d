import { describe, expect, test } from '@jest/globals'
import { MODES, setUpBy, startPlaudit } from '../../support/plaudit.ts'

describe.each(MODES)('the setup, over %s', (mode) => {
  test('two answers are enough, and the rest stands with defaults that work', async () => {
    const { dave, settled, alice, bob, celebrations } = await startPlaudit({ mode, setUp: false })
    await dave.opens('/wow setup')
    const { outcome } = await dave.submits({ celebrationChannel: 'CCHEERS', hostIds: ['UDAVE'] })
    expect(outcome).toBe('updated')
    await dave.slack.close()
    await dave.opens('/wow setup')
    const form = dave.formShows()
    expect(form).toContain(
      'Where should stories appear? *: {Choose a channel: conversations_select = CCHEERS}',
    )
    expect(form).toContain('multi_users_select = UDAVE')
    expect(form).toContain('On which day? *: {static_select = Friday}')
    expect(form).toContain('timepicker = 16:00')
    expect(form).toContain('London')
    expect(form).toContain('checkboxes = Monday, Tuesday, Wednesday, Thursday, Friday}')
    expect(form).toContain('checkboxes = Show who was in the most stories')
    expect(form).toContain('{Any emoji: plain_text_input}')
    await alice.tells('Stayed two hours longer to find the part.', { about: bob })
    await settled()
    expect(celebrations.texts()).toHaveLength(1)
  })
})

describe('the setup', () => {
  test('the time zone is that of who sets it up', async () => {
    const { dave } = await startPlaudit({
      setUp: false,
      before: (slack) => slack.addPerson({ id: 'UDAVE', name: 'dave', isAdmin: true, tz: 'Asia/Kolkata' }),
    })
    await dave.opens('/wow setup')
    expect(dave.formShows()).toContain('Kolkata')
  })

  test('an admin who is no host sees the first two questions alone, and may settle them', async () => {
    const { gina, dave, settled } = await startPlaudit()
    await gina.opens('/wow setup')
    const inputs = gina.slack.modal()?.blocks.filter(({ type }) => type === 'input')
    expect(inputs?.map(({ block_id }) => block_id)).toEqual(['celebrationChannel', 'hostIds'])
    expect((await gina.submits({ hostIds: ['UDAVE', 'UGINA'] })).outcome).toBe('closed')
    await settled()
    expect(dave.dms().at(-1)).toContain('Gina Grant changed Plaudit’s settings')
    expect(dave.dms().at(-1)).toContain('Hosts: Dave Dunn → Dave Dunn and Gina Grant')
    await gina.opens('/wow setup')
    expect(gina.formShows()).toContain('On which day?')
  })

  test('a form that an admin got as host changes nothing but the first two once they are no host', async () => {
    const { gina, dave } = await startPlaudit({ setUp: false })
    await gina.opens('/wow setup') // nobody is named: she is host
    await setUpBy(dave)
    await gina.submits({ celebrationChannel: 'CNEWS', hostIds: ['UDAVE'], digestTime: '09:00' })
    await dave.opens('/wow setup')
    expect(dave.formShows()).toContain('timepicker = 16:00')
    expect(dave.formShows()).toContain('conversations_select = CNEWS')
  })

  test('everything that a host sets is shown the next time', async () => {
    const { dave, slack } = await startPlaudit({
      before: (early) =>
        early.addUserGroup({ id: 'SLEADS', handle: 'leads', name: 'Team leads', members: ['UCAROL'] }),
    })
    await dave.opens('/wow setup')
    const form = dave.slack.modal()
    if (!form) throw new Error('no form')
    const zones = await dave.slack.suggest(form, 'setup.zone', 'new york')
    const groups = await dave.slack.suggest(form, 'setup.managerGroup', 'lea')
    expect(groups).toHaveLength(1)
    const { outcome, errors } = await dave.submits({
      digestChannels: ['CCHEERS', 'CNEWS'],
      digestDay: '4',
      digestTime: '15:30',
      zone: String(zones[0]?.value),
      workingDays: ['7', '1', '2', '3', '4'],
      managerIds: ['UCAROL'],
      managerGroupId: 'SLEADS',
      boards: [],
      cheerEmoji: ':tada: clap',
    })
    expect({ outcome, errors }).toEqual({ outcome: 'closed', errors: {} })
    expect(slack.channel('CNEWS').members.has(slack.botUserId)).toBe(true)
    await dave.opens('/wow setup')
    const shown = dave.formShows()
    for (const part of [
      'multi_conversations_select = CCHEERS, CNEWS',
      'static_select = Thursday',
      'timepicker = 15:30',
      'New York',
      'checkboxes = Monday, Tuesday, Wednesday, Thursday, Sunday}',
      'multi_users_select = UCAROL',
      '@leads (Team leads)',
      '{checkboxes}',
      'plain_text_input = :tada: :clap:',
    ])
      expect(shown).toContain(part)
  })

  test('changes are recorded, and every host sees a summary with who, from and to', async () => {
    const { dave, gina, settled } = await startPlaudit()
    await dave.opens('/wow setup')
    await dave.submits({ hostIds: ['UDAVE', 'UGINA'] })
    await dave.opens('/wow setup')
    await dave.submits({ digestTime: '11:00', boards: [] })
    await settled()
    for (const host of [dave, gina]) {
      const summary = host.dms().at(-1)
      expect(summary).toContain('Dave Dunn changed Plaudit’s settings')
      expect(summary).toContain('Digest time: 16:00 → 11:00')
      expect(summary).toContain('Leaderboards: on → off')
    }
  })

  test('who changes nothing bothers nobody', async () => {
    const { dave, settled } = await startPlaudit()
    const before = dave.dms().length
    await dave.opens('/wow setup')
    expect((await dave.submits()).outcome).toBe('closed')
    await settled()
    expect(dave.dms()).toHaveLength(before)
  })

  test.each([
    ['a guest', 'UERIN', 'Erin East'],
    ['a bot', 'UROBOT', 'Robot Runner'],
    ['a leaver', 'ULENA', 'Lena Left'],
    ['somebody of another company', 'UFRITZ', 'Fritz'],
  ])('%s cannot be host or manager, and the field says so', async (_, id, name) => {
    const { dave } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    const values = { celebrationChannel: 'CCHEERS', hostIds: ['UDAVE', id] }
    const errors = await dave.isRefused({ ...values, managerIds: [id] })
    expect(errors.hostIds).toContain(name)
    expect(errors.hostIds).toContain('Choose people who work here')
    expect(errors.managerIds).toContain('Choose people who work here')
    expect(errors.celebrationChannel).toBeUndefined()
  })

  test('emoji that disapprove, and words that are none, are refused on their field', async () => {
    const { dave } = await startPlaudit()
    await dave.opens('/wow setup')
    expect((await dave.isRefused({ cheerEmoji: ':tada: :-1:' })).cheerEmoji).toContain('disapproval')
    expect((await dave.isRefused({ cheerEmoji: 'any old <thing>' })).cheerEmoji).toContain(':tada: :clap:')
  })
})
