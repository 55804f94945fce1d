import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { chooses, nominates, plansRound, WHY } from '../support/nominating.ts'

const RIGHT_TO_LEFT = 'בוב נשאר שעתיים נוספות כדי למצוא את החלק שאבד, והתקשר למחרת לשמוע אם הוא מתאים.'

describe.each(MODES)('who nominated, over %s', (mode) => {
  test('stands in nothing that anybody else is ever sent', async () => {
    const plaudit = await startPlaudit({ mode })
    const { slack, alice, bob, carol, dave, frank, jumpTo, settled } = plaudit
    const card = await alice.tells('Drove a boiler part through the snow to Leeds.', { about: bob })
    await plansRound(plaudit)
    await frank.picks(card, 'nominate')
    await frank.form()
    const { outcome } = await frank.submits({ reason: WHY, quotable: ['yes'] })
    expect(outcome).toBe('updated')
    await frank.slack.close({ all: true })
    await settled()
    slack.clearLog()

    // Everybody does what they can: the same nominee, the same story, the list of stories.
    for (const somebody of [alice, carol, dave]) {
      await somebody.picks(card, 'nominate')
      const form = await somebody.form()
      expect(somebody.formShows()).not.toContain(WHY)
      await somebody.slack.suggest(form, 'nomination.evidence', '')
      await somebody.slack.close({ all: true })
      await somebody.opensHome()
    }
    await alice.opens('/wow nominate')
    await chooses(alice, 'nomination.nominee', bob.id)
    await alice.slack.close({ all: true })
    await nominates(alice, carol)
    await jumpTo('2026-03-20 17:00')
    await bob.dm('A colleague nominated you')
    await jumpTo('2026-03-23 17:00')
    for (const somebody of [alice, bob, dave]) {
      await somebody.runs('/wow vote')
      await somebody.answer()
      await somebody.presses(somebody.lastAnswer(), 'ballot.reasons')
      await somebody.form()
      expect(somebody.formShows()).toContain(WHY)
      await somebody.slack.close({ all: true })
    }
    await jumpTo('2026-03-27 18:00')
    await settled()

    const dm = frank.slack.dmMessages()[0]?.channel
    const sent = slack
      .log()
      .map(({ direction, name, payload, answer }) =>
        direction === 'to app' ? answer : name.startsWith('users.') ? undefined : payload,
      )
      .filter((one) => dm === undefined || !JSON.stringify(one ?? '').includes(dm))
      .map((one) => JSON.stringify(one ?? ''))
    expect(sent.filter((one) => one.includes('"view') || one.includes('blocks')).length).toBeGreaterThan(10)
    expect(sent.filter((one) => /UFRANK|Frank/.test(one))).toEqual([])
  })
})

test('a reason that is written from right to left is shown as it was written', async () => {
  const plaudit = await startPlaudit()
  const { alice, bob, jumpTo } = plaudit
  await plansRound(plaudit)
  await nominates(alice, bob, { reason: RIGHT_TO_LEFT })
  await alice.opens('/wow nominate @bob')
  expect(alice.formShows()).toContain(RIGHT_TO_LEFT)
  await alice.slack.close({ all: true })
  await jumpTo('2026-03-23 17:00')
  await alice.runs('/wow vote')
  await alice.answer()
  await alice.presses(alice.lastAnswer(), 'ballot.reasons')
  await alice.form()
  expect(alice.formShows()).toContain(`> ${RIGHT_TO_LEFT}`)
})
