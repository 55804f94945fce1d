/**
 * A second Plaudit on the same database, as far as the store goes. Run as a process by the tests:
 *
 *   migrate PATH              opens the store and closes it
 *   hold PATH                 begins to write, says "holding", and lets go when its input ends
 *   write PATH COUNT          writes that many drafts, each its own transaction, then says "written"
 *   claim PATH                claims deliveries, one after the other, until none is left; says the id of each
 */
import { once } from 'node:events'
import { claimDeliveries, settleDelivery } from '../../src/store/claimed-deliveries.ts'
import { openWriter } from '../../src/store/database.ts'
import { insertDraft } from '../../src/store/drafts.ts'
import { openStore } from '../../src/store/store.ts'

const now = () => new Date().toISOString()
const [what, path = '', count = '0'] = process.argv.slice(2)
const open = () => openStore({ path, workspaceId: 'T1', clock: { civil: now, real: now } })

switch (what) {
  case 'migrate':
    await open().close()
    break
  case 'hold': {
    const db = openWriter(path)
    db.exec('begin immediate')
    console.log('holding')
    await once(process.stdin.resume(), 'end')
    db.exec('commit')
    db.close()
    break
  }
  case 'write': {
    const store = open()
    for (let n = 0; n < Number(count); n += 1) {
      const draft = { id: `other-${n}`, kind: 'test', personId: 'U1', body: {} }
      await store.write((tx) => insertDraft(tx, draft))
    }
    await store.close()
    console.log('written')
    break
  }
  case 'claim': {
    const store = open()
    for (;;) {
      const [claimed] = await store.write((tx) =>
        claimDeliveries(tx, {
          leaseUntil: '2999-01-01T00:00:00.000Z',
          most: 1,
          restingLanes: [],
          refreshes: true,
        }),
      )
      if (!claimed) break
      console.log(claimed.id)
      await store.write((tx) => settleDelivery(tx, claimed, { state: 'sent' }))
    }
    await store.close()
    break
  }
}
