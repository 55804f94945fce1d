/** Whom praise names, and who that is. */
import { anyOf } from './each.ts'
import type { Reader, Tx } from './store.ts'

/** Whom it names: as it was written, until a person was found. */
export type Recipient = { readonly given?: string; readonly personId?: string }

export async function insertRecipients(
  tx: Tx,
  praiseId: string,
  recipients: readonly Recipient[],
): Promise<void> {
  if (recipients.length === 0) return
  await tx.db
    .insertInto('praise_recipients')
    .values(
      recipients.map(({ given, personId }, position) => ({
        workspace_id: tx.workspaceId,
        praise_id: praiseId,
        position,
        given: given ?? null,
        person_id: personId ?? null,
      })),
    )
    .execute()
}

/** Found, or known to be nobody: what was written is not needed any more. */
export async function updateRecipient(
  tx: Tx,
  praiseId: string,
  given: string,
  personId: string | undefined,
): Promise<void> {
  await tx.db
    .updateTable('praise_recipients')
    .set({ given: null, person_id: personId ?? null })
    .where('praise_id', '=', praiseId)
    .where('given', '=', given)
    .execute()
}

/** Nobody waits for it any more: what nobody was found for is forgotten. */
export async function forgetGiven(tx: Tx, praiseId: string): Promise<void> {
  await tx.db
    .updateTable('praise_recipients')
    .set({ given: null })
    .where('praise_id', '=', praiseId)
    .execute()
}

/** By praise, in the order in which they were written. */
export async function listRecipients(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, Recipient[]>> {
  const rows = await reader.db
    .selectFrom('praise_recipients')
    .select(['praise_id', 'given', 'person_id'])
    .where('praise_id', 'in', anyOf(ids))
    .orderBy('position')
    .execute()
  const found = new Map<string, Recipient[]>()
  for (const { praise_id, given, person_id } of rows) {
    const one = { ...(given ? { given } : {}), ...(person_id ? { personId: person_id } : {}) }
    found.set(praise_id, [...(found.get(praise_id) ?? []), one])
  }
  return found
}
