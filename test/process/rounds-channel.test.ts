import { expect, test } from '@jest/globals'
import { vote } from '../../src/usecases/ballots.ts'
import {
  begins,
  namesOf,
  OPENS,
  openRounds,
  quiet,
  saidOf,
  shows,
  stepsOf,
  VOTES_CLOSE,
  VOTES_OPEN,
  withApp,
} from './rounds.ts'
import { settled } from './world.ts'

const nominations = [
  ['UALICE', 'UBOB'],
  ['UBOB', 'UCAROL'],
] as const
/** On the day on which votes open: hosts hear of a channel once a day. */
const moments = { nominationsClose: '2027-01-18T15:00:00.000Z' }

test('a channel that Plaudit cannot post in any more holds up nothing: hosts hear it once a day, and have it tried again', async () => {
  const world = await openRounds()
  const { slack, running, dave, carol } = world
  const members = ['UALICE', 'UBOB', 'UCAROL', 'UDAVE', slack.botUserId]
  slack.addChannel({ id: 'CSTAGE', name: 'stage', members })
  slack.addChannel({ id: 'CBACKSTAGE', name: 'backstage', private: true, members })
  await running.clock(OPENS)
  const archived = await begins(world, { title: 'Archived', channel: 'CSTAGE', moments, nominations })
  const kicked = await begins(world, { title: 'Kicked', channel: 'CBACKSTAGE', moments, nominations })
  const shown = () => [...slack.messages('CSTAGE'), ...slack.messages('CBACKSTAGE')].length
  await slack.until(() => shown() === 2)
  await slack.archive('CSTAGE')
  await slack.kick('CBACKSTAGE', slack.botUserId)
  await running.clock(moments.nominationsClose)
  await running.clock(VOTES_OPEN)
  await settled(world)
  for (const roundId of [archived, kicked])
    await withApp(world, VOTES_OPEN, (app) => vote(app, dave, roundId, 'UCAROL'))
  const troubles = () => dave.dmMessages().filter((one) => shows(one, 'could not reach'))
  expect(troubles()).toHaveLength(2)
  await running.clock(VOTES_CLOSE)
  await settled(world)

  for (const roundId of [archived, kicked]) {
    expect(namesOf(stepsOf(world, roundId)).at(-1)).toBe('decided')
    expect(saidOf(world, roundId).filter((one) => !one.includes('in C'))).toEqual([
      'round.nominee in UBOB',
      'round.nominee in UCAROL',
      'round.words in UBOB',
      'round.words in UCAROL',
    ])
  }
  expect(carol.dmMessages().filter((one) => shows(one, 'The title is yours'))).toHaveLength(2)
  // Another day.
  expect(troubles()).toHaveLength(4)

  await quiet(world)
  await slack.archive('CSTAGE', false)
  await slack.invite('CBACKSTAGE', slack.botUserId)
  for (const note of troubles().slice(2)) await dave.press(note, 'delivery.retry')
  await slack.until(() => shown() === 4)
  await quiet(world)
  for (const [channel, title] of [
    ['CSTAGE', 'Archived'],
    ['CBACKSTAGE', 'Kicked'],
  ] as const) {
    const posts = slack.messages(channel)
    // The post of the opening says how it ended, and there is nothing to vote for any more.
    expect(posts.map((one) => shows(one, `🏆 ${title}`))).toEqual([false, true])
    expect(posts.some((one) => shows(one, 'ballot.vote') || shows(one, 'round.nominate'))).toBe(false)
  }
  expect(world.read("select * from deliveries where state = 'failed'")).toEqual([])
}, 30_000)
