/** Ballots: in which order nominees are shown, and how votes and scores are counted. */

/** Everybody in another order, so that nobody gains from a name; and in the same order each time one looks. */
export function shuffledFor(roundId: string, voterId: string, nomineeIds: readonly string[]): string[] {
  const place = (id: string) => scattered(`${roundId} ${voterId} ${id}`)
  return nomineeIds
    .map((id) => ({ id, place: place(id) }))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** A number that says nothing about the text: FNV-1a, with the last mixing of MurmurHash3. */
function scattered(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export const scores = [1, 2, 3, 4, 5] as const

/** What goes into a count, without the names of who voted, in an order that says nothing. */
export type CountInputs =
  | { readonly of: 'votes'; readonly nomineeIds: readonly string[]; readonly votes: readonly string[] }
  | { readonly of: 'scores'; readonly nomineeIds: readonly string[]; readonly sheets: readonly Sheet[] }

/** What one judge gave one nominee: a score for each criterion. */
export type Sheet = { readonly nomineeId: string; readonly scores: readonly number[] }

/** What comes out, the first first. `points` are votes, or the sum of all scores of `ballots` sheets. */
export type CountOutcome = {
  readonly ranking: readonly {
    readonly nomineeId: string
    readonly points: number
    readonly ballots: number
  }[]
  /** One, or several who are tied; nobody when no ballot counts. */
  readonly firstIds: readonly string[]
}

export const votesInput = (nomineeIds: readonly string[], votes: readonly string[]): CountInputs => ({
  of: 'votes',
  nomineeIds: nomineeIds.toSorted(),
  votes: votes.toSorted(),
})

export const scoresInput = (nomineeIds: readonly string[], sheets: readonly Sheet[]): CountInputs => ({
  of: 'scores',
  nomineeIds: nomineeIds.toSorted(),
  sheets: sheets.map(({ nomineeId, scores }) => ({ nomineeId, scores })).toSorted(bySheet),
})

const bySheet = (a: Sheet, b: Sheet): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/**
 * Votes: whoever has most. Scores: the highest mean of all scores that a nominee got, so that it does no harm when a judge
 * had to leave a nominee out. Ballots for who is no nominee any more count for nobody.
 */
export function countBallots(inputs: CountInputs): CountOutcome {
  const tallies = new Map(inputs.nomineeIds.map((id) => [id, { points: 0, ballots: 0, marks: 0 }]))
  const add = (nomineeId: string, points: number, marks: number) => {
    const tally = tallies.get(nomineeId)
    if (!tally) return
    tally.points += points
    tally.marks += marks
    tally.ballots += 1
  }
  if (inputs.of === 'votes') for (const nomineeId of inputs.votes) add(nomineeId, 1, 1)
  else
    for (const sheet of inputs.sheets)
      add(
        sheet.nomineeId,
        sheet.scores.reduce((sum, score) => sum + score, 0),
        sheet.scores.length,
      )
  // Means are compared as fractions: no rounding decides who wins.
  const worth = (tally: { points: number; marks: number }) =>
    inputs.of === 'votes' ? ([tally.points, 1] as const) : ([tally.points, tally.marks || 1] as const)
  const compare = (a: readonly [number, number], b: readonly [number, number]) => b[0] * a[1] - a[0] * b[1]
  const ranking = [...tallies]
    .map(([nomineeId, tally]) => ({ nomineeId, ...tally }))
    .sort((a, b) => compare(worth(a), worth(b)) || (a.nomineeId < b.nomineeId ? -1 : 1))
  const [first] = ranking
  const firstIds =
    first && first.ballots > 0
      ? ranking
          .filter((one) => one.ballots > 0 && compare(worth(one), worth(first)) === 0)
          .map(({ nomineeId }) => nomineeId)
      : []
  return {
    ranking: ranking.map(({ nomineeId, points, ballots }) => ({ nomineeId, points, ballots })),
    firstIds,
  }
}
