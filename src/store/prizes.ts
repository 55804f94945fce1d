/** The catalogue of prizes. A prize that was retired stays, with the row that says so. */
import type { Selectable } from 'kysely'
import { v7 as newId } from 'uuid'
import type { BuiltinPrize, Prize } from '../domain/prize.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** Oldest first; retired ones only when asked for. */
export async function listPrizes(reader: Reader, { retired = false } = {}): Promise<Prize[]> {
  const rows = await prizesOf(reader)
    .$if(!retired, (q) => q.where('retired_at', 'is', null))
    .orderBy('prizes.created_at')
    .orderBy('prizes.id')
    .execute()
  return rows.map(fromRow)
}

export async function findPrize(reader: Reader, id: string): Promise<Prize | undefined> {
  const row = await prizesOf(reader).where('prizes.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

const prizesOf = (reader: Reader) =>
  reader.db
    .selectFrom('prizes')
    .leftJoin('prize_retirements', 'prize_retirements.prize_id', 'prizes.id')
    .leftJoin('prize_photos', 'prize_photos.prize_id', 'prizes.id')
    .selectAll('prizes')
    .select(['retired_at', 'file_id'])
    .where('prizes.workspace_id', '=', reader.workspaceId)

export async function insertPrize(tx: Tx, prize: Prize): Promise<void> {
  await tx.db
    .insertInto('prizes')
    .values({
      id: prize.id,
      workspace_id: tx.workspaceId,
      created_at: prize.createdAt,
      revision: prize.revision,
      ...columnsOf(prize),
    })
    .execute()
}

/**
 * Replaces it, unless somebody edited it since `prize.revision`; `before` is kept as history.
 * @returns whether it was replaced
 */
export async function updatePrize(tx: Tx, prize: Prize, before: Prize, by: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('prizes')
    .set({ ...columnsOf(prize), revision: prize.revision + 1 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', prize.id)
    .where('revision', '=', prize.revision)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await tx.db
    .insertInto('prize_edits')
    .values({
      id: newId(),
      workspace_id: tx.workspaceId,
      prize_id: prize.id,
      edited_at: tx.now,
      edited_by: by,
      before: JSON.stringify(before),
    })
    .execute()
  return true
}

/** @returns whether it was still offered */
export async function insertRetirement(tx: Tx, prizeId: string, by: string): Promise<boolean> {
  const row = await tx.db
    .insertInto('prize_retirements')
    .values({ workspace_id: tx.workspaceId, prize_id: prizeId, retired_at: tx.now, retired_by: by })
    .onConflict((oc) => oc.doNothing())
    .returning('prize_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Offered again. @returns whether it was retired */
export async function deleteRetirement(tx: Tx, prizeId: string): Promise<boolean> {
  const row = await tx.db
    .deleteFrom('prize_retirements')
    .where('workspace_id', '=', tx.workspaceId)
    .where('prize_id', '=', prizeId)
    .returning('prize_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes so many from the shelf, if there are that many. What has no stock is always there. @returns whether there were */
export async function takeFromStock(tx: Tx, prizeId: string, pieces: number): Promise<boolean> {
  const row = await tx.db
    .updateTable('prizes')
    .set((eb) => ({ stock: eb('stock', '-', pieces) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', prizeId)
    .where((eb) => eb.or([eb('stock', 'is', null), eb('stock', '>=', pieces)]))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What is given back is on the shelf again, where there is one. */
export async function putBackInStock(tx: Tx, prizeId: string, pieces: number): Promise<void> {
  await tx.db
    .updateTable('prizes')
    .set((eb) => ({ stock: eb('stock', '+', pieces) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', prizeId)
    .where('stock', 'is not', null)
    .execute()
}

/** Another currency: every cost is the same number of its major units. Open forms hear of it by the revision. */
export async function updateCosts(tx: Tx, costs: ReadonlyMap<string, number>): Promise<void> {
  for (const [id, cost_minor] of costs) {
    await tx.db
      .updateTable('prizes')
      .set((eb) => ({ cost_minor, revision: eb('revision', '+', 1) }))
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .execute()
  }
}

/** A new photo replaces the one before it; awards keep theirs. */
export async function upsertPrizePhoto(tx: Tx, prizeId: string, fileId: string): Promise<void> {
  await tx.db
    .insertInto('prize_photos')
    .values({ workspace_id: tx.workspaceId, prize_id: prizeId, file_id: fileId })
    .onConflict((oc) => oc.column('prize_id').doUpdateSet({ file_id: fileId }))
    .execute()
}

const columnsOf = ({ kind, builtin, name, cost, stock }: Prize) => ({
  kind,
  builtin: builtin ?? null,
  name: name ?? null,
  cost_minor: cost.moneyMinor,
  half_days: cost.halfDays,
  stock: stock ?? null,
})

type Row = Selectable<Schema['prizes']> & { retired_at: string | null; file_id: string | null }

const fromRow = (row: Row): Prize => ({
  id: row.id,
  kind: row.kind,
  builtin: (row.builtin ?? undefined) as BuiltinPrize | undefined,
  name: row.name ?? undefined,
  cost: { moneyMinor: row.cost_minor, halfDays: row.half_days },
  stock: row.stock ?? undefined,
  revision: row.revision,
  hasPhoto: row.file_id !== null,
  createdAt: row.created_at,
  retiredAt: row.retired_at ?? undefined,
})
