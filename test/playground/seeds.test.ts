import console from 'node:console'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { CELEBRATIONS, LETTERS, ZONE } from '../../playground/demo/cast.ts'
import { thursdayAfternoon } from '../../playground/demo/clock.ts'
import { type Demo, startDemo } from '../../playground/demo/start.ts'
import { partsAt, sayWeekdayAndTime } from '../../playground/page/time/civil.ts'
import { letters, praises } from '../../playground/seeds/letters.ts'
import { eightWeeks } from '../../playground/seeds/tell.ts'
import { weeks } from '../../playground/seeds/weeks.ts'
import type { Message, WireEntry } from '../../playground/server/index.ts'

const MOST_MS = 60_000
const stories = weeks.flatMap((week) => week.stories)
const shared = praises.filter((praise) => praise.shared)
const complaints = jest.spyOn(console, 'error') // Node's own, which the playground has, too

let demo: Demo | undefined
beforeEach(() => void complaints.mockReset())
afterEach(async () => {
  await demo?.stop()
  demo = undefined
})

/** The demo as it is found by somebody who comes in that week, and what Slack refused on the way there. */
async function comeIn(day: string): Promise<{ demo: Demo; refused: WireEntry[] }> {
  const now = thursdayAfternoon(Date.parse(day))
  const { from, tell } = eightWeeks(now)
  let refused: WireEntry[] = []
  const started = await startDemo({
    mode: 'socket',
    now,
    past: {
      from,
      async tell(parts) {
        await tell(parts)
        refused = parts.slack.refused()
      },
    },
  })
  demo = started
  return { demo: started, refused }
}

const when = ({ ts }: Message): string => sayWeekdayAndTime(Number(ts) * 1000, ZONE)
const digestsIn = ({ slack }: Demo): Message[] =>
  slack.messages(CELEBRATIONS).filter(({ text }) => text.startsWith('The week’s WOW stories'))
const isCard = ({ blocks }: Message): boolean => JSON.stringify(blocks).includes('"story.cheer"')

/** The form that the command opens, and closes again. */
async function shown({ slack }: Demo, who: string, typed: string): Promise<string> {
  const person = slack.person(who)
  await person.command('/wow', typed)
  const { blocks } = await person.nextModal()
  await person.close()
  return JSON.stringify(blocks)
}

describe('eight weeks before the visitor comes', () => {
  // In these weeks the clocks change, and two months begin.
  test(
    'stand in Slack as they would have been, and nothing was refused',
    async () => {
      const { demo, refused } = await comeIn('2026-11-05')
      const { slack } = demo
      expect(refused).toEqual([])
      expect(complaints.mock.calls).toEqual([])

      const posts = slack.messages(CELEBRATIONS).filter(({ user }) => user === slack.botUserId)
      const cards = posts.filter(isCard)
      for (const { words, mended } of stories) {
        const [beginning = ''] = (mended?.words ?? words).split('0161')
        expect(cards.filter(({ text }) => text.includes(beginning))).toHaveLength(1)
      }
      expect(cards).toHaveLength(stories.length + letters.length + shared.length)

      const digests = digestsIn(demo)
      expect(digests.map(when)).toEqual(Array.from({ length: 8 }, () => 'Friday 16:00'))
      const boards = posts.filter(({ text }) => text.startsWith('Champions of'))
      expect(boards.map(when)).toEqual(['Thursday 09:00', 'Monday 09:00'])
      const rounds = posts.filter(
        ({ text }) => /Customer Champion of/.test(text) && !digests.some((d) => d.text === text),
      )
      // Opened, reminded, voted, announced; and the one that is half open.
      expect(rounds).toHaveLength(4 + 2)
      expect(rounds[3]?.text).toContain('🏆 Fatima Haddad: Customer Champion of October!')
      expect(rounds.at(-1)?.text).toContain('Nominations for Customer Champion of November close on')
      // The rest is the welcome.
      expect(posts).toHaveLength(cards.length + digests.length + boards.length + rounds.length + 1)

      for (const channel of slack.channels()) {
        const all = channel.timeline.all().map(({ ts }) => Number(ts))
        expect(all).toEqual(all.toSorted((a, b) => a - b))
      }
      expect(sayWeekdayAndTime(demo.clock.now(), ZONE)).toBe('Thursday 14:02')
    },
    MOST_MS,
  )

  test(
    'hold letters in three languages: some shared, one thanked for, one dismissed, and two that wait',
    async () => {
      const { demo, refused } = await comeIn('2026-06-11')
      expect(refused).toEqual([])
      const said = (channel: string) =>
        demo.slack.messages(channel).map(({ blocks }) => JSON.stringify(blocks))
      const cards = said(CELEBRATIONS).filter((text) => text.includes('"story.cheer"'))
      const about = (words: string) => cards.find((card) => card.includes(words))
      expect(about('Dear warm man')).toContain('Shared by Bob Baker, who received it')
      expect(about('Liebe Frau Okafor')).toContain('Jürgen Petersen, Trainer')
      expect(about('Eram três da manhã')).toContain('Com gratidão, Mariana •••')
      expect(about('I asked for one hinge')).toContain('Carol Cook thanked the customer')
      expect(cards.join()).not.toMatch(/Couto|Adeyemi, mends/)
      const waiting = said(LETTERS)
      expect(waiting).toHaveLength(praises.length)
      expect(waiting.filter((text) => text.includes('"praise.share"'))).toHaveLength(2)
      expect(waiting.find((text) => text.includes('Kapitän'))).toContain('it belongs to the ferry')
    },
    MOST_MS,
  )

  test(
    'hold what the visitor should see: a mask, an edit, photos, notes, prizes, and a week worth reading on Friday',
    async () => {
      // The last day of a month: whatever was given in these five weeks may be of the same budget.
      const { demo } = await comeIn('2026-12-31')
      const { slack, clock } = demo
      const cards = slack.messages(CELEBRATIONS).filter(isCard)
      const said = (card: Message) => JSON.stringify(card.blocks)
      expect(cards.some((card) => said(card).includes('the number that saved him, ☎ •••'))).toBe(true)
      expect(cards.some((card) => said(card).includes('She caught the bus.'))).toBe(true)
      const photos = cards
        .flatMap(({ ts }) => slack.replies(CELEBRATIONS, ts))
        .flatMap(({ files = [] }) => files)
      expect(photos.map((id) => slack.file(id)?.altText?.slice(0, 12))).toEqual([
        'A card drawn',
        'A drawing of',
        'A drawing of',
        'An umbrella ',
        'A drawing of',
      ])

      const left = await shown(demo, 'UCAROL', 'prizes')
      expect(left).toContain('£50 left of £100 (£50 promised, £0 handed over)')
      expect(left).toContain('half a day left of 1 day')
      const todo = await shown(demo, 'UDAVE', 'prizes todo')
      expect(todo.match(/award\.handOver/g)).toHaveLength(4)
      expect(todo).toContain('Waiting for approval')
      const shelf = await shown(demo, 'UDAVE', 'prizes')
      expect(shelf).toContain('An umbrella with a duck’s head')
      expect(shelf).toContain('1 left')
      const prizes = digestsIn(demo).map(({ blocks }) => JSON.stringify(blocks).match(/🎁/g)?.length ?? 0)
      expect(prizes).toEqual([1, 1, 0, 1, 1, 1, 1, 1])

      await clock.set(clock.now() + 26 * 3_600_000)
      const digest = await slack.until(() => digestsIn(demo)[8], { timeoutMs: 10_000 })
      expect(digest.text).toContain('7 stories about 6 colleagues')
      const notes = slack.messages(CELEBRATIONS).filter(({ text }) => /[A-Z]\w+ [A-Z]\w+ writes: /.test(text))
      expect(notes).toHaveLength(3)
      expect(slack.refused()).toEqual([])
      expect(complaints.mock.calls).toEqual([])
    },
    MOST_MS,
  )
})

describe('the stories', () => {
  test('are told about others, and cheered by others', () => {
    for (const { by, about, cheers = {} } of stories) {
      expect(about).not.toContain(by)
      expect(
        Object.values(cheers)
          .flat()
          .filter((who) => about.includes(who)),
      ).toEqual([])
    }
  })

  test('are told in the order of time, and the last one just before the visitor comes', () => {
    const now = thursdayAfternoon(Date.parse('2026-11-05'))
    expect(partsAt(now, ZONE)).toMatchObject({ weekday: 4, hour: 14, minute: 2 })
    const last = weeks.at(-1)?.stories.at(-1)
    expect(last).toMatchObject({ on: 'Thu', at: '13:31' })
  })
})
