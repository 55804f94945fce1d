import { afterEach, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Demo } from '../../playground/demo/start.ts'
import { openRound } from '../../playground/seeds/round-acts.ts'
import { violations, visit } from './support/browser.ts'
import { startFreshDemo } from './support/demo.ts'

const REASON = 'Forty mattresses, one van and a storm: Bob drove twice, and asked nobody whose job it was.'
const ROUND = {
  title: 'Customer Champion of November',
  honours: 'Somebody who went out of their way for a customer.',
  criteria: ['Went out of their way', 'Made it easier for the next one'],
  prize: 'A voucher',
}
/** Nominations close on Friday, before four; votes a week later. */
const MOMENTS = {
  ...{
    opens: '2026-11-19',
    opensTime: '09:00',
    nominationsClose: '2026-11-20',
    nominationsCloseTime: '14:00',
  },
  ...{ votesOpen: '2026-11-20', votesOpenTime: '15:00', votesClose: '2026-11-27', votesCloseTime: '15:00' },
}

let demo: Demo | undefined
afterEach(() => {
  expect(demo?.slack.refused().map(({ name, error }) => `${name}: ${error}`)).toEqual([])
})

const looksFine = async (page: Page) => expect(await violations(page)).toEqual([])
const toFriday = (page: Page) => page.getByRole('button', { name: /→ .*Friday 16:00/ }).click()

test('nominate, Friday, vote, Friday: four clicks to a champion', async () => {
  demo = await startFreshDemo()
  await openRound(demo.slack, ROUND, MOMENTS)
  const alice = await visit(demo.url, 'UALICE')

  await alice.getByRole('button', { name: /Nominate/ }).click()
  await alice.getByRole('dialog', { name: 'Nominate a colleague' }).waitFor()
  await looksFine(alice)
  await alice.getByRole('combobox', { name: 'Whom do you nominate?' }).click()
  await alice.getByRole('option', { name: /Bob Baker/ }).click()
  await alice.getByText('Bob Baker will read these words, without your name.').waitFor()
  await alice.getByLabel('Why?').fill(REASON)
  await alice.getByLabel('Yes, if they win, without my name').check()
  await alice.getByRole('dialog').getByRole('button', { name: 'Nominate' }).click()
  await alice.getByText('Your nomination of Bob Baker').waitFor()
  await looksFine(alice)
  await alice.getByRole('button', { name: 'Close' }).last().click()

  await toFriday(alice)
  const vote = alice.locator('.message', { hasText: 'Vote: Customer Champion of November' })
  await vote.getByRole('combobox').click()
  await alice.getByRole('option', { name: /Bob Baker/ }).click()
  await alice.locator('.message', { hasText: 'November is for Bob Baker' }).waitFor()
  await vote.getByRole('button', { name: 'Read the reasons' }).click()
  await alice.getByRole('dialog', { name: 'The reasons' }).getByText(REASON).waitFor()
  await looksFine(alice)
  await alice.getByRole('button', { name: 'Close' }).last().click()

  await toFriday(alice)
  const announced = alice.locator('.message', { hasText: '🏆 Customer Champion of November' }).last()
  await announced.getByText(REASON).waitFor()
  await announced.getByRole('button', { name: /1 reply/ }).click()
  await alice.locator('.thread').getByText('With the title comes a prize').waitFor()
  await looksFine(alice)

  const bob = await visit(demo.url, 'UBOB', { width: 380, dark: true })
  await bob.getByText('🎉').last().waitFor()
  await looksFine(bob)
})
