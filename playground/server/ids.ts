import { randomBytes } from 'node:crypto'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** Makes ids and message timestamps that look like Slack's. */
export type Ids = {
  /** `V…`, `F…`, `Ev…`: a prefix and ten letters. */
  next(prefix: string): string
  /** `1763737200.000100`: unique and rising, even when the clock stands still. */
  ts(): string
  /** A view's hash, `1763737200.Ab3dE6fG`. */
  hash(): string
}

export function createIds(clock: () => number): Ids {
  let lastMicros = 0
  let count = 0
  return {
    next(prefix) {
      count += 1
      return prefix + letters(count)
    },
    ts() {
      lastMicros = Math.max(lastMicros + 1, Math.floor(clock() * 1000))
      return asTs(lastMicros)
    },
    hash() {
      return `${Math.floor(clock() / 1000)}.${randomBytes(6).toString('base64url')}`
    },
  }
}

/** Numbers become ten letters, so that ids of one run can be compared with those of the next. */
function letters(count: number): string {
  let rest = count
  let out = ''
  while (out.length < 10) {
    out = (ALPHABET[rest % 36] ?? 'A') + out
    rest = Math.floor(rest / 36)
  }
  return out
}

function asTs(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000)
  return `${seconds}.${String(micros - seconds * 1_000_000).padStart(6, '0')}`
}
