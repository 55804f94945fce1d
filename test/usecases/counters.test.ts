import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countsAsCheer, mayCheerFor } from '../../src/domain/cheer.ts'
import type { RecountStep } from '../../src/domain/heard.ts'
import { Problem, Problems } from '../../src/domain/problem.ts'
import { listCounts } from '../../src/store/boards.ts'
import { listPeople } from '../../src/store/people.ts'
import { listStories } from '../../src/store/stories.ts'
import { leaveBoards, returnToBoards } from '../../src/usecases/boards.ts'
import { cheer, takeCheerBack } from '../../src/usecases/cheers.ts'
import { drainInbox, meetPeople } from '../../src/usecases/hearing.ts'
import { recount } from '../../src/usecases/recount.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import {
  alice,
  bob,
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
  sayAll,
  share,
  type TestPlaudit,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp('2026-12-29T20:00:00.000Z')
})
afterEach(() => app.close())

class TakenBack extends Error {}

/** The counters as they are, and as a count from scratch would have them. */
async function counters() {
  let anew = new Map<string, string>()
  const counted = app.write(async (tx) => {
    for (let step: RecountStep | undefined = {}; step; ) step = (await recount(tx, step)).next
    anew = await listCounts(tx)
    throw new TakenBack()
  })
  await expect(counted).rejects.toBeInstanceOf(TakenBack)
  return { kept: sorted(await app.read(listCounts)), anew: sorted(anew) }
}
const sorted = (counts: Map<string, string>) => Object.fromEntries([...counts].sort())

/** The cheers as they are, and as the rule has them, from the reactions alone. */
async function cheers() {
  return app.read(async (reader) => {
    const reactions = await reader.db.selectFrom('reactions').selectAll().where('is_on', '=', 1).execute()
    const rows = await reader.db.selectFrom('cheers').selectAll().execute()
    const ids = (await reader.db.selectFrom('stories').select('id').execute()).map(({ id }) => id)
    const stories = new Map((await listStories(reader, ids)).map((story) => [story.id, story]))
    const people = await listPeople(
      reader,
      reactions.map((row) => row.person_id),
    )
    const ruled = reactions.filter((row) => {
      const story = stories.get(row.story_id)
      const person = people.get(row.person_id)
      if (!story || story.retraction || !person?.isKnown) return false
      return mayCheerFor(story, person) && countsAsCheer(row.emoji, 'any')
    })
    const pair = (row: { story_id: string; person_id: string }) => `${row.story_id} ${row.person_id}`
    const counts = [...stories.values()].map(({ id, cheers: count }) => [id, count])
    const given = ids.map((id) => [id, rows.filter((row) => row.story_id === id).length])
    return {
      kept: rows.map(pair).sort(),
      ruled: [...new Set(ruled.map(pair))].sort(),
      counts: counts.sort(),
      given: given.sort(),
    }
  })
}

const everybody = [alice, bob, carol, dave, erin, frank, { id: 'NEW' }]
const who = fc.integer({ min: 0, max: everybody.length - 1 })
const which = fc.integer({ min: 0, max: 1 }) // few, so that much happens to each
const champions = fc.uniqueArray(fc.constantFrom('BOB', 'CAROL', 'FRANK', 'ALICE'), {
  minLength: 1,
  maxLength: 3,
})
const emoji = fc.constantFrom('tada', 'tada', '+1::skin-tone-2', '-1')
const mostly = fc.oneof(
  { weight: 3, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
)

const seldom = mostly.map((yes) => !yes)

type Step =
  | { what: 'share'; who: number; champions: string[] }
  | { what: 'edit'; which: number; champions: string[] }
  | { what: 'react'; which: number; who: number; emoji: string; isOn: boolean; at: number }
  | { what: 'press'; which: number; who: number; back: boolean; at: number }
  | { what: 'nameOff'; which: number; who: number }
  | { what: 'retract'; which: number }
  | { what: 'boards'; who: number; on: boolean }
  | { what: 'switchBoards'; on: boolean }
  | { what: 'people'; who: number; hasLeft: boolean; isBot: boolean; isForeign: boolean }
  | { what: 'pass'; hours: number }
  | { what: 'zone'; zone: string }

const is = <W extends Step['what']>(what: W) => fc.constant(what)
const at = fc.integer({ min: 0, max: 9 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: is('share'), who, champions }) },
  { weight: 2, arbitrary: fc.record({ what: is('edit'), which, champions }) },
  { weight: 8, arbitrary: fc.record({ what: is('react'), which, who, emoji, isOn: mostly, at }) },
  { weight: 3, arbitrary: fc.record({ what: is('press'), which, who, back: mostly.map((yes) => !yes), at }) },
  { weight: 2, arbitrary: fc.record({ what: is('nameOff'), which, who }) },
  { weight: 1, arbitrary: fc.record({ what: is('retract'), which }) },
  { weight: 1, arbitrary: fc.record({ what: is('boards'), who, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: is('switchBoards'), on: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: is('people'),
      who,
      hasLeft: seldom,
      isBot: seldom,
      isForeign: seldom,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: is('pass'), hours: fc.integer({ min: 1, max: 100 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: is('zone'),
      zone: fc.constantFrom('Pacific/Auckland', 'America/Sao_Paulo', 'Europe/London'),
    }),
  },
)

async function take(one: Step, told: string[], n: number): Promise<void> {
  const actor = 'who' in one ? (everybody[one.who] ?? alice) : dave
  const story = 'which' in one ? told[one.which % Math.max(1, told.length)] : undefined
  if ('which' in one && story === undefined) return
  const id = story ?? ''
  switch (one.what) {
    case 'share':
      told.push(await share(app, actor, { championIds: one.champions }))
      return sayAll(app)
    case 'edit': {
      const [stored] = await app.read((reader) => listStories(reader, [id]))
      await share(app, { id: stored?.tellerId ?? '' }, { championIds: one.champions }, id)
      return
    }
    case 'react': {
      const on = await cardOf(app, id)
      const { emoji: name, isOn, at: when } = one
      return hear(app, [
        { what: 'reaction', personId: actor.id, emoji: name, isOn, on, at: eventTime(n * 3 + when) },
      ])
    }
    case 'press':
      await (one.back ? takeCheerBack : cheer)(app, actor, id, eventTime(n * 3 + one.at))
      return
    case 'nameOff':
      return takeNameOff(app, actor, id)
    case 'retract':
      return retractStory(app, dave, id)
    case 'boards':
      return (one.on ? returnToBoards : leaveBoards)(app, actor)
    case 'people': {
      if (actor.id === dave.id) return // somebody has to stay
      const { hasLeft, isBot, isForeign } = one
      const changedAt = app.clock.civil()
      return app.write((tx) => meetPeople(tx, [newsOf(actor.id, { hasLeft, isBot, isForeign, changedAt })]))
    }
    case 'pass':
      return app.clock.pass({ hours: one.hours })
    case 'switchBoards':
      return setUp({ boards: one.on })
    case 'zone':
      return setUp({ zone: one.zone })
  }
}

async function setUp(settings: { zone?: string; boards?: boolean }): Promise<void> {
  const all = { celebrationChannel: CELEBRATIONS, ...settings }
  await saveSetup(app, dave, { settings: all, hostIds: [dave.id], managers: { personIds: [] } }, facts)
}

/** What somebody may not do changes nothing; everything else fails the test. */
async function tryTo(one: Step, told: string[], n: number): Promise<void> {
  try {
    await take(one, told, n)
  } catch (error) {
    if (!(error instanceof Problem || error instanceof Problems)) throw error
  }
}

describe('whatever people do, in whatever order,', () => {
  test('the counters are what a count from scratch would say, and the cheers what the rule says', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
          const told: string[] = []
          for (const [n, one] of steps.entries()) {
            await tryTo(one, told, n)
            await drainInbox(app) // the boards follow a new zone step by step, and people go on meanwhile
          }
          while ((await drainInbox(app)) > 0);
          const { kept, anew } = await counters()
          expect(kept).toEqual(anew)
          const { kept: given, ruled, counts, given: counted } = await cheers()
          expect(given).toEqual(ruled)
          expect(counts).toEqual(counted)
        })
        .beforeEach(async () => {
          await app.close()
          app = await openSetUp('2026-12-29T20:00:00.000Z')
        }),
      { numRuns: 60 },
    )
  }, 60_000)
})
