/** The directory: everybody of the workspace, as the platform describes them. */
import { type Insertable, type Selectable, sql } from 'kysely'
import type { NewsOfPerson } from '../domain/heard.ts'
import type { Person } from '../domain/person.ts'
import type { Named } from '../domain/shown.ts'
import { anyOf, each } from './each.ts'
import { parts } from './parts.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

export async function findPerson(reader: Reader, id: string): Promise<Person | undefined> {
  return (await listPeople(reader, [id])).get(id)
}

/** Those of the ids that are known, by id. */
export async function listPeople(reader: Reader, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('people')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where('id', 'in', anyOf([...new Set(ids)]))
    .execute()
  return new Map(rows.map((row) => [row.id, personOf(row)]))
}

/** By name in lower case: everybody who is called so, whatever the case. */
export async function listPeopleNamed(
  reader: Reader,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly Person[]>> {
  const found = new Map<string, Person[]>()
  for (const part of parts([...new Set(names)])) {
    const rows = await reader.db
      .selectFrom('people')
      .selectAll()
      .where('workspace_id', '=', reader.workspaceId)
      .where(sql`name collate nocase`, 'in', part)
      .execute()
    for (const row of rows) {
      const key = row.name.toLowerCase()
      found.set(key, [...(found.get(key) ?? []), personOf(row)])
    }
  }
  return found
}

/** What to call each of them: somebody not met yet is "somebody" until the directory knows better. */
export async function listNames(reader: Reader, ids: readonly string[]): Promise<(id: string) => Named> {
  const people = await listPeople(reader, ids)
  return (id) => ({ id, name: people.get(id)?.name || 'somebody' })
}

/** Stores what the platform says about people; older news than what is stored changes nothing. */
export async function upsertPeople(tx: Tx, news: readonly NewsOfPerson[]): Promise<void> {
  for (const part of parts(news)) {
    await tx.db
      .insertInto('people')
      .values(part.map((person) => toRow(tx, person)))
      .onConflict((oc) =>
        oc
          .columns(['workspace_id', 'id'])
          .doUpdateSet((eb) => ({
            name: eb.ref('excluded.name'),
            zone: eb.ref('excluded.zone'),
            locale: eb.ref('excluded.locale'),
            is_bot: eb.ref('excluded.is_bot'),
            is_guest: eb.ref('excluded.is_guest'),
            is_admin: eb.ref('excluded.is_admin'),
            is_foreign: eb.ref('excluded.is_foreign'),
            left_at: eb
              .case()
              .when('excluded.left_at', 'is', null)
              .then(null)
              .else(eb.fn.coalesce('people.left_at', 'excluded.left_at'))
              .end(),
            known_at: eb.ref('excluded.known_at'),
            changed_at: eb.ref('excluded.changed_at'),
          }))
          .where((eb) =>
            eb.or([
              eb('people.known_at', 'is', null),
              eb('people.changed_at', '<=', eb.ref('excluded.changed_at')),
            ]),
          ),
      )
      .execute()
  }
}

/** Makes a place for people seen in passing; the directory looks them up later. */
export async function insertStrangers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`insert into people (workspace_id, id, name, changed_at)
    select ${tx.workspaceId}, value, '', '' from ${each([...new Set(ids)])} where true on conflict do nothing`.execute(
    tx.db,
  )
}

/** Some of the people seen in passing that the directory still has to look up: those it never finds keep nobody waiting. */
export async function listStrangers(reader: Reader, most: number): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('people')
    .select('id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('known_at', 'is', null)
    .orderBy(sql`random()`)
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

function toRow(tx: Tx, person: NewsOfPerson): Insertable<Schema['people']> {
  return {
    workspace_id: tx.workspaceId,
    id: person.id,
    name: person.name,
    zone: person.zone ?? null,
    locale: person.locale ?? null,
    is_bot: person.isBot ? 1 : 0,
    is_guest: person.isGuest ? 1 : 0,
    is_admin: person.isAdmin ? 1 : 0,
    is_foreign: person.isForeign ? 1 : 0,
    left_at: person.hasLeft ? tx.now : null,
    known_at: tx.now,
    changed_at: person.changedAt,
  }
}

export function personOf(row: Selectable<Schema['people']>): Person {
  return {
    id: row.id,
    name: row.name,
    zone: row.zone ?? undefined,
    locale: row.locale ?? undefined,
    isBot: row.is_bot === 1,
    isGuest: row.is_guest === 1,
    isAdmin: row.is_admin === 1,
    isForeign: row.is_foreign === 1,
    leftAt: row.left_at ?? undefined,
    isKnown: row.known_at !== null,
  }
}
