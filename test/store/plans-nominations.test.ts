import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { Nomination } from '../../src/domain/nomination.ts'
import * as evidence from '../../src/store/evidence.ts'
import { migrate } from '../../src/store/migrate.ts'
import * as nominations from '../../src/store/nominations.ts'
import * as nominees from '../../src/store/nominees.ts'
import type { Tx } from '../../src/store/store.ts'
import { listeningTx, planOf, scansOf } from './plans.ts'

const NOW = '2026-11-16T09:00:00.000Z'
/** With few ids SQLite takes another way than with many. */
const many = Array.from({ length: 500 }, (_, n) => `id${n}`)
const last = { id: 'S1', toldAt: NOW }
const own = { roundId: 'R1', nominatorId: 'U1', nomineeId: 'U2' }
const nomination: Nomination = {
  ...{
    id: 'N1',
    ...own,
    reason: 'so',
    quotable: false,
    evidenceIds: ['S1', 'S2'],
    madeAt: NOW,
    changedAt: NOW,
  },
}

const ROUNDS = 24
const PEOPLE = 300

/** Two years of rounds, each with some hundreds of nominations, and somebody with thousands of stories. */
function fill(db: Database): void {
  const tell = db.prepare(
    `insert into stories (id, workspace_id, kind, teller_id, words, customer_kind, told_at, told_on)
     values (?, 'T1', 'wow', 'U0', 'words', 'customer', ?, '2026-01-01')`,
  )
  const champion = db.prepare(
    "insert into champions (workspace_id, story_id, person_id, position, told_at) values ('T1', ?, ?, 0, ?)",
  )
  const nominate = db.prepare(
    `insert into nominations (id, workspace_id, round_id, nominee_id, nominator_id, reason, quotable, made_at, changed_at)
     values (?, 'T1', ?, ?, ?, 'so', 0, ?, ?)`,
  )
  const show = db.prepare("insert into nomination_evidence values ('T1', ?, 0, ?)")
  db.transaction(() => {
    for (let n = 0; n < 5_000; n += 1) {
      const at = new Date(Date.parse(NOW) + n * 1000).toISOString()
      tell.run(`S${n}`, at)
      champion.run(`S${n}`, `U${n % 3 === 0 ? 2 : n % PEOPLE}`, at)
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let n = 0; n < PEOPLE; n += 1) {
        const id = `N${round}-${n}`
        nominate.run(id, `R${round}`, `U${n % 60}`, `U${n + 1_000}`, NOW, NOW)
        show.run(id, `S${n}`)
      }
    }
  })()
}

let empty: Database
let full: Database
const opened = (): Database => {
  const db = new SqliteDatabase(':memory:')
  migrate(db)
  db.pragma('foreign_keys = off')
  db.prepare("insert into workspaces values ('T1', '', '')").run()
  return db
}
beforeAll(() => {
  empty = opened()
  full = opened()
  fill(full)
  full.exec('analyze')
})
afterAll(() => {
  empty.close()
  full.close()
})

const questions: Record<string, (tx: Tx) => Promise<unknown>> = {
  nominating: (tx) => nominations.upsertNomination(tx, nomination),
  withdrawing: (tx) => nominations.deleteNomination(tx, 'N1'),
  'a nomination': (tx) => nominations.findNomination(tx, 'N1'),
  'what one wrote about a nominee': (tx) => nominations.findNominationBy(tx, own),
  'all of a round': (tx) => nominations.listNominations(tx, 'R1'),
  'what one wrote in a round': (tx) => nominations.listNominations(tx, 'R1', { by: 'U1' }),
  'what was written about one': (tx) => nominations.listNominations(tx, 'R1', { about: ['U2'] }),
  'what was written about many': (tx) => nominations.listNominations(tx, 'R1', { about: many }),
  'how many there are': (tx) => nominations.countNominations(tx, 'R1'),
  'whether there are any': (tx) => nominations.hasNominations(tx, 'R1'),
  'who is nominated': (tx) => nominees.listNomineeIds(tx, 'R1'),
  'stepping aside': (tx) => nominees.insertStepAside(tx, 'R1', 'U2'),
  'who stepped aside': (tx) => nominees.hasSteppedAside(tx, 'R1', 'U2'),
  'who is in a department': (tx) => nominees.isInGroups(tx, 'U2', many),
  'what can be evidence': (tx) => evidence.listAbleEvidence(tx, 'U2', many),
  'stories to search': (tx) => evidence.listEvidenceTexts(tx, 'U2', { most: 500 }),
  'older stories to search': (tx) => evidence.listEvidenceTexts(tx, 'U2', { most: 500, last }),
}

async function askedOf(db: Database, ask: (tx: Tx) => Promise<unknown>) {
  const { tx, asked } = listeningTx(db, NOW)
  await ask(tx)
  expect(asked.length).toBeGreaterThan(0)
  return asked
}

describe.each([
  ['in a new database', () => empty],
  ['in one of two years, whose statistics are known', () => full],
])('%s the store goes through no nominations and no stories but those it is asked for, to find', (_, db) => {
  test.each(Object.entries(questions))('%s', async (_, ask) => {
    const asked = await askedOf(db(), ask)
    expect(asked.flatMap((one) => scansOf(db(), one).map((scan) => `${scan}: ${one.sql}`))).toEqual([])
  })

  test('what one wrote about a nominee, by what is there once', async () => {
    const [first] = await askedOf(db(), (tx) => nominations.findNominationBy(tx, own))
    expect(first && planOf(db(), first).join()).toMatch(
      /nominations USING INDEX \S+ \(round_id=\? AND nominator_id=\? AND nominee_id=\?\)/,
    )
  })

  test('stories to search in their order, without sorting them', async () => {
    for (const after of [undefined, last]) {
      const [first] = await askedOf(db(), (tx) =>
        evidence.listEvidenceTexts(tx, 'U2', { most: 500, last: after }),
      )
      const plan = first ? planOf(db(), first).join('\n') : ''
      expect(plan).toMatch(/champions USING (COVERING )?INDEX \S+ \(workspace_id=\? AND person_id=\?/)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })
})
