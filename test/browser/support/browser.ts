import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect } from '@jest/globals'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
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

export type Look = { width?: number; height?: number; dark?: boolean; firstVisit?: boolean }

const cleanups: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  // What one of them complains about keeps nothing of the rest alive.
  const complaints: unknown[] = []
  for (const cleanup of cleanups.splice(0).reverse())
    await Promise.resolve()
      .then(cleanup)
      .catch((complaint: unknown) => complaints.push(complaint))
  if (complaints.length > 0) throw complaints[0]
})
export const atEnd = (cleanup: () => Promise<unknown> | unknown): void => void cleanups.push(cleanup)

/** Opens the page as somebody in a browser of their own; whatever it complains about fails the test. */
export async function visit(url: string, person: string, look: Look = {}): Promise<Page> {
  const context = await openBrowser(look)
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(8000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text())
  })
  atEnd(() => expect(complaints).toEqual([]))
  if (!look.firstVisit)
    await page.addInitScript(
      `localStorage.setItem('plaudit.tried', '["tell","cheer","prize","nominate","friday"]')`,
    )
  await page.goto(`${url}#person=${person}`)
  await page.locator('.messages, .empty').first().waitFor()
  return page
}

async function openBrowser({ width = 1280, height = 800, dark = false }: Look): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'plaudit-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
  })
  atEnd(async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  })
  return context
}

type Violation = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }

/** What axe finds wrong with what is shown now. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  const { violations: found } = (await page.evaluate('axe.run(document)')) as { violations: Violation[] }
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 300)}\n${failureSummary}`),
  )
}
