/** Secrets of sources that do not hold any more, and never will again. */
import { secretsInForce } from '../domain/source.ts'
import { forgetSecrets, listRevokedAt, listSecrets } from '../store/sources.ts'
import type { Tx } from '../store/store.ts'

/** Nothing is signed with them: so nobody should find them in the database or in a backup. */
export async function forgetSpentSecrets(tx: Tx): Promise<void> {
  const revokedAt = await listRevokedAt(tx)
  const bySource = Map.groupBy(await listSecrets(tx), ({ sourceId }) => sourceId)
  const spent = [...bySource].flatMap(([sourceId, all]) => {
    const holding = secretsInForce(all, revokedAt.get(sourceId), tx.realNow)
    return all.filter((one) => one.secret !== '' && !holding.includes(one))
  })
  await forgetSecrets(
    tx,
    spent.map(({ id }) => id),
  )
}
