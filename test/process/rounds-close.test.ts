import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { Json, Person } from '../../playground/server/index.ts'
import { at } from './prizes.ts'
import type { Process } from './process.ts'
import {
  begins,
  countOf,
  NOMINATIONS_CLOSE,
  namesOf,
  OPENS,
  openRounds,
  postSaying,
  press,
  REASON,
  type Rounds,
  shows,
  stateOf,
  stepsOf,
  VOTES_CLOSE,
  VOTES_OPEN,
} from './rounds.ts'
import { eventually, MODES, ROOM, sayings, settled } from './world.ts'

const before = (close: string, ms: number): string => new Date(Date.parse(close) - ms).toISOString()

/** It becomes that time by itself: what is due then is done a little later. */
async function comes(running: Process, close: string): Promise<void> {
  await running.clock(before(close, 50))
  const now = async () => (JSON.parse((await running.get('/clock')).text) as { at: string }).at
  await eventually(async () => (await now()) >= close, `${close} to come`)
}

async function opensForm(by: Person): Promise<void> {
  await by.command('/wow', 'nominate @bob', { channel: ROOM })
  await by.nextModal()
}

/** @returns whether it was taken; when it was not, it says so, and the words are still there */
async function nominates(by: Person): Promise<boolean> {
  const { outcome, errors } = await by.submit({ reason: `${REASON} So says ${by.id}.` })
  if (outcome === 'updated') return true
  expect(Object.values(errors)).toEqual([
    'Nominations for Customer Champion of January are closed. Tell the story with /wow, so that it is not lost.',
  ])
  expect(JSON.stringify([...(by.modal()?.state.get('reason')?.values() ?? [])])).toContain(by.id)
  return false
}

const nominatorsIn = ({ read }: Rounds) =>
  read<{ by: string; at: string }>('select nominator_id as "by", made_at as "at" from nominations order by 1')

test.each(MODES)(
  'nominations at the very second of the close: what is acknowledged counts (%s)',
  async (mode) => {
    const world = await openRounds({ mode, more: 6 })
    const { running, slack, bob, colleagues } = world
    await running.clock(OPENS)
    const roundId = await begins(world)
    await Promise.all(colleagues.map(opensForm))
    await running.clock(before(NOMINATIONS_CLOSE, 1_000))
    expect(await nominates(at(colleagues, 0))).toBe(true)
    // The second has come, and nobody has looked at the clock yet.
    await comes(running, NOMINATIONS_CLOSE)
    expect(await nominates(at(colleagues, 1))).toBe(false)
    await running.clock(NOMINATIONS_CLOSE)
    expect(stateOf(world, roundId)).toBe('closed')
    expect(await nominates(at(colleagues, 3))).toBe(false)
    // A host's clock is turned back: the close stays what it is.
    await running.clock(before(NOMINATIONS_CLOSE, 60_000))
    expect(await nominates(at(colleagues, 2))).toBe(false)
    await settled(world)

    expect(nominatorsIn(world).map(({ by }) => by)).toEqual(['UMORE0'])
    expect(namesOf(stepsOf(world, roundId))).toEqual(['planned', 'opened', 'reminded', 'closed'])
    expect(sayings(bob.dmMessages(), 'Customer Champion of January')).toBe(1)
    expect(slack.refused()).toEqual([])
  },
  30_000,
)

test('nominations sent while the close happens are either counted or refused, and no nominee is forgotten', async () => {
  const world = await openRounds({ mode: 'http', more: 12 })
  const { running, bob, colleagues } = world
  await running.clock(OPENS)
  const roundId = await begins(world)
  await Promise.all(colleagues.map(opensForm))
  await running.clock(before(NOMINATIONS_CLOSE, 60_000))
  // Some are on their way when it strikes, and some come after.
  const sent = colleagues.map(async (by, nth) => {
    await pause(nth * 4)
    return { by: by.id, isTaken: await nominates(by) }
  })
  await pause(20)
  await running.clock(NOMINATIONS_CLOSE)
  const taken = (await Promise.all(sent)).filter(({ isTaken }) => isTaken).map(({ by }) => by)
  await settled(world)
  const kept = nominatorsIn(world)
  expect(kept.map(({ by }) => by)).toEqual(taken.toSorted())
  expect(kept.every((one) => one.at < NOMINATIONS_CLOSE)).toBe(true)
  expect(stateOf(world, roundId)).toBe(kept.length > 0 ? 'closed' : 'unwon')
  expect(sayings(bob.dmMessages(), 'Customer Champion of January')).toBe(kept.length > 0 ? 1 : 0)
}, 30_000)

/** The votes that somebody was told are theirs. */
const isTaken = (answer: string) => {
  if (answer.includes('Your vote for Customer Champion of January is for')) return true
  expect(answer).toContain(
    'Votes for Customer Champion of January are closed. /wow rounds shows what came of it.',
  )
  return false
}

const pressedAnew = (payload: Json): Json => ({
  ...payload,
  actions: (payload.actions as Json[]).map((action) => ({ ...action, action_ts: '1800000000.000001' })),
})

const voteOf = ({ read }: Rounds, voterId: string): string[] =>
  read<{ nominee_id: string }>('select nominee_id from votes where voter_id = ?', voterId).map(
    ({ nominee_id }) => nominee_id,
  )

test.each(MODES)(
  'one voter on two devices has one vote, and no vote is taken after the close (%s)',
  async (mode) => {
    const world = await openRounds({ mode, more: 16 })
    const { running, slack, alice, colleagues } = world
    const roundId = await begins(world, {
      nominations: [
        ['UALICE', 'UBOB'],
        ['UBOB', 'UCAROL'],
      ],
    })
    await running.clock(NOMINATIONS_CLOSE)
    await running.clock(VOTES_OPEN)
    const post = await postSaying(world, 'Vote: Customer Champion of January')
    await settled(world)
    for (const voter of [alice, ...colleagues]) await voter.suggest(post, 'ballot.vote', '')
    // Slack is slow to bring it up to date: the select is still there when votes are closed.
    slack.faults.next('chat.update', { kind: '429', retryAfter: 60, times: Number.POSITIVE_INFINITY })

    // Two devices at once: whichever comes last is the one, and the voter reads which.
    slack.faults.next('interactive', { kind: 'late', ms: 300 })
    const [first, second] = [press(alice, post, 'UBOB'), press(alice, post, 'UCAROL')]
    await Promise.all([first, second])
    expect(voteOf(world, 'UALICE')).toEqual(['UBOB'])
    await Promise.all(['UCAROL', 'UBOB', 'UCAROL', 'UBOB'].map((id) => press(alice, post, id)))
    const own = voteOf(world, 'UALICE')
    expect(own).toHaveLength(1)
    await alice.command('/wow', 'vote', { channel: ROOM })
    await slack.until(() => alice.ephemerals().some((one) => shows(one, 'To change it')))
    expect(JSON.stringify(alice.ephemerals().at(-1))).toContain(
      own[0] === 'UBOB' ? 'Bob Baker' : 'Carol Cook',
    )

    // The same presses once more, in any order, are the same presses.
    const again = slack.sent('block_actions').map(({ payload }) => payload)
    const answered = alice.ephemerals().length
    expect(again).toHaveLength(6)
    const redelivered = () => Promise.all(again.map((payload) => slack.send('interactive', payload)))
    expect((await redelivered()).every(({ ok }) => ok)).toBe(true)
    expect(voteOf(world, 'UALICE')).toEqual(own)

    await running.clock(before(VOTES_CLOSE, 60_000))
    const [early = [], late = []] = [colleagues.slice(0, 3), colleagues.slice(3)]
    for (const by of early) expect(isTaken(await press(by, post, 'UCAROL'))).toBe(true)
    await comes(running, VOTES_CLOSE)
    expect(isTaken(await press(at(colleagues, 0), post, 'UBOB'))).toBe(false)
    await running.clock(before(VOTES_CLOSE, 60_000))
    const sent = late.map(async (by, nth) => {
      await pause(nth * 4)
      return press(by, post, 'UCAROL')
    })
    await pause(25)
    await running.clock(VOTES_CLOSE)
    const taken = (await Promise.all(sent)).filter(isTaken)
    await settled(world)
    const count = countOf(world, roundId)
    expect(count?.votes).toEqual([...own, ...[...early, ...taken].map(() => 'UCAROL')].toSorted())
    expect(world.read('select * from votes')).toEqual([])

    // Also in a post that still shows the select, on a device that was asleep.
    expect((await redelivered()).every(({ ok }) => ok)).toBe(true)
    expect((await slack.send('interactive', pressedAnew(at(again, 0)))).ok).toBe(true)
    await slack.until(() => alice.ephemerals().length > answered)
    expect(isTaken(JSON.stringify(alice.ephemerals().at(-1)))).toBe(false)
    await running.kill()
    await world.start()
    expect((await redelivered()).every(({ ok }) => ok)).toBe(true)
    await settled(world)
    expect(countOf(world, roundId)).toEqual(count)
    expect(world.read('select * from votes')).toEqual([])
    expect(world.read('select * from turnout')).toHaveLength(1 + early.length + taken.length)
    expect(alice.ephemerals()).toHaveLength(answered + 1)
    expect(sayings(slack.messages(ROOM), '🏆 Customer Champion of January')).toBe(1)
  },
  30_000,
)
