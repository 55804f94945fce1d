import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { violations, visit } from './support/browser.ts'
import { startEverything } from './support/every.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const pickIn = async (page: Page, label: string, typed: string): Promise<void> => {
  await page.getByLabel(label, { exact: false }).first().click()
  await page.keyboard.type(typed)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

async function openForm(page: Page, command = '/every'): Promise<void> {
  await page.locator('#composer').fill(`${command} now`)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
}

test('every element of a form can be filled in, and the app reads what was meant', async () => {
  const { url, heard } = await startEverything()
  const page = await visit(url, 'UALICE')
  await openForm(page)
  expect(await violations(page)).toEqual([])
  await page.getByLabel('What happened?').fill('Stayed late.')
  await page.getByLabel('A short name').fill('late')
  await page.getByLabel('In rich words').fill('Very *late* indeed')
  await pickIn(page, 'Who?', 'bob')
  await pickIn(page, 'Whom?', 'car')
  await pickIn(page, 'Where?', 'front')
  await pickIn(page, 'Which place?', 'cele')
  await pickIn(page, 'Which?', 'three')
  await pickIn(page, 'Which ones?', 'one')
  await pickIn(page, 'Zone', 'berl')
  await page.getByRole('radio', { name: 'Choice two' }).check()
  await page.getByRole('checkbox', { name: 'Choice one' }).check()
  await page.getByLabel('Which day?').fill('2026-12-24')
  await page.getByLabel('What time?').fill('09:30')
  await page.getByLabel('How many?').fill('42')
  await page.getByLabel('E-mail').fill('a@example.com')
  await page.getByLabel('Address').fill('https://example.com')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'sun.png', mimeType: 'image/png', buffer: PIXEL })
  await page.getByText('sun.png').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Send it' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const sent = heard.findLast(({ name }) => name === 'submitted')?.value
  expect(sent).toMatchObject({
    words: { value: 'Stayed late.' },
    short: { value: 'late' },
    who: { selected_user: 'UBOB' },
    whom: { selected_users: ['UCAROL'] },
    where: { selected_channel: 'CDESK' },
    place: { selected_conversation: 'CCHEERS' },
    static: { selected_option: { value: 'three' } },
    many: { selected_options: [{ value: 'one' }] },
    zone: { selected_option: { value: 'Europe/Berlin' } },
    radio: { selected_option: { value: 'two' } },
    boxes: { selected_options: [{ value: 'one' }] },
    day: { selected_date: '2026-12-24' },
    time: { selected_time: '09:30' },
    number: { value: '42' },
    mail: { value: 'a@example.com' },
    web: { value: 'https://example.com' },
    photo: { files: [{ name: 'sun.png' }] },
  })
  expect(JSON.stringify(sent)).toContain('{"type":"text","text":"late","style":{"bold":true}}')
})

test('what is missing or too long is said under the field, before and after the app has looked', async () => {
  const { url, heard } = await startEverything()
  const page = await visit(url, 'UALICE')
  await openForm(page)
  await page.getByRole('button', { name: 'Send it' }).click()
  await page.locator('.field-error').first().waitFor()
  expect(await page.locator('.field-error').count()).toBe(3)
  expect(await violations(page)).toEqual([])
  expect(heard.some(({ name }) => name === 'submitted')).toBe(false)
  await page.getByLabel('What happened?').fill('x'.repeat(41))
  await page.getByLabel('A short name').fill('wrong')
  await pickIn(page, 'Who?', 'bob')
  await page.getByText('41 / 40').waitFor()
  await page.getByRole('button', { name: 'Send it' }).click()
  await page.locator('.field-error', { hasText: 'Please enter at most 40 characters.' }).waitFor()
  await page.getByLabel('What happened?').fill('Short enough')
  await page.getByRole('button', { name: 'Send it' }).click()
  await page.locator('.field-error', { hasText: 'Find a better name.' }).waitFor()
  expect(await page.getByLabel('A short name').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('A short name').fill('better')
  await page.getByRole('button', { name: 'Send it' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement.id')).toBe('composer')
})

test('what was typed stays when the app changes the form', async () => {
  const { url } = await startEverything()
  const page = await visit(url, 'UALICE')
  await openForm(page)
  await page.getByLabel('What happened?').fill('Still here')
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByLabel('More', { exact: true }).waitFor()
  expect(await page.getByLabel('What happened?').inputValue()).toBe('Still here')
})

test('forms stack, Esc goes back one, and the X closes all', async () => {
  const { url, slack } = await startEverything()
  const page = await visit(url, 'UALICE')
  await openForm(page, '/stack')
  await page.getByLabel('Note 1').fill('below')
  await page.getByRole('button', { name: 'Go deeper' }).click()
  await page.getByRole('heading', { name: 'Form 2' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Form 1' }).waitFor()
  expect(await page.getByLabel('Note 1').inputValue()).toBe('below')
  await page.getByRole('button', { name: 'Go deeper' }).click()
  await page.getByRole('heading', { name: 'Form 2' }).waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(slack.person('UALICE').modals()).toEqual([])
})

test('a button that asks first is pressed only after yes', async () => {
  const { url, heard } = await startEverything()
  const page = await visit(url, 'UALICE')
  await page.getByRole('button', { name: 'Take back' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Are you sure?' })
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'No' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(heard).toEqual([])
  await page.getByRole('button', { name: 'Take back' }).click()
  await dialog.getByRole('button', { name: 'Yes, do it' }).click()
  await page.getByText('Only visible to you', { exact: true }).waitFor()
  expect(heard.map(({ name }) => name)).toEqual(['sure'])
  expect(await violations(page)).toEqual([])
})

test('menus and selects in a message reach the app', async () => {
  const { url, heard } = await startEverything()
  const page = await visit(url, 'UALICE')
  await page.getByRole('button', { name: 'More choices' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Choice two' }).click()
  await page.locator('.ephemeral', { hasText: 'Thank you!' }).waitFor()
  await pickIn(page, 'Pick one', 'three')
  await page.locator('.ephemeral', { hasText: 'Thank you!' }).nth(1).waitFor()
  expect(heard.map(({ name, value }) => [name, JSON.stringify(value).includes('two')])).toEqual([
    ['menu', true],
    ['pick', false],
  ])
})
