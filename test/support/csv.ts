/** CSV as others read it: strictly, by RFC 4180; and as a spreadsheet does that splits at another separator. */

/** Throws on what is no CSV: a lone quote, a line that does not end as lines do, rows of different lengths. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const { cell, end } = readCell(text, at)
    row.push(cell)
    if (text[end] === ',') at = end + 1
    else {
      if (text.slice(end, end + 2) !== '\r\n') throw new Error(`no end of a line at ${end}`)
      rows.push(row)
      row = []
      at = end + 2
    }
  }
  if (row.length > 0) throw new Error('the last line does not end')
  if (rows.some(({ length }) => length !== rows[0]?.length)) throw new Error('rows of different lengths')
  return rows
}

function readCell(text: string, at: number): { cell: string; end: number } {
  const quoted = /"((?:[^"]|"")*)"/y
  quoted.lastIndex = at
  const match = quoted.exec(text)
  if (match) return { cell: (match[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex }
  const bare = /[^",\r\n]*/y
  bare.lastIndex = at
  const [cell = ''] = bare.exec(text) ?? []
  return { cell, end: bare.lastIndex }
}

/** Quotes hold a cell together only where it begins with one; whatever follows the closing one belongs to it. */
export function readLoosely(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)(?:"|$))?([^${separator}\\r\\n]*)(${separator}|\\r\\n|\\r|\\n|$)`,
    'y',
  )
  const from = text.replace(/^\ufeff/, '')
  while (cell.lastIndex < from.length) {
    const [, inside = '', after = '', end = ''] = cell.exec(from) ?? []
    rows.at(-1)?.push(inside.replaceAll('""', '"') + after)
    if (end !== separator) rows.push([])
  }
  return rows
}

const GUARD =
  /(?<=^|[;\t\r\n\v\f\u0085\u2028\u2029])'(?=(?:(?![;\t\r\n\v\f\u0085\u2028\u2029])['"\s\p{Cc}\p{Cf}])*[=+\-@−⁺₊⁼₌﬩﹢﹣﹦﹫＋－＝＠⩵⩶])|^'(?='*[\t\r\n])/gu

/** What was typed, of what was made harmless: without one apostrophe before each place where a formula could begin. */
export const withoutGuards = (cell: string): string => cell.replace(GUARD, '')
