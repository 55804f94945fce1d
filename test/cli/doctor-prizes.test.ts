import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { awards } from '../support/plaudit/giving.ts'
import { startToday, types } from './support.ts'

async function startWithPrizes() {
  const { plaudit, env } = await startToday({ prizes: true })
  const { alice, bob, carol, databasePath } = plaudit
  const card = await alice.tells('Bob drove through the snow to bring the part', { about: bob })
  await awards(carol, card, 'A voucher')
  await awards(carol, card, 'A day off')
  await plaudit.settled()
  const tamper = (sql: string) => {
    const db = new Database(databasePath)
    db.pragma('busy_timeout = 5000')
    db.exec(sql)
    db.close()
  }
  const ids = () => {
    const db = new Database(databasePath, { readonly: true })
    const found = db.prepare('select id from awards order by id').pluck().all() as string[]
    db.close()
    return found
  }
  return { plaudit, env, tamper, ids }
}

describe('doctor, about prizes', () => {
  test('says what is to be handed over, and what of it is old', async () => {
    const { env, tamper } = await startWithPrizes()
    const { code, out } = await types('doctor', env)
    expect(out).toContain('✓ The ledger agrees with every award.')
    expect(out).toContain('• 2 awards are to be handed over.')
    expect(out).not.toContain('older than')
    expect(out).toContain('All is well.')
    expect(code).toBe(0)
    tamper("update award_shares set awarded_at = '2026-01-01T00:00:00.000Z' where money_minor > 0")
    expect((await types('doctor', env)).out).toContain(
      '1 of them is older than 7 days: who hands over types /wow prizes todo in Slack.',
    )
  })

  test('names the awards of a ledger that somebody changed', async () => {
    const { env, tamper, ids } = await startWithPrizes()
    const [voucher, dayOff] = ids()
    tamper(`drop trigger ledger_entries_stay; drop trigger ledger_entries_remain;
      update ledger_entries set reserved_minor = 1 where award_id = '${voucher}';
      update awards set given_at = null where id = '${dayOff}'`)
    const { code, out } = await types('doctor', env)
    expect(out).toContain('✗ The ledger of prizes can be changed')
    expect(out).toMatch(
      new RegExp(`✗ The ledger does not say of 1 award what became of it.\\n *The award:  ${voucher}\\n`),
    )
    expect(out).toMatch(new RegExp(`✗ Of 1 award the database says both.*\\n *The award:  ${dayOff}\\n`))
    expect(out).toContain('3 things need attention.')
    expect(code).toBe(1)
  })

  test('remarks on a budget that is exceeded, which is nothing wrong; and on what should have lapsed', async () => {
    const { env, tamper } = await startWithPrizes()
    tamper(`update settings set value = '{"moneyMinor":1000,"halfDays":2}' where key = 'managerBudget'`)
    const { code, out } = await types('doctor', env)
    expect(out).toContain('• Carol Cook gave more this month than the limit is now.')
    expect(code).toBe(0)
    tamper(`update award_shares set state = 'waiting', awarded_at = '2026-01-01T00:00:00.000Z' where half_days > 0;
      update awards set given_at = null where prize_half_days > 0`)
    const late = await types('doctor', env)
    expect(late.out).toContain('✗ 1 award has waited for an approver for more than 14 days')
    expect(late.code).toBe(1)
  })
})
