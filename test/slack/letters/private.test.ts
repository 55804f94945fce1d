import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { storyIn } from '../../support/plaudit/colleague.ts'
import { MODES, type Plaudit, startPlaudit } from '../../support/plaudit.ts'

type Pressed = { readonly user: { readonly id: string } }
const words =
  'Bob found our order no. 48213377 again. Call me on +44 7700 900123 or come to 12 High Street. Yours, Jo. 4111 1111 1111 1111'
const phone = '+44 7700 900123'

/** The file itself, once the log beside it is written into it. */
function bytesOf({ databasePath }: Plaudit): string {
  const db = new SqliteDatabase(databasePath)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return readFileSync(databasePath).toString('latin1')
}

async function previews({ alice, bob }: Plaudit) {
  await alice.opens('/wow letter')
  expect((await alice.submits({ championIds: [bob.id], words })).outcome).toBe('pushed')
  return alice.form()
}
async function shares(plaudit: Plaudit) {
  await previews(plaudit)
  expect((await plaudit.alice.submits()).outcome).toBe('cleared')
  await plaudit.settled()
  const card = plaudit.celebrations.messages().at(-1)
  if (!card) throw new Error('no card')
  return card
}

describe.each(MODES)('the preview of a letter, over %s', (mode) => {
  test('lets its teller show what was hidden, one by one, and hide more', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, celebrations, settled } = plaudit
    const preview = await previews(plaudit)
    const first = alice.formShows()
    const offered = JSON.stringify(preview.blocks)
    for (const text of ['48213377', phone, '12 High Street']) expect(offered).toContain(text)
    expect(first).toContain('1 card number')
    expect(first).not.toContain('1111')
    expect(first).toContain('our order no. #••• again. Call me on ☎ ••• or come to 🏠 •••. Yours, Jo.')

    await alice.presses(preview, { actionId: 'letter.lift' }, ['48213377'] as never)
    await alice.form()
    expect(alice.formShows()).toContain('our order no. 48213377 again. Call me on ☎ •••')
    expect((await alice.isRefused({ hide: 'Mr Brown' })).hide).toContain('“Mr Brown” is not in the letter')
    // What was typed and not yet seen is shown first.
    expect((await alice.submits({ hide: 'Jo' })).outcome).toBe('updated')
    expect(alice.formShows()).toContain('Yours, •••. 💳 •••')
    await settled()
    expect(celebrations.texts()).toEqual([])
    expect((await alice.submits()).outcome).toBe('cleared')
    await settled()
    const [card] = celebrations.texts()
    expect(card).toContain('order no. 48213377 again. Call me on ☎ ••• or come to 🏠 •••. Yours, •••. 💳 •••')
  })
})

describe('the preview of a letter', () => {
  test('shows at a press what is typed', async () => {
    const plaudit = await startPlaudit()
    const { alice } = plaudit
    const preview = await previews(plaudit)
    alice.slack.fill({ hide: 'Jo' })
    await alice.presses(preview, 'letter.hide')
    await alice.form()
    expect(alice.formShows()).toContain('Yours, •••. 💳 •••')
    expect((await alice.submits()).outcome).toBe('cleared')
  })
})

describe.each(MODES)('the original of a letter, over %s', (mode) => {
  test('is read by a host from the card’s menu, remembered, and erased', async () => {
    const plaudit = await startPlaudit({ mode })
    const { dave, celebrations } = plaudit
    const card = await shares(plaudit)
    const shown = celebrations.text(card)
    await dave.picks(card, 'edit')
    await dave.presses(await dave.form(), 'letter.original')
    await dave.form()
    expect(dave.formShows()).toContain('order no. 48213377 again. Call me on +44 7700 900123')
    expect(dave.formShows()).toContain('Nobody has read it before you.')
    expect(dave.formShows()).not.toContain('1111')
    await dave.slack.close({ all: true })

    await dave.picks(card, 'edit')
    await dave.presses(await dave.form(), 'letter.original')
    const original = await dave.form()
    expect(dave.formShows()).toContain('Read before by Dave Dunn on 12 March 2026.')
    await dave.presses(original, 'letter.erase')
    await dave.form()
    expect(dave.formShows()).toContain('The original is erased')
    await dave.slack.close({ all: true })
    await dave.picks(card, 'edit')
    await dave.form()
    expect(dave.formShows()).not.toContain('Read the original')
    expect(celebrations.text(card)).toBe(shown)
  })
})

describe('the original of a letter', () => {
  test('is nobody else’s, also for who makes up a press', async () => {
    const plaudit = await startPlaudit()
    const { alice, dave, bob, slack, settled } = plaudit
    const card = await shares(plaudit)
    await alice.picks(card, 'edit')
    await alice.form()
    expect(alice.formShows()).not.toContain('Read the original')
    await bob.picks(card, 'edit')
    await bob.form()
    await bob.slack.close()
    const menus = slack.sent('block_actions').map(({ payload }) => payload as Pressed)
    for (const [who, pressed] of [alice, bob].map(
      (one) => [one, menus.find(({ user }) => user.id === one.id)] as const,
    )) {
      if (!pressed) throw new Error('nothing was pressed')
      for (const [n, action_id] of ['letter.original', 'letter.erase'].entries()) {
        const button = {
          type: 'button',
          action_id,
          block_id: 'b',
          action_ts: `99.${n}`,
          value: storyIn(slack, card),
        }
        await slack.send('interactive', { ...pressed, actions: [button] })
        expect(await who.answer()).toContain('Only hosts can do this.')
      }
    }
    await settled()
    await dave.picks(card, 'edit')
    await dave.presses(await dave.form(), 'letter.original')
    await dave.form()
    expect(dave.formShows()).toContain('Nobody has read it before you.')
  })

  test('is nowhere on the disk once it is erased', async () => {
    const plaudit = await startPlaudit()
    const { dave, stops } = plaudit
    const card = await shares(plaudit)
    expect(bytesOf(plaudit)).toContain('order no. 48213377')
    await dave.picks(card, 'edit')
    await dave.presses(await dave.form(), 'letter.original')
    await dave.presses(await dave.form(), 'letter.erase')
    await dave.form()
    await plaudit.settled()
    await stops()
    expect(bytesOf(plaudit)).toContain('Bob found our order no. #')
    for (const secret of ['48213377', '900123', 'High Street']) expect(bytesOf(plaudit)).not.toContain(secret)
  })

  test('stands in no log, metric or message, and card numbers nowhere on the disk', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, dave, celebrations } = plaudit
    const card = await shares(plaudit)
    await dave.picks(card, 'edit')
    await dave.presses(await dave.form(), 'letter.original')
    await dave.form()
    const { text: metrics } = await plaudit.get('/metrics')
    const everywhere = [
      ...[...celebrations.texts(), ...bob.dms(), ...alice.dms(), ...dave.dms(), metrics],
      JSON.stringify(plaudit.log()),
    ].join('\n')
    for (const secret of ['48213377', '900123', 'High Street']) expect(everywhere).not.toContain(secret)
    await plaudit.stops()
    expect(bytesOf(plaudit)).toContain('order no. 48213377')
    expect(bytesOf(plaudit)).not.toContain('4111 1111')
  })
})
