import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Demo } from '../../playground/demo/start.ts'
import { violations, visit } from './support/browser.ts'
import { startFreshDemo } from './support/demo.ts'

const PHOTO = readFileSync(new URL('../../playground/seeds/photos/teddy.png', import.meta.url))
const WORDS = 'A little boy would not let go of his teddy. Bob scanned the teddy first.'

let demo: Demo | undefined
afterEach(() => {
  expect(demo?.slack.refused().map(({ name, error }) => `${name}: ${error}`)).toEqual([])
})

async function start(mode: 'socket' | 'http' = 'socket'): Promise<Demo> {
  demo = await startFreshDemo(mode)
  return demo
}

async function types(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
}

async function tells(page: Page, words: string): Promise<void> {
  await types(page, `/wow @bob ${words}`)
  await page.getByRole('dialog').waitFor()
  await page.getByRole('button', { name: 'Share it' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test.each(['socket', 'http'] as const)(
  'Alice tells a story with a photo, Bob reads about himself, Carol cheers (%s)',
  async (mode) => {
    const { url } = await start(mode)
    const page = await visit(url, 'UALICE')
    await types(page, '/wow')
    await page.getByRole('dialog').waitFor()
    await page.getByRole('button', { name: 'Share it' }).click()
    await page.locator('.field-error').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Who made it happen?').click()
    await page.keyboard.type('alice')
    await page.keyboard.press('Enter')
    await page.getByLabel('What happened?').fill(WORDS)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'teddy.png', mimeType: 'image/png', buffer: PHOTO })
    await page.getByText('teddy.png').waitFor()
    await page.getByRole('button', { name: 'Share it' }).click()
    await page.locator('[data-block=championIds] .field-error').waitFor()
    await page.getByRole('button', { name: 'Remove Alice Archer' }).click()
    await page.getByLabel('Who made it happen?').click()
    await page.keyboard.type('bob')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Share it' }).click()
    const card = page.locator('.message', { hasText: 'WOW, @Bob Baker!' })
    await card.waitFor()
    expect(await card.textContent()).toContain(WORDS)
    await page.locator('.message img.picture').first().waitFor()
    expect(await violations(page)).toEqual([])

    const bob = await visit(url, 'UBOB')
    await bob.getByRole('button', { name: /Plaudit.* unread/ }).click()
    await bob.locator('.message', { hasText: 'Alice Archer' }).first().waitFor()
    expect(await violations(bob)).toEqual([])

    const carol = await visit(url, 'UCAROL')
    await carol.getByRole('button', { name: /Cheer/ }).click()
    await carol.locator('.ephemeral', { hasText: 'You cheered for Bob Baker' }).waitFor()
  },
)

test('on Friday the digest is there to read, and the leaderboard can be switched', async () => {
  const { url } = await start()
  const page = await visit(url, 'UALICE')
  await tells(page, 'stayed two hours longer to find the lost suitcase.')
  await page.locator('.message', { hasText: 'WOW, @Bob Baker!' }).waitFor()
  const carol = await visit(url, 'UCAROL')
  await carol.getByRole('button', { name: /Cheer/ }).click()
  await page.locator('.message', { hasText: '1 cheered' }).waitFor()
  await page.getByRole('button', { name: '→ Friday 16:00' }).click()
  const digest = page
    .locator('.message', { hasText: 'Friday 20 November' })
    .or(page.locator('.message').last())
  await page.getByRole('heading', { name: 'Friday 20 November' }).waitFor()
  await digest.last().getByText('lost suitcase').waitFor()
  expect(await violations(page)).toEqual([])
  await types(page, '/wow leaderboard')
  const board = page.locator('.ephemeral').last()
  await board.getByText('Bob Baker').waitFor()
  expect(await violations(page)).toEqual([])
  await board.getByRole('combobox', { name: 'List' }).click()
  await page.getByRole('option', { name: 'Storytellers' }).click()
  await board.getByText('Alice Archer').waitFor()
  await board.getByText('You told 1 story.').waitFor()
  expect(await violations(page)).toEqual([])
})

test('a host changes a setting, and everybody else may not', async () => {
  const { url } = await start()
  const alice = await visit(url, 'UALICE')
  await types(alice, '/wow setup')
  await alice.locator('.ephemeral').waitFor()
  const dave = await visit(url, 'UDAVE')
  await types(dave, '/wow setup')
  await dave.getByRole('dialog').waitFor()
  expect(await violations(dave)).toEqual([])
  await dave.getByLabel('On which day?').click()
  await dave.keyboard.type('thurs')
  await dave.keyboard.press('Enter')
  await dave.getByRole('button', { name: 'Save' }).click()
  await dave.getByRole('dialog').waitFor({ state: 'detached' })
  await types(dave, '/wow setup')
  await dave.getByRole('dialog').waitFor()
  expect(await dave.getByLabel('On which day?').inputValue()).toBe('Thursday')
})

test('somebody with a keyboard alone tells a story and answers in its thread', async () => {
  const { url } = await start()
  const page = await visit(url, 'UALICE')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('composer')
  await page.keyboard.type('/w')
  await page.getByRole('option', { name: /\/wow/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('bob')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type(WORDS)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.message', { hasText: 'WOW, @Bob Baker!' }).waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('composer')
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Reply in thread')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Well done, Bob')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /1 reply/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.thread').waitFor({ state: 'detached' })
})

test.each([
  { width: 380, height: 760, dark: false },
  { width: 380, height: 760, dark: true },
  { width: 1280, height: 800, dark: true },
])('everything fits and can be read at $width px, dark: $dark', async (look) => {
  const { url } = await start()
  const page = await visit(url, 'UALICE', { ...look, firstVisit: true })
  const fits = async () => {
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(await violations(page)).toEqual([])
  }
  await page.getByText('New here? Try this').waitFor()
  await fits()
  await page.getByRole('button', { name: 'Hide these suggestions for good' }).click()
  await tells(page, 'stayed two hours longer to find the lost suitcase.')
  await page.locator('.message', { hasText: 'WOW, @Bob Baker!' }).waitFor()
  await fits()
  await page.locator('.message').last().focus()
  await page.getByRole('button', { name: 'Reply in thread' }).last().click()
  await page.locator('#thread-composer').fill('Well done')
  await page.keyboard.press('Enter')
  await page.locator('.thread .message', { hasText: 'Well done' }).waitFor()
  await fits()
  await page.getByRole('button', { name: 'Close thread' }).click()
  await types(page, '/wow')
  await page.getByRole('dialog').waitFor()
  await fits()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  if (look.width < 760) await page.getByRole('button', { name: 'Channels' }).click()
  await fits()
  await page
    .locator('.sidebar')
    .getByRole('button', { name: /^Plaudit/ })
    .click()
  await page.getByRole('tab', { name: 'Home' }).click()
  await page.getByRole('button', { name: /Tell a story/ }).waitFor()
  await fits()
})

test('the first visit suggests a few things, which go away for good', async () => {
  const { url } = await start()
  const page = await visit(url, 'UBOB', { firstVisit: true })
  await page
    .locator('.welcome')
    .getByRole('button', { name: /Tell a story/ })
    .click()
  await page.getByRole('dialog', { name: 'Tell a WOW story' }).waitFor()
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('button', { name: /You are: Alice/ }).waitFor()
  await page.getByRole('button', { name: /Jump to Friday/ }).click()
  await page.getByText('It is Friday 16:00').waitFor()
  await page.getByRole('button', { name: 'Hide these suggestions for good' }).click()
  await page.reload()
  await page.locator('#composer').waitFor()
  expect(await page.getByText('New here? Try this').count()).toBe(0)
})
