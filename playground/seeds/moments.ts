import { ZONE } from '../demo/cast.ts'
import { instantOf, partsAt } from '../page/time/civil.ts'
import type { Prize, Shelf, Story, Week, Weekday, When } from './shapes.ts'

const MINUTE_MS = 60_000
const WEEKDAYS: Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** What happens at an instant; `chat` is between people, and Plaudit need not know what time it is. */
export type Moment = { at: number; chat?: boolean; happens(): Promise<unknown> }

/**
 * All that can happen; each resolves when it is there to be seen. `T` is what is kept of a message, so that others can
 * answer it.
 */
export type Acts<T> = {
  setUp(): Promise<unknown>
  /** Somebody puts away a form that they have open for a story, for something else. */
  putAway(who: Story['by']): Promise<unknown>
  /** Opens the forms of stories to be told this week. */
  prepare(stories: readonly Story[]): Promise<unknown>
  tell(story: Story): Promise<T>
  mend(told: T, story: Story, words: string): Promise<unknown>
  remark(remark: Week['remarks'][number]): Promise<T>
  cheer(told: T, cheers: NonNullable<Story['cheers']>): Promise<unknown>
  uncheer(told: T, cheers: NonNullable<Story['uncheers']>): Promise<unknown>
  reply(told: T, by: Story['by'], says: string): Promise<unknown>
  fillShelf(shelf: Shelf): Promise<unknown>
  award(told: T, story: Story, prize: Prize): Promise<unknown>
  handOver(prize: Prize): Promise<unknown>
  /** Since then the preview is there, and hosts make their choices. */
  preview(since: number, friday: NonNullable<Week['friday']>): Promise<unknown>
  /** The app posts something by itself: a digest, a month's board. */
  postedByItself(since: number): Promise<unknown>
}

/** Eight o'clock on the Monday of the first week; `now` is a day of the last one. */
export const beginning = (weeks: readonly Week[], now: number): number =>
  calendarUpTo(weeks, now)(0, { on: 'Mon', at: '08:00' })

/** Everything that happens in these weeks before `now`, a day of the last one, in the order of time. */
export function momentsOf<T>(weeks: readonly Week[], now: number, acts: Acts<T>): Moment[] {
  const when = calendarUpTo(weeks, now)
  const all = [
    { at: when(0, { on: 'Mon', at: '09:03' }), happens: acts.setUp },
    ...weeks.flatMap((week, index) => [
      {
        at: when(index, { on: 'Mon', at: '09:05' }),
        chat: true,
        happens: () => acts.prepare(week.stories),
      },
      ...week.stories.flatMap((story) => storyMoments(story, when(index, story), acts)),
      ...shelfMoments(week, index, when, acts),
      ...week.remarks.flatMap((remark) => remarkMoments(remark, when(index, remark), acts)),
      ...fridayMoments(week, when(index, { on: 'Fri', at: '10:00' }), acts),
    ]),
    ...firstWorkingDays(when(0, { on: 'Tue', at: '00:00' }), now).map((at) => ({
      at,
      happens: () => acts.postedByItself(at),
    })),
  ]
  return all.filter(({ at }) => at < now).sort((a, b) => a.at - b.at)
}

function storyMoments<T>(story: Story, at: number, acts: Acts<T>): Moment[] {
  const { cheers = {}, uncheers = [], replies = [], mended, prizes = [] } = story
  // Nobody sees when an emoji came: it may come at once.
  const tell = async () => {
    const told = await acts.tell(story)
    await acts.cheer(told, cheers)
    await acts.uncheer(told, uncheers)
    return told
  }
  return afterwards(at, tell, [
    ...repliesTo(replies, acts),
    ...(mended ? [[mended.after, (told: T) => acts.mend(told, story, mended.words)] as const] : []),
    ...prizes.flatMap((prize) => prizeMoments(prize, story, acts)),
  ])
}

function prizeMoments<T>(prize: Prize, story: Story, acts: Acts<T>): Afterwards<T>[] {
  const { after, handedOver } = prize
  return [
    [after, (told) => acts.award(told, story, prize)],
    ...(handedOver ? [[after + handedOver.after, () => acts.handOver(prize)] as const] : []),
  ]
}

const shelfMoments = <T>(
  { shelf }: Week,
  index: number,
  when: (week: number, when: When) => number,
  acts: Acts<T>,
): Moment[] => (shelf ? [{ at: when(index, shelf), happens: () => acts.fillShelf(shelf) }] : [])

function remarkMoments<T>(remark: Week['remarks'][number], at: number, acts: Acts<T>): Moment[] {
  const { reactions = {}, replies = [] } = remark
  const say = async () => {
    const said = await acts.remark(remark)
    await acts.cheer(said, reactions)
    return said
  }
  return afterwards(at, say, repliesTo(replies, acts)).map((moment) => ({ ...moment, chat: true }))
}

function fridayMoments<T>({ friday = {} }: Week, at: number, acts: Acts<T>): Moment[] {
  const digestAt = at + 6 * 60 * MINUTE_MS
  return [
    { at, happens: () => acts.preview(at, friday) },
    { at: digestAt, happens: () => acts.postedByItself(digestAt) },
  ]
}

/** So many minutes later, and whether it is `chat`. */
type Afterwards<T> = readonly [minutes: number, what: (told: T) => Promise<unknown>, chat?: boolean]

const repliesTo = <T>(replies: NonNullable<Story['replies']>, acts: Acts<T>): Afterwards<T>[] =>
  replies.map(({ by, after, says }) => [after, (told: T) => acts.reply(told, by, says), true] as const)

/** Something is said, and others answer it so many minutes later. */
function afterwards<T>(at: number, say: () => Promise<T>, later: Afterwards<T>[]): Moment[] {
  let said: T | undefined
  return [
    {
      at,
      async happens() {
        said = await say()
      },
    },
    ...later.map(([minutes, what, chat = false]) => ({
      at: at + minutes * MINUTE_MS,
      chat,
      async happens() {
        if (said !== undefined) await what(said)
      },
    })),
  ]
}

/** Turns the days and hours of the weeks into instants. */
export function calendarUpTo(weeks: readonly Week[], now: number): (week: number, when: When) => number {
  const today = partsAt(now, ZONE)
  return (week, { on, at }) => {
    const [hours = 0, minutes = 0] = at.split(':').map(Number)
    const days = (week - weeks.length + 1) * 7 + WEEKDAYS.indexOf(on) + 1 - today.weekday
    return instantOf(ZONE, today.year, today.month, today.day + days, hours) + minutes * MINUTE_MS
  }
}

/** Nine o'clock on each month's first Monday to Friday: last month's board is due. */
function firstWorkingDays(from: number, to: number): number[] {
  const found: number[] = []
  for (let ms = from; ms < to; ms += 86_400_000) {
    const { year, month, day, weekday } = partsAt(ms + 12 * 3_600_000, ZONE)
    const isFirst = weekday <= 5 && (day === 1 || (day <= 3 && weekday === 1))
    if (isFirst) found.push(instantOf(ZONE, year, month, day, 9))
  }
  return found
}
