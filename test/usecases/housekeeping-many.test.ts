import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { insertDeliveries } from '../../src/store/deliveries.ts'
import { insertHandled } from '../../src/store/handled.ts'
import { parkReactions } from '../../src/store/inbox.ts'
import { drainInbox } from '../../src/usecases/hearing.ts'
import { prune } from '../../src/usecases/housekeeping.ts'
import { CELEBRATIONS, carol, eventTime, openSetUp, sayAll, share, type TestPlaudit } from './support.ts'

const MANY = 1_200

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await share(app)
  await sayAll(app)
})
afterEach(() => app.close())

const numbers = Array.from({ length: MANY }, (_, n) => n)
const count = (table: 'handled' | 'parked_reactions' | 'deliveries') =>
  app.read(async ({ db }) => {
    const { n } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  })

test('what there is much of is forgotten in parts, each a transaction of its own, and all of it in the end', async () => {
  const before = await count('deliveries')
  await app.write(async (tx) => {
    for (const n of numbers) await insertHandled(tx, `key ${n}`)
    await parkReactions(
      tx,
      numbers.map((n) => ({
        ...{ what: 'reaction', personId: carol.id, emoji: 'tada', isOn: true },
        on: { channel: CELEBRATIONS, ts: `9.${n}` },
        at: eventTime(n),
      })),
    )
    const said = { kind: 'help', subjectId: 'S', lane: carol.id, dueAt: tx.realNow } as const
    await insertDeliveries(
      tx,
      numbers.map((n) => ({ id: `said ${n}`, ...said })),
    )
    await tx.db
      .updateTable('deliveries')
      .set({ state: 'sent', settled_at: tx.realNow })
      .where('lane', '=', carol.id)
      .execute()
  })
  app.clock.pass({ days: 91 })
  await app.write(prune)
  expect(await count('handled')).toBeGreaterThan(MANY - 101)
  expect(await count('parked_reactions')).toBe(MANY - 100)
  expect(await count('deliveries')).toBeGreaterThan(before + MANY - 101)
  while ((await drainInbox(app)) > 0);
  expect(await count('handled')).toBe(0)
  expect(await count('parked_reactions')).toBe(0)
  expect(await count('deliveries')).toBeLessThanOrEqual(before)
})
