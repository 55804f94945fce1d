/** The outbox at Slack's pace: a post a second in each channel, and one channel into which nothing can be said. */
import { setTimeout as pause } from 'node:timers/promises'
import { createClock } from '../src/clock.ts'
import { openStore } from '../src/store/store.ts'
import { deliver } from '../src/usecases/deliveries.ts'
import { personId } from './bodies.ts'
import { figure } from './figures.ts'
import { type Stage, setStage } from './stage.ts'
import type { MeasureOptions, Table } from './table.ts'

const CHANNELS = 20
const BLOCKED = 'CBLOCKED'

/** When each post arrived, by channel. Milliseconds. */
type Arrivals = ReadonlyMap<string, readonly number[]>

export async function measureOutbox({ quick, folder, say }: MeasureOptions): Promise<Table> {
  const each = quick ? 3 : 50
  const stage = await setStage(folder, 5, 1)
  try {
    const { slack } = stage
    const channels = Array.from({ length: CHANNELS }, (_, n) => `COUTBOX${n}`)
    for (const id of [...channels, BLOCKED])
      slack.addChannel({ id, name: id.toLowerCase(), members: [personId(0), slack.botUserId] })
    slack.setRates('real')
    say(`${each * CHANNELS} posts in ${CHANNELS} channels, which takes ${each} s`)
    const alone = await drain(stage, 'alone', channels, each, [])
    say('the same beside a channel that is blocked')
    const beside = await drain(stage, 'beside', channels, each, [BLOCKED])
    const ideal = each - 1
    return {
      title: `${each * CHANNELS} deliveries to ${CHANNELS} channels, at one post a second in each`,
      columns: ['s from first to last', 'ideal: s', 'more, %', 'slowest channel: s'],
      rows: [
        rowOf('every channel takes posts', alone, ideal),
        rowOf('beside one that never answers', beside, ideal),
      ],
      notes: [
        'The pretend Slack counts as Slack does, and refuses what comes too early. None was said twice.',
      ],
    }
  } finally {
    await stage.close()
  }
}

/** Plaudit finds so many deliveries for each channel when it starts. @returns when each arrived */
async function drain(
  { slack, open }: Stage,
  name: string,
  channels: readonly string[],
  each: number,
  blocked: readonly string[],
): Promise<Arrivals> {
  const arrivals = new Map<string, number[]>(channels.map((id) => [id, []]))
  const unlisten = slack.onChange((change) => {
    if (change.kind === 'message' && change.what === 'posted')
      arrivals.get(change.channel)?.push(performance.now())
  })
  slack.faults.next('chat.postMessage', {
    kind: 'hang_before',
    times: Number.POSITIVE_INFINITY,
    when: ({ channel }) => blocked.includes(String(channel)),
  })
  const opened = await open(`outbox-${name}`, {
    prepare: (path) => writeDeliveries(path, slack.team.id, [...blocked, ...channels], each),
  })
  const giveUpAt = performance.now() + 4_000 * each
  while ([...arrivals.values()].some((times) => times.length < each)) {
    if (performance.now() > giveUpAt) throw new Error('the outbox did not drain')
    await pause(20)
  }
  unlisten()
  slack.faults.clear()
  await opened.close()
  if ([...arrivals.values()].some((times) => times.length > each)) throw new Error('something was said twice')
  return arrivals
}

/** A page of help to each channel in turn: the smallest thing that can be said anywhere. */
async function writeDeliveries(
  path: string,
  workspaceId: string,
  channels: readonly string[],
  each: number,
): Promise<void> {
  const store = openStore({ path, workspaceId, clock: createClock() })
  await store.write(async (tx) => {
    for (let n = 0; n < each; n += 1)
      for (const lane of channels) await deliver(tx, { kind: 'help', subjectId: personId(0), lane })
  })
  await store.close()
}

function rowOf(what: string, arrivals: Arrivals, ideal: number) {
  const all = [...arrivals.values()]
  const first = Math.min(...all.flat())
  const took = (Math.max(...all.flat()) - first) / 1000
  const slowest = Math.max(...all.map((times) => ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000))
  const more = (took / ideal - 1) * 100
  return {
    what,
    cells: [took, ideal, more, slowest].map(figure),
    goal: { text: 'within 2 % of the ideal', reached: more <= 2 },
  }
}
