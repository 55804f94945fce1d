/** Who else on the machine can read what is written: nobody, however generous the shell that starts it is. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { typesAfresh } from '../cli/support.ts'
import { createWorld, setUp, tell } from './world.ts'

const GENEROUS = 0o000
let umask: number
beforeEach(() => {
  umask = process.umask(GENEROUS) // what is started takes it over
})
afterEach(() => void process.umask(umask))

/** Everything in the folder that somebody else than its owner may read or write. */
function openToOthers(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)
}

test('the database, what SQLite keeps beside it, backups, exports and what was there before are readable by their owner only', async () => {
  const world = await createWorld()
  const folder = join(world.folder, 'made', 'by-plaudit')
  const database = join(folder, 'plaudit.db')
  const running = await world.start({ env: { DATABASE_PATH: database } })
  await setUp(world)
  await tell(world.alice, 'Bob held the door and smiled.')
  const status = `/proc/${running.pid}/status`
  if (existsSync(status)) expect(readFileSync(status, 'utf8')).toMatch(/^Umask:\s*0077$/m) // only Linux tells
  const seen = readdirSync(folder).sort()
  expect(seen).toEqual(['plaudit.db', 'plaudit.db-shm', 'plaudit.db-wal'])
  expect(openToOthers(world.folder).filter((name) => name.startsWith('made'))).toEqual([])

  const env = { ...world.slack.env(), DATABASE_PATH: database }
  const backup = join(folder, 'backup.db')
  expect((await typesAfresh(`backup ${backup}`, env)).code).toBe(0)
  expect((await typesAfresh(`export prizes --output ${join(folder, 'prizes.csv')}`, env)).code).toBe(0)
  expect((await running.term()).code).toBe(0)
  expect((await typesAfresh(`restore ${backup}`, env)).code).toBe(0)
  expect(readdirSync(folder).length).toBeGreaterThan(3)
  expect(openToOthers(world.folder).filter((name) => name.startsWith('made'))).toEqual([])
})
