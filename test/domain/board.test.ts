import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type BoardRow, type BoardView, rank } from '../../src/domain/board.ts'

const row = (name: string, count: number, cheers = 0): BoardRow => ({
  personId: `p-${name}`,
  name,
  count,
  cheers,
})
const lines = (view: BoardView, rows: BoardRow[], limits = {}) =>
  rank(view, rows, limits).rows.map(({ rank, name }) => `${rank} ${name}`)
const people = (n: number, count: number) =>
  Array.from({ length: n }, (_, i) => row(`n${String(i).padStart(3, '0')}`, count))

describe('a board', () => {
  test('lists whoever did most first', () => {
    expect(lines('storytellers', [row('bob', 1), row('alice', 3), row('carol', 2)])).toEqual([
      '1 alice',
      '2 carol',
      '3 bob',
    ])
  })

  test('gives the same rank to those who did alike, by name, and the next rank counts them all', () => {
    expect(lines('cheerers', [row('carol', 1), row('bob', 4), row('alice', 4)])).toEqual([
      '1 alice',
      '1 bob',
      '3 carol',
    ])
  })

  test('orders champions by stories, then by cheers, and they tie only when both are equal', () => {
    const rows = [row('dave', 2, 1), row('bob', 2, 9), row('alice', 3, 0), row('carol', 2, 9)]
    expect(lines('champions', rows)).toEqual(['1 alice', '2 bob', '2 carol', '4 dave'])
  })

  test.each(['storytellers', 'cheerers'] as const)('does not look at cheers received among %s', (view) => {
    expect(lines(view, [row('bob', 2, 9), row('alice', 2, 0)])).toEqual(['1 alice', '1 bob'])
  })

  test('leaves out people with nothing to show', () => {
    expect(rank('champions', [row('bob', 0, 5), row('alice', -1)])).toEqual({ rows: [], more: 0 })
  })

  test('sorts names as people do, and namesakes always alike', () => {
    const namesakes = [
      { ...row('Zoë', 1), personId: 'b' },
      { ...row('Zoë', 1), personId: 'a' },
      row('émile', 1),
      row('Fay', 1),
    ]
    const shown = rank('storytellers', namesakes).rows.map(({ name, personId }) => `${name} ${personId}`)
    expect(shown).toEqual(['émile p-émile', 'Fay p-Fay', 'Zoë a', 'Zoë b'])
  })

  test('stops after the tenth rank', () => {
    const rows = Array.from({ length: 15 }, (_, i) => row(`n${i}`, 100 - i))
    expect(rank('storytellers', rows)).toMatchObject({ rows: { length: 10 }, more: 0 })
  })

  test('lists everybody who shares the last rank', () => {
    const board = rank('storytellers', [...people(3, 1), ...people(9, 2)])
    expect(board.rows.map((r) => r.rank)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 10, 10, 10])
    expect(board.more).toBe(0)
  })

  test('counts those who share the last rank and find no room', () => {
    expect(rank('storytellers', people(50, 1))).toMatchObject({ rows: { length: 20 }, more: 30 })
    expect(rank('storytellers', people(50, 1), { top: 3, cap: 5 })).toMatchObject({
      rows: { length: 5 },
      more: 45,
    })
  })

  test('ranks everybody one above the number of people who did better', () => {
    const anyRow = fc.record({
      personId: fc.uuid(),
      name: fc.string(),
      count: fc.integer({ min: 0, max: 4 }),
      cheers: fc.integer({ min: 0, max: 2 }),
    })
    const anyView = fc.constantFrom<BoardView>('champions', 'storytellers', 'cheerers')
    fc.assert(
      fc.property(anyView, fc.array(anyRow, { maxLength: 40 }), (view, rows) => {
        const merit = (r: BoardRow) => r.count * 1000 + (view === 'champions' ? r.cheers : 0)
        const shown = rank(view, rows, { top: 10, cap: 1000 }).rows
        for (const r of shown) {
          const better = rows.filter((other) => other.count > 0 && merit(other) > merit(r)).length
          expect(r.rank).toBe(better + 1)
        }
        const expected = rows.filter(
          (r) => r.count > 0 && rows.filter((o) => merit(o) > merit(r)).length < 10,
        )
        expect(shown).toHaveLength(expected.length)
      }),
    )
  })
})
