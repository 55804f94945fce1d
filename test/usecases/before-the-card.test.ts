import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { takeNameOff } from '../../src/usecases/stories.ts'
import { award, setUpPrizes } from './prizes.ts'
import {
  alice,
  bob,
  carol,
  openSetUp,
  outbox,
  sayAll,
  sayOne,
  share,
  type TestPlaudit,
  waiting,
} from './support.ts'

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
  await sayOne(app, 'award.note')
  await sayOne(app, 'story.card')
  expect(await waiting(app)).toContain('award.note ↻ BOB')
  expect(await waiting(app)).not.toContain('story.card ↻ C1')
})

test('so does what its teller hears of a champion who took their name off', async () => {
  const id = await share(app, alice, { championIds: [bob.id, carol.id] })
  await takeNameOff(app, bob, id)
  await sayOne(app, 'story.name-off')
  await sayOne(app, 'story.card')
  expect(await waiting(app)).toContain('story.name-off ↻ ALICE')
})
