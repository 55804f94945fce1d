/** Rounds on real processes: planned and filled beside them, as on another day, and walked through by their clock. */
import type { Message, Person } from '../../playground/server/index.ts'
import type { RoundInput } from '../../src/domain/round-input.ts'
import type { RoundPlan } from '../../src/domain/round-plan.ts'
import { dayOf, type Instant, timeOf } from '../../src/domain/time.ts'
import { openStore } from '../../src/store/store.ts'
import { nominate } from '../../src/usecases/nominations.ts'
import type { Plaudit } from '../../src/usecases/plaudit.ts'
import { takeDueSteps } from '../../src/usecases/round-life.ts'
import { planRound } from '../../src/usecases/rounds.ts'
import { createWorld, eventually, ROOM, setUp, type World } from './world.ts'

export const REASON =
  'Stayed two hours longer, found the part that was lost, and called the next day to hear whether it fits.'

/** In London, in winter: the clock on the wall is UTC's. */
export const OPENS = '2027-01-04T09:00:00.000Z'
export const NOMINATIONS_CLOSE = '2027-01-15T17:00:00.000Z'
export const VOTES_OPEN = '2027-01-18T17:00:00.000Z'
export const VOTES_CLOSE = '2027-01-22T17:00:00.000Z'

export type Moments = {
  readonly opens: Instant
  readonly nominationsClose: Instant
  readonly votesOpen: Instant
  readonly votesClose: Instant
}
const january: Moments = {
  opens: OPENS,
  nominationsClose: NOMINATIONS_CLOSE,
  votesOpen: VOTES_OPEN,
  votesClose: VOTES_CLOSE,
}

type Options = Parameters<typeof createWorld>[0] & {
  readonly zone?: string
  /** So many more colleagues than alice, bob, carol and dave, who is the host. */
  readonly more?: number
}
export type Rounds = Awaited<ReturnType<typeof openRounds>>

/** A process that is set up and knows everybody. */
export async function openRounds({ zone = 'Europe/London', more = 0, ...options }: Options = {}) {
  const world = await createWorld(options)
  const { slack } = world
  await slack.changePerson('UDAVE', { tz: zone }) // who sets it up: so the workspace's
  const colleagues = Array.from({ length: more }, (_, index) => bring(world, index))
  const running = await world.start()
  await setUp(world)
  const known = 'select count(*) as n from people where known_at is not null'
  await eventually(() => (world.read<{ n: number }>(known)[0]?.n ?? 0) >= more + 4, 'everybody to be known')
  slack.clearLog() // what nobody could hear before the start
  return { ...world, running, zone, colleagues }
}

function bring({ slack }: World, index: number): Person {
  const id = `UMORE${index}`
  const person = slack.addPerson({
    id,
    name: id.toLowerCase(),
    realName: `Colleague ${index}`,
    tz: 'Europe/London',
  })
  slack.channel(ROOM).members.add(id)
  return person
}

/** The use-cases over the same database, at that time. */
export async function withApp<T>(
  { slack, database }: Pick<World, 'slack' | 'database'>,
  at: Instant,
  body: (app: Plaudit) => Promise<T>,
): Promise<T> {
  const clock = { civil: () => at, real: () => new Date().toISOString() }
  const store = openStore({ path: database, workspaceId: slack.team.id, clock })
  try {
    return await body({ store, clock })
  } finally {
    await store.close()
  }
}

export type Planned = Partial<Omit<RoundInput, 'plan'>> & {
  readonly moments?: Partial<Moments>
  /** Moments on the wall, in place of those. */
  readonly plan?: Partial<RoundPlan>
  /** When; for its opening unless told. */
  readonly plannedAt?: Instant
  /** Who wrote about whom: `['UALICE', 'UBOB']`; right after the opening. */
  readonly nominations?: readonly (readonly [by: string, about: string])[]
}

/** dave plans it; when that is for its opening, it begins at once. @returns its id */
export function begins(world: Pick<Rounds, 'slack' | 'database' | 'zone'>, planned: Planned = {}) {
  const { moments, plannedAt, nominations = [], plan: onTheWall, ...more } = planned
  const all = { ...january, ...moments }
  const moment = (at: Instant) => ({ on: dayOf(at, world.zone), at: timeOf(at, world.zone) })
  const plan = {
    opens: moment(all.opens),
    nominationsClose: moment(all.nominationsClose),
    votesOpen: moment(all.votesOpen),
    votesClose: moment(all.votesClose),
    ...onTheWall,
  }
  return withApp(world, plannedAt ?? all.opens, async (app) => {
    const { id } = await planRound(app, { id: 'UDAVE' }, { ...round, plan, ...more })
    for (const [by, nomineeId] of nominations)
      await nominate(
        app,
        { id: by },
        { roundId: id, nomineeId, reason: REASON, quotable: true, evidenceIds: [] },
      )
    return id
  })
}

const round = {
  title: 'Customer Champion of January',
  criteria: 'Went above and beyond\nMade it easy for others',
  decidedBy: 'everybody',
  channel: ROOM,
}

/** What was due until then happens, while no process is there to say it. */
export const happens = (world: Pick<World, 'slack' | 'database'>, at: Instant): Promise<void> =>
  withApp(world, at, ({ store }) => store.write(takeDueSteps))

/** What happened to a round, in order, each with when it was due. */
export const stepsOf = ({ read }: Pick<World, 'read'>, roundId: string) =>
  read<{ step: string; due_at: string | null }>(
    'select step, due_at from round_steps where round_id = ? order by id',
    roundId,
  )

export const namesOf = (steps: readonly { readonly step: string }[]): string[] =>
  steps.map(({ step }) => step)

export const stateOf = ({ read }: Pick<World, 'read'>, roundId: string): string | undefined =>
  read<{ state: string }>('select state from rounds where id = ?', roundId)[0]?.state

/** The votes that were counted, and for whom; undefined before the count. */
export function countOf({ read }: Pick<World, 'read'>, roundId: string) {
  const sql = 'select inputs, outcome from counts where round_id = ?'
  const [row] = read<{ inputs: string; outcome: string }>(sql, roundId)
  return (
    row && { ...(JSON.parse(row.inputs) as { votes: string[] }), ...(JSON.parse(row.outcome) as Outcome) }
  )
}
type Outcome = { readonly firstIds: readonly string[] }

/** The post with these words, as soon as it is there. */
export const postSaying = (
  { slack }: Pick<World, 'slack'>,
  words: string,
  channel = ROOM,
): Promise<Message> =>
  slack.until(() => slack.messages(channel).findLast((one) => shows(one, words)), {
    what: `a post: ${words}`,
  })

export const shows = ({ blocks, text }: Pick<Message, 'blocks' | 'text'>, words: string): boolean =>
  JSON.stringify(blocks ?? text).includes(words)

/** Votes in a post. @returns what the voter is answered */
export async function votes(voter: Person, post: Message, nomineeId: string): Promise<string> {
  await voter.suggest(post, 'ballot.vote', '')
  return press(voter, post, nomineeId)
}

/** As `votes`, of what was offered before. */
export async function press(voter: Person, post: Message, nomineeId: string): Promise<string> {
  const before = voter.ephemerals().length
  const ack = await voter.press(post, 'ballot.vote', { value: nomineeId })
  if (!ack.ok) throw new Error(`the vote of ${voter.id} was not acknowledged: ${ack.status}`)
  await eventually(() => voter.ephemerals().length > before, `an answer for ${voter.id}`)
  return JSON.stringify(voter.ephemerals().at(-1)?.blocks)
}

/** What was said about a round, each as `kind in lane`, in the alphabet's order: what was said twice stands there twice. */
export function saidOf({ slack, read }: Pick<World, 'slack' | 'read'>, roundId: string): string[] {
  const rows = read<{ id: string; kind: string; lane: string }>(
    'select id, kind, lane from deliveries where subject_id = ? union select id, kind, lane from deliveries where subject_id in (select id from awards where round_id = ?)',
    roundId,
    roundId,
  )
  const said = new Map(rows.map(({ id, kind, lane }) => [id, `${kind} in ${lane}`]))
  return slack
    .channels()
    .flatMap(({ id }) => slack.messages(id).flatMap((one) => [one, ...slack.replies(id, one.ts)]))
    .flatMap(({ metadata }) => said.get(String(metadata?.event_payload.delivery_id)) ?? [])
    .toSorted()
}

/** Resolves when nothing waits to be said, posts that are to be brought up to date included. */
export const quiet = ({ read }: Pick<World, 'read'>): Promise<void> =>
  eventually(
    () => read("select 1 from deliveries where state in ('waiting', 'sending')").length === 0,
    'nothing to be left to say',
  )
