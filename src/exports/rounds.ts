/** The export of rounds as a file. docs/export.md says what each column means. */
import type { ExportFormat } from '../domain/prize-export.ts'
import type { ExportedRound } from '../domain/round-export.ts'
import type { Named } from '../domain/shown.ts'
import { toCsv } from './csv.ts'

const ids = (people: readonly Named[]): string => people.map(({ id }) => id).join('\n')
const names = (people: readonly Named[]): string => people.map(({ name }) => name).join('\n')

/** In the order of the file. Lists have a line for each. Everything is text. */
const columns = {
  round_id: (r) => r.id,
  title: (r) => r.title,
  honours: (r) => r.honours ?? '',
  criteria: (r) => r.criteria.join('\n'),
  decided_by: (r) => r.decidedBy,
  state: (r) => r.state,
  opens_at: (r) => r.opensAt,
  nominations_close_at: (r) => r.nominationsCloseAt,
  votes_open_at: (r) => r.votesOpenAt,
  votes_close_at: (r) => r.votesCloseAt,
  ended_at: (r) => r.endedAt ?? '',
  nominations: (r) => String(r.nominations),
  nominee_ids: (r) => ids(r.nominees),
  nominee_names: (r) => names(r.nominees),
  turnout: (r) => String(r.turnout),
  winner_ids: (r) => ids(r.winners),
  winner_names: (r) => names(r.winners),
  award_id: (r) => r.awardId ?? '',
} as const satisfies Readonly<Record<string, (round: ExportedRound) => string>>

type RoundColumn = keyof typeof columns
export const roundColumns = Object.keys(columns) as RoundColumn[]

/** A row for each round. In JSON it is a list of objects whose keys are the columns. */
export function roundFile(rounds: readonly ExportedRound[], format: ExportFormat): string {
  const rows = rounds.map(
    (round) =>
      Object.fromEntries(roundColumns.map((column) => [column, columns[column](round)])) as Record<
        RoundColumn,
        string
      >,
  )
  return format === 'csv' ? toCsv(roundColumns, rows) : `${JSON.stringify(rows, undefined, 2)}\n`
}
