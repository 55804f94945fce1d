import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countBallots, type Sheet, scoresInput, shuffledFor, votesInput } from '../../src/domain/ballot.ts'

const ids = ['ana', 'bob', 'cem', 'dee', 'eva', 'fay']
const nominees = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
/** Also for somebody who is no nominee (any more). */
const votes = fc.array(fc.constantFrom(...ids, 'gone'), { maxLength: 40 })
const sheets = fc.integer({ min: 1, max: 5 }).chain((criteria) =>
  fc.array(
    fc.record({
      nomineeId: fc.constantFrom(...ids, 'gone'),
      scores: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: criteria, maxLength: criteria }),
    }),
    { maxLength: 25 },
  ),
)

/** The same things in another order, which a number says. */
const reordered = <T>(all: readonly T[], order: number): T[] =>
  all
    .map((one, at) => ({ one, place: Math.imul(at + 1, order) >>> 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)

const firstOf = (nomineeIds: readonly string[], all: readonly string[]) =>
  countBallots(votesInput(nomineeIds, all)).firstIds
const firstByScores = (nomineeIds: readonly string[], all: readonly Sheet[]) =>
  countBallots(scoresInput(nomineeIds, all)).firstIds

describe('a count', () => {
  test('is the same in whatever order the ballots lie', () => {
    fc.assert(
      fc.property(nominees, votes, sheets, fc.nat(), (able, cast, judged, order) => {
        expect(votesInput(reordered(able, order), reordered(cast, order))).toEqual(votesInput(able, cast))
        expect(countBallots(scoresInput(reordered(able, order), reordered(judged, order)))).toEqual(
          countBallots(scoresInput(able, judged)),
        )
        // Not only since the inputs are sorted: it does not look at the order at all.
        const given = { of: 'votes', nomineeIds: able, votes: cast } as const
        const other = { ...given, nomineeIds: reordered(able, order), votes: reordered(cast, order) }
        expect(countBallots(other)).toEqual(countBallots(given))
      }),
    )
  })

  test('of votes has those first who have most, and loses none', () => {
    fc.assert(
      fc.property(nominees, votes, (able, cast) => {
        const { ranking, firstIds } = countBallots(votesInput(able, cast))
        const has = (id: string) => cast.filter((one) => one === id).length
        expect(ranking.map(({ nomineeId }) => nomineeId).toSorted()).toEqual(able.toSorted())
        for (const { nomineeId, points, ballots } of ranking) {
          expect(points).toBe(has(nomineeId))
          expect(ballots).toBe(has(nomineeId))
        }
        const most = Math.max(...able.map(has))
        expect(firstIds.toSorted()).toEqual(
          most === 0 ? [] : able.filter((id) => has(id) === most).toSorted(),
        )
      }),
    )
  })

  test('a vote more for who is first never unseats them, nor does one for who is not nominated', () => {
    fc.assert(
      fc.property(nominees, votes, (able, cast) => {
        const [first] = firstOf(able, cast)
        if (!first) return
        expect(firstOf(able, [...cast, first])).toEqual([first])
        expect(firstOf(able, [...cast, 'gone'])).toEqual(firstOf(able, cast))
      }),
    )
  })

  test('of scores compares means exactly, and full marks more never unseat who is first', () => {
    fc.assert(
      fc.property(nominees, sheets, (able, judged) => {
        const outcome = countBallots(scoresInput(able, judged))
        const mean = (id: string): [bigint, bigint] => {
          const own = judged.filter(({ nomineeId }) => nomineeId === id).flatMap(({ scores }) => scores)
          return [BigInt(own.reduce((sum, score) => sum + score, 0)), BigInt(own.length)]
        }
        const rated = able.filter((id) => mean(id)[1] > 0n)
        const isBest = (id: string) =>
          rated.every((other) => mean(id)[0] * mean(other)[1] >= mean(other)[0] * mean(id)[1])
        expect(outcome.firstIds.toSorted()).toEqual(rated.filter(isBest).toSorted())
        const [first] = outcome.firstIds
        const criteria = judged[0]?.scores.length ?? 1
        if (first)
          expect(
            firstByScores(able, [...judged, { nomineeId: first, scores: Array(criteria).fill(5) }]),
          ).toContain(first)
      }),
    )
  })

  test('a third is a third: no rounding makes a winner, or hides one', () => {
    const thirds = (nomineeId: string, count: number) =>
      Array.from({ length: count }, () => ({ nomineeId, scores: [3, 3, 4] }))
    expect(firstByScores(['ana', 'bob'], [...thirds('ana', 1), ...thirds('bob', 7)])).toEqual(['ana', 'bob'])
    const ahead = [...thirds('bob', 999), { nomineeId: 'bob', scores: [3, 4, 4] }]
    expect(firstByScores(['ana', 'bob'], [...thirds('ana', 1), ...ahead])).toEqual(['bob'])
  })

  test('a judge who has to leave somebody out does not harm them', () => {
    const by = (nomineeId: string, ...scores: number[]) => ({ nomineeId, scores })
    expect(firstByScores(['ana', 'bob'], [by('ana', 5, 4), by('bob', 4, 4), by('bob', 4, 5)])).toEqual([
      'ana',
    ])
  })

  test('of nothing has nobody first', () => {
    expect(firstOf(['ana', 'bob'], [])).toEqual([])
    expect(firstOf(['ana'], ['gone'])).toEqual([])
    expect(firstByScores(['ana'], [])).toEqual([])
  })
})

describe('the order in which somebody sees the nominees', () => {
  const person = fc.stringMatching(/^U[A-Z0-9]{6,10}$/)

  test('is a permutation, the same each time, however they are given', () => {
    fc.assert(
      fc.property(fc.uuid(), person, fc.uniqueArray(person), fc.nat(), (round, voter, all, order) => {
        const shuffled = shuffledFor(round, voter, all)
        expect(shuffled.toSorted()).toEqual(all.toSorted())
        expect(shuffledFor(round, voter, reordered(all, order))).toEqual(shuffled)
        // Who leaves does not move the others.
        expect(shuffledFor(round, voter, all.slice(1))).toEqual(shuffled.filter((id) => id !== all[0]))
      }),
    )
  })

  test('is another one for others, and in other rounds', () => {
    const all = Array.from({ length: 12 }, (_, n) => `U${n}`)
    const orders = Array.from({ length: 50 }, (_, n) => shuffledFor('round', `V${n}`, all).join())
    expect(new Set(orders).size).toBe(50)
    expect(shuffledFor('another', 'V0', all).join()).not.toBe(orders[0])
  })

  test('puts everybody in every place about as often', () => {
    const all = Array.from({ length: 8 }, (_, n) => `UNOMINEE${n}`)
    const VOTERS = 4_000
    const seen = new Map<string, number>()
    for (let n = 0; n < VOTERS; n++)
      for (const [place, id] of shuffledFor('01990000-0000-7000-8000-0000000000aa', `U0${n}`, all).entries())
        seen.set(`${id} ${place}`, (seen.get(`${id} ${place}`) ?? 0) + 1)
    expect(seen.size).toBe(64)
    // 500 expected in each place, with a deviation of 21.
    for (const [, count] of seen) expect(Math.abs(count - VOTERS / 8)).toBeLessThan(100)
  })
})
