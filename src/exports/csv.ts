/** Tables as CSV that a spreadsheet opens well, and in which it never finds a formula. */
import { stringify } from 'csv-stringify/sync'

/** What a formula begins with, also in the other widths and sizes that spreadsheets take for the same. */
const FORMULA = '=+\\-@−⁺₊⁼₌﬩﹢﹣﹦﹫＋－＝＠⩵⩶'
/**
 * What a spreadsheet may take for the end of a cell. Where lists are separated by semicolons it splits the file there, and
 * then quotes in the middle of a cell hold nothing together.
 */
const END = ';\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029'
/** What may stand before a formula: blanks, quotes, what nobody can see. */
const PASSED_OVER = `(?:(?![${END}])['"\\s\\p{Cc}\\p{Cf}])*`
/** Where a cell would begin with a formula; and a first tab or line break, which some programs drop. */
const BEGINNING = new RegExp(`(?<=^|[${END}])(?=${PASSED_OVER}[${FORMULA}])|^(?='*[\\t\\r\\n])`, 'gu')

/** One cell that begins with a letter or a digit: nearly all are, and this is seen at once. */
const PLAIN = new RegExp(`^[\\p{L}\\p{N}][^${END}]*$`, 'u')

/**
 * Text that no spreadsheet reads as a formula: with an apostrophe before each place where one could begin. csv-stringify's
 * own `escape_formulas` only looks at the first character.
 */
export const harmless = (text: string): string => (PLAIN.test(text) ? text : text.replace(BEGINNING, "'"))

/** What some readers trim or split, unless it is in quotes. */
const IN_QUOTES = /^\s|\s$|[;\r\n\u2028\u2029]/u

/**
 * Comma-separated, as RFC 4180 has it. It begins with a line of names, and a mark that tells spreadsheets it is UTF-8;
 * `header: false` is more of the same table.
 */
export function toCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
  { header = true } = {},
): string {
  const cells = rows.map((row) => columns.map((column) => harmless(row[column])))
  return stringify(cells, {
    header,
    columns: [...columns],
    bom: header,
    record_delimiter: 'windows',
    quoted_match: IN_QUOTES,
  })
}
