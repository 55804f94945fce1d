/** Everybody votes at once, over HTTP: acknowledged on disk, counted, and answered where they pressed. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Json, Message } from '../playground/server/index.ts'
import { addTo, dayOf, timeOf, toInstant } from '../src/domain/time.ts'
import { openStore } from '../src/store/store.ts'
import { nominate } from '../src/usecases/nominations.ts'
import { planRound } from '../src/usecases/rounds.ts'
import { answersOf, cast, votesLike } from './ballots.ts'
import { personId } from './bodies.ts'
import { figure, median, percentile, spread } from './figures.ts'
import { costing, perSecond } from './reactions.ts'
import { ROOM, type Stage, setStage } from './stage.ts'
import type { MeasureOptions, Table } from './table.ts'

const AT_ONCE = 50
const NOMINEES = 20
/** The company's: where its host is. */
const ZONE = 'Europe/London'
const REASON =
  'Stayed two hours longer, found the part that was lost, and called the next day to hear whether it fits.'

export async function measureVotes({ quick, runs, folder, say }: MeasureOptions): Promise<Table> {
  const voters = quick ? 200 : 3_000
  const stage = await setStage(folder, NOMINEES + voters, 1)
  const voterIds = Array.from({ length: voters }, (_, n) => personId(NOMINEES + n))
  const nomineeIds = Array.from({ length: NOMINEES }, (_, n) => personId(n))
  const taken = []
  try {
    for (let run = 0; run < runs; run += 1) {
      say(`votes, run ${run + 1} of ${runs}`)
      let roundId = ''
      const prepare = async (path: string) => {
        roundId = await openVotes(stage, path, nomineeIds)
      }
      const opened = await stage.open(`votes-${run}`, { prepare })
      const sent = await pressOnce(stage, roundId)
      const answers = answersOf(stage.slack, `run-${run}`)
      const { slack } = stage
      const requests = votesLike(sent, { voterIds, nomineeIds, answersAt: answers.at }, slack.signingSecret)
      slack.clearLog()
      taken.push(
        await costing(opened.plaudit, async () => {
          const all = await cast(opened.plaudit.port, requests, AT_ONCE)
          while (answers.all().length < voters) await pause(5)
          return all
        }),
      )
      const counted = opened.count('select count(*) from votes')
      const called = slack.calls().filter(({ name }) => name !== 'chat.update')
      if (counted !== voters + 1 || called.length > 0)
        throw new Error(`${counted} votes and ${called.length} calls, not ${voters + 1} and none`)
      await opened.close()
    }
  } finally {
    await stage.close()
  }
  const longest = taken.map(({ allMs }) => allMs)
  const p99 = taken.map(({ tookMs }) => percentile(tookMs, 0.99))
  return {
    title: `${voters.toLocaleString('en-GB')} people vote at once`,
    columns: ['all ms', 'a second', 'p50 ms', 'p99 ms', 'µs of processor time each'],
    rows: [
      {
        what: `${AT_ONCE} at a time`,
        cells: [
          spread(longest),
          spread(taken.map(perSecond)),
          figure(median(taken.map(({ tookMs }) => percentile(tookMs, 0.5)))),
          spread(p99),
          figure(median(taken.map(({ cpuMicros }) => cpuMicros))),
        ],
        goal: {
          text: 'within a minute, p99 ≤ 1,000 ms',
          reached: median(longest) <= 60_000 && median(p99) <= 1_000,
        },
      },
    ],
    notes: [
      'All were counted, and answered through their response_url; Slack was asked nothing but to show the turn-out.',
    ],
  }
}

/** A round that colleagues were nominated in days ago, and whose votes open as Plaudit starts. @returns its id */
async function openVotes({ slack }: Stage, path: string, nomineeIds: readonly string[]): Promise<string> {
  const now = toInstant(Date.now())
  const opensAt = addTo(now, { days: -9 })
  const clock = { civil: () => opensAt, real: () => now }
  const app = { store: openStore({ path, workspaceId: slack.team.id, clock }), clock }
  const moment = (days: number) => ({
    on: dayOf(addTo(now, { days }), ZONE),
    at: timeOf(addTo(now, { days }), ZONE),
  })
  const host = { id: 'UHOST' }
  try {
    const { id: roundId } = await planRound(app, host, {
      title: 'Customer Champion of the bench',
      criteria: 'Went above and beyond',
      decidedBy: 'everybody',
      channel: ROOM,
      plan: { opens: moment(-9), nominationsClose: moment(-5), votesOpen: moment(-4), votesClose: moment(9) },
    })
    for (const nomineeId of nomineeIds)
      await nominate(app, host, { roundId, nomineeId, reason: REASON, quotable: true, evidenceIds: [] })
    return roundId
  } finally {
    await app.store.close()
  }
}

/** The first vote, by hand. @returns how Slack sent it */
async function pressOnce({ slack }: Stage, roundId: string): Promise<Json> {
  const isVote = ({ blocks }: Message) => JSON.stringify(blocks).includes(`ballot:${roundId}`)
  const post = await slack.until(() => slack.messages(ROOM).findLast(isVote), { timeoutMs: 60_000 })
  const first = slack.person('UTELLER')
  await first.suggest(post, 'ballot.vote', '')
  await first.press(post, 'ballot.vote', { value: personId(0) })
  return slack.sent('block_actions').at(-1)?.payload ?? {}
}
