import { expect, test } from '@jest/globals'
import { ROOM, ready, sayings, settled, tell, type World } from './world.ts'

const failed = async ({ running }: { running: { get(path: string): Promise<{ text: string }> } }) =>
  Number(/plaudit_deliveries\{state="failed"\} (\d+)/.exec((await running.get('/metrics')).text)?.[1])

/** What the host hears of failed posts; that the channel itself was lost is another note. */
const notesOf = ({ dave }: World, error: string) =>
  dave.dmMessages().filter(({ blocks }) => JSON.stringify(blocks).includes(error))

test.each([
  [
    'is_archived',
    (world: World) => world.slack.archive(ROOM),
    (world: World) => world.slack.archive(ROOM, false),
  ],
  [
    'not_in_channel',
    (world: World) => world.slack.kick(ROOM, world.slack.botUserId),
    (world: World) => world.slack.invite(ROOM, world.slack.botUserId),
  ],
] as const)(
  'a story that cannot be posted (%s) is kept, told to the host once, and posted on a press',
  async (error, breakIt, mendIt) => {
    const world = await ready()
    const { slack, alice, bob, dave } = world
    await breakIt(world)
    await settled(world)
    await tell(alice, 'Story one: Bob fetched the parcel.')
    await settled(world)
    await tell(alice, 'Story two: Bob fetched another parcel.')
    await tell(alice, 'Story three: Bob fetched the last parcel.')
    await settled(world)

    expect(await failed(world)).toBe(3)
    expect(slack.messages(ROOM).filter(({ user }) => user === slack.botUserId)).toHaveLength(0)
    expect(bob.dmMessages()).toHaveLength(0)
    expect(alice.dmMessages()).toHaveLength(3) // the reason why it is not there yet
    expect(notesOf(world, error)).toHaveLength(1)

    await mendIt(world)
    const [note] = notesOf(world, error)
    if (!note) throw new Error('no note')
    await dave.press(note, 'delivery.retry')
    await settled(world)
    for (const story of ['one', 'two', 'three']) {
      expect(sayings(slack.messages(ROOM), `Story ${story}:`)).toBe(1)
      expect(sayings(bob.dmMessages(), `Story ${story}:`)).toBe(1)
    }
    expect(await failed(world)).toBe(0)
    // Pressed again, it says nothing twice.
    await dave.press(note, 'delivery.retry')
    await settled(world)
    expect(slack.messages(ROOM).filter(({ metadata }) => metadata)).toHaveLength(3)
  },
  40_000,
)
