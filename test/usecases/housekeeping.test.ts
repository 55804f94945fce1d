import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { v7 as newId } from 'uuid'
import { insertAsks } from '../../src/store/capture-asks.ts'
import { claimDeliveries, settleDelivery } from '../../src/store/claimed-deliveries.ts'
import { insertDraft } from '../../src/store/drafts.ts'
import { insertHandled } from '../../src/store/handled.ts'
import { parkReactions } from '../../src/store/inbox.ts'
import { insertJobRun } from '../../src/store/job-runs.ts'
import { listSecrets } from '../../src/store/sources.ts'
import { deliver } from '../../src/usecases/deliveries.ts'
import { prune } from '../../src/usecases/housekeeping.ts'
import { recordSaid, recordShown } from '../../src/usecases/outcomes.ts'
import {
  addSourceAsOperator,
  revokeSourceAsOperator,
  rotateSourceAsOperator,
  showSourcesAsOperator,
} from '../../src/usecases/sources.ts'
import { retractStory } from '../../src/usecases/stories.ts'
import { award, setUpPrizes } from './prizes.ts'
import {
  alice,
  bob,
  carol,
  dave,
  erin,
  openSetUp,
  outbox,
  refusal,
  sayAll,
  share,
  type TestPlaudit,
  WORDS,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await sayAll(app)
})
afterEach(() => app.close())

/** Every day, as the schedule has it. */
async function live(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    app.clock.pass({ days: 1 })
    await app.write((tx) => prune(tx))
  }
}
const count = (table: 'handled' | 'drafts' | 'parked_reactions' | 'job_runs' | 'deliveries' | 'posts') =>
  app.read(async ({ db }) => {
    const { n } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  })

const claimOne = async () => {
  const claim = { leaseUntil: '2999-01-01T00:00:00.000Z', most: 1, restingLanes: [], refreshes: true }
  const [delivery] = await app.write((tx) => claimDeliveries(tx, claim))
  if (!delivery) throw new Error('there is nothing to say')
  return delivery
}

describe('housekeeping', () => {
  test('forgets keys after a week, drafts after a day, what was parked after two, runs but the last', async () => {
    const on = { channel: 'C1', ts: '1.1' }
    await app.write(async (tx) => {
      await insertHandled(tx, 'key')
      await insertDraft(tx, { id: 'd', kind: 'story', personId: alice.id, body: {} })
      await parkReactions(tx, [{ what: 'reaction', personId: 'U', emoji: 'x', isOn: true, on, at: '1' }])
      for (const dueAt of ['2020-01-01', '2020-01-02'])
        await insertJobRun(tx, { job: 'j', dueAt, outcome: 'ran' })
    })
    const left = async () => [await count('handled'), await count('drafts'), await count('parked_reactions')]
    await app.write((tx) => prune(tx))
    expect([...(await left()), await count('job_runs')]).toEqual([1, 1, 1, 1])
    await live(2)
    expect(await left()).toEqual([1, 0, 1])
    await live(1)
    expect(await left()).toEqual([1, 0, 0])
    await live(5)
    expect(await left()).toEqual([0, 0, 0])
  })

  test('forgets a secret that holds no more, and keeps that there was one', async () => {
    const kept = () =>
      app.read(async (reader) => (await listSecrets(reader)).map(({ secret }) => secret !== ''))
    await addSourceAsOperator(app, 'Zendesk')
    await rotateSourceAsOperator(app, 'Zendesk')
    await app.write((tx) => prune(tx))
    expect(await kept()).toEqual([true, true])
    await live(2)
    expect(await kept()).toEqual([false, true])
    await revokeSourceAsOperator(app, 'Zendesk')
    await live(1)
    expect(await kept()).toEqual([false, false])
    expect(await showSourcesAsOperator(app)).toMatchObject([{ name: 'Zendesk', state: 'revoked' }])
    await addSourceAsOperator(app, 'Zendesk')
    expect(await showSourcesAsOperator(app)).toMatchObject([{ name: 'Zendesk', state: 'open' }])
  })

  test('forgets after three months whom it asked about a message', async () => {
    const ask = (at: string) => ({
      id: newId({ msecs: Date.parse(at) }),
      personId: bob.id,
      kind: 'wow' as const,
    })
    const asks = app.clock.real()
    await app.write((tx) => insertAsks(tx, [{ ...ask(asks), at: { channel: 'C1', ts: '1.1' } }]))
    const left = () =>
      app.read(({ db }) =>
        db
          .selectFrom('capture_asks')
          .select('id')
          .execute()
          .then((rows) => rows.length),
      )
    await live(89)
    expect(await left()).toBe(1)
    await live(2)
    expect(await left()).toBe(0)
  })

  test('forgets what was said after three months, and never what failed, what waits, or where it was said', async () => {
    await share(app)
    await sayAll(app)
    const posts = await count('posts')
    await app.write((tx) => deliver(tx, { kind: 'help', subjectId: 'S', lane: 'CX' }))
    const failing = await claimOne()
    await app.write((tx) => settleDelivery(tx, failing, { state: 'failed', error: 'no_text' }))
    await app.write((tx) => deliver(tx, { kind: 'help', subjectId: 'S', lane: 'CY' }))
    await live(92)
    const kept = await outbox(app)
    expect(
      kept
        .filter(({ kind }) => kind === 'help')
        .map(({ lane, state }) => `${lane} ${state}`)
        .sort(),
    ).toEqual(['CX failed', 'CY waiting'])
    expect(kept.filter(({ kind }) => kind === 'story.receipt')).toEqual([])
    expect(await count('posts')).toBe(posts)
  })

  test('lets nobody hear of a story twice, however late it is mended', async () => {
    const id = await share(app)
    await sayAll(app)
    await live(120)
    await share(app, alice, { championIds: [bob.id, carol.id], words: `${WORDS} at night` }, id)
    expect(await waiting(app)).toEqual([
      'story.card ↻ C1',
      'story.credit → CAROL',
      'story.credit ↻ BOB',
      'story.receipt ↻ ALICE',
    ])
  })

  test('lets a digest of many pages be brought up to date, however late', async () => {
    await app.write((tx) => deliver(tx, { kind: 'digest', subjectId: 'D', lane: 'C2' }))
    const digest = await claimOne()
    const address = { channel: 'C2', ts: '5.000100' }
    await app.write((tx) => recordSaid(tx, digest, { address, subjectIds: ['D'], more: 2, isStale: true }))
    await sayAll(app)
    const pages = async () => (await outbox(app)).filter(({ kind, post }) => kind === 'digest.more' && !post)
    expect(await pages()).toHaveLength(2)
    await live(120)
    await app.write(async (tx) => {
      const post = await tx.db
        .selectFrom('posts')
        .select('id')
        .where('kind', '=', 'digest')
        .executeTakeFirstOrThrow()
      await recordShown(tx, { ...digest, postId: post.id }, { more: 3 })
    })
    expect((await pages()).map(({ args, state }) => `${args.page} ${state}`)).toEqual([
      '0 sent',
      '1 sent',
      '2 waiting',
    ])
  })

  test('lets a prize be given for an old story, in its thread', async () => {
    await setUpPrizes(app)
    const id = await share(app)
    await sayAll(app)
    await live(100)
    await award(app, id, 'card')
    expect(await waiting(app)).toContain('award.post → C1')
    await sayAll(app)
    expect(await waiting(app)).toEqual([])
  })

  test('tells a manager once that who has their prize is not in the story any more', async () => {
    await setUpPrizes(app)
    const id = await share(app, alice, { championIds: [bob.id, erin.id] })
    await sayAll(app)
    await award(app, id, 'card')
    const mend = (words: string) => share(app, alice, { championIds: [erin.id], words }, id)
    await mend(`${WORDS} at night`)
    expect(await waiting(app)).toContain('award.uncredited → CAROL')
    await sayAll(app)
    await live(100)
    await mend(`${WORDS} by day`)
    expect(await waiting(app)).not.toContain('award.uncredited → CAROL')
  })

  test('lets an old story be taken back everywhere', async () => {
    const id = await share(app)
    await sayAll(app)
    await live(120)
    await retractStory(app, dave, id)
    expect(await waiting(app)).toEqual([
      'story.card ↻ C1',
      'story.credit ↻ BOB',
      'story.gone → ALICE',
      'story.gone → BOB',
      'story.receipt ↻ ALICE',
    ])
    expect(await refusal(retractStory(app, dave, id))).toEqual(['story.taken-back'])
  })
})
