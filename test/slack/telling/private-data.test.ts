import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'

const words = 'Bob called Mrs Berger back on +44 7700 900123 after hours, and wrote to eva@acme.example.'
const bank = 'She had sent us DE89 3704 0044 0532 0130 00 and 4111 1111 1111 1111 by mistake.'

describe.each(MODES)('private data, over %s', (mode) => {
  test('is masked, and the teller sees the masks before anything is shared', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit({ mode })
    await alice.opens('/wow')
    expect((await alice.submits({ championIds: [bob.id], words, lesson: bank })).outcome).toBe('pushed')
    const preview = alice.formShows()
    expect(preview).toContain('Look before you share')
    expect(preview).toContain('1 e-mail address')
    expect(preview).toContain('1 phone number')
    for (const secret of ['900123', 'eva@acme', '3704', '1111 1111']) expect(preview).not.toContain(secret)
    await settled()
    expect(celebrations.texts()).toEqual([])

    expect((await alice.submits()).outcome).toBe('cleared')
    await settled()
    const [card] = celebrations.messages()
    if (!card) throw new Error('no card')
    expect(celebrations.text(card)).toContain('Bob called Mrs Berger back on')
    const everywhere = [card.text, celebrations.text(card), ...bob.dms(), ...alice.dms()].join('\n')
    for (const secret of ['900123', 'eva@acme', '3704', '1111 1111']) expect(everywhere).not.toContain(secret)
  })
})

describe('private data', () => {
  test('the teller may go back, change it, and share without a preview', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit()
    await alice.opens('/wow')
    await alice.submits({ championIds: [bob.id], words })
    await alice.slack.close()
    expect(alice.slack.modal()?.state.get('words')?.get('value')?.value).toBe(words)
    const { outcome } = await alice.submits({ words: 'Bob called Mrs Berger back after hours, twice.' })
    expect(outcome).toBe('closed')
    await settled()
    expect(celebrations.texts()).toEqual([expect.stringContaining('after hours, twice')])
  })

  test('who closes it all has shared nothing', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit()
    await alice.opens('/wow')
    await alice.submits({ championIds: [bob.id], words })
    await alice.slack.close({ all: true })
    await settled()
    expect(celebrations.texts()).toEqual([])
  })

  test('without private data there is no preview', async () => {
    const { alice, bob } = await startPlaudit()
    await alice.opens('/wow')
    const plain = 'Order 20260312 of 12.03.2026, 1,250 pieces, was late; Bob drove 300 km at 5:30.'
    expect((await alice.submits({ championIds: [bob.id], words: plain })).outcome).toBe('closed')
  })

  test('card and bank numbers are never stored', async () => {
    const { alice, bob, settled, stops, databasePath } = await startPlaudit()
    await alice.opens('/wow')
    await alice.submits({ championIds: [bob.id], words: `Bob noticed it at once. ${bank}` })
    await alice.submits()
    await settled()
    await stops()
    const files = [databasePath, `${databasePath}-wal`].filter((path) => existsSync(path))
    const bytes = files.map((path) => readFileSync(path).toString('latin1')).join('')
    expect(bytes.includes('Bob noticed it at once')).toBe(true)
    for (const secret of ['DE89 3704', '3704 0044', '4111 1111', '4111111111111111'])
      expect(bytes.includes(secret)).toBe(false)
  })

  test('two pushes of the same preview share once', async () => {
    const { alice, bob, slack, celebrations, settled } = await startPlaudit()
    await alice.opens('/wow')
    await alice.submits({ championIds: [bob.id], words })
    await alice.submits()
    await slack.send('interactive', slack.sent('view_submission').at(-1)?.payload ?? {})
    await settled()
    expect(celebrations.texts()).toHaveLength(1)
  })

  test('an edit that brings private data is previewed too', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit()
    const card = await alice.tells('Stayed two hours longer to find the lost part.', { about: bob })
    await alice.picks(card, 'edit')
    await alice.form()
    expect((await alice.submits({ words })).outcome).toBe('pushed')
    expect((await alice.submits()).outcome).toBe('cleared')
    await settled()
    expect(celebrations.text(card)).toContain('Bob called Mrs Berger back')
    expect(celebrations.text(card)).not.toContain('900123')
  })
})
