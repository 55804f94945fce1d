/** The photos of gifts that were given: for each award the file of the form, and the copy in its thread. */
import type { Reader, Tx } from './store.ts'

/** The award keeps the photo that its prize has now. @returns whether there is one */
export async function insertAwardPhoto(tx: Tx, awardId: string, prizeId: string): Promise<boolean> {
  const row = await tx.db
    .insertInto('award_photos')
    .columns(['workspace_id', 'award_id', 'file_id'])
    .expression((eb) =>
      eb
        .selectFrom('prize_photos')
        .select([eb.ref('workspace_id').as('workspace_id'), eb.val(awardId).as('award_id'), 'file_id'])
        .where('workspace_id', '=', tx.workspaceId)
        .where('prize_id', '=', prizeId),
    )
    .returning('award_id')
    .executeTakeFirst()
  return row !== undefined
}

export type AwardPhoto = {
  readonly fileId: string
  /** The copy in the thread: uploaded, and perhaps shared. */
  readonly sharedId?: string | undefined
}

export async function findAwardPhoto(reader: Reader, awardId: string): Promise<AwardPhoto | undefined> {
  const row = await reader.db
    .selectFrom('award_photos')
    .select(['file_id', 'shared_id'])
    .where('workspace_id', '=', reader.workspaceId)
    .where('award_id', '=', awardId)
    .executeTakeFirst()
  return row && { fileId: row.file_id, sharedId: row.shared_id ?? undefined }
}

/** Remembers the copy before it is shared, so that a crash in between finds it again. */
export async function updateAwardPhotoCopy(tx: Tx, awardId: string, sharedId: string): Promise<void> {
  await tx.db
    .updateTable('award_photos')
    .set({ shared_id: sharedId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('award_id', '=', awardId)
    .execute()
}
