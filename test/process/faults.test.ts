import { expect, test } from '@jest/globals'
import type { Fault, Message } from '../../playground/server/index.ts'
import { ROOM, ready, sayings, settled, tell, type World } from './world.ts'

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['the connection breaks before the effect', { kind: 'reset_before' }],
  ['the connection breaks after the effect', { kind: 'reset_after' }],
  ['Slack answers 500 without effect', { kind: '500' }],
  ['Slack answers 500 after the effect', { kind: '500_after' }],
  ['Slack asks to wait', { kind: '429', retryAfter: 1 }],
  ['Slack is late beyond our patience, and then does it', { kind: 'delay', ms: 1_500 }],
  ['Slack does it and says so too late', { kind: 'delay_after', ms: 1_500 }],
  ['Slack never answers, without effect', { kind: 'hang_before' }],
  ['Slack never answers, after the effect', { kind: 'hang_after' }],
  ['Slack shows a page instead', { kind: 'html' }],
  ['Slack shows a page after the effect', { kind: 'html_after' }],
  ['Slack answers nonsense', { kind: 'garbage' }],
  ['Slack answers nonsense after the effect', { kind: 'garbage_after' }],
  ['Slack fails inside', { kind: 'error', error: 'internal_error' }],
]

const about = (words: string) => (args: object) => JSON.stringify(args).includes(words)

/** Alice tells three stories, one after the other. */
async function tellThree({ alice }: World): Promise<void> {
  for (const number of ['first', 'second', 'third'])
    await tell(alice, `The ${number} story of Bob, who helped.`)
}

const shown = (messages: readonly Message[]): string[] =>
  messages.map((message) => /The (\w+) story/.exec(JSON.stringify(message.blocks))?.[1] ?? '?')

test('whatever Slack does to a post, it is made once, and nothing is stuck', async () => {
  const world = await ready()
  const { slack, alice, bob } = world
  const stories = FAULTS.map(([what, fault], index) => ({
    what,
    fault,
    words: `Story ${index}: Bob helped.`,
  }))
  for (const { fault, words } of stories) {
    for (const toRoom of [true, false]) {
      const when = (args: { channel?: unknown }) => (args.channel === ROOM) === toRoom && about(words)(args)
      slack.faults.next('chat.postMessage', { ...fault, when })
    }
  }
  for (const { words } of stories) await tell(alice, words)
  await settled(world, 40_000)
  expect(slack.faults.pending()).toEqual([])
  const counts = stories.map(({ what, words }) => [
    what,
    sayings(slack.messages(ROOM), words),
    sayings(bob.dmMessages(), words),
  ])
  expect(counts).toEqual(FAULTS.map(([what]) => [what, 1, 1]))
  expect(alice.dmMessages()).toHaveLength(FAULTS.length)
}, 60_000)

test('a post in doubt does not keep the next ones from being made, in their order', async () => {
  const world = await ready()
  const { slack } = world
  slack.faults.next('chat.postMessage', { kind: 'hang_before', when: about('The first') })
  await tellThree(world)
  await settled(world)
  expect(shown(slack.messages(ROOM))).toEqual(['second', 'third', 'first'])
}, 30_000)

test('what comes of a dozen faults in a row is still each story once', async () => {
  const world = await ready()
  const { slack, alice } = world
  const kinds = [
    'reset_after',
    '500_after',
    'garbage_after',
    '500',
    'reset_before',
    'html_after',
    'html',
  ] as const
  for (let index = 0; index < 12; index += 1) {
    const kind = kinds[index % kinds.length] ?? '500'
    slack.faults.next('chat.postMessage', { kind })
    if (index % 4 === 0) slack.faults.next('conversations.history', { kind: 'reset_before' })
  }
  for (let index = 0; index < 6; index += 1) await tell(alice, `Story ${index} of many, with Bob in it.`)
  await settled(world, 60_000)
  for (let index = 0; index < 6; index += 1) expect(sayings(slack.messages(ROOM), `Story ${index} `)).toBe(1)
  expect(slack.messages(ROOM)).toHaveLength(6)
}, 80_000)

test('a channel that Slack holds back delays no other, and catches up in order', async () => {
  const world = await ready()
  const { slack, alice, bob, running } = world
  await tell(alice, 'The zeroth story of Bob, who helped.')
  await settled(world)
  slack.faults.next('chat.postMessage', {
    kind: '429',
    retryAfter: 2,
    times: 1,
    when: (args) => args.channel === ROOM,
  })
  await tellThree(world)
  await slack.until(() => slack.calls('chat.postMessage').some(({ fault }) => fault === '429'))
  const asked = slack.calls('chat.postMessage').length
  await bob.dm('hello?')
  await slack.until(() => bob.dmMessages().length > 2, { timeoutMs: 1_500, what: 'an answer to Bob' })
  expect(slack.messages(ROOM)).toHaveLength(1)
  expect(
    slack
      .calls('chat.postMessage')
      .slice(asked)
      .filter((call) => call.payload.channel === ROOM),
  ).toEqual([])
  await settled(world)
  expect(shown(slack.messages(ROOM))).toEqual(['zeroth', 'first', 'second', 'third'])
  expect((await running.get('/metrics')).text).toContain('plaudit_deliveries{state="failed"} 0')
}, 30_000)

test('a change made while the card was under way is on the card in the end', async () => {
  const world = await ready()
  const { slack, alice, bob } = world
  slack.faults.next('chat.postMessage', { kind: 'delay_after', ms: 700 })
  await tell(alice, 'Bob and a helper found the missing crate.')
  await slack.until(() => slack.messages(ROOM).length === 1)
  const card = slack.messages(ROOM)[0]
  if (!card) throw new Error('no card')
  const menu = (card.blocks ?? []).flatMap(
    (block) => (block.elements as { type: string; options?: { value: string }[] }[] | undefined) ?? [],
  )
  const nameOff = menu.flatMap(({ options }) => options ?? []).find(({ value }) => value.includes('name-off'))
  await bob.press(card, 'story.menu', { value: nameOff?.value ?? '' })
  await bob.nextModal()
  await bob.submit({})
  await slack.until(() => sayings(slack.messages(ROOM), 'found the missing crate') === 0, {
    timeoutMs: 10_000,
  })
  await settled(world)
  expect(slack.messages(ROOM)).toHaveLength(1)
}, 30_000)
