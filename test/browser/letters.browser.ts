import { expect, test } from '@jest/globals'
import { type Demo, type Parts, startDemo } from '../../playground/demo/start.ts'
import { setUp, setUpLetters } from '../../playground/seeds/tell.ts'
import { atEnd, violations, visit } from './support/browser.ts'
import { THURSDAY } from './support/demo.ts'

const WORDS = 'Your Bob returned my spare key before I had noticed. Ring me: 0161 496 0333.'

async function startWithLetters(): Promise<Demo> {
  const past = {
    from: THURSDAY,
    async tell({ slack }: Parts) {
      await setUp(slack)
      await setUpLetters(slack)
    },
  }
  const demo = await startDemo({ mode: 'socket', now: THURSDAY, past })
  atEnd(() => demo.stop())
  return demo
}

test.each([
  { width: 1280, height: 800, dark: false },
  { width: 380, height: 760, dark: true },
])('a customer writes, Alice shares it, and its card shows it ($width px)', async (look) => {
  const { slack, url } = await startWithLetters()
  const page = await visit(url, 'UALICE', look)
  const looksWell = async () => {
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(await violations(page)).toEqual([])
  }
  const sends = async (words: string) => {
    await page.getByLabel('What you write').fill(words)
    await page.getByRole('button', { name: 'Send the letter' }).click()
  }
  if (look.width < 760) await page.getByRole('button', { name: 'Channels' }).click()
  await page.getByRole('button', { name: 'Mailbox: customers write' }).click()
  await looksWell()

  await sends('thx')
  await page.locator('.field-error', { hasText: 'at least 10 characters' }).waitFor()
  await looksWell()
  await sends(WORDS)
  await page.getByText('It waits in #letters for a look').waitFor()
  await page.getByRole('button', { name: 'Send the letter' }).click()
  await page.getByText('It was here before').waitFor()
  await page.getByRole('button', { name: /two stars/ }).click()
  await page.getByRole('button', { name: 'Send the letter' }).click()
  await page.getByText('Rated too low to be celebrated').waitFor()
  await looksWell()

  await page.getByRole('button', { name: /about Bob/ }).click()
  await sends(WORDS)
  await page.getByRole('button', { name: 'Go to #letters' }).click()
  const waiting = page.locator('.message', { hasText: 'A customer’s letter came in from Mailbox' })
  await waiting.getByText('It names Bob Baker').waitFor()
  await looksWell()
  await waiting.getByRole('button', { name: 'Share' }).click()
  const form = page.getByRole('dialog', { name: 'Share a letter' })
  await form.waitFor()
  await looksWell()
  await form.getByRole('button', { name: 'Share it' }).click()
  await waiting.getByText('Alice Archer shared it').waitFor()
  await waiting.getByRole('link', { name: 'See the letter' }).click()
  const card = page.locator('.message', { hasText: 'WOW, @Bob Baker!' })
  await card.waitFor()
  expect(await card.textContent()).toContain('before I had noticed. Ring me: ☎ •••')
  expect(await card.textContent()).not.toContain('Lindqvist')
  await looksWell()
  expect(slack.refused().map(({ name, error }) => `${name}: ${error}`)).toEqual([])
})
