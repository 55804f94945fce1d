/** How a good body is spoiled: its shape, its values, or its bytes. */
import fc from 'fast-check'
import { hostileText } from '../test/support/hostile-text.ts'

type Edit = { readonly at: number; readonly how: Change }
/** What takes a value's place; `undefined` takes it away. */
type Change = (value: unknown, other: unknown) => unknown

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

/** `ids` are of what is stored: asked for in wrong places, by wrong people. */
export const changes = (ids: readonly string[]): fc.Arbitrary<Change> => {
  const instead =
    (value: unknown): Change =>
    () =>
      structuredClone(value)
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<Change>(() => undefined) },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom<unknown>(
          ...[
            null,
            '',
            ' ',
            0,
            -1,
            1e308,
            2 ** 53,
            true,
            false,
            [],
            {},
            [null],
            [[]],
            { id: null },
            'null',
            '{}',
            '[',
            '"',
          ],
          ...[
            '__proto__',
            'constructor',
            'toString',
            { toString: 1 },
            { length: -1 },
            'NaN',
            '../../etc/passwd',
            '%00',
          ],
          ...[
            '\0',
            '\ud800',
            'x\udc00y',
            '1763458200.000100',
            '0000-00-00',
            '2026-02-30',
            '99:99',
            'U0',
            'C0',
          ],
        )
        .map(instead),
    },
    { weight: 2, arbitrary: hostileText(400).map(instead) },
    { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 60_000 }).map((n) => instead('y'.repeat(n))) },
    { weight: 1, arbitrary: fc.integer({ min: 50, max: 900 }).map((n) => instead(deep(n))) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 4 }).map((text) => instead(JSON.parse(text))) },
    { weight: 4, arbitrary: fc.constantFrom('x', ...ids).map(instead) },
    { weight: 2, arbitrary: fc.constant<Change>((_, other) => other) },
    { weight: 1, arbitrary: fc.constant<Change>((value) => [value, value]) },
    { weight: 1, arbitrary: fc.constant<Change>((value) => ({ value })) },
    {
      weight: 1,
      arbitrary: fc.constant<Change>((value) => (JSON.stringify(value) ?? '').slice(0, 2_000).repeat(50)),
    },
  )
}

export const edits = (ids: readonly string[]): fc.Arbitrary<Edit[]> =>
  fc.array(fc.record({ at: fc.nat(), how: changes(ids) }), { minLength: 1, maxLength: 4 })

/** A copy with each edit at a place of its own; where answers go stays as it is. */
export function edited(body: object, all: readonly Edit[]): unknown {
  const copy: unknown = { root: structuredClone(body) }
  for (const { at, how } of all) {
    const places = placesIn(copy)
    const place = places[at % places.length]
    const other = places[(at * 31 + 7) % places.length]
    if (!place) continue
    const value = how(place.holder[place.key], structuredClone(other?.holder[other.key]))
    if (value === undefined) delete place.holder[place.key]
    else
      Object.defineProperty(place.holder, place.key, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      })
  }
  return (copy as { root?: unknown }).root
}

type Place = { readonly holder: Record<string, unknown>; readonly key: string }

const MOST_DEEP = 12

function placesIn(value: unknown, deepness = 0): Place[] {
  if (typeof value !== 'object' || value === null || deepness > MOST_DEEP) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder)
    .filter((key) => key !== 'response_url')
    .flatMap((key) => [{ holder, key }, ...placesIn(holder[key], deepness + 1)])
}

/** Bytes turned, put in, cut out and cut off. */
export const spoiling: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom('turn', 'insert', 'cut', 'end'), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) => (bytes: Buffer) => all.reduce(spoil, bytes))

function spoil(bytes: Buffer, [where, how, byte]: readonly [number, string, number]): Buffer {
  const at = where % (bytes.length + 1)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  if (how === 'turn') return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)])
  if (how === 'insert') return Buffer.concat([before, Buffer.from([byte, byte]), after])
  if (how === 'cut') return Buffer.concat([before, after.subarray(1 + (byte % 40))])
  return before
}
