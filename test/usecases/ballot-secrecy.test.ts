/** Who voted for whom: for the voter's own eyes, until the count. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { showBallots, vote } from '../../src/usecases/ballots.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import { judge, showJudging } from '../../src/usecases/judging.ts'
import { stepAside } from '../../src/usecases/nominations.ts'
import { cancelRound } from '../../src/usecases/rounds.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, stateOf, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import { alice, dave, newsOf, openSetUp, refusal, type TestPlaudit } from './support.ts'

/** Ids that stand for nothing else. */
const VOTERS = Array.from({ length: 20 }, (_, n) => `UVOTER${n}X`)
const NOMINEES = ['UFIRSTNOMINEE', 'USECONDNOMINEE']

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp(MONDAY)
  await app.write((tx) =>
    meetPeople(
      tx,
      [...VOTERS, ...NOMINEES].map((id) => newsOf(id)),
    ),
  )
})
afterEach(() => app.close())

async function votesOpen(more = {}): Promise<string> {
  const roundId = await plan(app, more)
  for (const nomineeId of NOMINEES) await nominated(app, roundId, nomineeId)
  await goTo(app, CLOSE)
  await goTo(app, VOTES_OPEN)
  return roundId
}

async function everybodyVotes(roundId: string): Promise<void> {
  for (const [n, id] of VOTERS.entries())
    await vote(app, { id, key: `press ballot.vote ${id} 1` }, roundId, NOMINEES[n % 3 === 0 ? 1 : 0] ?? '')
}

async function everybodyJudges(roundId: string): Promise<void> {
  for (const id of VOTERS)
    for (const nomineeId of NOMINEES)
      await judge(app, { id }, roundId, { nomineeId, scores: [4, 5], note: `My own note about ${nomineeId}` })
}

/** Rows that name somebody who voted and somebody whom one could vote for; as `table: row`. */
async function rowsWithBoth(): Promise<string[]> {
  const names = await app.read(
    async ({ db }) =>
      (await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)).rows,
  )
  const found: string[] = []
  for (const { name } of names) {
    const { rows } = await app.read(({ db }) => sql`select * from ${sql.table(name)}`.execute(db))
    for (const row of rows) {
      const text = JSON.stringify(row)
      if (VOTERS.some((id) => text.includes(id)) && NOMINEES.some((id) => text.includes(id)))
        found.push(`${name}: ${text}`)
    }
  }
  return found
}

/** What stands side by side in the files of the database: a row that was not overwritten would. */
function sideBySide(path: string): string[] {
  const beside = new Database(path)
  beside.pragma('wal_checkpoint(TRUNCATE)')
  beside.close()
  const folder = dirname(path)
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name)).toString('latin1')
    // As a vote or a score lies in its row; people lie side by side with more between them.
    const near = /UVOTER\d+X.{0,4}?(?:UFIRST|USECOND)NOMINEE/gs
    return [...bytes.matchAll(near)].map(([row]) => `${name}: ${JSON.stringify(row)}`)
  })
}

describe('who voted for whom', () => {
  test('is in no table after the count, nor anywhere in the file', async () => {
    const roundId = await votesOpen()
    await everybodyVotes(roundId)
    expect((await rowsWithBoth()).map((row) => row.split(':')[0])).toEqual(VOTERS.map(() => 'votes'))
    expect(sideBySide(app.path)).not.toEqual([])
    await goTo(app, VOTES_CLOSE)
    expect(await stateOf(app, roundId)).toBe('decided')
    expect(await rowsWithBoth()).toEqual([])
    expect(await refusal(showBallots(app, { id: 'UVOTER1X' }))).toEqual(['ballot.no-round'])
    expect(sideBySide(app.path)).toEqual([])
  })

  test('nor of a round that is cancelled, or for somebody who steps aside', async () => {
    const cancelled = await votesOpen()
    await everybodyVotes(cancelled)
    await stepAside(app, { id: 'USECONDNOMINEE' }, cancelled)
    expect((await rowsWithBoth()).join()).not.toContain('USECONDNOMINEE')
    await cancelRound(app, dave, cancelled)
    expect(await rowsWithBoth()).toEqual([])
  })

  test('which judge gave which score, and their notes, are gone after the count, too', async () => {
    const roundId = await votesOpen({ decidedBy: 'judges', judgeIds: VOTERS })
    await everybodyJudges(roundId)
    expect(new Set((await rowsWithBoth()).map((row) => row.split(':')[0]))).toEqual(
      new Set(['scores', 'score_notes']),
    )
    expect(sideBySide(app.path)).not.toEqual([])
    await goTo(app, VOTES_CLOSE)
    expect(await rowsWithBoth()).toEqual([])
    expect(sideBySide(app.path)).toEqual([])
    expect(readFileSync(app.path).includes('My own note')).toBe(false)
  })

  test('is seen by nobody but themselves while votes are open', async () => {
    const roundId = await votesOpen({ decidedBy: 'judges', judgeIds: [...VOTERS, alice.id] })
    await judge(app, { id: 'UVOTER1X' }, roundId, {
      nomineeId: 'UFIRSTNOMINEE',
      scores: [4, 5],
      note: 'Mine',
    })
    const own = await showJudging(app, { id: 'UVOTER1X' }, roundId)
    expect(own.nominees.find(({ person }) => person.id === 'UFIRSTNOMINEE')).toMatchObject({
      scores: [4, 5],
      note: 'Mine',
    })
    const others = JSON.stringify(await showJudging(app, { id: 'UVOTER2X' }, roundId))
    expect(others).not.toContain('Mine')
    expect(others).not.toContain('"scores"')
  })
})

describe('a judge', () => {
  test('scores every criterion, from 1 to 5, of somebody else whom they did not nominate', async () => {
    const roundId = await votesOpen({
      decidedBy: 'judges',
      judgeIds: [alice.id, 'UVOTER1X', 'UFIRSTNOMINEE'],
    })
    const refused = (id: string, nomineeId: string, ...scores: (number | undefined)[]) =>
      refusal(judge(app, { id }, roundId, { nomineeId, scores }))
    expect(await refused('UVOTER1X', 'UFIRSTNOMINEE', 5)).toEqual(['ballot.score-needed on score-1'])
    expect(await refused('UVOTER1X', 'UFIRSTNOMINEE', 6, 0)).toEqual([
      'ballot.score-needed on score-0',
      'ballot.score-needed on score-1',
    ])
    expect(await refused('UVOTER1X', 'UVOTER2X', 5, 5)).toEqual(['ballot.not-a-nominee'])
    expect(await refused('UFIRSTNOMINEE', 'UFIRSTNOMINEE', 5, 5)).toEqual(['ballot.not-oneself'])
    expect(await refused(alice.id, 'UFIRSTNOMINEE', 5, 5)).toEqual(['ballot.own-nominee'])
    expect(await refused('UVOTER2X', 'UFIRSTNOMINEE', 5, 5)).toEqual(['ballot.judges-only'])
    expect(await refused('UVOTER1X', 'UFIRSTNOMINEE', 5, 5)).toEqual([])
  })

  test('whose only nominee steps aside has not judged', async () => {
    const roundId = await votesOpen({ decidedBy: 'judges', judgeIds: ['UVOTER1X', 'UVOTER2X'] })
    for (const [id, nomineeId] of [
      ['UVOTER1X', 'UFIRSTNOMINEE'],
      ['UVOTER2X', 'USECONDNOMINEE'],
    ] as const)
      await judge(app, { id }, roundId, { nomineeId, scores: [5, 5] })
    expect((await showJudging(app, { id: 'UVOTER1X' }, roundId)).round.turnout).toBe(2)
    await stepAside(app, { id: 'UFIRSTNOMINEE' }, roundId)
    expect((await showJudging(app, { id: 'UVOTER1X' }, roundId)).round.turnout).toBe(1)
  })
})
