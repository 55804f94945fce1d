import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { insertPrize } from '../../src/store/prizes.ts'
import { updateSettings } from '../../src/store/settings.ts'
import { vote } from '../../src/usecases/ballots.ts'
import { typesAfresh } from '../cli/support.ts'
import { chance } from './random.ts'
import {
  begins,
  countOf,
  happens,
  namesOf,
  openRounds,
  quiet,
  type Rounds,
  saidOf,
  stepsOf,
  withApp,
} from './rounds.ts'
import { eventually, settled } from './world.ts'

const DAY = 24 * 3_600_000
const MINUTE = 60_000

/** So many days ago, at a full minute; fewer than none are to come. */
const ago = (days: number): string =>
  new Date(Math.floor((Date.now() - days * DAY) / MINUTE) * MINUTE).toISOString()

const moments = (opens: number, nominationsClose: number, votesOpen: number, votesClose: number) => ({
  opens: ago(opens),
  nominationsClose: ago(nominationsClose),
  votesOpen: ago(votesOpen),
  votesClose: ago(votesClose),
})

/** A gift, of which there are five. */
async function aPrize(world: Rounds): Promise<string> {
  const cost = { moneyMinor: 10_00, halfDays: 0 }
  const gift = {
    id: 'lamp',
    kind: 'gift',
    name: 'A lamp',
    cost,
    stock: 5,
    revision: 1,
    hasPhoto: false,
  } as const
  await withApp(world, ago(31), ({ store }) =>
    store.write(async (tx) => {
      await updateSettings(tx, [{ key: 'currency', to: 'GBP' }])
      await insertPrize(tx, { ...gift, createdAt: tx.now })
    }),
  )
  return gift.id
}
const nominations = [
  ['UALICE', 'UBOB'],
  ['UBOB', 'UCAROL'],
] as const

test('down over every moment of a round, all that was due happens in order and once, also with two processes', async () => {
  const world = await openRounds()
  await world.running.kill()
  // Last planned first: what is planned on a day sees what is due until then.
  const coming = await begins(world, {
    title: 'Coming',
    repeats: 'month',
    moments: moments(4, -5, -6, -9),
    plannedAt: ago(11),
  })
  const missed = await begins(world, {
    title: 'Missed',
    repeats: 'month',
    moments: moments(9, 7, 6, 1),
    plannedAt: ago(11),
  })
  const open = await begins(world, { title: 'Open', moments: moments(20, 8, 3, -5), nominations })
  const silent = await begins(world, { title: 'Silent', moments: moments(20, 8, 6, 2), nominations })
  const voted = await begins(world, { title: 'Voted', moments: moments(30, 20, 15, 5), nominations })
  await happens(world, ago(20))
  await happens(world, ago(15))
  for (const id of ['UALICE', 'UCAROL', 'UDAVE'])
    await withApp(world, ago(12), (app) => vote(app, { id }, voted, 'UBOB'))

  wasSaid(world)
  const both = await Promise.all([world.start(), world.start()])
  const due = () => world.read('select 1 from rounds where next_due_at <= ?', ago(0))
  await eventually(() => due().length === 0, 'all that was due to have happened')
  await quiet(world)
  const before = everything(world)
  await Promise.all(both.map((one) => one.kill()))
  await world.start()
  await quiet(world)
  expect(everything(world)).toEqual(before)

  const nominees = ['round.nominee in UBOB', 'round.nominee in UCAROL']
  expect(story(world, coming)).toEqual({
    steps: ['planned', 'opened'],
    said: ['round.opened in CCHEERS'],
  })
  expect(story(world, missed)).toEqual({ steps: ['planned', 'unwon'], said: ['round.unwon in UDAVE'] })
  for (const title of ['Coming', 'Missed'])
    expect(world.read("select id from rounds where state = 'planned' and title = ?", title)).toHaveLength(1)
  expect(story(world, open)).toEqual({
    steps: ['planned', 'opened', 'closed', 'votes-opened'],
    said: [...nominees, 'round.vote in CCHEERS'],
  })
  expect(story(world, silent)).toEqual({
    steps: ['planned', 'opened', 'closed', 'votes-opened', 'fell-short'],
    said: ['round.decide in UDAVE', ...nominees],
  })
  expect(story(world, voted)).toEqual({
    steps: ['planned', 'opened', 'closed', 'votes-opened', 'counted', 'decided'],
    said: ['round.announced in CCHEERS', 'round.words in UBOB', 'round.words in UCAROL'],
  })
  // Nothing of one round before what was due of another.
  const taken = world.read<{ due_at: string }>(
    'select due_at from round_steps where due_at is not null order by id',
  )
  const since = taken.map(({ due_at }) => due_at).filter((at) => at > ago(11))
  expect(since).toEqual(since.toSorted())
}, 30_000)

/** What there was to say before it went down, it said. */
function wasSaid({ database }: Rounds): void {
  const db = new SqliteDatabase(database)
  db.exec("update deliveries set state = 'sent' where state = 'waiting'")
  db.close()
}

const everything = ({ read }: Rounds) => [
  read('select id, step from round_steps order by id'),
  read('select id, kind, state from deliveries order by id'),
  read('select id, state from rounds order by id'),
]
const story = (world: Rounds, roundId: string) => ({
  steps: namesOf(stepsOf(world, roundId)),
  said: saidOf(world, roundId),
})

test('killed during the count and during the announcement, it counts, announces and tells once', async () => {
  const dice = chance()
  const world = await openRounds()
  await world.running.kill()
  const voted = await begins(world, {
    title: 'Voted',
    prizeId: await aPrize(world),
    moments: moments(30, 20, 15, 5),
    nominations,
  })
  await happens(world, ago(20))
  await happens(world, ago(15))
  for (const [id, nomineeId] of [
    ['UALICE', 'UBOB'],
    ['UCAROL', 'UBOB'],
    ['UBOB', 'UCAROL'],
  ] as const)
    await withApp(world, ago(12), (app) => vote(app, { id }, voted, nomineeId))

  wasSaid(world)
  const { slack } = world
  for (const words of ['🏆', 'You were nominated for Voted'])
    slack.faults.next('chat.postMessage', {
      kind: 'hang_after',
      when: (args) => JSON.stringify(args).includes(words),
    })
  const counting = await world.start({ wait: false })
  await pause(dice.between(0, 500))
  await counting.kill()
  // Slack has the announcement and a nominee's words, and Plaudit has not heard that.
  const announcing = await world.start({ wait: false })
  for (const said of ['round.announced in CCHEERS', 'round.words in UCAROL'])
    await slack.until(() => saidOf(world, voted).includes(said), { what: said })
  await announcing.kill()
  await world.start()
  await settled(world)

  expect(story(world, voted)).toEqual({
    steps: ['planned', 'opened', 'closed', 'votes-opened', 'counted', 'decided'],
    said: [
      'award.note in UBOB',
      'award.post in CCHEERS',
      'award.todo in UDAVE',
      'round.announced in CCHEERS',
      'round.words in UBOB',
      'round.words in UCAROL',
    ],
  })
  expect(countOf(world, voted)?.votes).toEqual(['UBOB', 'UBOB', 'UCAROL'])
  expect(world.read('select person_id from winners')).toEqual([{ person_id: 'UBOB' }])
  expect(world.read('select entry from ledger_entries')).toHaveLength(1)
  const { code, out } = await typesAfresh('round verify', { DATABASE_PATH: world.database })
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('✓ Voted: 3 ballots counted again') })
}, 30_000)
