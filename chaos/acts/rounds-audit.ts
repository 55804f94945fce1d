/** Whether the rounds that are stored are those that people planned, nominated and voted in. */

import { readDatabase } from '../../src/store/inspect.ts'
import { verifyCounts } from '../../src/usecases/round-verifying.ts'
import type { Company } from '../company.ts'
import { countOutcomes, mayBe } from './act.ts'
import { type Belief, NOTHING, possible } from './belief.ts'
import { ballotsOf, type Counted } from './round-ballots.ts'
import { ASIDE, type RoundTale } from './round-hands.ts'

type Row = { id: string; title: string; state: string }
const isOver = (state: string): boolean => state === 'decided' || state === 'unwon'

export async function auditRounds(company: Company, tales: readonly RoundTale[]): Promise<string[]> {
  const rows = company.read<Row>('select id, title, state from rounds')
  const strangers = rows.filter(({ title }) => !tales.some((tale) => tale.title === title))
  const lines = [
    ...strangers.map(({ title }) => `nobody planned this round: ${title}`),
    ...tales.flatMap((tale) => {
      const stored = rows.filter(({ title }) => title === tale.title)
      const said = mayBe(tale.outcome, stored.length)
        ? stored.flatMap((row) => auditRound(company, tale, row))
        : [`it was ${tale.outcome}, and is stored ${stored.length} times`]
      return said.map((line) => `the round ${tale.word}: ${line}`)
    }),
  ]
  return [...lines, ...(await auditCounts(company))]
}

/** As `round verify` does. */
const auditCounts = ({ slack, database }: Company): Promise<string[]> =>
  readDatabase(database, slack.team.id, async (reader) =>
    (await verifyCounts(reader))
      .filter(({ problems }) => problems.length > 0)
      .map(({ title, problems }) => `the count of ${title} is wrong: ${problems.join(', ')}`),
  )

function auditRound(company: Company, tale: RoundTale, round: Row): string[] {
  const stored = readRound(company, round.id)
  return [
    ...compare('nomination', tale.nominations, stored.nominations),
    ...compare('step aside', tale.asides, stored.asides),
    ...ballotsOf(tale, { ...stored, state: round.state }),
    ...auditSteps(company, round),
    ...auditSaid(company, round, stored),
  ]
}

function readRound({ read }: Company, id: string) {
  const pairs = (sql: string) =>
    new Map(read<{ key: string; value: string }>(sql, id).map(({ key, value }) => [key, value]))
  const ids = (sql: string) => read<{ id: string }>(sql, id).map((row) => row.id)
  const [count] = read<{ inputs: string; outcome: string }>(
    'select inputs, outcome from counts where round_id = ?',
    id,
  )
  return {
    nominations: pairs(
      `select nominator_id || ' ' || nominee_id as key, substr(reason, 5, 5) as value from nominations where round_id = ?`,
    ),
    nominees: ids('select distinct nominee_id as id from nominations where round_id = ?'),
    asides: pairs(`select person_id as key, '${ASIDE}' as value from step_asides where round_id = ?`),
    votes: pairs('select voter_id as key, nominee_id as value from votes where round_id = ?'),
    turnout: ids('select person_id as id from turnout where round_id = ?'),
    winners: ids('select person_id as id from winners where round_id = ?'),
    count: count && ({ ...JSON.parse(count.inputs), ...JSON.parse(count.outcome) } as Counted),
  }
}
export type StoredRound = ReturnType<typeof readRound>

/** What is stored is what was acknowledged last, or what nobody knows of; and nothing that nobody said. */
function compare(what: string, beliefs: ReadonlyMap<string, Belief>, stored: ReadonlyMap<string, string>) {
  const strangers = [...stored].filter(([key]) => !beliefs.has(key))
  const others = [...beliefs].flatMap(([key, belief]) => {
    const is = stored.get(key) ?? NOTHING
    const all = possible(belief)
    return all.has(is)
      ? []
      : [`the ${what} of ${key} is “${is}”, which should be “${[...all].join('” or “')}”`]
  })
  return [...strangers.map(([key, value]) => `nobody knows of the ${what} of ${key}: ${value}`), ...others]
}

/** Whatever happens to a round by itself happens once, whatever the clock does. */
function auditSteps({ read }: Company, { id, state }: Row): string[] {
  const twice = read<{ step: string; n: number }>(
    'select step, count(*) as n from round_steps where round_id = ? group by 1 having n > 1',
    id,
  )
  const sql = 'select coalesce(max(id), 0) from round_steps where round_id = ?'
  const last = read<{ step: string }>(`select step from round_steps where id = (${sql})`, id)[0]?.step
  return [
    ...twice.map(({ step, n }) => `${step} happened ${n} times`),
    ...(isOver(state) && last !== state ? [`it is ${state}, and ${last} was last`] : []),
  ]
}

/** Its posts, and what every nominee is told, are written down once; that each is said once is for the outbox. */
function auditSaid({ read }: Company, { id, state }: Row, { nominees, winners }: StoredRound): string[] {
  const steps = new Set(
    read<{ step: string }>('select step from round_steps where round_id = ?', id).map(({ step }) => step),
  )
  const said = Map.groupBy(
    read<{ kind: string; lane: string; state: string }>(
      'select kind, lane, state from deliveries where subject_id = ? and post_id is null',
      id,
    ),
    ({ kind }) => kind,
  )
  const once = (kind: string, lanes: readonly string[] | number): string[] => {
    const rows = said.get(kind) ?? []
    const isRight =
      typeof lanes === 'number'
        ? rows.length === lanes
        : rows
            .map(({ lane }) => lane)
            .sort()
            .join() === [...lanes].sort().join()
    return isRight ? [] : [`${kind} is said to ${rows.map(({ lane }) => lane).join(', ') || 'nobody'}`]
  }
  const announced = once('round.announced', state === 'decided' ? 1 : 0)
  const unsaid = ['round.announced', 'round.words'].flatMap((kind) =>
    (said.get(kind) ?? [])
      .filter((row) => row.state === 'dropped')
      .map(({ lane }) => `${kind} to ${lane} was dropped`),
  )
  return [
    ...(isOver(state) === (winners.length > 0 || state === 'unwon')
      ? []
      : [`it is ${state}, with ${winners.length} winners`]),
    ...once('round.opened', steps.has('opened') ? 1 : 0),
    ...once('round.vote', steps.has('votes-opened') ? 1 : 0),
    ...once('round.nominee', steps.has('closed') ? nominees : []),
    ...once('round.words', isOver(state) ? nominees : []),
    ...announced,
    ...unsaid,
  ]
}

/** After the last moment, and three working days for hosts who do not answer. */
export const auditOver = ({ read }: Company): string[] =>
  read<Row>('select id, title, state from rounds')
    .filter(({ state }) => !isOver(state))
    .map(({ title, state }) => `${title} is ${state}, and should be over`)

export function tallyRounds(tales: readonly RoundTale[]): string {
  const count = (of: 'nominations' | 'votes') => {
    const all = tales.flatMap((tale) => [...tale[of].values()])
    return `${all.filter(({ last, maybe }) => last !== NOTHING && maybe.size === 0).length} of ${all.length} ${of} sure`
  }
  return tales.length === 0 ? '' : `${countOutcomes(tales)}, ${count('nominations')}, ${count('votes')}`
}
