import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { addTo } from '../../src/domain/time.ts'
import { claimDeliveries, postponeDelivery } from '../../src/store/claimed-deliveries.ts'
import { recordSaid } from '../../src/usecases/outcomes.ts'
import { award, setUpPrizes } from './prizes.ts'
import { openSetUp, outbox, sayAll, share, type TestPlaudit, waiting } from './support.ts'

// Slack shows a card before Plaudit has read where it is: people press what they see.
let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await setUpPrizes(app)
  await sayAll(app)
})
afterEach(() => app.close())

const cardIn = async () => {
  const card = (await outbox(app)).find(({ kind }) => kind === 'story.card')
  if (!card) throw new Error('no card')
  return card
}

test('a prize given before the card has an address is posted in its thread when it has one', async () => {
  const id = await share(app)
  await award(app, id, 'voucher')
  const threads = await app.read(({ db }) =>
    db.selectFrom('deliveries').select('thread_of').where('kind', '=', 'award.post').execute(),
  )
  expect(threads).toEqual([{ thread_of: (await cardIn()).id }])
  await sayAll(app)
  expect((await outbox(app)).filter(({ kind }) => kind === 'award.post')).toMatchObject([{ state: 'sent' }])
})

test('what was said of a prize before the card has an address gets the link to it', async () => {
  const id = await share(app)
  await award(app, id, 'voucher')
  const say = (kind: string, ts: string) =>
    app.write(async (tx) => {
      const claimed = await claimDeliveries(tx, {
        leaseUntil: addTo(tx.realNow, { minutes: 1 }),
        ...{ most: 50, restingLanes: [], refreshes: false },
      })
      const delivery = claimed.find((one) => one.kind === kind)
      if (!delivery) throw new Error(`no ${kind}`)
      const subjectIds = [delivery.subjectId]
      await recordSaid(tx, delivery, { address: { channel: 'D1', ts }, subjectIds, more: 0, isStale: false })
      for (const other of claimed.filter((one) => one !== delivery))
        await postponeDelivery(tx, other, { dueAt: tx.realNow, doubt: 1 })
    })
  await say('award.note', '1.000100')
  await say('story.card', '2.000100')
  expect(await waiting(app)).toContain('award.note ↻ BOB')
  expect(await waiting(app)).not.toContain('story.card ↻ C1')
})
