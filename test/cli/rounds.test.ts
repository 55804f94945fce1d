import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { vote } from '../../src/usecases/ballots.ts'
import { readCsv } from '../support/csv.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, VOTES_CLOSE, VOTES_OPEN } from '../usecases/rounds.ts'
import { alice, bob, carol, dave, openSetUp, type TestPlaudit } from '../usecases/support.ts'
import { types } from './support.ts'

let app: TestPlaudit
let env: Record<string, string>
beforeEach(async () => {
  app = await openSetUp(MONDAY)
  env = { DATABASE_PATH: app.path }
  const roundId = await plan(app)
  await nominated(app, roundId, bob.id, alice)
  await nominated(app, roundId, alice.id, carol)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  await vote(app, carol, roundId, bob.id)
  await vote(app, dave, roundId, bob.id)
  await vote(app, bob, roundId, alice.id)
  await goTo(app, VOTES_CLOSE)
})
afterEach(() => app.close())

describe('round verify', () => {
  test('makes the count again, and it comes out the same', async () => {
    const { code, out, err } = await types('round verify', env)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('✓ Customer Champion of November: 3 ballots counted again')
  })

  test('says what is wrong when somebody changed the file', async () => {
    const db = new SqliteDatabase(app.path)
    db.exec('drop trigger counts_stay')
    db.exec(`update counts set inputs = replace(inputs, '"BOB","BOB"', '"BOB","ALICE"')`)
    db.close()
    const { code, out } = await types('round verify', env)
    expect(code).toBe(1)
    expect(out).toContain('the ballots are not those that were counted')
    expect(out).toContain('counted again, it comes out otherwise')
    expect((await types('doctor', env)).out).toContain('Counts can be changed')
  })

  test('cannot be made to agree: the database refuses another count', () => {
    const db = new SqliteDatabase(app.path)
    expect(() => db.exec("update counts set outcome = '{}'")).toThrow('a count is made once')
    expect(() => db.exec('delete from counts')).toThrow('a count is made once')
    expect(() => db.exec('insert or replace into counts select * from counts')).toThrow(
      'a count is made once',
    )
    db.close()
  })
})

describe('export rounds', () => {
  test('has a row for each round, and nobody’s vote', async () => {
    const { code, out } = await types('export rounds', env)
    expect(code).toBe(0)
    const [header = [], row = []] = readCsv(out)
    expect(Object.fromEntries(header.map((name, index) => [name, row[index]]))).toMatchObject({
      title: 'Customer Champion of November',
      state: 'decided',
      nominations: '2',
      turnout: '3',
      winner_ids: 'BOB',
      nominee_names: 'alice\nbob',
    })
    expect(out).not.toMatch(/carol|dave/i)
  })
})
