import { expect, test } from '@jest/globals'
import type { WireEntry } from '../../playground/server/index.ts'
import { eventually, MODES, ROOM, ready, settled, tell } from './world.ts'

const nth = <T>(list: readonly T[], at: number): T => {
  const found = list.at(at)
  if (found === undefined) throw new Error(`there is no ${at} in a list of ${list.length}`)
  return found
}
const kindOf = ({ kind }: WireEntry) => kind as 'interactive' | 'slash_commands' | 'events_api'

test.each(MODES)(
  'what Slack sends again changes nothing: early, late, or at the same moment (%s)',
  async (mode) => {
    const world = await ready({ mode })
    const { slack, alice, carol, dave, bob } = world
    const cheers = () => world.read<{ n: number }>('select count(*) as n from cheers')[0]?.n

    // A story, submitted three more times at once, and once more when everything is over.
    await tell(alice, 'Bob carried the piano up all the stairs.')
    const submission = nth(slack.sent('view_submission'), -1)
    const again = () => slack.send(kindOf(submission), submission.payload)
    expect((await Promise.all([again(), again(), again()])).every(({ ok }) => ok)).toBe(true)
    await settled(world)
    await again()
    await settled(world)
    expect(slack.messages(ROOM)).toHaveLength(1)
    expect(bob.dmMessages()).toHaveLength(1)
    expect(alice.dmMessages()).toHaveLength(1)
    const card = nth(slack.messages(ROOM), 0)

    // A press of Cheer, sent again after the cheer was taken back.
    await carol.press(card, 'story.cheer')
    const press = nth(slack.sent('block_actions'), -1)
    await Promise.all([1, 2, 3].map(() => slack.send(kindOf(press), press.payload)))
    expect(cheers()).toBe(1)
    await slack.until(() => carol.ephemerals().length === 1)
    await carol.press(card, 'story.cheer')
    await slack.until(() => carol.ephemerals().length === 2)
    await carol.press(nth(carol.ephemerals(), -1), 'story.uncheer')
    await eventually(() => cheers() === 0, 'the cheer to be taken back')
    await slack.send(kindOf(press), press.payload)
    expect(cheers()).toBe(0)
    expect(carol.ephemerals().length).toBeLessThanOrEqual(2)

    // Reactions: every event again, in parallel, also the old ones after the new ones.
    await dave.react(card, 'tada')
    await dave.unreact(card, 'tada')
    await dave.react(card, 'tada')
    await alice.react(card, 'heart')
    await alice.unreact(card, 'heart')
    const ids = slack
      .sent('reaction_added')
      .concat(slack.sent('reaction_removed'))
      .map(({ payload }) => String(payload.event_id))
    await Promise.all([...ids, ...ids.toReversed()].map((id) => slack.redeliver(id, 2)))
    await settled(world)
    expect(world.read('select person_id from cheers')).toEqual([{ person_id: 'UDAVE' }])

    // Somebody talks to Plaudit: one answer, whenever the event comes again.
    await carol.dm('hello')
    const talk = nth(
      slack.sent('message').filter(({ payload }) => (payload.event as { user?: string }).user === 'UCAROL'),
      -1,
    )
    await settled(world)
    await slack.redeliver(String(talk.payload.event_id), 3)
    await settled(world)
    expect(carol.dmMessages()).toHaveLength(2)
  },
  40_000,
)

test('old news about a channel changes nothing', async () => {
  const world = await ready()
  const { slack } = world
  const channel = () =>
    world.read<{ is_archived: number; is_shared: number }>('select is_archived, is_shared from channels')[0]
  for (const isOn of [true, false]) await slack.setShared(ROOM, isOn)
  for (const isOn of [true, false]) await slack.archive(ROOM, isOn)
  await settled(world)
  for (const name of ['channel_shared', 'channel_archive']) {
    await slack.redeliver(String(nth(slack.sent(name), 0).payload.event_id), 2)
  }
  await settled(world)
  expect(channel()).toEqual({ is_archived: 0, is_shared: 0 })
}, 30_000)
