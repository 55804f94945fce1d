import { expect, test } from '@jest/globals'
import type { Person } from '../../playground/server/index.ts'
import { nominate } from '../../src/usecases/nominations.ts'
import { at } from './prizes.ts'
import {
  begins,
  NOMINATIONS_CLOSE,
  OPENS,
  openRounds,
  postSaying,
  type Rounds,
  saidOf,
  shows,
  stateOf,
  VOTES_CLOSE,
  VOTES_OPEN,
  votes,
  withApp,
} from './rounds.ts'
import { eventually, ROOM, settled } from './world.ts'

test('who leaves before the announcement is not announced, and out of a tie', async () => {
  const world = await openRounds({ more: 4 })
  const { slack, running, alice, bob, dave, colleagues, read } = world
  const [frank, grace, heidi] = [at(colleagues, 0), at(colleagues, 1), at(colleagues, 2)]
  await running.clock(OPENS)
  const clear = await begins(world, {
    title: 'Clear',
    nominations: [
      ['UALICE', 'UBOB'],
      ['UBOB', 'UCAROL'],
      ['UBOB', frank.id],
    ],
  })
  const tied = await begins(world, {
    title: 'Close',
    nominations: [
      ['UALICE', frank.id],
      ['UALICE', 'UCAROL'],
    ],
  })
  await running.clock(NOMINATIONS_CLOSE)
  await running.clock(VOTES_OPEN)
  const [inClear, inTied] = [await postSaying(world, 'Vote: Clear'), await postSaying(world, 'Vote: Close')]
  for (const [voter, nomineeId] of [
    [alice, 'UBOB'],
    [grace, 'UBOB'],
    [heidi, 'UBOB'],
    [dave, 'UCAROL'],
  ] as const)
    await votes(voter, inClear, nomineeId)
  await votes(alice, inTied, frank.id)
  await votes(bob, inTied, 'UCAROL')

  await leaves(world, bob)
  expect(await offered(grace, inClear)).toEqual(['Carol Cook', 'Colleague 0'])
  await running.clock(VOTES_CLOSE)
  await settled(world)
  expect(stateOf(world, tied)).toBe('tied')
  await leaves(world, frank)
  await running.clock('2027-01-27T17:00:00.000Z')
  await settled(world)

  for (const [roundId, title] of [
    [clear, 'Clear'],
    [tied, 'Close'],
  ] as const) {
    expect(read('select person_id from winners where round_id = ?', roundId)).toEqual([
      { person_id: 'UCAROL' },
    ])
    const announced = await postSaying(world, `🏆 ${title}`)
    expect(shows(announced, 'UCAROL')).toBe(true)
    for (const gone of ['Bob Baker', 'UBOB']) expect(shows(announced, gone)).toBe(false)
    expect(shows(announced, 'Colleague 0')).toBe(roundId === clear) // he left after that one
  }
  // What colleagues wrote reaches who is there when it is decided.
  expect(wordsOf(world, clear)).toEqual(['round.words in UCAROL', `round.words in ${frank.id}`])
  expect(wordsOf(world, tied)).toEqual(['round.words in UCAROL'])
  expect(slack.refused()).toEqual([])
}, 30_000)

const wordsOf = (world: Rounds, roundId: string): string[] =>
  saidOf(world, roundId).filter((one) => one.startsWith('round.words'))

async function leaves({ slack, read }: Rounds, who: Person) {
  await slack.changePerson(who.id, { deleted: true })
  const gone = 'select 1 from people where id = ? and left_at is not null'
  await eventually(() => read(gone, who.id).length === 1, `${who.id} to be gone`)
}

const offered = async (by: Person, post: Parameters<Person['suggest']>[0]) =>
  (await by.suggest(post, 'ballot.vote', ''))
    .map((option) => (option as { text: { text: string } }).text.text)
    .toSorted()

test('sixty nominees fit: in the select, in the pages of reasons, in the announcement and in every message', async () => {
  const world = await openRounds({ mode: 'http', more: 62 })
  const { slack, running, alice, colleagues } = world
  await running.clock(OPENS)
  const roundId = await begins(world)
  const nominees = colleagues.slice(0, 60)
  const winner = at(nominees, 0)
  const reason = (by: Person, about: Person) =>
    `${'Helped when it mattered. מילים, كلمات. '.repeat(38)} ${by.id} ${about.id}`
  const written = [
    ...nominees.map((about, nth) => ({ about, by: at(colleagues, (nth + 1) % 60) })),
    ...colleagues.slice(2, 18).map((by) => ({ about: winner, by })),
  ]
  await withApp(world, OPENS, async (app) => {
    for (const { by, about } of written)
      await nominate(app, by, {
        roundId,
        nomineeId: about.id,
        reason: reason(by, about),
        quotable: true,
        evidenceIds: [],
      })
  })
  await running.clock(NOMINATIONS_CLOSE)
  await running.clock(VOTES_OPEN)
  const post = await postSaying(world, 'Vote: Customer Champion of January')

  expect(await offered(at(colleagues, 61), post)).toHaveLength(60)
  expect(await offered(winner, post)).toHaveLength(59)
  await alice.suggest(post, 'ballot.vote', 'colleague 5')
  await votes(alice, post, winner.id)
  const read = await readsAll(alice, post)
  for (const { by, about } of written) expect(read).toContain(`${by.id} ${about.id}`)

  await running.clock(VOTES_CLOSE)
  await settled(world, 20_000)
  const announced = await postSaying(world, '🏆 Customer Champion of January')
  expect(shows(announced, 'Honoured with a nomination')).toBe(true)
  expect(wordsOf(world, roundId)).toHaveLength(60)
  await alice.command('/wow', 'rounds', { channel: ROOM })
  await slack.until(
    () => alice.modal() ?? alice.ephemerals().some((one) => shows(one, 'Customer Champion of January')),
  )
  expect(slack.refused()).toEqual([])
}, 40_000)

/** Everything on all pages of the reasons. */
async function readsAll(by: Person, post: Parameters<Person['press']>[0]): Promise<string> {
  await by.press(post, 'ballot.reasons')
  let page = await by.nextModal()
  let all = JSON.stringify(page.blocks)
  while (JSON.stringify(page.blocks).includes('"reasons.next"')) {
    await by.press(page, 'reasons.next')
    page = await by.nextModal()
    all += JSON.stringify(page.blocks)
  }
  await by.close({ all: true })
  return all
}
