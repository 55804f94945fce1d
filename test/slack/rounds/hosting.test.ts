import { describe, expect, test } from '@jest/globals'
import { onTop } from '../../support/plaudit/list.ts'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { menusIn, picksOf, verbsOf } from '../support/hosting.ts'
import { nominates, plansRound } from '../support/nominating.ts'

const monthly = { repeats: 'month', title: 'Champion of March' }

describe.each(MODES)('from the list of rounds, over %s', (mode) => {
  test('nominations are closed early and opened again', async () => {
    const plaudit = await startPlaudit({ mode })
    const { dave, alice, bob, carol, settled } = plaudit
    await plansRound(plaudit)
    await nominates(alice, bob)
    await dave.opens('/wow rounds')
    expect(verbsOf(menusIn(dave)[0]?.values ?? [])).toEqual(['edit', 'close', 'examine', 'cancel'])
    await picksOf(dave, 'close')
    expect(dave.formShows()).toContain('The one colleague who is nominated hears of it at once')
    expect((await dave.submits()).outcome).toBe('updated')
    expect(dave.formShows()).toContain(
      'Nominations are closed. Everybody can vote from Monday 23 March, 17:00.',
    )
    await settled()
    expect(bob.dms().join()).toContain('Champion of March')
    expect(verbsOf(menusIn(dave)[0]?.values ?? [])).toEqual(['edit', 'reopen', 'examine', 'cancel'])
    await picksOf(dave, 'reopen')
    const form = dave.formShows()
    expect(form).toContain('▣ Open nominations again')
    expect(form).toContain('Everybody can nominate again until the new close.')
    expect(form).toContain('Nominations close *: {datepicker = 2026-03-17}')
    expect(form).toContain('Votes open *: {datepicker = 2026-03-23}')
    expect((await dave.submits()).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Nominations are open until Tuesday 17 March, 17:00 · 1 so far')
    await nominates(carol, bob)
  })

  test('a round is cancelled, and who nominated is told', async () => {
    const plaudit = await startPlaudit({ mode })
    const { dave, alice, bob, carol, settled, celebrations } = plaudit
    await plansRound(plaudit)
    await nominates(alice, bob)
    await dave.opens('/wow rounds')
    await picksOf(dave, 'cancel')
    expect(dave.formShows()).toContain('no vote is ever counted')
    await dave.submits()
    expect(dave.formShows()).toContain('Customer Champion of March: cancelled · 27 March')
    await settled()
    expect(alice.dms().at(-1)).toBe(
      'The round “Customer Champion of March” was cancelled: nobody becomes its champion. Thank you for nominating.\n' +
        'What you wrote about Bob Baker is read by nobody now. If it is worth telling, tell it with /wow: a story reaches everybody.\n' +
        '[Tell the story]',
    )
    expect([...bob.dms(), ...carol.dms()].join()).not.toContain('cancelled')
    expect(celebrations.texts().join()).not.toContain('[🏅 Nominate]')
    await carol.opens('/wow rounds')
    expect(carol.formShows()).toContain('No round is open right now.')
    expect(carol.formShows()).not.toContain('cancelled')
  })
})

describe('the list of rounds', () => {
  test('shows each what they can do, and what they did', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, dave, jumpTo } = plaudit
    await plansRound(plaudit)
    await nominates(alice, bob)
    await alice.opens('/wow rounds')
    expect(alice.formShows()).toContain('You nominated Bob Baker.')
    await alice.presses(onTop(alice), 'nomination.edit')
    expect((await alice.form()).title).toBe('Your nomination')
    await alice.slack.close({ all: true })
    await jumpTo('2026-03-23 17:00')
    await carol.opens('/wow rounds')
    expect(carol.formShows()).toContain('Votes are open until Friday 27 March, 17:00 · nobody has voted yet')
    expect(carol.formShows()).toContain('{Vote for…: external_select}')
    await carol.presses(onTop(carol), 'ballot.reasons')
    expect((await carol.form()).title).not.toBe('Rounds')
    await carol.slack.close({ all: true })
    await dave.opens('/wow rounds')
    expect(verbsOf(menusIn(dave)[0]?.values ?? [])).toEqual(['edit', 'examine', 'cancel'])
    await picksOf(dave, 'edit')
    expect(dave.formShows()).toContain(
      'Who decides?\nEverybody votes\n· Votes are open, so this stays as it is.',
    )
    expect((await dave.submits({ votesClose: '2026-03-30' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Votes are open until Monday 30 March, 17:00')
  })

  test('a vote from it counts', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, jumpTo } = plaudit
    await plansRound(plaudit)
    await nominates(alice, bob)
    await jumpTo('2026-03-23 17:00')
    await carol.opens('/wow rounds')
    const [bobs] = await carol.slack.suggest(onTop(carol), 'ballot.vote', 'bob')
    await carol.presses(onTop(carol), 'ballot.vote', String(bobs?.value))
    await carol.form()
    await carol.slack.close({ all: true })
    await carol.opens('/wow rounds')
    expect(carol.formShows()).toContain('1 person voted so far\nYou have voted.')
    expect(carol.formShows()).toContain('{Change your vote…: external_select}')
  })

  test('a round that repeats has the next one planned; stopped, it goes', async () => {
    const plaudit = await startPlaudit()
    const { dave } = plaudit
    await plansRound(plaudit, monthly)
    await dave.opens('/wow rounds')
    expect(dave.formShows()).toContain(
      'Champion of April · opens on Monday 13 April, 09:00 · repeats every month',
    )
    expect(menusIn(dave).map(({ values }) => verbsOf(values))).toEqual([
      ['edit', 'close', 'stop', 'cancel'],
      ['edit', 'stop', 'cancel'],
    ])
    await picksOf(dave, 'stop')
    await dave.submits()
    expect(dave.formShows()).not.toContain('Champion of April · opens')
    expect(dave.formShows()).toContain('Champion of March\n')
    expect(verbsOf(menusIn(dave)[0]?.values ?? [])).toEqual(['edit', 'close', 'cancel'])
  })

  test('is not for guests outside the celebration channel', async () => {
    const { erin, slack } = await startPlaudit()
    await erin.opens('/wow rounds')
    await erin.slack.close({ all: true })
    slack.channel('CCHEERS').members.delete('UERIN')
    await erin.runs('/wow rounds')
    expect(await erin.answer()).toContain('Guests can see this once they are in the channel')
  })

  test('is one press away from Home', async () => {
    const { bob } = await startPlaudit()
    await bob.opensHome()
    const home = bob.slack.home()
    if (!home) throw new Error('no Home')
    await bob.presses(home, 'rounds.open')
    expect((await bob.form()).title).toBe('Rounds')
  })

  test('somebody who is no host any more is told so, and nothing happens', async () => {
    const plaudit = await startPlaudit()
    const { dave, gina, carol, settled } = plaudit
    await plansRound(plaudit)
    await dave.opens('/wow rounds')
    await picksOf(dave, 'cancel')
    await gina.opens('/wow setup')
    await gina.submits({ hostIds: [gina.id] })
    await settled()
    expect((await dave.submits()).outcome).toBe('pushed')
    expect(dave.formShows()).toContain('Only hosts can do this.')
    await carol.opens('/wow rounds')
    expect(carol.formShows()).toContain('[Nominate…]')
  })
})
