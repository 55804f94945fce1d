import { Problem } from './problem.ts'
import { cleaned, isBlank, lengthOf, oneLine } from './text.ts'
import { addTo, type Instant } from './time.ts'

/** A system that sends customers' words: a help desk, a survey, a form. */
export type Source = { readonly id: string; readonly name: string; readonly addedAt: Instant }

/** What a source signs with, and the hash of the token for those that cannot sign. */
export type SourceSecret = {
  readonly id: string
  readonly sourceId: string
  /** Empty: it held once, and was forgotten. */
  readonly secret: string
  readonly tokenHash: string
  /** Real time. */
  readonly madeAt: Instant
}

/** A source as hosts see it. Without a secret it only ever came from a file. */
export type ShownSource = Source & {
  readonly state: 'open' | 'revoked' | 'files-only'
  /** Until then the secret before the newest holds, too. */
  readonly oldHoldsUntil?: Instant | undefined
  readonly praises: number
}

/** After a rotation the old secret still holds for so long. */
export const OVERLAP_HOURS = 24

/**
 * The secrets of one source that hold now. The newest does, and each one before it for a day after the next was made; what
 * was made before the latest revocation holds no more.
 */
export function secretsInForce(
  secrets: readonly SourceSecret[],
  revokedAt: Instant | undefined,
  now: Instant,
): SourceSecret[] {
  const alive = secrets
    .filter(({ secret, madeAt }) => secret !== '' && (revokedAt === undefined || madeAt > revokedAt))
    .toSorted((a, b) => (a.madeAt < b.madeAt || (a.madeAt === b.madeAt && a.id < b.id) ? -1 : 1))
  return alive.filter((_, index) => {
    const next = alive[index + 1]
    return next === undefined || now < holdsUntil(next)
  })
}

/** Until when the secret before this one holds. */
export const holdsUntil = ({ madeAt }: SourceSecret): Instant => addTo(madeAt, { hours: OVERLAP_HOURS })

const nameLimits = { max: 60 }

/** As a source is called, on one line. Throws `source.name-missing` and `source.name-too-long {max, length}` on `name`. */
export function readSourceName(typed: string): string {
  const name = oneLine(cleaned(typed))
  if (isBlank(name)) throw new Problem('invalid', 'source.name-missing', 'name')
  const length = lengthOf(name)
  if (length > nameLimits.max)
    throw new Problem('invalid', 'source.name-too-long', 'name', { max: nameLimits.max, length })
  return name
}
