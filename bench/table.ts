/** What the bench says: tables that a person reads in a terminal and that can be copied into a page as they are. */

/** What every measurement is told. */
export type MeasureOptions = {
  /** Everything small, in a few seconds: it has to work, and its figures are not judged. */
  readonly quick: boolean
  /** An empty folder on a real disk, removed afterwards. */
  readonly folder: string
  /** How often a figure is taken. */
  readonly runs: number
  /** Tells whoever waits what is being done. */
  readonly say: (text: string) => void
}

export type Goal = { readonly text: string; readonly reached: boolean }

export type Row = {
  readonly what: string
  /** One for each column. */
  readonly cells: readonly string[]
  readonly goal?: Goal
}

export type Table = {
  readonly title: string
  /** What the cells are: `p99 ms`. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly notes?: readonly string[]
}

/** As Markdown, with the columns aligned. Without `judged` nothing is said of goals. */
export function show(table: Table, judged: boolean): string {
  const { title, columns, rows, notes = [] } = table
  const withGoals = judged && rows.some(({ goal }) => goal)
  const lines = [
    ['', ...columns, ...(withGoals ? ['goal', ''] : [])],
    ...rows.map(({ what, cells, goal }) => [
      what,
      ...cells,
      ...(withGoals ? [goal?.text ?? '', goal ? (goal.reached ? 'reached' : 'not reached') : ''] : []),
    ]),
  ]
  const widths = (lines[0] ?? []).map((_, at) => Math.max(3, ...lines.map((line) => (line[at] ?? '').length)))
  const shown = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`)
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [
    `### ${title}`,
    '',
    shown[0],
    rule,
    ...shown.slice(1),
    '',
    ...notes.flatMap((note) => [note, '']),
  ].join('\n')
}

/** How many rows say what to reach, and how many of those reached it. */
export function judge(tables: readonly Table[]): { readonly goals: number; readonly reached: number } {
  const goals = tables.flatMap(({ rows }) => rows.flatMap(({ goal }) => goal ?? []))
  return { goals: goals.length, reached: goals.filter(({ reached }) => reached).length }
}
