import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { listEvidenceTexts } from '../../src/store/evidence.ts'
import { replaceGroupMembers } from '../../src/store/roles.ts'
import { showWords } from '../../src/usecases/announcing-rounds.ts'
import { vote } from '../../src/usecases/ballots.ts'
import { findEvidence } from '../../src/usecases/evidence.ts'
import { meetPeople } from '../../src/usecases/hearing.ts'
import { showNominationOffer, showOwnNomination } from '../../src/usecases/nomination-offers.ts'
import { stepAside, withdrawNomination } from '../../src/usecases/nominations.ts'
import { retractStory, takeNameOff } from '../../src/usecases/stories.ts'
import { CLOSE, goTo, MONDAY, nominated, plan, REASON, VOTES_CLOSE, VOTES_OPEN } from './rounds.ts'
import {
  alice,
  bob,
  bot,
  carol,
  dave,
  erin,
  frank,
  gone,
  newsOf,
  openSetUp,
  share,
  stranger,
  type TestPlaudit,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp(MONDAY)
})
afterEach(() => app.close())

const wordsAbout = async (roundId: string, personId: string): Promise<string[]> =>
  ((await app.read((reader) => showWords(reader, roundId, personId)))?.reasons ?? []).map(
    ({ words }) => words,
  )

describe('a nomination', () => {
  test('is one for each person and nominee: said again it takes the place of the first', async () => {
    const roundId = await plan(app)
    const first = await nominated(app, roundId)
    expect(await nominated(app, roundId, bob.id, alice, { reason: `${REASON} Twice.` })).toBe(first)
    await nominated(app, roundId, bob.id, carol)
    expect(await wordsAbout(roundId, bob.id)).toEqual([`${REASON} Twice.`, REASON])
  })

  test('is taken until the last moment before the close, and not at it', async () => {
    const roundId = await plan(app)
    app.clock.setCivil('2026-11-13T16:59:59.999Z')
    const last = await nominated(app, roundId)
    // The step that closes the round may come a moment later.
    app.clock.setCivil(CLOSE)
    await expect(nominated(app, roundId, bob.id, carol)).rejects.toThrow('nomination.too-late')
    await expect(nominated(app, roundId)).rejects.toThrow('nomination.too-late')
    await expect(withdrawNomination(app, alice, last)).rejects.toThrow('nomination.too-late')
    await expect(showNominationOffer(app, alice, { roundId })).rejects.toThrow('nomination.too-late')
    await expect(showNominationOffer(app, alice, {})).rejects.toThrow('nomination.no-round')
  })

  test('that is withdrawn leaves nothing, and is its author’s alone to see, mend and withdraw', async () => {
    const roundId = await plan(app)
    const evidence = await share(app)
    const id = await nominated(app, roundId, bob.id, alice, { evidenceIds: [evidence] })
    for (const somebody of [bob, carol, dave]) {
      await expect(showOwnNomination(app, somebody, id)).rejects.toThrow('nomination.not-found')
      await expect(withdrawNomination(app, somebody, id)).rejects.toThrow('nomination.not-found')
    }
    await withdrawNomination(app, alice, id)
    const left = await app.read(async ({ db }) => [
      ...(await db.selectFrom('nominations').selectAll().execute()),
      ...(await db.selectFrom('nomination_evidence').selectAll().execute()),
    ])
    expect(left).toEqual([])
  })

  test.each([
    ['oneself', alice.id, 'nomination.not-oneself'],
    ['a bot', bot.id, 'nomination.nominee-bot'],
    ['who left', gone.id, 'nomination.nominee-left'],
    ['who is of another company', stranger.id, 'nomination.nominee-foreign'],
    ['whom nobody knows', 'NOBODY', 'nomination.nominee-needed'],
  ])('is not for %s', async (_, nomineeId, key) => {
    const roundId = await plan(app)
    await expect(nominated(app, roundId, nomineeId)).rejects.toThrow(key)
  })

  test('is for guests, and by guests', async () => {
    const roundId = await plan(app)
    await nominated(app, roundId, erin.id, alice)
    await nominated(app, roundId, bob.id, erin)
    expect(await wordsAbout(roundId, erin.id)).toEqual([REASON])
  })

  test('is for people of the round’s departments', async () => {
    const roundId = await plan(app, { groupIds: ['SLEADS', 'SDRIVERS'] })
    await expect(nominated(app, roundId)).rejects.toThrow('nomination.not-in-departments')
    await app.write((tx) => replaceGroupMembers(tx, 'SDRIVERS', [bob.id]))
    await nominated(app, roundId)
  })

  test('is not for who stepped aside, nor for who won one of the last rounds', async () => {
    const first = await plan(app)
    await nominated(app, first)
    await nominated(app, first, carol.id)
    await stepAside(app, carol, first)
    await expect(nominated(app, first, carol.id, frank)).rejects.toThrow('nomination.stepped-aside')
    await goTo(app, CLOSE)
    await goTo(app, VOTES_OPEN)
    await vote(app, frank, first, bob.id)
    await goTo(app, VOTES_CLOSE)
    const december = {
      opens: { on: '2026-11-23', at: '09:00' },
      nominationsClose: { on: '2026-12-04', at: '17:00' },
      votesOpen: { on: '2026-12-07', at: '17:00' },
      votesClose: { on: '2026-12-11', at: '17:00' },
    }
    app.clock.setCivil('2026-11-23T10:00:00.000Z')
    const resting = await plan(app, { plan: december, restRounds: '1' })
    await expect(nominated(app, resting)).rejects.toThrow('nomination.rests')
    await nominated(app, resting, carol.id)
    await nominated(app, await plan(app, { plan: december }))
  })

  test('of who left before the votes is not counted among the nominees', async () => {
    const roundId = await plan(app)
    await nominated(app, roundId)
    await nominated(app, roundId, carol.id)
    await app.write((tx) =>
      meetPeople(tx, [newsOf(bob.id, { hasLeft: true, changedAt: '2026-11-10T00:00:00.000Z' })]),
    )
    await goTo(app, CLOSE)
    await goTo(app, VOTES_OPEN)
    await expect(vote(app, frank, roundId, bob.id)).rejects.toThrow('ballot.not-a-nominee')
    await vote(app, frank, roundId, carol.id)
  })
})

describe('evidence', () => {
  test('is of the nominee’s stories, and leaves with them', async () => {
    const roundId = await plan(app)
    const his = await share(app)
    const hers = await share(app, alice, { championIds: [carol.id] })
    await expect(nominated(app, roundId, bob.id, alice, { evidenceIds: [his, hers] })).rejects.toThrow(
      'nomination.evidence-not-theirs',
    )
    const both = await share(app, alice, { championIds: [bob.id, carol.id], words: 'They did it together.' })
    const id = await nominated(app, roundId, bob.id, carol, { evidenceIds: [his, both] })
    await retractStory(app, alice, his)
    await takeNameOff(app, bob, both)
    const { evidence } = await showOwnNomination(app, carol, id)
    expect(evidence).toEqual([])
    await nominated(app, roundId, bob.id, carol, { evidenceIds: evidence.map((story) => story.id) })
  })

  test('is found by words in any order, without case and accents, and only what may be seen', async () => {
    const letter = { authorName: 'Ida Müller', permission: 'no' }
    const story = await share(app, alice, { words: 'Fetched the boiler from Düsseldorf by night.' })
    const told = await share(app, alice, { words: 'Ida Müller could open her shop after all.', letter })
    const finds = async (typed: string, by: typeof alice = carol) =>
      (await findEvidence(app, by, bob.id, typed)).map(({ id }) => id)
    expect(await finds('NIGHT dusseldorf')).toEqual([story])
    expect(await finds('')).toEqual([told, story])
    expect(await finds('shop')).toEqual([told])
    // Whose name is hidden is not found by it either.
    expect(await finds('Müller')).toEqual([])
    expect(await finds('', erin)).toHaveLength(2)
    expect(await finds('', { id: erin.id })).toEqual([])
    await retractStory(app, alice, story)
    expect(await finds('')).toEqual([told])
  })

  test('hides its customer’s name in the reason, too', async () => {
    const roundId = await plan(app)
    const letter = { authorName: 'Ida Berger', permission: 'no' }
    const told = await share(app, alice, { words: 'You saved our opening day, all of you.', letter })
    const reason = `Ida Berger says so herself. ${REASON}`
    await nominated(app, roundId, bob.id, alice, { reason, evidenceIds: [told] })
    expect(await wordsAbout(roundId, bob.id)).toEqual([expect.not.stringContaining('Berger')])
    const { own } = await showNominationOffer(app, alice, { nomineeId: bob.id })
    expect(own?.reason).toBe(reason)
  })

  test('is found without missing what was told in the same moment, however many are looked at at a time', async () => {
    const told: string[] = []
    for (let n = 0; n < 5; n += 1)
      told.push(await share(app, alice, { words: `The boiler, for the ${n}th time.` }))
    const found: string[] = []
    let last: { id: string; toldAt: string } | undefined
    do {
      const page = await app.read((reader) => listEvidenceTexts(reader, bob.id, { most: 2, last }))
      found.push(...page.map(({ id }) => id))
      last = page.at(-1)
    } while (last)
    expect(found.sort()).toEqual(told.sort())
  })
})
