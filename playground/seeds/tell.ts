import { readFileSync } from 'node:fs'
import { CELEBRATIONS } from '../demo/cast.ts'
import type { Parts, Past } from '../demo/start.ts'
import type { Message, Person, PretendSlack } from '../server/index.ts'
import { type SeedStory, STORIES } from './stories.ts'

const DAY_MS = 86_400_000
const WEEKS = 8
const FRIDAY = 5
const DIGEST_MINUTE = 16 * 60 + 1

/** What happens at a moment of civil time. */
type Moment = { at: number; happen(): Promise<unknown> }

/**
 * Eight weeks as they would have been: set up by Dave, told through the form, cheered, answered, and on every Friday
 * the digest. All through the app's front door, in the order of time. `now` is the Thursday at which a visitor comes in.
 */
export function eightWeeks(now: number): Past {
  const monday = now - (now % DAY_MS) - 3 * DAY_MS - WEEKS * 7 * DAY_MS
  const moment = (week: number, day: number, minutes: number): number => {
    const midnight = monday + (week * 7 + day - 1) * DAY_MS
    return midnight + minutes * 60_000 - londonAhead(midnight)
  }
  const moments = ({ slack }: Parts): Moment[] => [
    { at: moment(0, 1, 9 * 60), happen: () => setUp(slack) },
    ...STORIES.map((story) => ({
      at: moment(story.week, story.day, minutesOf(story.at)),
      happen: () => tell(slack, story),
    })),
    ...Array.from({ length: WEEKS }, (_, week) => ({
      at: moment(week, FRIDAY, DIGEST_MINUTE),
      happen: () => digest(slack),
    })),
  ]
  return {
    from: moment(0, 1, 8 * 60),
    async tell(parts) {
      const past = moments(parts).filter(({ at }) => at < now)
      for (const { at, happen } of past.sort((a, b) => a.at - b.at)) {
        await parts.clock.set(at)
        await happen()
      }
    },
  }
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const londonAhead = (at: number): number => {
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: 'numeric',
    hourCycle: 'h23',
  })
  return Number(hour.format(at)) * 3_600_000 - (at % DAY_MS)
}

/** Dave sets Plaudit up, and posts its welcome. */
export async function setUp(slack: PretendSlack): Promise<void> {
  const dave = slack.person('UDAVE')
  await dave.command('/wow', 'setup', { channel: CELEBRATIONS })
  await dave.nextModal()
  const { outcome, errors } = await dave.submit({
    celebrationChannel: CELEBRATIONS,
    hostIds: ['UDAVE'],
    managerIds: ['UCAROL'],
  })
  if (outcome !== 'updated') throw new Error(`the setup was answered: ${outcome} ${JSON.stringify(errors)}`)
  await dave.submit()
  await slack.until(() => slack.messages(CELEBRATIONS).some(isByApp(slack)), { what: 'the welcome' })
}

async function tell(slack: PretendSlack, story: SeedStory): Promise<void> {
  const before = cards(slack).length
  const teller = slack.person(story.by)
  await teller.command('/wow', '', { channel: CELEBRATIONS })
  const form = await teller.nextModal()
  if (story.customer !== undefined || story.thanks !== undefined) {
    await teller.press(form, 'story.more')
    await slack.until(() => JSON.stringify(form.blocks).includes('customerName'))
  }
  await teller.submit(answersOf(story, teller))
  const card = await slack.until(() => cards(slack)[before], { timeoutMs: 10_000, what: story.words })
  if (story.photo)
    await slack.until(() => slack.replies(CELEBRATIONS, card.ts).length > 0, { timeoutMs: 10_000 })
  for (const [who, how] of story.cheers ?? []) await cheer(slack.person(who), card, how)
  for (const [who, words] of story.replies ?? [])
    await slack.person(who).says(CELEBRATIONS, words, { thread: card.ts })
}

const answersOf = ({ about, words, lesson, kind, customer, thanks, photo }: SeedStory, teller: Person) => ({
  championIds: about,
  words,
  customerKind: kind ?? 'customer',
  ...(lesson !== undefined && { lesson }),
  ...(customer !== undefined && { customerName: customer }),
  ...(thanks !== undefined && { thanks }),
  ...(photo !== undefined && {
    photo: teller.upload({
      name: photo.file,
      data: readFileSync(new URL(`photos/${photo.file}`, import.meta.url)),
    }),
    photoDescription: photo.shows,
  }),
})

async function cheer(person: Person, card: Message, how: string): Promise<void> {
  if (how === 'button') await person.press(card, 'story.cheer')
  else await person.react(card, how)
}

/** The digest was due when the clock was set; here it is awaited. */
async function digest(slack: PretendSlack): Promise<void> {
  const before = slack.messages(CELEBRATIONS).filter(isByApp(slack)).length
  await slack
    .until(() => slack.messages(CELEBRATIONS).filter(isByApp(slack)).length > before, { timeoutMs: 5000 })
    .catch(() => console.error('A Friday passed without a digest.'))
}

const isByApp =
  (slack: PretendSlack) =>
  ({ user }: Message): boolean =>
    user === slack.botUserId

const cards = (slack: PretendSlack): Message[] =>
  slack
    .messages(CELEBRATIONS)
    .filter((message) => JSON.stringify(message.blocks ?? []).includes('story.cheer'))
