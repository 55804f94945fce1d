/** The table of who may what as people read it, in docs/security.md. */
import { insiderRoles, insiders } from './roles.ts'
import { doors, type Row, table } from './table.ts'

export const PAGE = 'docs/security.md'
const BEGIN = '<!-- Made by `npm run access` from test/access/table.ts -->'
const END = '<!-- Until here -->'

/** The page with the table as it is now. */
export function withTable(page: string): string {
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error(`${PAGE} says nowhere where the table stands`)
  return `${before}${BEGIN}\n\n${asPage()}\n${END}${after}`
}

function asPage(): string {
  const groups = Map.groupBy(table, ({ may }) => who(may))
  const rows = [...groups].sort(([, a], [, b]) => (b[0]?.may.length ?? 0) - (a[0]?.may.length ?? 0))
  const gates = Map.groupBy(doors, (door) => door.who)
  return [
    '| who | may |',
    '| --- | --- |',
    ...rows.map(([name, rowsOf]) => `| ${name} | ${listed(rowsOf)} |`),
    '',
    '| what comes from | may |',
    '| --- | --- |',
    ...[...gates].map(([name, all]) => `| ${name} | ${listed(all)} |`),
    '',
  ].join('\n')
}

const listed = (rows: readonly Pick<Row, 'does'>[]): string =>
  [...new Set(rows.map(({ does }) => does))].join(' · ')

function who(may: Row['may']): string {
  const others = insiderRoles.filter((role) => !may.includes(role))
  if (others.length === 0) return 'everybody of the company, guests included'
  const [few, many] = may.length > others.length ? [others, true] : [may, false]
  const names = few.map((role) => insiders[role]).join(', ')
  return many ? `everybody of the company but: ${names}` : names
}
