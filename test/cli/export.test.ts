import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readCsv } from '../support/csv.ts'
import { awards } from '../support/plaudit/giving.ts'
import { aFolder, startToday, types, typesAfresh } from './support.ts'

async function startWithPrize(options = {}) {
  const { plaudit, env } = await startToday({ prizes: true, ...options })
  const card = await plaudit.alice.tells('Bob drove through the snow to bring the part', {
    about: plaudit.bob,
  })
  await awards(plaudit.carol, card, 'A voucher', {
    reason: '=1+1 is what he would not have asked for',
  })
  await plaudit.settled()
  return { plaudit, env }
}

const today = () => new Date().toISOString().slice(0, 10)
const columnsOf = (csv: string) => {
  const [header = [], ...rows] = readCsv(csv)
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])))
}

describe('export prizes', () => {
  test('prints this month for a spreadsheet, with e-mail addresses', async () => {
    const { env } = await startWithPrize()
    const { code, out, err } = await typesAfresh('export prizes', env)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(columnsOf(out)).toEqual([
      expect.objectContaining({
        ...{ person_name: 'Bob Baker', person_email: 'bob@example.com', manager_name: 'Carol Cook' },
        ...{ prize: 'A voucher', kind: 'gift', gross_amount: '50.00', currency: 'GBP', state: 'open' },
        ...{ reason: "'=1+1 is what he would not have asked for", awarded_on: today() },
      }),
    ])
    const none = await types('export prizes --from 2020-01-01 --to 2020-01-31', env)
    expect(none.code).toBe(0)
    expect(columnsOf(none.out)).toEqual([])
  })

  test('writes a new file for its owner alone, and never replaces one', async () => {
    const { env } = await startWithPrize()
    const file = join(aFolder(), 'prizes.json')
    const command = `export prizes --from 2020-01-01 --format JSON --output ${file}`
    const { code, out, err } = await types(command, env)
    expect({ code, err, out }).toEqual({
      code: 0,
      err: '',
      out: expect.stringContaining(`1 row is in ${file}`),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const [row, ...more] = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>[]
    expect(more).toEqual([])
    expect(row).toMatchObject({ gross_amount: '50.00', reason: '=1+1 is what he would not have asked for' })

    writeFileSync(file, 'precious')
    const refused = await types(command, env)
    expect(refused).toEqual({ code: 1, out: '', err: expect.stringContaining('never replaces anything') })
    expect(readFileSync(file, 'utf8')).toBe('precious')
  })

  test('goes without e-mail addresses where there are none to be had, and says so once', async () => {
    const { plaudit, env } = await startWithPrize({ grantedOptionalScopes: false })
    const without = async (more: object) => {
      const { code, out, err } = await types('export prizes', { ...env, ...more })
      expect(code).toBe(0)
      expect(columnsOf(out)).toEqual([
        expect.objectContaining({ person_name: 'Bob Baker', person_email: '' }),
      ])
      return err
    }
    expect(await without({})).toMatch(/^Without e-mail addresses: Slack tells none.*users:read\.email.*\n$/)
    expect(await without({ SLACK_BOT_TOKEN: undefined })).toMatch(/^Without .*SLACK_BOT_TOKEN.*\n$/)
    plaudit.slack.setToken('token_revoked')
    plaudit.expectRefusal(/token_revoked/)
    expect(await without({})).toMatch(/^Without e-mail addresses: Slack does not answer.*\n$/)
  })

  test('says what is wrong with what it was asked', async () => {
    const { plaudit, env } = await startToday({ setUp: false })
    await plaudit.stops()
    const asked: Record<string, string> = {
      '--from 2026-02-30': 'There is no such day: 2026-02-30. Write it with year, month and day',
      '--from 2.2.2026 --to today': 'There is no such day: 2.2.2026. ',
      '--from 2026-02-02 --to today': 'There is no such day: today. ',
      '--from 2026-02-02 --to 2026-02-01':
        'The first day (2026-02-02) comes after the last one (2026-02-01).',
      '--format xlsx': 'There is no format xlsx. The formats are csv and json.',
      '--output /no/such/folder/p.csv': 'The folder of /no/such/folder/p.csv is not there.',
      '--form csv': 'unknown option',
    }
    const ended = await Promise.all(Object.keys(asked).map((one) => types(`export prizes ${one}`, env)))
    expect(ended).toEqual(
      Object.values(asked).map((says) => ({ code: 2, out: '', err: expect.stringContaining(says) })),
    )
    expect(existsSync('/no/such/folder')).toBe(false)
  })

  test('has something to say when nothing or something unknown is to be exported', async () => {
    expect((await types('export')).err).toContain('prizes')
    expect((await types('export stories')).code).toBe(2)
    expect(await types('export prizes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no database'),
    })
  })
})
