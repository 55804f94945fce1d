/** Whom a board honours: by stories they are credited in, stories they told, or cheers they gave. */
export const boardViews = ['champions', 'storytellers', 'cheerers'] as const
export type BoardView = (typeof boardViews)[number]

/** One person's numbers in a period: `count` is what the view counts, `cheers` those received for these stories. */
export type BoardRow = {
  readonly personId: string
  readonly name: string
  readonly count: number
  readonly cheers: number
}
export type RankedRow = BoardRow & { readonly rank: number }
/** The list as shown, and how many more share its last rank. */
export type Board = { readonly rows: readonly RankedRow[]; readonly more: number }

/**
 * Ranks the people who have something to show. Who did alike shares a rank, and the next one starts after them all
 * (1, 1, 3). Champions are ordered by stories, then by cheers received; the other two by their count alone. Inside a
 * tie: by name. The ranks up to `top` are listed, and everybody who shares the last of them, but no more than `cap`
 * people: the rest of those are counted in `more`.
 */
export function rank(
  view: BoardView,
  rows: readonly BoardRow[],
  { top = 10, cap = 2 * top }: { readonly top?: number; readonly cap?: number } = {},
): Board {
  const inOrder = rows
    .filter((row) => row.count > 0)
    .sort((a, b) => compareMerit(view, a, b) || compareNames(a, b))
  const ranked: RankedRow[] = []
  for (const [index, row] of inOrder.entries()) {
    const above = ranked.at(-1)
    const tied = above !== undefined && compareMerit(view, above, row) === 0
    ranked.push({ ...row, rank: tied ? above.rank : index + 1 })
  }
  const listed = ranked.filter((row) => row.rank <= top)
  return { rows: listed.slice(0, cap), more: Math.max(0, listed.length - cap) }
}

const compareMerit = (view: BoardView, a: BoardRow, b: BoardRow): number =>
  b.count - a.count || (view === 'champions' ? b.cheers - a.cheers : 0)

/** One alphabet on every machine, whatever its locale. */
const compareNames = (a: BoardRow, b: BoardRow): number =>
  a.name.localeCompare(b.name, 'en') || (a.personId < b.personId ? -1 : 1)
