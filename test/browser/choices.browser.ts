import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { violations, visit } from './support/browser.ts'
import { type Everything, startEverything } from './support/every.ts'

/** Chooses the shortcut from the card's menu. */
async function useShortcut(page: Page, { card }: Everything, name: string): Promise<void> {
  const message = page.locator(`[data-message="${card}"]`)
  await message.focus()
  await message.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name }).click()
  await page.getByRole('dialog').waitFor()
}

test('a message’s menu offers the shortcuts, by keyboard too', async () => {
  const everything = await startEverything()
  const page = await visit(everything.url, 'UALICE')
  await page.locator(`[data-message="${everything.card}"]`).focus()
  const button = page.getByRole('button', { name: 'More actions' })
  await button.focus()
  await page.keyboard.press('Enter')
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Tell this story', 'Award a prize'])
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Award a prize' }).waitFor()
  expect(await page.getByRole('dialog').textContent()).toContain('A story about Bob')
})

test.each([1280, 360])('choices are told apart by their descriptions, %i pixels wide', async (width) => {
  const everything = await startEverything()
  const page = await visit(everything.url, 'UALICE', { width, height: 740 })
  await useShortcut(page, everything, 'Award a prize')
  expect(await violations(page)).toEqual([])
  const dayOff = page.getByRole('radio', { name: /^A day off/ })
  const choice = page.locator('.choice', { has: dayOff })
  expect(await choice.locator('.choice-hint').textContent()).toContain('afterwards, none')
  // The circle keeps its shape beside however many lines.
  const circles = await page.locator('.choice input').all()
  const sizes = await Promise.all(circles.map((one) => one.boundingBox()))
  expect(sizes.map((size) => [size?.width, size?.height])).toEqual(circles.map(() => [17, 17]))
  // Nothing is wider than the form.
  const isWide = await page.locator('.form-scroll').evaluate((it) => it.scrollWidth > it.clientWidth)
  expect(isWide).toBe(false)
})

test('what is ticked changes the form at once, and what was filled in stays and is sent', async () => {
  const everything = await startEverything()
  const { heard, url } = everything
  const page = await visit(url, 'UALICE')
  await useShortcut(page, everything, 'Award a prize')
  await page.getByRole('radio', { name: /^A day off/ }).check()
  await page.getByLabel('Amount in EUR').fill('12.50')
  await page.getByLabel('From which budget?').click()
  expect(await page.locator('.option-group').allTextContents()).toEqual(['Money', 'Days'])
  await page.getByRole('option', { name: 'Days off' }).click()
  await page.getByRole('checkbox', { name: /^Give privately/ }).check()
  await page.getByText('Nobody else will see it.').waitFor()
  expect(await page.getByRole('radio', { name: /^A day off/ }).isChecked()).toBe(true)
  expect(await page.getByLabel('Amount in EUR').inputValue()).toBe('12.50')
  await page.getByRole('checkbox', { name: /^Give privately/ }).uncheck()
  await page.getByText('Nobody else will see it.').waitFor({ state: 'detached' })
  await page.getByRole('checkbox', { name: /^Shared/ }).check()
  await page.getByRole('button', { name: 'Award', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(heard.findLast(({ name }) => name === 'awarded')?.value).toMatchObject({
    prize: { prize: { selected_option: { value: 'prize-2' } } },
    how: { how: { selected_options: [{ value: 'Shared' }] } },
    amount: { amount: { value: '12.50' } },
    from: { from: { selected_option: { value: 'Days off' } } },
  })
})

test('an amount that is none is said under its field', async () => {
  const everything = await startEverything()
  const page = await visit(everything.url, 'UALICE')
  await useShortcut(page, everything, 'Award a prize')
  for (const [typed, said] of [
    ['a lot', 'Please enter a number.'],
    ['0', 'Please enter a number of at least 0.01.'],
    ['1250.01', 'Please enter a number of at most 1250.'],
  ]) {
    await page.getByLabel('Amount in EUR').fill(typed ?? '')
    await page.getByRole('button', { name: 'Award', exact: true }).click()
    await page.locator('.field-error', { hasText: said ?? '' }).waitFor()
  }
})

test('a file that comes in a message can be downloaded', async () => {
  const everything = await startEverything()
  const page = await visit(everything.url, 'UALICE')
  await useShortcut(page, everything, 'Award a prize')
  await page.getByRole('button', { name: 'Award', exact: true }).click()
  await everything.slack.until(() => everything.slack.person('UALICE').dmMessages().length === 1)
  await page.getByRole('button', { name: /^Everything/ }).click()
  const link = page.getByRole('link', { name: /Prizes of November/ })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('prizes.csv')
  expect(readFileSync(await download.path(), 'utf8')).toBe('person,prize\nBob,A day off\n')
})
