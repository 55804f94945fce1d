import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { parse } from 'yaml'
import { aFolder, startToday, types, typesAfresh } from './support.ts'

type Manifest = { oauth_config: { scopes: { bot: string[]; bot_optional: string[] } } }

/** The manifest of an app that was installed without a permission. */
function manifestWithout(scope: string): Manifest {
  const file = join(import.meta.dirname, '../../manifest.yml')
  const manifest = parse(readFileSync(file, 'utf8')) as Manifest
  const { bot } = manifest.oauth_config.scopes
  manifest.oauth_config.scopes.bot = bot.filter((one) => one !== scope)
  return manifest
}

const tamper = (path: string, sql: string): void => {
  const db = new Database(path)
  db.pragma('foreign_keys = off')
  db.exec(sql)
  db.close()
}

describe('doctor', () => {
  test.each(['socket', 'http'] as const)(
    'has nothing to say against a Plaudit that works, over %s',
    async (mode) => {
      const { plaudit, env } = await startToday({ mode })
      const { alice, bob } = plaudit
      await alice.tells('Bob drove through the snow to bring the spare part', { about: bob })
      await plaudit.settled()
      const { code, out, err } = await typesAfresh('doctor', env)
      expect({ err, wrong: out.split('\n').filter((line) => line.includes('✗')) }).toEqual({
        err: '',
        wrong: [],
      })
      expect(out).toContain('It can post in #celebrations (CCHEERS).')
      expect(out).toContain('The leaderboards agree')
      expect(out).toContain('All is well.')
      expect(code).toBe(0)
    },
  )

  test('says which permission is missing, and how to add it', async () => {
    const { plaudit, env } = await startToday({ manifest: manifestWithout('channels:join'), setUp: false })
    const { code, out } = await types('doctor', env)
    expect(out).toContain('✗ The permission channels:join is missing.')
    expect(out).toContain('OAuth & Permissions → Bot Token Scopes')
    expect(out).toContain('1 thing needs attention.')
    expect(code).toBe(1)
    expect(plaudit.slack.grantedScopes()).not.toContain('channels:join')
  })

  test('says what is off without the optional permissions, which is nothing wrong', async () => {
    const { env } = await startToday({ grantedOptionalScopes: false, setUp: false })
    const { code, out } = await types('doctor', env)
    expect(out).toContain(
      'Without files:read, files:write, usergroups:read and users:read.email, photos in stories are not shown, a user group cannot be named as managers and the export of prizes has no e-mail addresses, nor is anybody found by the one that a letter names.',
    )
    expect(code).toBe(0)
  })

  test('says before the setup who sets it up', async () => {
    const { env } = await startToday({ setUp: false })
    const { code, out } = await types('doctor', env)
    expect(out).toContain('A Slack admin or owner types /wow setup')
    expect(code).toBe(0)
  })

  test('knows a token that was revoked from a Slack that does not answer', async () => {
    const { plaudit, env } = await startToday()
    plaudit.expectRefusal(/token_revoked/)
    plaudit.slack.setToken('token_revoked')
    const revoked = await types('doctor', env)
    expect(revoked.out).toContain('✗ Slack does not accept SLACK_BOT_TOKEN (token_revoked).')
    expect(revoked.out).toContain('install it again there first')
    expect(revoked.code).toBe(1)
    plaudit.slack.setToken('alive')
    plaudit.slack.faults.next('auth.test', { kind: '500' })
    const away = await types('doctor', env)
    expect(away.out).toContain('✗ Slack does not answer')
    expect(away.out).not.toContain('SLACK_BOT_TOKEN')
    expect(away.code).toBe(1)
  })

  test.each([
    ['archived', 'is archived.', 'Unarchive it'],
    ['left', 'It is not in #celebrations (CCHEERS).', '/invite @Plaudit'],
    ['shared', 'is shared with another company', 'End the sharing'],
  ])('finds a celebration channel that was %s', async (how, says, todo) => {
    const { plaudit, env } = await startToday()
    const { slack } = plaudit
    if (how === 'archived') await slack.archive('CCHEERS')
    if (how === 'left') await slack.kick('CCHEERS', slack.botUserId)
    if (how === 'shared') await slack.setShared('CCHEERS', true)
    await plaudit.settled()
    const { code, out } = await types('doctor', env)
    expect(out).toContain(says)
    expect(out).toContain(todo)
    expect(code).toBe(1)
  })

  test('lists what failed and why, until it is retried', async () => {
    const { plaudit, env } = await startToday()
    const { alice, bob, slack, celebrations } = plaudit
    plaudit.expectLog(/a delivery failed/)
    slack.faults.next('chat.postMessage', { kind: 'error', error: 'restricted_action' })
    await alice.opens('/wow')
    await alice.submits({
      championIds: ['UBOB'],
      words: 'Bob answered a call at midnight, and stayed on it.',
    })
    await plaudit.settled()
    const { code, out } = await types('doctor', env)
    expect(out).toContain('1 message could not reach #celebrations (CCHEERS) (restricted_action): A story.')
    expect(out).toContain('Ask a Slack admin')
    expect(code).toBe(1)

    const [, id = ''] = out.match(/npx plaudit retry (\S+)/) ?? []
    const retried = await types(`retry ${id}`, env)
    expect(retried).toEqual({ code: 0, out: expect.stringContaining('is to be said again'), err: '' })
    await celebrations.shows('Bob answered a call')
    await bob.dm('Bob answered a call')
    await plaudit.settled()
    expect((await types('doctor', env)).code).toBe(0)
    expect(await types(`retry ${id}`, env)).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining(`There is no failed delivery ${id}`),
    })
  })

  test('has nothing more to say of what was dismissed', async () => {
    const { plaudit, env } = await startToday()
    plaudit.expectLog(/a delivery failed/)
    plaudit.slack.faults.next('chat.postMessage', { kind: 'error', error: 'user_disabled' })
    await plaudit.frank.slack.dm('hello')
    await plaudit.settled()
    const { out } = await types('doctor', env)
    const [, id = ''] = out.match(/npx plaudit dismiss (\S+)/) ?? []
    expect((await types(`dismiss ${id}`, env)).out).toBe(`${id} is dismissed, and will not be said.\n`)
    expect((await types('doctor', env)).code).toBe(0)
  })

  test('notices what waits for too long, and jobs that nobody ran', async () => {
    const { plaudit, env } = await startToday()
    await plaudit.stops()
    tamper(
      plaudit.databasePath,
      `insert into deliveries (id, workspace_id, kind, subject_id, lane, created_at, due_at)
         values ('d1', 'TPLAUDIT', 'help', 'UBOB', 'UBOB', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
       insert into inbox (workspace_id, event_id, kind, body, received_at)
         values ('TPLAUDIT', 'e1', 'talk', '{}', '2026-01-01T00:00:00.000Z');
       delete from job_runs where job = 'housekeeping'`,
    )
    const { code, out } = await types('doctor', env)
    expect(out).toMatch(/✗ 1 message has waited to be said for up to [\d,]+ minutes/)
    expect(out).toMatch(/✗ 1 event from Slack has waited to be acted on/)
    expect(out).toMatch(/✗ housekeeping was due at \S+, [\d,]+ minutes? ago, and has not run/)
    expect(code).toBe(1)
  })

  test('names the events that were set aside, until they are tried again or let go of', async () => {
    const { plaudit, env } = await startToday()
    const { databasePath } = plaudit
    await plaudit.stops()
    tamper(
      databasePath,
      `insert into inbox (workspace_id, event_id, kind, body, received_at, failed_at) values
         ('TPLAUDIT', 'Ev1', 'talk', '{"what":"talk","personId":"UBOB"}', '2026-01-01T00:00:00.000Z', '2026-01-02T09:30:00.000Z'),
         ('TPLAUDIT', 'Ev2', 'talk', '{}', '2026-01-03T00:00:00.000Z', '2026-01-03T00:00:01.000Z')`,
    )
    const { code, out } = await types('doctor', env)
    expect(out).toContain(
      '✗ 2 events from Slack could not be acted on, the first at 2026-01-02T09:30:00.000Z.',
    )
    expect(out).toContain('npx plaudit retry Ev1 Ev2')
    expect(out).toContain('npx plaudit dismiss Ev1 Ev2')
    expect(code).toBe(1)

    expect(await types('retry Ev1', env)).toEqual({
      code: 0,
      out: 'Ev1 is to be acted on again: within seconds when Plaudit runs, else when it starts.\n',
      err: '',
    })
    expect((await types('dismiss Ev2', env)).out).toBe('Ev2 is dismissed, and will not be acted on.\n')
    await plaudit.restarts()
    await plaudit.bob.dm('What you can do')
    expect((await types('doctor', env)).code).toBe(0)
  })

  test('counts the leaderboards again, and says how to mend them', async () => {
    const { plaudit, env } = await startToday()
    await plaudit.alice.tells('Bob found the lost parcel in another town', { about: plaudit.bob })
    await plaudit.settled()
    tamper(plaudit.databasePath, "update board_counts set count = count + 3 where view = 'champions'")
    const { code, out } = await types('doctor', env)
    expect(out).toContain('✗ 4 numbers on the leaderboards differ')
    expect(out).toContain('npx plaudit rebuild-boards')
    expect(code).toBe(1)
    expect((await types('rebuild-boards', env)).out).toContain('4 numbers were mended')
    expect((await types('doctor', env)).code).toBe(0)
  })

  test('looks after the file: who may read it, and whether it is whole', async () => {
    const { plaudit, env } = await startToday()
    await plaudit.stops()
    chmodSync(plaudit.databasePath, 0o644)
    const open = await types('doctor', env)
    expect(open.out).toContain('Others on this machine can read it (mode 644).')
    expect(open.out).toContain(`chmod 600 ${plaudit.databasePath}`)
    expect(open.code).toBe(1)

    const damaged = join(aFolder(), 'damaged.db')
    await types(`backup ${damaged}`, env)
    writeFileSync(damaged, readFileSync(damaged).fill(7, 8_192, 20_000))
    const { code, out } = await types('doctor', { ...env, DATABASE_PATH: damaged })
    expect(out).toMatch(/It is damaged|cannot be read/)
    expect(out).toContain('npx plaudit restore')
    expect(code).toBe(1)
  })

  test('finds a database of another version, or of another workspace', async () => {
    const { plaudit, env } = await startToday({ setUp: false })
    await plaudit.stops()
    const elsewhere = join(aFolder(), 'elsewhere.db')
    writeFileSync(elsewhere, '', { mode: 0o600 })
    await types('migrate', { DATABASE_PATH: elsewhere })
    tamper(elsewhere, "insert into workspaces values ('TOLD', '', '')")
    const other = await types('doctor', { ...env, DATABASE_PATH: elsewhere })
    expect(other.out).toContain('The token is for the workspace TPLAUDIT, and the database belongs to TOLD.')
    expect(other.code).toBe(1)
    tamper(plaudit.databasePath, "insert into migrations values ('9999-from-tomorrow.sql', 'x', '')")
    const newer = await types('doctor', env)
    expect(newer.out).toContain('was written by a newer Plaudit (it has 9999-from-tomorrow.sql)')
    expect(newer.code).toBe(1)
  })

  test('works before there is anything: it names every missing setting', async () => {
    const { code, out } = await types('doctor', {})
    expect(out).toContain('✗ SLACK_BOT_TOKEN is missing')
    expect(out).toContain('✗ SLACK_SIGNING_SECRET is missing')
    expect(out).toContain('There is no database at data/plaudit.db yet')
    expect(code).toBe(1)
  })
})
