import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Demo, startDemo } from '../playground/demo/start.ts'
import { eightWeeks } from '../playground/seeds/tell.ts'

// The pictures of the README, taken from the real page: npm run pictures

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
/** Always the same Thursday, 14:02 in London, so that only what changed looks different. */
const NOW = Date.parse('2026-11-19T14:02:00Z')
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Shot = {
  name: string
  width: number
  height: number
  as: string
  dark?: boolean
  /** Brings the page there; what it returns is taken, else the whole page. */
  pose(page: Page): Promise<string | undefined>
}

const shots: Shot[] = [
  {
    name: 'form',
    width: 1100,
    height: 900,
    as: 'UALICE',
    async pose(page) {
      await types(page, '/wow @bob stayed two hours after closing to help a family find their suitcase.')
      await page.getByRole('dialog').waitFor()
      return 'dialog'
    },
  },
  {
    name: 'card',
    width: 1100,
    height: 1000,
    as: 'UALICE',
    async pose(page) {
      await page.locator('.message').last().scrollIntoViewIfNeeded()
      return '.message'
    },
  },
  {
    name: 'award',
    width: 1100,
    height: 1080,
    as: 'UCAROL',
    async pose(page) {
      const card = page.locator('.message', { hasText: 'A smoke alarm was chirping' }).last()
      await card.getByRole('button', { name: 'Award a prize' }).click()
      await page.getByRole('radio', { name: /^An umbrella/ }).check()
      await page.getByLabel('Why?').fill('You changed all three, and then you stayed to lose at cards.')
      return 'dialog'
    },
  },
  {
    name: 'prize',
    width: 1280,
    height: 900,
    as: 'UCAROL',
    async pose(page) {
      const card = page.locator('.message', { hasText: 'his late grandfather’s watch' }).last()
      await card.getByRole('button', { name: /3 replies/ }).click()
      await page.locator('.thread .message', { hasText: 'awarded' }).waitFor()
      return '.thread'
    },
  },
  { name: 'page', width: 1280, height: 900, as: 'UALICE', pose: async () => undefined },
  { name: 'dark', width: 1280, height: 900, as: 'UBOB', dark: true, pose: async () => undefined },
  { name: 'phone', width: 380, height: 780, as: 'UBOB', pose: async () => undefined },
  {
    name: 'nominate',
    width: 1100,
    height: 1000,
    as: 'UALICE',
    async pose(page) {
      await types(page, '/wow nominate @bob')
      await page.getByRole('dialog').waitFor()
      await page
        .getByLabel('Why?')
        .fill('Forty mattresses, one van, a storm. He did not ask whose job it was. He drove twice.')
      return 'dialog'
    },
  },
  {
    name: 'champion',
    width: 1100,
    height: 1400,
    as: 'UALICE',
    async pose(page) {
      return marked(page, '🏆 Customer Champion of')
    },
  },
  {
    name: 'digest',
    width: 1100,
    height: 1600,
    as: 'UALICE',
    async pose(page) {
      await page.getByRole('button', { name: '→ Friday 16:00' }).click()
      await page.getByRole('heading', { name: 'Friday 20 November' }).waitFor()
      return marked(page, 'The week’s WOW stories')
    },
  },
]

mkdirSync(FOLDER, { recursive: true })
const demo = await startDemo({ mode: 'socket', now: NOW, past: eightWeeks(NOW) })
try {
  for (const shot of shots) await take(demo, shot)
} finally {
  await demo.stop()
}

async function take({ url }: Demo, { name, width, height, as, dark = false, pose }: Shot): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'plaudit-pictures-'))
  const browser = await openBrowser(profile, { width, height }, dark)
  try {
    const page = browser.pages()[0] ?? (await browser.newPage())
    await page.addInitScript(
      `localStorage.setItem('plaudit.tried', '["tell","cheer","prize","nominate","friday"]')`,
    )
    await page.goto(`${url}#person=${as}`)
    await page.locator('.message').last().waitFor()
    const part = await pose(page)
    await page.waitForLoadState('networkidle')
    const path = join(FOLDER, `${name}.png`)
    if (part === undefined) await page.screenshot({ path })
    else await page.locator(part).last().screenshot({ path })
    console.log(path)
  } finally {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

function openBrowser(
  profile: string,
  viewport: { width: number; height: number },
  dark: boolean,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
    viewport,
    deviceScaleFactor: 1.5,
    colorScheme: dark ? 'dark' : 'light',
  })
}

/** The last message that says this. */
async function marked(page: Page, text: string): Promise<string> {
  const message = page.locator('.message', { hasText: text }).last()
  await message.scrollIntoViewIfNeeded()
  await message.evaluate((element) => element.setAttribute('data-shot', ''))
  return '[data-shot]'
}

async function types(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
}
