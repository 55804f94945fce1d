/** What hosts decided, a row a setting, and the record of every change. */
import { v7 as newId } from 'uuid'
import type { Person } from '../domain/person.ts'
import { defaultSettings, type Settings } from '../domain/settings.ts'
import { listPeople } from './people.ts'
import type { Reader, Tx } from './store.ts'

/** Where nobody has decided anything yet. */
const FIRST_ZONE = 'UTC'

/** Many parts of one transaction ask for them. */
const readBy = new WeakMap<Reader, Promise<Settings>>()

/** Once in a transaction, or in what is read together. */
export function getSettings(reader: Reader): Promise<Settings> {
  const settings = readBy.get(reader) ?? readSettings(reader)
  readBy.set(reader, settings)
  return settings
}

async function readSettings(reader: Reader): Promise<Settings> {
  const rows = await reader.db
    .selectFrom('settings')
    .select(['key', 'value'])
    .where('workspace_id', '=', reader.workspaceId)
    .execute()
  const values = rows.map((row) => [row.key, JSON.parse(row.value) as unknown] as const)
  const decided = Object.fromEntries(values.filter(([, value]) => value !== null))
  return { ...defaultSettings(FIRST_ZONE), ...decided }
}

/** A change of a setting or a role; `from` and `to` are JSON values, undefined where there is none. */
export type RecordedChange = { readonly key: string; readonly from: unknown; readonly to: unknown }

/** Keeps the new values of the settings among `changes`. */
export async function updateSettings(
  tx: Tx,
  changes: readonly { readonly key: keyof Settings; readonly to: unknown }[],
): Promise<void> {
  for (const { key, to } of changes) {
    const value = JSON.stringify(to ?? null)
    await tx.db
      .insertInto('settings')
      .values({ workspace_id: tx.workspaceId, key, value })
      .onConflict((oc) => oc.columns(['workspace_id', 'key']).doUpdateSet({ value }))
      .execute()
  }
  readBy.delete(tx)
}

/** Records who changed what, when, from what to what. */
export async function insertSettingChanges(
  tx: Tx,
  changes: readonly RecordedChange[],
  by: string,
): Promise<void> {
  if (changes.length === 0) return
  await tx.db
    .insertInto('setting_changes')
    .values(
      changes.map(({ key, from, to }) => ({
        id: newId(),
        workspace_id: tx.workspaceId,
        key,
        from_value: from === undefined ? null : JSON.stringify(from),
        to_value: to === undefined ? null : JSON.stringify(to),
        changed_at: tx.now,
        changed_by: by,
      })),
    )
    .execute()
}

/** Since when a setting has its value: the latest recorded change. Undefined: it is still the default. */
export async function findSettingChangedAt(
  reader: Reader,
  keys: readonly string[],
): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('setting_changes')
    .select((eb) => eb.fn.max('changed_at').as('at'))
    .where('workspace_id', '=', reader.workspaceId)
    .where('key', 'in', keys)
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** Who changed settings last, latest first. */
export async function listLatestChangers(reader: Reader, most: number): Promise<Person[]> {
  const rows = await reader.db
    .selectFrom('setting_changes')
    .select(['changed_by', (eb) => eb.fn.max('changed_at').as('at')])
    .where('workspace_id', '=', reader.workspaceId)
    .groupBy('changed_by')
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const people = await listPeople(
    reader,
    rows.map((row) => row.changed_by),
  )
  return rows.flatMap((row) => people.get(row.changed_by) ?? [])
}
