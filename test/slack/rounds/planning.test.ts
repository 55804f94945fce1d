import { describe, expect, test } from '@jest/globals'
import type { PretendSlack } from '../../../playground/server/index.ts'
import { choosesIn, onTop, pressesIn } from '../../support/plaudit/list.ts'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { picksOf } from '../support/hosting.ts'
import { chooses, nominates, plansRound, WHY } from '../support/nominating.ts'

const sales = (slack: PretendSlack) =>
  slack.addUserGroup({ id: 'SSALES', handle: 'sales', name: 'Sales', members: ['UBOB'] })

describe.each(MODES)('a host plans a round, over %s', (mode) => {
  test('with what the form is filled in with: it opens at once, and everybody finds it', async () => {
    const { dave, alice, celebrations, settled } = await startPlaudit({ mode })
    await dave.opens('/wow round')
    const form = dave.formShows()
    expect(form).toContain('plain_text_input = Customer Champion of March 2026')
    expect(form).toContain('Nominations open *: {datepicker = 2026-03-12}')
    expect(form).toContain('Nominations open at *: {timepicker = 10:00}')
    expect(form).toContain('Nominations close *: {datepicker = 2026-03-26}')
    expect(form).toContain('Votes open *: {datepicker = 2026-03-27}')
    expect(form).toContain('Votes close *: {datepicker = 2026-04-03}')
    expect(form).toContain('All days and times are those of Europe/London.')
    expect(form).toContain('conversations_select = CCHEERS')
    const { outcome, errors } = await dave.submits()
    expect({ outcome, errors }).toEqual({ outcome: 'updated', errors: {} })
    expect(dave.formShows()).toContain('Nominations are open until Thursday 26 March, 12:00 · none yet')
    await settled()
    await celebrations.shows('Customer Champion of March 2026')
    await alice.opens('/wow rounds')
    expect(alice.formShows()).toContain('Customer Champion of March 2026')
    expect(alice.formShows()).toContain('[Nominate…]')
    expect(alice.formShows()).not.toContain('[Plan a round]')
  })

  test('for a department, decided by judges, every quarter; and finds it all in the form again', async () => {
    const plaudit = await startPlaudit({ mode, before: sales })
    const { dave, carol, alice, bob, frank, slack, settled } = plaudit
    await dave.opens('/wow rounds')
    expect(dave.formShows()).toContain('No round is open or planned.')
    await pressesIn(dave, 'round.plan')
    await choosesIn(dave, 'round.decidedBy', 'judges')
    expect(dave.formShows()).toContain('Who are the judges?')
    expect(dave.formShows()).toContain('How many judges does it take? *: {plain_text_input = 3}')
    expect(await dave.slack.suggest(onTop(dave), 'round.groups', 'sal')).toHaveLength(1)
    const values = {
      title: 'Quarter hero',
      honours: 'Who kept a promise.',
      criteria: '- Kept a promise\n• For a customer',
      groupIds: ['SSALES'],
      judgeIds: ['UCAROL', 'UDAVE'],
      repeats: 'quarter',
      restRounds: '2',
    }
    expect(await dave.isRefused(values)).toEqual({
      quorum: 'That is more than there are judges. Write 2 at most, or choose more judges.',
    })
    expect((await dave.submits({ ...values, quorum: '2' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Planned')
    expect(dave.formShows()).toContain(
      'Quarter hero · opens on Friday 12 June, 10:00 · repeats every quarter',
    )
    await picksOf(dave, 'edit')
    const form = dave.formShows()
    expect(form).toContain('▣ Change this round')
    expect(form).toContain('plain_text_input = Quarter hero')
    expect(form).toContain('plain_text_input = Kept a promise\nFor a customer')
    expect(form).toContain('{Find a user group: multi_external_select = @sales (Sales)}')
    expect(form).toContain('Nominations open\nThursday 12 March, 10:00\n· This has happened already')
    expect(form).toContain('multi_users_select = UCAROL, UDAVE')
    expect(form).toContain('◉ Every quarter')
    expect(form).toContain('plain_text_input = 2}  (How many rounds a champion pauses')
    await pressesIn(dave, 'rounds.open')
    expect(dave.formShows()).toContain('▣ Rounds')
    await dave.slack.close({ all: true })

    // Whom the group holds is known, and heard of: nobody who nominates waits for Slack.
    await nominates(alice, bob)
    await slack.changeUserGroup('SSALES', ['UFRANK'])
    await settled()
    await nominates(alice, frank)
    await carol.opens('/wow nominate')
    await chooses(carol, 'nomination.nominee', bob.id)
    expect(Object.values(await carol.isRefused({ reason: WHY })).join()).toContain('for other departments')
  })
})

describe('the form of a round', () => {
  test('is for hosts; others read what they can do instead', async () => {
    const { alice } = await startPlaudit()
    await alice.runs('/wow round')
    expect(await alice.answer()).toContain('Hosts plan rounds. /wow rounds shows what is open')
  })

  test.each([
    ['without criteria', { criteria: '•' }, 'criteria', 'write at least one criterion'],
    ['with six criteria', { criteria: '1\n2\n3\n4\n5\n6' }, 'criteria', 'At most 5 criteria'],
    ['with a title of one letter', { title: 'A' }, 'title', 'at least 3 characters'],
    [
      'that closes before it opens',
      { nominationsClose: '2026-03-11' },
      'nominationsClose',
      'come after the date',
    ],
    ['with votes before the close', { votesOpen: '2026-03-20' }, 'votesOpen', 'come after the date'],
    ['whose votes close at once', { votesClose: '2026-03-27' }, 'votesClose', 'come after the date'],
    ['with a quorum in words', { quorum: 'some' }, 'quorum', 'a whole number from 1'],
    ['in a channel without Plaudit', { channel: 'GSECRET' }, 'channel', 'invite Plaudit there first'],
    ['in an archived channel', { channel: 'COLD' }, 'channel', 'archived'],
  ])('refuses one %s, on its field', async (_, values, field, sentence) => {
    const { dave, expectRefusal } = await startPlaudit()
    if ('channel' in values && values.channel === 'GSECRET') expectRefusal(/channel_not_found/)
    await dave.opens('/wow round')
    const errors = await dave.isRefused(values)
    expect(Object.keys(errors)).toEqual([field])
    expect(errors[field]).toContain(sentence)
  })

  test('refuses judges who do not work here', async () => {
    const { dave } = await startPlaudit()
    await dave.opens('/wow round')
    await choosesIn(dave, 'round.decidedBy', 'judges')
    const errors = await dave.isRefused({ judgeIds: ['UROBOT', 'UCAROL'], quorum: '1' })
    expect(errors).toEqual({ judgeIds: 'Judges have to be people who work here. Choose somebody else.' })
  })

  test('keeps what was typed when who decides changes', async () => {
    const { dave } = await startPlaudit()
    await dave.opens('/wow round')
    dave.slack.fill({ title: 'Spring hero', votesClose: '2026-04-10' })
    await choosesIn(dave, 'round.decidedBy', 'host')
    expect(dave.formShows()).toContain('plain_text_input = Spring hero')
    expect(dave.formShows()).toContain('Votes close *: {datepicker = 2026-04-10}')
    expect(dave.formShows()).not.toContain('How many votes')
    expect((await dave.submits()).outcome).toBe('updated')
  })

  test('shows what is locked as text, and extends the rest', async () => {
    const plaudit = await startPlaudit()
    const { dave, alice, bob, celebrations, settled } = plaudit
    await plansRound(plaudit)
    await nominates(alice, bob)
    await dave.opens('/wow rounds')
    await picksOf(dave, 'edit')
    expect(dave.formShows()).toContain('What counts?\n• Went above and beyond\n• Made it easy for others')
    expect(dave.formShows()).toContain('so they stay as they are')
    const values = { nominationsClose: '2026-03-24', votesOpen: '2026-03-25', title: 'Champion of spring' }
    expect((await dave.submits(values)).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Champion of spring\n')
    expect(dave.formShows()).toContain('Nominations are open until Tuesday 24 March, 17:00 · 1 so far')
    await settled()
    await celebrations.shows('Champion of spring')
  })

  test('that stayed open while somebody was nominated changes no criteria', async () => {
    const plaudit = await startPlaudit()
    const { dave, alice, bob } = plaudit
    await plansRound(plaudit)
    await dave.opens('/wow rounds')
    await picksOf(dave, 'edit')
    await nominates(alice, bob)
    const errors = await dave.isRefused({ criteria: 'Something else' })
    expect(errors.criteria).toContain('Somebody was nominated for these criteria already')
  })
})
