import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Problem } from '../../src/domain/problem.ts'
import { addTo } from '../../src/domain/time.ts'
import { tick } from '../../src/jobs/tick.ts'
import {
  addNote,
  askForNote,
  leadWith,
  leaveOut,
  listChoices,
  putBack,
  showChoices,
  showOwnNote,
  skipDigest,
  unskipDigest,
} from '../../src/usecases/digest-choices.ts'
import { showDigestSoFar, showIssuedDigest } from '../../src/usecases/digest-showing.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  carol,
  dave,
  erin,
  facts,
  frank,
  openSetUp,
  outbox,
  refusal,
  sayAll,
  share,
  type TestPlaudit,
  waiting,
} from './support.ts'

const FRIDAY = '2026-11-20T16:00:00.000Z'
const PREVIEW = '2026-11-20T10:00:00.000Z'
const later = (weeks: number) => addTo(FRIDAY, { days: 7 * weeks })

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await sayAll(app)
})
afterEach(() => app.close())

/** Civil time is that instant, and Plaudit looks at the clock. @returns the jobs that ran */
async function on(at: string, skipped: string[] = []): Promise<string[]> {
  app.clock.setCivil(at)
  const ran = await tick(app, (job) => skipped.push(job))
  return ran.map(({ job }) => job)
}

const issues = () =>
  app.read(({ db }) =>
    db
      .selectFrom('digest_issues')
      .select(['digest_id as id', 'from_at as from', 'to_at as to'])
      .orderBy('to_at')
      .execute(),
  )
const lastIssue = async () => (await issues()).at(-1)
const lastShown = async () => {
  const issue = await lastIssue()
  return issue && app.read((reader) => showIssuedDigest(reader, issue.id, 'whole'))
}
const storiesShown = async () => {
  const shown = await lastShown()
  return [...(shown?.lead ? [shown.lead] : []), ...(shown?.others ?? [])].map(({ id }) => id)
}
const openDigest = () =>
  app.read(async ({ db }) => {
    const row = await db
      .selectFrom('digests')
      .select('id')
      .orderBy('due_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return row.id
  })

describe('the digest', () => {
  test('is said on Friday at four in every digest channel, once, however often somebody looks at the clock', async () => {
    await share(app)
    await sayAll(app)
    expect(await on(addTo(FRIDAY, { ms: -1 }))).not.toContain('digest')
    expect(await on(FRIDAY)).toContain('digest')
    expect(await on(FRIDAY)).toEqual([])
    expect((await waiting(app)).filter((row) => row.startsWith('digest →'))).toEqual([
      `digest → ${CELEBRATIONS}`,
    ])
    expect(await on(later(1))).toContain('digest')
    expect(await issues()).toMatchObject([{ to: FRIDAY }, { from: FRIDAY, to: later(1) }])
  })

  test('never comes before the first story', async () => {
    expect(await on(FRIDAY)).toContain('digest')
    expect(await issues()).toEqual([])
    expect(await waiting(app)).toEqual([])
    await share(app)
    await on(later(1))
    expect(await issues()).toMatchObject([{ from: FRIDAY, to: later(1) }])
  })

  test('of a quiet week comes all the same', async () => {
    await share(app)
    await on(FRIDAY)
    await on(later(1))
    expect(await storiesShown()).toEqual([])
    expect((await outbox(app)).filter(({ kind, post }) => kind === 'digest' && !post)).toHaveLength(2)
  })

  test('that is late, by less than a day, has the window of its hour', async () => {
    const inTime = await share(app)
    app.clock.setCivil(addTo(FRIDAY, { hours: 3 }))
    const tooLate = await share(app)
    expect(await on(addTo(FRIDAY, { hours: 23 }))).toContain('digest')
    expect(await lastIssue()).toMatchObject({ to: FRIDAY })
    expect(await storiesShown()).toEqual([inTime])
    await on(later(1))
    expect(await storiesShown()).toEqual([tooLate])
  })

  test('that was missed by more than a day joins the next', async () => {
    const missed = await share(app)
    await on(FRIDAY)
    app.clock.setCivil(addTo(FRIDAY, { days: 1 }))
    const story = await share(app)
    const skipped: string[] = []
    expect(await on(addTo(later(1), { hours: 25 }), skipped)).not.toContain('digest')
    expect(skipped).toContain('digest')
    await on(later(2))
    expect(await storiesShown()).toEqual([story])
    expect(await issues()).toMatchObject([{}, { from: FRIDAY, to: later(2) }])
    expect(missed).not.toBe(story)
  })

  test('has what was told after the clock was set back, before the first story of all', async () => {
    const first = app.clock.civil()
    await share(app)
    await on(FRIDAY)
    app.clock.setCivil(addTo(first, { hours: -3 }))
    const story = await share(app)
    await on(later(1))
    expect(await storiesShown()).toEqual([story])
  })

  test('loses what is taken back later, and a name that is taken off', async () => {
    const kept = await share(app, alice, { championIds: [bob.id, carol.id] })
    const lost = await share(app, alice, { championIds: [frank.id] })
    await on(FRIDAY)
    await sayAll(app)
    await retractStory(app, alice, lost)
    await takeNameOff(app, carol, kept)
    expect(await storiesShown()).toEqual([kept])
    expect((await lastShown())?.championCount).toBe(1)
  })
})

describe('hosts choose', () => {
  let first: string
  let second: string
  let digest: string
  beforeEach(async () => {
    first = await share(app, alice, { championIds: [bob.id] })
    second = await share(app, alice, { championIds: [carol.id] })
    await on(PREVIEW)
    digest = await openDigest()
    await sayAll(app)
  })

  test('from a preview that comes once, six hours before', async () => {
    const previews = async () =>
      (await outbox(app)).filter(({ kind, post }) => kind === 'digest.preview' && !post)
    expect((await previews()).map(({ lane }) => lane)).toEqual([dave.id])
    await on(addTo(PREVIEW, { hours: 1 }))
    expect(await previews()).toHaveLength(1)
  })

  test('which story leads, which is left out, and a note; the previews follow', async () => {
    await leadWith(app, dave, digest, second)
    await leaveOut(app, dave, digest, first)
    await addNote(app, dave, digest, 'Well done, all of you.')
    expect(await waiting(app)).toEqual(['digest.preview ↻ DAVE'])
    expect(await showChoices(app, dave, digest)).toMatchObject({
      lead: { id: second },
      others: [],
      leftOut: [{ id: first }],
      notes: [{ by: { id: dave.id }, words: 'Well done, all of you.' }],
    })
    expect(await listChoices(app, dave, digest)).toEqual({
      lead: { id: second, words: expect.any(String), champions: [{ id: carol.id, name: 'carol' }] },
      others: [],
    })
    await on(FRIDAY)
    expect(await listChoices(app, dave, digest)).toEqual({ others: [] })
    expect(await lastShown()).toMatchObject({
      lead: { id: second },
      others: [],
      notes: [{ by: { id: dave.id } }],
    })
    await on(later(1))
    expect(await storiesShown()).toEqual([])
  })

  test('to put a story back, and to mend a note or take it away', async () => {
    await leaveOut(app, dave, digest, first)
    await putBack(app, dave, digest, first)
    await addNote(app, dave, digest, 'One')
    await addNote(app, dave, digest, 'Two')
    expect(await showOwnNote(app, dave, digest)).toBe('Two')
    await addNote(app, dave, digest, '')
    expect(await showChoices(app, dave, digest)).toMatchObject({ leftOut: [], notes: [] })
    expect(await refusal(addNote(app, dave, digest, 'x'.repeat(501)))).toEqual(['text.too-long on words'])
  })

  test('to skip a week: its stories join the next', async () => {
    await skipDigest(app, dave, digest)
    expect(await on(FRIDAY)).toContain('digest')
    expect(await issues()).toEqual([])
    await on(later(1))
    expect((await storiesShown()).sort()).toEqual([first, second].sort())
  })

  test('not to skip it after all', async () => {
    await skipDigest(app, dave, digest)
    await unskipDigest(app, dave, digest)
    await on(FRIDAY)
    expect((await storiesShown()).sort()).toEqual([first, second].sort())
  })

  test('to leave a story out for good, even when the week is skipped then', async () => {
    await leaveOut(app, dave, digest, first)
    await skipDigest(app, dave, digest)
    await on(FRIDAY)
    await on(later(1))
    expect(await storiesShown()).toEqual([second])
    await on(later(2))
    expect(await storiesShown()).toEqual([])
  })

  test('what /wow digest shows of the week so far, too', async () => {
    await leaveOut(app, dave, digest, first)
    expect(await showDigestSoFar(app, carol)).toMatchObject({ lead: { id: second }, others: [] })
  })

  test('nothing any more once it is out', async () => {
    await on(FRIDAY)
    const choices = [
      leadWith(app, dave, digest, second),
      leaveOut(app, dave, digest, first),
      putBack(app, dave, digest, first),
      skipDigest(app, dave, digest),
      unskipDigest(app, dave, digest),
      addNote(app, dave, digest, 'too late'),
      askForNote(app, dave, digest, { leaderId: carol.id }),
      showOwnNote(app, dave, digest),
    ]
    for (const choice of choices) expect(await refusal(choice)).toEqual(['digest.issued'])
    expect(await refusal(skipDigest(app, dave, 'nothing'))).toEqual(['digest.not-found'])
  })

  test('and nobody else: not the teller, nor an admin beside a named host, nor a guest', async () => {
    for (const other of [alice, frank, erin]) {
      expect(await refusal(skipDigest(app, other, digest))).toEqual(['host.only'])
      expect(await refusal(addNote(app, other, digest, 'me too'))).toEqual(['host.only'])
      expect(await refusal(showChoices(app, other, digest))).toEqual(['host.only'])
      expect(await refusal(listChoices(app, other, digest))).toEqual(['host.only'])
    }
  })

  test('whom to ask for a note: who was asked may write one, and nothing else', async () => {
    await askForNote(app, dave, digest, { leaderId: carol.id, message: 'Please' })
    expect(await waiting(app)).toContain(`digest.ask → ${carol.id}`)
    await addNote(app, carol, digest, 'I am proud of you.')
    expect(await refusal(skipDigest(app, carol, digest))).toEqual(['host.only'])
    for (const leaderId of ['BOT', 'GONE', 'STRANGER', 'NOBODY']) {
      expect(await refusal(askForNote(app, dave, digest, { leaderId }))).toEqual([
        'digest.ask-colleague on leaderId',
      ])
    }
  })
})

describe('the week so far', () => {
  test('is nothing before the first story, and for guests only inside the celebration channel', async () => {
    expect(await showDigestSoFar(app, alice)).toBeUndefined()
    const id = await share(app)
    app.clock.pass({ ms: 1 })
    expect(await showDigestSoFar(app, erin)).toMatchObject({ lead: { id } })
    expect(await refusal(showDigestSoFar(app, { id: erin.id }))).toEqual(['guest.members-only'])
  })
})

type Step =
  | {
      what: 'share' | 'retract' | 'edit' | 'nameOff' | 'leaveOut' | 'putBack' | 'skip' | 'unskip' | 'lead'
      which: number
    }
  | { what: 'pass'; hours: number; asleep: boolean }
  | { what: 'move'; day: number; time: string; zone: string }

const which = fc.nat({ max: 5 })
const does = <W extends string>(...what: W[]) => fc.record({ what: fc.constantFrom(...what), which })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: does('share') },
  {
    weight: 5,
    arbitrary: does('retract', 'edit', 'nameOff', 'leaveOut', 'putBack', 'skip', 'unskip', 'lead'),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('pass' as const),
      hours: fc.integer({ min: 1, max: 120 }),
      asleep: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('move' as const),
      day: fc.integer({ min: 1, max: 7 }),
      time: fc.constantFrom('00:30', '01:30', '09:00', '16:00', '23:45'),
      zone: fc.constantFrom('Europe/London', 'Africa/Cairo', 'Pacific/Auckland', 'America/New_York'),
    }),
  },
)

describe('through weeks of skips, retractions, edits, changes of the hour and downtime', () => {
  /** Awake, Plaudit looks at the clock every two hours here; asleep, only at the end. */
  async function pass(hours: number, asleep: boolean): Promise<void> {
    for (let hour = 0; hour < hours; hour += 2) {
      app.clock.pass({ hours: 2 })
      if (!asleep) await tick(app, () => {})
    }
    await tick(app, () => {})
  }

  async function take(one: Step, told: string[]): Promise<void> {
    if (one.what === 'pass') return pass(one.hours, one.asleep)
    if (one.what === 'move') {
      const settings = { digestDay: one.day, digestTime: one.time, zone: one.zone }
      const managers = { personIds: [] }
      await saveSetup(app, dave, { settings, hostIds: [dave.id], managers }, facts)
      return
    }
    if (one.what === 'share') {
      told.push(await share(app, alice, { championIds: [bob.id, carol.id] }))
      return
    }
    const id = told.at(-1 - one.which)
    if (!id) return
    const digest = await openDigest()
    const actions = {
      retract: () => retractStory(app, dave, id),
      edit: () => share(app, alice, { championIds: [frank.id] }, id),
      nameOff: () => takeNameOff(app, carol, id),
      leaveOut: () => leaveOut(app, dave, digest, id),
      putBack: () => putBack(app, dave, digest, id),
      skip: () => skipDigest(app, dave, digest),
      unskip: () => unskipDigest(app, dave, digest),
      lead: () => leadWith(app, dave, digest, id),
    }
    await actions[one.what]()
  }

  test('every story that stands is in one digest, and in one only', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
          const told: string[] = []
          for (const one of steps) {
            await take(one, told).catch((error: unknown) => {
              if (!(error instanceof Problem) && (error as Error).message !== 'no result') throw error
            })
          }
          await pass(24 * 16, false) // two digests more, and nobody skips them
          const found = await app.read(async ({ db }) => ({
            placed: await db.selectFrom('digest_stories').selectAll().execute(),
            standing: await db
              .selectFrom('stories')
              .leftJoin('retractions', 'retractions.story_id', 'stories.id')
              .select(['stories.id', 'told_at'])
              .where('retracted_at', 'is', null)
              .execute(),
          }))
          const windows = await issues()
          const last = windows.at(-1)?.to ?? ''
          for (const story of found.standing.filter(({ told_at }) => told_at < last)) {
            const places = found.placed.filter(({ story_id }) => story_id === story.id)
            expect(places).toHaveLength(1)
            const window = windows.find(({ id }) => id === places[0]?.digest_id)
            expect(window && window.from <= story.told_at && story.told_at < window.to).toBe(true)
          }
          if (found.standing.length > 0) expect(windows.length).toBeGreaterThan(0)
          expect(windows.slice(1).map(({ from }) => from)).toEqual(windows.slice(0, -1).map(({ to }) => to))
        })
        .beforeEach(async () => {
          await app.close()
          app = await openSetUp('2026-10-19T09:00:00.000Z')
        }),
      { numRuns: 25 },
    )
  }, 120_000)
})
