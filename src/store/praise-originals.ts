/** What was masked in praise that waits, as it was. */
import type { Original } from './originals.ts'
import type { Tx } from './store.ts'

type Kept = Omit<Original, 'keptAt'>

export async function insertPraiseOriginals(
  tx: Tx,
  praiseId: string,
  originals: readonly Kept[],
): Promise<void> {
  if (originals.length === 0) return
  const rows = originals.map((one) => ({ workspace_id: tx.workspaceId, praise_id: praiseId, ...one }))
  await tx.db.insertInto('praise_originals').values(rows).execute()
}

/** They are gone from here. */
export const takePraiseOriginals = (tx: Tx, praiseId: string): Promise<Kept[]> =>
  tx.db
    .deleteFrom('praise_originals')
    .where('praise_id', '=', praiseId)
    .returning(['field', 'text'])
    .execute()
