/** The company: who works there, who may do what, and how it is set up. */
import type { Database } from 'better-sqlite3'
import { FIRST_DAY, FIRST_MANAGER, managers, personId, ROOM, type Sizes, TRIAGE, WORKSPACE } from './sizes.ts'
import { counting, fill, person, random } from './sql.ts'

const settings = {
  celebrationChannel: ROOM,
  triageChannel: TRIAGE,
  zone: 'Europe/London',
  currency: 'GBP',
  managerBudget: { moneyMinor: 500_00, halfDays: 4 },
  workspaceBudget: { moneyMinor: 1_000_000_00, halfDays: 10_000 },
  approvalAbove: { moneyMinor: 100_00 },
}

export function addPeople(db: Database, sizes: Sizes): void {
  db.prepare('insert into workspaces values (?, ?, ?)').run(WORKSPACE, 'The company', FIRST_DAY)
  fill(
    db,
    'people (workspace_id, id, name, zone, locale, is_guest, left_at, known_at, changed_at)',
    `${counting(sizes.people)} select '${WORKSPACE}', ${person('n-1')},
       ${oneOfNames('n', 1)}||' '||${oneOfNames('n', 2)}||' '||char(65+n%26), 'Europe/London', 'en-GB',
       n>500 and ${random('n', 3)}%40=0, iif(n>500 and ${random('n', 4)}%12=0, '2026-06-01T09:00:00.000Z', null),
       '${FIRST_DAY}', '${FIRST_DAY}' from count`,
  )
  const role = db.prepare("insert into roles values (?, ?, '', ?, ?, ?)")
  for (const [name, first, last] of [
    ['host', 0, 4],
    ['approver', 10, 11],
    ['fulfiller', 12, 13],
  ] as const)
    for (let n = first; n <= last; n += 1) role.run(WORKSPACE, name, personId(n), FIRST_DAY, personId(0))
  db.prepare("insert into role_groups values (?, 'manager', '', 'SMANAGERS', ?, ?)").run(
    ...[WORKSPACE, FIRST_DAY, personId(0)],
  )
  fill(
    db,
    'group_members',
    `${counting(managers(sizes))} select '${WORKSPACE}', 'SMANAGERS', ${person(`${FIRST_MANAGER}+n-1`)} from count`,
  )
  fill(
    db,
    'board_leaves',
    `${counting(Math.round(sizes.people / 200))} select '${WORKSPACE}', ${person('n*190')}, '${FIRST_DAY}' from count`,
  )
  const setting = db.prepare('insert into settings values (?, ?, ?)')
  for (const [key, value] of Object.entries(settings)) setting.run(WORKSPACE, key, JSON.stringify(value))
  const channel = db.prepare(
    'insert into channels (workspace_id, id, name, is_private, is_archived, is_shared, is_member, changed_at) values (?, ?, ?, ?, 0, 0, 1, ?)',
  )
  channel.run(WORKSPACE, ROOM, 'celebrations', 0, FIRST_DAY)
  channel.run(WORKSPACE, TRIAGE, 'customers-say', 1, FIRST_DAY)
}

const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gwen', 'Hugo', 'Iris', 'Joe', 'Kim', 'Lea', 'Max']
const oneOfNames = (n: string, salt: number): string =>
  `(case ${random(n, salt)}%${names.length} ${names.map((name, at) => `when ${at} then '${name}'`).join(' ')} end)`
