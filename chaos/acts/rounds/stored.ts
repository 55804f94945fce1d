/** What Plaudit holds of a round, as the audits read it. */
import type { RoundState } from '../../../src/domain/round.ts'
import type { Company } from '../../company.ts'
import { ASIDE } from './tale.ts'

export type Row = { readonly id: string; readonly title: string; readonly state: RoundState }

export type Step = {
  readonly step: string
  readonly by: string | null
  readonly dueAt: string | null
  readonly takenAt: string
  readonly why: string | null
}

/** A post or note that was written down to be said; `why` it is said, where that is kept. */
export type Said = {
  readonly kind: string
  readonly lane: string
  readonly state: string
  readonly why: string | null
}

type Sheet = { readonly nomineeId: string; readonly scores: readonly number[] }
type Counted = {
  readonly nomineeIds: readonly string[]
  readonly votes?: readonly string[]
  readonly sheets?: readonly Sheet[]
  readonly firstIds: readonly string[]
}

/** What people put into the box is written alike before the count and in it: `UBOB`, or with a judge's scores `UBOB 35`. */
export type Count = {
  readonly nomineeIds: readonly string[]
  readonly ballots: readonly string[]
  readonly firstIds: readonly string[]
}

const STEPS = `select step, taken_by as "by", due_at as dueAt, taken_at as takenAt, details ->> 'why' as why
  from round_steps where round_id = ? order by id`
const SCORES = `select judge_id || ' ' || nominee_id as key, nominee_id || ' ' || group_concat(score, '') as value
  from (select * from scores where round_id = ? order by judge_id, nominee_id, criterion) group by 1`
const SAID = `select kind, lane, state, args ->> 'why' as why from deliveries where subject_id = ? and post_id is null`

export function readRound({ read }: Pick<Company, 'read'>, row: Row) {
  const pairs = (sql: string) =>
    new Map(read<{ key: string; value: string }>(sql, row.id).map(({ key, value }) => [key, value]))
  const ids = (sql: string) => read<{ id: string }>(sql, row.id).map(({ id }) => id)
  return {
    ...row,
    nominations: pairs(
      `select nominator_id || ' ' || nominee_id as key, substr(reason, 5, 5) as value from nominations where round_id = ?`,
    ),
    nominees: ids('select distinct nominee_id as id from nominations where round_id = ?'),
    asides: pairs(`select person_id as key, '${ASIDE}' as value from step_asides where round_id = ?`),
    judges: ids('select person_id as id from round_judges where round_id = ? order by 1'),
    ballots: new Map([
      ...pairs('select voter_id as key, nominee_id as value from votes where round_id = ?'),
      ...pairs(SCORES),
    ]),
    turnout: ids('select person_id as id from turnout where round_id = ?'),
    winners: ids('select person_id as id from winners where round_id = ? order by 1'),
    count: readCount(read, row.id),
    steps: read<Step>(STEPS, row.id),
    said: read<Said>(SAID, row.id),
  }
}
export type StoredRound = ReturnType<typeof readRound>

function readCount(read: Company['read'], id: string): Count | undefined {
  const [row] = read<{ inputs: string; outcome: string }>(
    'select inputs, outcome from counts where round_id = ?',
    id,
  )
  if (!row) return undefined
  const counted = { ...JSON.parse(row.inputs), ...JSON.parse(row.outcome) } as Counted
  const { nomineeIds, firstIds, votes = [], sheets = [] } = counted
  const scored = sheets.map(({ nomineeId, scores }) => `${nomineeId} ${scores.join('')}`)
  return { nomineeIds, firstIds, ballots: [...votes, ...scored] }
}

export const hasStep = ({ steps }: Pick<StoredRound, 'steps'>, step: string): boolean =>
  steps.some((one) => one.step === step)

/** As a line of an audit names them. */
export const said = (ids: Iterable<string>): string => [...ids].sort().join(', ') || 'nobody'
export const isSame = (one: Iterable<string>, other: Iterable<string>): boolean => said(one) === said(other)
