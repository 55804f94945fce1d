import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { aFolder, starts, startToday, types, typesAfresh } from './support.ts'

const noStack = expect.not.stringMatching(/\n\s+at /)

describe('a start that cannot work says what to mend', () => {
  test('all problems of the environment at once, a line each', async () => {
    const { code, out, err } = await typesAfresh('', { SLACK_BOT_TOKEN: 'xapp-wrong', PORT: 'eighty' })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.trim().split('\n')).toEqual([
      'SLACK_BOT_TOKEN must be the Bot User OAuth Token, which begins with xoxb-',
      'PORT must be a number from 0 to 65535',
      expect.stringContaining('SLACK_SIGNING_SECRET is missing'),
    ])
  })

  test('a token that Slack does not know', async () => {
    const { plaudit, env } = await startToday({ setUp: false })
    await plaudit.stops()
    plaudit.expectRefusal(/invalid_auth/)
    const { code, err } = await typesAfresh('start', { ...env, SLACK_BOT_TOKEN: 'xoxb-of-yesterday' })
    expect(code).toBe(1)
    expect(err).toContain(
      'Slack does not accept SLACK_BOT_TOKEN (invalid_auth). Copy the Bot User OAuth Token',
    )
    expect(err).toEqual(noStack)
  })

  test('a port in use', async () => {
    const { plaudit, env } = await startToday({ setUp: false })
    await plaudit.stops()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, resolve))
    const PORT = String((other.address() as AddressInfo).port)
    const { code, err } = await typesAfresh('start', { ...env, PORT })
    other.close()
    expect(code).toBe(1)
    expect(err).toBe(
      `Port ${PORT} is in use. Is Plaudit running already? Stop what uses it, or choose another one with PORT.\n`,
    )
  })

  test.each([
    ['of a newer Plaudit', 'was written by a newer Plaudit'],
    ['that is no database', 'is damaged, or no database at all'],
    ['that is a folder', 'cannot be opened'],
  ])('a database %s', async (what, says) => {
    const { plaudit, env } = await startToday({ setUp: false })
    await plaudit.stops()
    const DATABASE_PATH = join(aFolder(), 'plaudit.db')
    if (what.includes('newer')) {
      const db = new Database(DATABASE_PATH)
      db.exec('create table migrations (name text primary key, checksum text, applied_at text)')
      db.exec("insert into migrations values ('9999-from-tomorrow.sql', '', '')")
      db.close()
    } else if (what.includes('folder')) mkdirSync(DATABASE_PATH)
    else
      writeFileSync(
        DATABASE_PATH,
        'Dear diary, this is long enough to be read as a page of some database.'.repeat(9),
      )
    const { code, err } = await typesAfresh('start', { ...env, DATABASE_PATH })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(says) })
    expect(err).toEqual(noStack)
  })

  test('a Node that cannot run it', async () => {
    const { code, out, err } = await typesAfresh('', {}, ['--no-experimental-strip-types'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(
      /^Plaudit needs Node\.js 22\.18 or later \(24 is best\), and this is v\S+\. .*"npm start".*\n$/,
    )
  })
})

describe('the commands', () => {
  test('are all in the help', async () => {
    const { code, out } = await typesAfresh('--help')
    expect(code).toBe(0)
    for (const name of [
      'start',
      'doctor',
      'retry',
      'dismiss',
      'job',
      'rebuild-boards',
      'backup',
      'restore',
      'migrate',
    ])
      expect(out).toContain(`  ${name}`)
  })

  test('that are none are refused, as are missing words', async () => {
    const none = await types('celebrate')
    expect(none).toEqual({ code: 2, out: '', err: expect.stringContaining("unknown command 'celebrate'") })
    expect((await types('backup')).code).toBe(2)
    expect((await types('job digest')).err).toContain("'--at <instant>'")
  })

  test.each(['migrate', 'backup b.db', 'retry d1', 'rebuild-boards'])(
    '%s never makes a database',
    async (command) => {
      expect(await types(command)).toEqual({
        code: 1,
        out: '',
        err: 'There is no database at data/plaudit.db. Start Plaudit once (npm start), or set DATABASE_PATH to where it is.\n',
      })
    },
  )

  test('need to be told which workspace only when there are several', async () => {
    const { plaudit, env } = await startToday({ setUp: false })
    const db = new Database(plaudit.databasePath)
    db.exec("insert into workspaces values ('TSECOND', '', '')")
    db.close()
    const which = await types('rebuild-boards', env)
    expect(which.err).toBe(
      'The database holds several workspaces. Say which one with --workspace: TPLAUDIT and TSECOND.\n',
    )
    expect(which.code).toBe(2)
    expect((await types('rebuild-boards --workspace TPLAUDIT', env)).code).toBe(0)
  })

  test('migrate says what it did', async () => {
    const { plaudit, env } = await startToday({ setUp: false })
    expect(await types('migrate', env)).toEqual({ code: 0, out: 'The database is up to date.\n', err: '' })
    const fresh = join(aFolder(), 'fresh.db')
    new Database(fresh).close()
    writeFileSync(fresh, '')
    const { out } = await types('migrate', { DATABASE_PATH: fresh })
    expect(out).toContain('0001-foundation.sql')
    expect((await types('rebuild-boards', { DATABASE_PATH: fresh })).err).toContain(
      'has not met a Slack workspace yet',
    )
    await plaudit.stops()
  })
})

describe('job', () => {
  test('runs a job by hand, once for each instant', async () => {
    const { plaudit, env } = await startToday()
    await plaudit.alice.tells('Bob found a seat on a full train for a customer', { about: plaudit.bob })
    await plaudit.settled()
    const at = new Date().toISOString()
    const first = await types(`job digest --at ${at}`, env)
    expect(first).toEqual({ code: 0, out: expect.stringContaining(`digest ran for ${at}`), err: '' })
    await plaudit.celebrations.shows(/week|digest/i)
    await plaudit.settled()
    const said = plaudit.celebrations.messages().length
    const second = await types(`job digest --at ${at}`, env)
    expect(second).toEqual({ code: 0, out: expect.stringContaining('every run happens once'), err: '' })
    await plaudit.settled()
    expect(plaudit.celebrations.messages()).toHaveLength(said)
  })

  test('is refused with what to do when it cannot be run like that', async () => {
    const { env } = await startToday({ setUp: false })
    const wrong = [
      [
        'party --at 2026-11-20T16:00:00Z',
        'The jobs are digest-preview, digest, month-board, awards-waiting, prizes-reminder, praise-reminder, rounds and housekeeping.',
      ],
      ['digest --at friday', 'That is no instant: friday.'],
      ['digest --at 2026-11-20T16:00:00', 'Write it with its zone'],
      ['digest --at 2999-01-01T00:00:00Z', 'That is still to come'],
    ] as const
    const ended = await Promise.all(wrong.map(([words]) => types(`job ${words}`, env)))
    wrong.forEach(([words, says], at) => {
      const { code, err } = ended[at] ?? {}
      expect({ words, code, err }).toEqual({ words, code: 2, err: expect.stringContaining(says) })
    })
  })
})

describe('a running Plaudit', () => {
  test.each([
    ['', false],
    [', also when nobody reads its log any more', true],
  ])('stops on SIGTERM with exit code 0%s', async (_, unread) => {
    const { plaudit, env } = await startToday({ setUp: false })
    await plaudit.stops()
    const { stop, leaveLog } = await starts(env)
    if (unread) leaveLog()
    expect(await stop()).toBe(0)
  })
})
