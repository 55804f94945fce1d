import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { HeardReaction } from '../../src/domain/heard.ts'
import { toMs } from '../../src/domain/time.ts'
import { claimDeliveries } from '../../src/store/claimed-deliveries.ts'
import { findStory } from '../../src/store/stories.ts'
import { cheer, takeCheerBack } from '../../src/usecases/cheers.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import { recordSaid } from '../../src/usecases/outcomes.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import {
  alice,
  bob,
  bot,
  CELEBRATIONS,
  cardOf,
  carol,
  dave,
  erin,
  eventTime,
  facts,
  frank,
  hear,
  newsOf,
  openSetUp,
  outbox,
  refusal,
  sayAll,
  share,
  stranger,
  type TestPlaudit,
  WORDS,
  waiting,
} from './support.ts'

let app: TestPlaudit
let id: string
let on: HeardReaction['on']
beforeEach(async () => {
  app = await openSetUp()
  id = await share(app)
  await sayAll(app)
  on = await cardOf(app, id)
})
afterEach(() => app.close())

const cheers = async () => (await app.read((reader) => findStory(reader, id)))?.cheers
const reaction = (personId: string, isOn: boolean, at: number, emoji = 'tada'): HeardReaction => ({
  ...{ what: 'reaction', personId, emoji, isOn, on },
  at: eventTime(at),
})

describe('a cheer', () => {
  test('is one per person, whatever and however many emoji', async () => {
    await hear(
      app,
      ['tada', 'heart', 'clap::skin-tone-4'].map((emoji) => reaction(carol.id, true, 1, emoji)),
    )
    await hear(app, [reaction(alice.id, true, 2), reaction(erin.id, true, 2)])
    expect(await cheers()).toBe(3)
    await hear(app, [reaction(carol.id, false, 3, 'tada'), reaction(carol.id, false, 3, 'heart')])
    expect(await cheers()).toBe(3)
    await hear(app, [reaction(carol.id, false, 3, 'clap::skin-tone-4')])
    expect(await cheers()).toBe(2)
  })

  test('is none from the champion, a bot, another company, or with a thumb down', async () => {
    await hear(
      app,
      [bob.id, bot.id, stranger.id].map((who) => reaction(who, true, 1)),
    )
    await hear(app, [reaction(carol.id, true, 1, '-1')])
    expect(await cheers()).toBe(0)
  })

  test('is what the person last did, in whatever order and however often the events come', async () => {
    const did = [true, false, true].map((isOn, n) => reaction(carol.id, isOn, n + 1))
    const events = fc.shuffledSubarray([...did, ...did], { minLength: 3 })
    let past = 10
    await fc.assert(
      fc.asyncProperty(events, fc.boolean(), async (heard, together) => {
        past += 10
        const later = heard.map((one) => ({ ...one, at: eventTime(past + Number(one.at.slice(2, 10))) }))
        const last = later.reduce((a, b) => (b.at > a.at ? b : a))
        if (together) await hear(app, later)
        else for (const one of later) await hear(app, [one])
        expect(await cheers()).toBe(last.isOn ? 1 : 0)
      }),
      { numRuns: 40 },
    )
  })

  test('on a card whose address is not stored yet counts as soon as it is', async () => {
    const second = await share(app)
    const address = { channel: CELEBRATIONS, ts: '99.000100' }
    await hear(app, [{ ...reaction(carol.id, true, 1), on: address }])
    await hear(app, [{ ...reaction(erin.id, true, 1), on: address, onOthers: true }])
    await app.write(async (tx) => {
      const claim = { leaseUntil: '2999-01-01T00:00:00.000Z', most: 1, restingLanes: [], refreshes: true }
      for (const delivery of await claimDeliveries(tx, claim)) {
        await recordSaid(tx, delivery, { address, subjectIds: [second], more: 0, isStale: false })
      }
    })
    expect((await app.read((reader) => findStory(reader, second)))?.cheers).toBe(1)
  })

  test('of somebody not met yet counts once they are known to be a colleague', async () => {
    await hear(
      app,
      ['NEW', 'NEW-BOT'].map((who) => reaction(who, true, 1)),
    )
    expect(await cheers()).toBe(0)
    await app.write((tx) => meetPeople(tx, [newsOf('NEW'), newsOf('NEW-BOT', { isBot: true })]))
    expect(await cheers()).toBe(1)
  })

  test('of somebody who leaves counts no more, and again when they are back', async () => {
    await hear(app, [reaction(carol.id, true, 1)])
    const left = newsOf(carol.id, { hasLeft: true, changedAt: '2026-02-01T00:00:00.000Z' })
    await app.write((tx) => meetPeople(tx, [left]))
    expect(await cheers()).toBe(0)
    await app.write((tx) =>
      meetPeople(tx, [{ ...left, hasLeft: false, changedAt: '2026-03-01T00:00:00.000Z' }]),
    )
    expect(await cheers()).toBe(1)
  })

  test('of who becomes a champion counts no more, and counts when they take their name off', async () => {
    await hear(app, [reaction(carol.id, true, 1), reaction(bob.id, true, 1), reaction(frank.id, true, 1)])
    expect(await cheers()).toBe(2)
    await share(app, alice, { championIds: [bob.id, carol.id] }, id)
    expect(await cheers()).toBe(1)
    await takeNameOff(app, bob, id)
    expect(await cheers()).toBe(2)
  })

  test('leaves with the story', async () => {
    await hear(app, [reaction(carol.id, true, 1)])
    await retractStory(app, alice, id)
    expect(await cheers()).toBe(0)
    await hear(app, [reaction(erin.id, true, 2)])
    expect(await cheers()).toBe(0)
  })

  test('that counted stays when hosts narrow the emoji later, also when the story is mended', async () => {
    await hear(app, [reaction(carol.id, true, 1, 'heart')])
    await saveSetup(
      app,
      dave,
      { settings: { celebrationChannel: CELEBRATIONS, cheerEmoji: ':tada:' }, hostIds: [dave.id] },
      facts,
    )
    await hear(app, [reaction(erin.id, true, 2, 'heart'), reaction(frank.id, true, 2, 'tada')])
    expect(await cheers()).toBe(2)
    await share(app, alice, { words: `${WORDS}!` }, id)
    expect(await cheers()).toBe(2)
    await hear(app, [reaction(carol.id, false, 3, 'heart')])
    expect(await cheers()).toBe(1)
  })
})

describe('the button', () => {
  test('cheers once, says so the second time, and takes it back, emoji and all', async () => {
    expect(await cheer(app, carol, id, eventTime(1))).toBe('cheered')
    expect(await cheer(app, carol, id, eventTime(2))).toBe('already')
    await hear(app, [reaction(carol.id, true, 3)])
    await takeCheerBack(app, carol, id, eventTime(4))
    expect(await cheers()).toBe(0)
    expect(await cheer(app, carol, id, eventTime(5))).toBe('cheered')
    expect(await cheers()).toBe(1)
  })

  test('is not for champions, nor for what was taken back', async () => {
    expect(await refusal(cheer(app, bob, id, eventTime(1)))).toEqual(['cheer.own-story'])
    await retractStory(app, alice, id)
    expect(await refusal(cheer(app, carol, id, eventTime(1)))).toEqual(['story.taken-back'])
  })
})

describe('a storm', () => {
  test('over many cards leaves room for the next card: the newest are brought up to date at once, the others by and by', async () => {
    const ids = [id]
    for (let n = 0; n < 39; n += 1) {
      ids.push(await share(app))
      await sayAll(app)
    }
    const cards = await Promise.all(ids.map((one) => cardOf(app, one)))
    await hear(
      app,
      cards.map((on) => ({ ...reaction(carol.id, true, 1), on })),
    )
    const due = await app.read(({ db }) =>
      db
        .selectFrom('deliveries')
        .select(['subject_id', 'due_at'])
        .where('state', '=', 'waiting')
        .where('kind', '=', 'story.card')
        .orderBy('due_at')
        .execute(),
    )
    const waits = due.map(({ due_at }) => toMs(due_at) - toMs(app.clock.real()))
    expect(waits).toHaveLength(40)
    expect(waits.filter((ms) => ms <= 0)).toHaveLength(20)
    expect(waits.at(-1)).toBe(20 * 2_500)
    expect(
      due
        .slice(0, 20)
        .map(({ subject_id }) => subject_id)
        .sort(),
    ).toEqual(ids.slice(20).sort())
    expect(due.at(-1)?.subject_id).toBe(ids[0])
  })

  test('of cheers is one refresh of the card, at most once a minute', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => `P${n}`)
    await app.write((tx) =>
      meetPeople(
        tx,
        many.map((who) => newsOf(who)),
      ),
    )
    await sayAll(app)
    const before = (await outbox(app)).length
    await hear(
      app,
      many.map((who) => reaction(who, true, 1)),
    )
    expect(await cheers()).toBe(1_000)
    expect((await outbox(app)).length - before).toBe(1)
    expect(await waiting(app)).toEqual(['story.card ↻ C1'])
    await sayAll(app)
    await hear(app, [reaction(carol.id, true, 1)])
    const [next] = await app.read(({ db }) =>
      db.selectFrom('deliveries').select(['due_at', 'created_at']).where('state', '=', 'waiting').execute(),
    )
    expect((Date.parse(next?.due_at ?? '') - Date.parse(next?.created_at ?? '')) / 1000).toBe(60)
  })
})
