import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Demo } from '../../playground/demo/start.ts'
import { violations, visit } from './support/browser.ts'
import { startFreshDemo } from './support/demo.ts'

const REASON = 'Nobody asked you to scan a teddy, and you did it as if it were a patient.'

let demo: Demo | undefined
afterEach(() => {
  expect(demo?.slack.refused().map(({ name, error }) => `${name}: ${error}`)).toEqual([])
})

const looksFine = async (page: Page) => expect(await violations(page)).toEqual([])

async function types(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
}

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name }).waitFor()

test('Carol answers a story with a prize, Bob reads of it, Dave hands it over and gets the file', async () => {
  demo = await startFreshDemo()
  const { url } = demo
  const carol = await visit(url, 'UCAROL')
  await types(carol, '/wow @bob scanned the teddy first.')
  await carol.getByRole('button', { name: 'Share it' }).click()
  await carol.getByRole('button', { name: 'Award a prize' }).click()
  await dialogOf(carol, 'Award a prize')
  await looksFine(carol)
  await carol.getByRole('radio', { name: /^A voucher \(£50\)/ }).check()
  await carol.getByLabel('Why?').fill(REASON)
  await carol.getByRole('button', { name: 'Award it' }).click()
  const card = carol.locator('.message', { hasText: 'WOW, @Bob Baker!' })
  await card.getByText('A voucher for Bob Baker, from Carol Cook').waitFor()
  await card.getByRole('button', { name: /1 reply/ }).click()
  const post = carol.locator('.thread .message', { hasText: 'Carol Cook awarded @Bob Baker a voucher' })
  await post.getByText(REASON).waitFor()
  await looksFine(carol)

  const bob = await visit(url, 'UBOB')
  await bob.getByRole('button', { name: /Plaudit.* unread/ }).click()
  const note = bob.locator('.message', { hasText: 'Carol Cook awarded you a voucher (£50)' })
  await note.getByText('What happens next').waitFor()
  await looksFine(bob)

  const dave = await visit(url, 'UDAVE')
  await types(dave, '/wow prizes todo')
  await dialogOf(dave, 'Prizes to hand over')
  await looksFine(dave)
  await dave.getByRole('button', { name: 'Handed over' }).click()
  await dave.getByLabel('A note or reference').fill('Bookshop, no. 12')
  await dave.getByRole('button', { name: 'It is done' }).click()
  await dave.getByText('Nothing waits to be handed over.').waitFor()
  await dave.getByRole('button', { name: 'Close' }).last().click()
  await note.getByText('Handed over by Dave Dunn').waitFor()

  await types(dave, '/wow prizes')
  await dialogOf(dave, 'Prizes')
  await looksFine(dave)
  await dave.getByRole('button', { name: 'Download' }).click()
  await dave.getByRole('button', { name: 'Send me the file' }).click()
  await dave.getByText('Your file is being made.').waitFor()
  await dave.getByRole('button', { name: 'Close' }).last().click()
  await dave.getByRole('button', { name: /^Plaudit/ }).click()
  const link = dave.getByRole('link', { name: /Prizes awarded/ })
  const [download] = await Promise.all([dave.waitForEvent('download'), link.click()])
  const file = readFileSync(await download.path(), 'utf8')
  for (const said of ['Bob Baker', REASON, '50.00', 'Bookshop, no. 12']) expect(file).toContain(said)
})
