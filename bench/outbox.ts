/** The outbox at Slack's pace: a post a second in each channel, and one channel into which nothing can be said. */
import { setTimeout as pause } from 'node:timers/promises'
import { createClock } from '../src/clock.ts'
import { openStore } from '../src/store/store.ts'
import { deliver } from '../src/usecases/deliveries.ts'
import { personId } from './bodies.ts'
import { figure } from './figures.ts'
import { type Stage, setStage } from './stage.ts'
import type { MeasureOptions, Table } from './table.ts'

const LANES = Array.from({ length: 20 }, (_, n) => personId(n))
const BLOCKED = personId(20)

type Drained = {
  /** When each post arrived, by the channel it arrived in. Milliseconds. */
  readonly arrivals: ReadonlyMap<string, readonly number[]>
  /** How many came too early for Slack. */
  readonly refused: number
}

export async function measureOutbox({ quick, folder, say }: MeasureOptions): Promise<Table> {
  const each = quick ? 3 : 50
  const stage = await setStage(folder, LANES.length + 1, 1)
  try {
    stage.slack.setRates('real')
    say(`${each * LANES.length} posts in ${LANES.length} channels, which takes ${each} s`)
    const alone = await drain(stage, 'alone', each, [])
    say('the same beside a channel that is blocked')
    const beside = await drain(stage, 'beside', each, [BLOCKED])
    const ideal = each - 1
    return {
      title: `${each * LANES.length} deliveries to ${LANES.length} channels, at one post a second in each`,
      columns: ['s from first to last', 'ideal: s', 'more, %', 'slowest channel: s', 'refused as too early'],
      rows: [
        rowOf('every channel takes posts', alone, ideal),
        rowOf('beside one that never answers', beside, ideal),
      ],
      notes: [
        'The pretend Slack counts as Slack does, and refuses what comes too early. The channels are DMs. None was said twice.',
      ],
    }
  } finally {
    await stage.close()
  }
}

/** Plaudit finds so many deliveries for each channel when it starts. */
async function drain(
  { slack, open }: Stage,
  name: string,
  each: number,
  blocked: readonly string[],
): Promise<Drained> {
  const arrivals = new Map<string, number[]>()
  const refused = new Set<number>()
  const unlisten = slack.onChange((change) => {
    if (change.kind === 'message' && change.what === 'posted')
      arrivals.set(change.channel, [...(arrivals.get(change.channel) ?? []), performance.now()])
    if (change.kind === 'wire' && change.entry.status === 429) refused.add(change.entry.id)
  })
  slack.faults.next('conversations.open', {
    kind: 'hang_before',
    times: Number.POSITIVE_INFINITY,
    when: ({ users }) => blocked.includes(String(users)),
  })
  const opened = await open(`outbox-${name}`, {
    prepare: (path) => writeDeliveries(path, slack.team.id, [...blocked, ...LANES], each),
  })
  const giveUpAt = performance.now() + 10_000 + 3_000 * each
  const said = () => [...arrivals.values()].filter((times) => times.length === each).length
  while (said() < LANES.length) {
    if (performance.now() > giveUpAt) throw new Error(`only ${said()} channels got all posts`)
    await pause(20)
  }
  unlisten()
  slack.faults.clear()
  await opened.close()
  return { arrivals, refused: refused.size }
}

/** A page of help to each in turn. */
async function writeDeliveries(
  path: string,
  workspaceId: string,
  lanes: readonly string[],
  each: number,
): Promise<void> {
  const store = openStore({ path, workspaceId, clock: createClock() })
  await store.write(async (tx) => {
    for (let n = 0; n < each; n += 1)
      for (const lane of lanes) await deliver(tx, { kind: 'help', subjectId: lane, lane })
  })
  await store.close()
}

function rowOf(what: string, { arrivals, refused }: Drained, ideal: number) {
  const all = [...arrivals.values()]
  const first = Math.min(...all.flat())
  const took = (Math.max(...all.flat()) - first) / 1000
  const slowest = Math.max(...all.map((times) => ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000))
  const more = (took / ideal - 1) * 100
  return {
    what,
    cells: [...[took, ideal, more, slowest].map(figure), String(refused)],
    goal: { text: 'within 2 % of the ideal', reached: more <= 2 },
  }
}
