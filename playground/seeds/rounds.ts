import { CELEBRATIONS, ZONE } from '../demo/cast.ts'
import { partsAt } from '../page/time/civil.ts'
import type { Message, PretendSlack } from '../server/index.ts'
import { nextPost } from './front-door.ts'
import { calendarUpTo, type Moment } from './moments.ts'
import { nominate, openRound, voteFor } from './round-acts.ts'
import type { When, Who } from './shapes.ts'
import { weeks } from './weeks.ts'

export type SeededNomination = {
  when: When
  by: Who
  who: Who
  /** Which of the criteria, from 0. */
  criterion: number
  why: string
  quotable?: boolean
  /** What is typed to find the story that shows it. */
  evidence?: string
}

export type SeededRound = {
  title: string
  honours: string
  criteria: string[]
  prize: string
}

/** The fields of the form's four moments. */
export type Moments = Record<string, string>

type Planned = {
  /** Counted in weeks from the first. */
  week: number
  opens: When
  nominationsClose: When
  votesOpen: When
  /** In the week after. */
  votesClose: When
  nominations: SeededNomination[]
  votes: [by: Who, who: Who][]
}

const honours = 'Somebody who went out of their way for a customer, and left it easier for the next one.'
const criteria = ['Went out of their way', 'Made it easier for the next one']

const past: Planned = {
  week: weeks.length - 4,
  opens: { on: 'Mon', at: '10:00' },
  nominationsClose: { on: 'Thu', at: '12:00' },
  votesOpen: { on: 'Fri', at: '09:30' },
  votesClose: { on: 'Thu', at: '15:00' },
  nominations: [
    {
      ...{
        when: { on: 'Mon', at: '11:10' },
        by: 'alice',
        who: 'fatima',
        criterion: 0,
        quotable: true,
        evidence: 'bear',
      },
      why: 'Whoever calls at night and is put through to Fatima has been lucky that day. She does not hand a problem on: she stays with it until somebody sleeps again, and that is never her.',
    },
    {
      ...{ when: { on: 'Tue', at: '09:20' }, by: 'grace', who: 'fatima', criterion: 1, evidence: 'library' },
      why: 'She wrote down what she did, every single time, so that the next one of us who has the night shift does not have to be Fatima to do it.',
    },
    {
      ...{ when: { on: 'Tue', at: '15:45' }, by: 'ines', who: 'henrik', criterion: 0, quotable: true },
      why: 'Henrik repairs things that nobody sells any more, for people who have given up asking. He never says what it cost him, so I am saying it here.',
    },
  ],
  votes: [
    ['alice', 'fatima'],
    ['carol', 'fatima'],
    ['jun', 'henrik'],
    ['dave', 'fatima'],
    ['henrik', 'fatima'],
  ],
}

/** Nominations are open when the visitor comes in; on Friday at four votes are, and a week later there is a champion. */
const current: Planned = {
  week: weeks.length - 1,
  opens: { on: 'Mon', at: '10:00' },
  nominationsClose: { on: 'Fri', at: '14:00' },
  votesOpen: { on: 'Fri', at: '15:00' },
  votesClose: { on: 'Fri', at: '15:00' },
  nominations: [
    {
      ...{
        when: { on: 'Tue', at: '10:05' },
        by: 'grace',
        who: 'bob',
        criterion: 0,
        quotable: true,
        evidence: 'airport',
      },
      why: 'Forty mattresses, one van that hardly starts, and a storm. Bob did not ask whose job it was. He asked how many children there were, and drove twice.',
    },
    {
      ...{
        when: { on: 'Tue', at: '17:30' },
        by: 'jun',
        who: 'ines',
        criterion: 1,
        quotable: true,
        evidence: 'Portuguese',
      },
      why: 'Inês turned the hardest call of the month into a page that everybody on the support desk now has open. I have used it three times since, and so have others.',
    },
    {
      ...{ when: { on: 'Wed', at: '09:15' }, by: 'carol', who: 'bob', criterion: 1, evidence: 'keys' },
      why: 'He wrote his list of who has what in which cellar on the wall of the workshop, with telephone numbers. The next storm will find us readier for it.',
    },
  ],
  votes: [],
}

type PutAway = (who: Who) => Promise<unknown>

/** The rounds of these weeks before `now`: one that is over, and one that is half open. */
export function roundMoments(now: number, slack: PretendSlack, putAway: PutAway): Moment[] {
  const when = calendarUpTo(weeks, now)
  return [past, current]
    .flatMap((planned) => momentsOfRound(planned, when, { slack, putAway }))
    .filter(({ at }) => at < now)
}

function momentsOfRound(
  planned: Planned,
  when: (week: number, when: When) => number,
  { slack, putAway }: { slack: PretendSlack; putAway: PutAway },
): Moment[] {
  const { week, nominations, votes } = planned
  const closesAt = when(week + 1, planned.votesClose)
  const title = `Customer Champion of ${monthOf(when(week, planned.opens))}`
  const moments = {
    ...typed('opens', when(week, planned.opens)),
    ...typed('nominationsClose', when(week, planned.nominationsClose)),
    ...typed('votesOpen', when(week, planned.votesOpen)),
    ...typed('votesClose', closesAt),
  }
  const remindsAt = when(week, planned.nominationsClose) - 2 * DAY_MS
  let post: Message | undefined
  return [
    {
      at: when(week, planned.opens),
      async happens() {
        await putAway('dave')
        post = await openRound(slack, { title, honours, criteria, prize: 'A voucher' }, moments)
      },
    },
    ...nominations.map((nomination) => ({
      at: when(week, nomination.when),
      async happens() {
        await putAway(nomination.by)
        if (post) await nominate(slack, post, nomination)
      },
    })),
    // What is said by itself is waited for, so that nobody takes it for the answer to something else.
    ...[remindsAt, when(week, planned.votesOpen), closesAt].map((at) => ({
      at,
      happens: () => nextPost(slack, CELEBRATIONS, at, `what is due in “${title}”`),
    })),
    ...votes.map(([by, who], index) => ({
      at: when(week, planned.votesOpen) + (index + 1) * 7 * MINUTE_MS,
      happens: () => voteFor(slack, by, who, title),
    })),
  ]
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** As the form's day and time fields take it. */
function typed(moment: string, at: number): Moments {
  const { year, month, day, hour, minute } = partsAt(at, ZONE)
  const two = (n: number) => String(n).padStart(2, '0')
  return { [moment]: `${year}-${two(month)}-${two(day)}`, [`${moment}Time`]: `${two(hour)}:${two(minute)}` }
}

const monthOf = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: ZONE }).format(at)
