/** The export of prizes as a file. docs/export.md says what each column means: payroll relies on their names. */
import type { ShareState } from '../domain/award.ts'
import { typedDays } from '../domain/days-off.ts'
import { sayAmountPlain } from '../domain/money.ts'
import {
  type AwardedShare,
  type DaySpan,
  type Deed,
  type ExportFormat,
  nameOfSpan,
} from '../domain/prize-export.ts'
import { prizeTitle } from '../views/prize-parts.ts'
import type { Wording } from '../wording/index.ts'
import { toCsv } from './csv.ts'

/** By person; who has none that Plaudit may see is missing. */
export type Emails = ReadonlyMap<string, string>

type Cell = (share: AwardedShare, more: { readonly emails: Emails; readonly w: Wording }) => string

const states: Readonly<Record<ShareState, string>> = {
  waiting: 'waiting',
  open: 'open',
  fulfilled: 'handed_over',
  declined: 'declined',
  lapsed: 'lapsed',
  cancelled: 'cancelled',
}

const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no')
const by = (deed: Deed | undefined): string => deed?.by?.name ?? ''
const at = (deed: Deed | undefined): string => deed?.at ?? ''
const note = (deed: Deed | undefined): string => deed?.note ?? ''
const isDayOff = ({ prize }: AwardedShare): boolean => prize.kind === 'day_off'

/** In the order of the file. Everything is text, amounts too, so that no program rounds them. */
const columns = {
  award_id: (s) => s.awardId,
  awarded_on: (s) => s.awardedOn,
  awarded_at: (s) => s.awardedAt,
  person_id: (s) => s.person.id,
  person_name: (s) => s.person.name,
  person_email: (s, { emails }) => emails.get(s.person.id) ?? '',
  manager_id: (s) => s.manager.id,
  manager_name: (s) => s.manager.name,
  story_id: (s) => s.storyId ?? '',
  prize: (s, { w }) => prizeTitle(s.prize, w),
  kind: (s) => s.prize.kind,
  gross_amount: (s) => (isDayOff(s) ? '' : sayAmountPlain(s.moneyMinor, s.prize.currency)),
  currency: (s) => (isDayOff(s) ? '' : s.prize.currency),
  days: (s) => (isDayOff(s) ? typedDays(s.halfDays) : ''),
  shared: (s) => yesNo(s.isShared),
  private: (s) => yesNo(s.isPrivate),
  reason: (s) => s.reason,
  state: (s) => states[s.state],
  approved_by: (s) => by(s.approved),
  approved_at: (s) => at(s.approved),
  declined_by: (s) => by(s.declined),
  declined_at: (s) => at(s.declined),
  declined_why: (s) => note(s.declined),
  handed_over_by: (s) => by(s.fulfilled),
  handed_over_at: (s) => at(s.fulfilled),
  handed_over_note: (s) => note(s.fulfilled),
  cancelled_by: (s) => by(s.cancelled),
  cancelled_at: (s) => at(s.cancelled),
  cancelled_why: (s) => note(s.cancelled),
  lapsed_at: (s) => at(s.lapsed),
  round_id: (s) => s.roundId ?? '',
} as const satisfies Readonly<Record<string, Cell>>

export type PrizeColumn = keyof typeof columns
export const prizeColumns = Object.keys(columns) as PrizeColumn[]

/** A row for each award and person. */
export function prizeRows(
  shares: readonly AwardedShare[],
  emails: Emails,
  w: Wording,
): Record<PrizeColumn, string>[] {
  return shares.map((share) => {
    const cells = prizeColumns.map((column) => [column, (columns[column] as Cell)(share, { emails, w })])
    return Object.fromEntries(cells) as Record<PrizeColumn, string>
  })
}

/** `plaudit-prizes-2026-11.csv`. */
export const prizeFileName = (span: DaySpan, format: ExportFormat): string =>
  `plaudit-prizes-${nameOfSpan(span)}.${format}`

type Made = { readonly format: ExportFormat; readonly emails: Emails; readonly w: Wording }

/** How many rows are made at once: it takes some milliseconds. */
const AT_ONCE = 200

/** All of the file. In JSON it is a list of objects whose keys are the columns, with the words as they are. */
export const prizeFile = (shares: readonly AwardedShare[], made: Made): string =>
  [...prizeFilePieces(shares, made)].join('')

/** The same piece by piece: of a year there is so much that others should have their turn meanwhile. */
export function* prizeFilePieces(
  shares: readonly AwardedShare[],
  { format, emails, w }: Made,
): Generator<string> {
  const isCsv = format === 'csv'
  yield isCsv ? toCsv(prizeColumns, []) : '['
  for (let at = 0; at < shares.length; at += AT_ONCE) {
    const rows = prizeRows(shares.slice(at, at + AT_ONCE), emails, w)
    yield isCsv
      ? toCsv(prizeColumns, rows, { header: false })
      : `${at === 0 ? '' : ','}${rows.map(asJson).join(',')}`
  }
  if (!isCsv) yield shares.length > 0 ? '\n]\n' : ']\n'
}

/** As a member of a list. */
const asJson = (row: Record<PrizeColumn, string>): string =>
  `\n${JSON.stringify(row, undefined, 2)}`.replaceAll('\n', '\n  ')
