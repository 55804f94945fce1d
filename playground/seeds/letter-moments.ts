import { LETTERS, ZONE } from '../demo/cast.ts'
import type { Mailbox } from '../demo/mailbox.ts'
import { partsAt } from '../page/time/civil.ts'
import type { PretendSlack } from '../server/index.ts'
import { dismissPraise, setUpLetters, shareLetter, sharePraise, thankCustomer } from './letter-acts.ts'
import { type Letter, letters, type Praise, praises } from './letters.ts'
import { type Acts, calendarUpTo, type Moment } from './moments.ts'
import { weeks } from './weeks.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

type Parts<T> = { slack: PretendSlack; mailbox: Mailbox; cheer: Acts<T>['cheer'] }
type Message = Awaited<ReturnType<typeof shareLetter>>

/** What customers wrote in these weeks before `now`, and what colleagues made of it. */
export function letterMoments(now: number, parts: Parts<Message>): Moment[] {
  const when = calendarUpTo(weeks, now)
  const all = [
    { at: when(0, { on: 'Mon', at: '09:04' }), happens: () => setUpLetters(parts.slack) },
    ...letters.map((letter) => letterMoment(letter, when(letter.week, letter), parts)),
    ...praises.flatMap((praise) => praiseMoments(praise, when(praise.week, praise), parts)),
  ]
  return all.filter(({ at }) => at < now)
}

const letterMoment = (letter: Letter, at: number, { slack, cheer }: Parts<Message>): Moment => ({
  at,
  async happens() {
    const card = await shareLetter(slack, letter, { now: at, arrivedOn: dayOf(at - letter.arrived * DAY_MS) })
    await cheer(card, letter.cheers ?? {})
  },
})

function praiseMoments({ mail, ...fate }: Praise, at: number, parts: Parts<Message>): Moment[] {
  const { slack, mailbox, cheer } = parts
  const { shared, dismissed } = fate
  const card = () =>
    slack.until(
      () =>
        slack
          .messages(LETTERS)
          .find(({ blocks }) => JSON.stringify(blocks).includes(mail.words.slice(0, 40))),
      { timeoutMs: 10_000, what: `the letter “${mail.words}”` },
    )
  const arrives = async () => {
    const { status, body } = await mailbox.send({ ...mail, receivedAt: dayOf(at) })
    if (status !== 202) throw new Error(`A letter was answered with ${status}: ${JSON.stringify(body)}`)
    await card()
  }
  const later = (after: number, happens: Moment['happens']): Moment => ({
    at: at + after * MINUTE_MS,
    happens,
  })
  let story: Message | undefined
  const isShared = async ({ by, after, cheers }: NonNullable<Praise['shared']>) => {
    story = await sharePraise(slack, await card(), by, at + after * MINUTE_MS)
    await cheer(story, cheers)
  }
  return [
    { at, happens: arrives },
    ...(shared
      ? [
          later(shared.after, () => isShared(shared)),
          later(shared.after + shared.thankedAfter, async () => {
            if (story) await thankCustomer(slack, story, shared.thankedBy)
          }),
        ]
      : []),
    ...(dismissed ? [later(dismissed.after, async () => dismissPraise(slack, await card(), dismissed))] : []),
  ]
}

function dayOf(at: number): string {
  const { year, month, day } = partsAt(at, ZONE)
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
