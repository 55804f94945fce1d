import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { awards } from '../support/plaudit/giving.ts'
import { startToday, types } from './support.ts'

async function startWithAPrize() {
  const { plaudit, env } = await startToday({ prizes: true })
  const card = await plaudit.alice.tells('Bob drove through the snow to bring the part', {
    about: plaudit.bob,
  })
  await awards(plaudit.carol, card, 'A voucher')
  await plaudit.settled()
  return { plaudit, env }
}

describe('doctor --deep', () => {
  test('restores a backup of the running database on copies, says what came of it, and leaves nothing', async () => {
    const { plaudit, env } = await startWithAPrize()
    const before = readdirSync(dirname(plaudit.databasePath))
    const { code, out } = await types('doctor --deep', env)
    expect(out.slice(out.indexOf('Rehearsal'))).toMatch(
      new RegExp(
        [
          'Rehearsal of a restore',
          '  ✓ A backup takes [\\d.]+ seconds?, and [\\d.]+ MB\\.',
          '  ✓ Without the room that deleted rows left it would be [\\d.]+ MB instead of [\\d.]+ MB: VACUUM takes [\\d.]+ seconds?\\.',
          '  ✓ The backup was restored in [\\d.]+ seconds?\\. It opens, its structure is sound and every reference holds, .*',
          '  ✓ What was restored is what was backed up: \\d+ rows in \\d+ tables\\.',
          '  ✓ The ledger of prizes is the same, 1 entry, and agrees with every award\\.',
          '  • All of it took [\\d.]+ seconds?, on copies that are gone again\\.',
          '',
          'All is well\\.',
        ].join('\n'),
      ),
    )
    expect(code).toBe(0)
    expect(readdirSync(dirname(plaudit.databasePath))).toEqual(before)
  })

  test('is only done when it is asked for', async () => {
    const { env } = await startToday({ setUp: false })
    expect((await types('doctor', env)).out).not.toContain('Rehearsal')
  })

  test('says when what is restored does not balance', async () => {
    const { plaudit, env } = await startWithAPrize()
    const db = new Database(plaudit.databasePath, { timeout: 5_000 })
    db.exec("update award_shares set state = 'fulfilled'")
    db.close()
    const { code, out } = await types('doctor --deep', env)
    expect(out).toContain('✗ After the restore the ledger contradicts 1 award.')
    expect(code).toBe(1)
  })
})
