/** Praise from a file: the same rules as over the wire, and run twice it changes nothing. */
import { isCelebrated, type Praise, type PraiseInput, readPraise } from '../domain/praise.ts'
import { readSourceName } from '../domain/source.ts'
import { dayOf } from '../domain/time.ts'
import { findByKeys, type Keys } from '../store/praises.ts'
import { getSettings } from '../store/settings.ts'
import { findSource, insertSource } from '../store/sources.ts'
import type { Reader } from '../store/store.ts'
import type { Plaudit } from './plaudit.ts'
import { keepPraise } from './praises.ts'
import { hashOf } from './sources.ts'

/** What became of a row: new, here before, or rated below what is celebrated. */
export type Imported = 'imported' | 'known' | 'not-celebrated'

export type Importer = {
  /** Throws Problems as `readPraise` does; then nothing of the row is kept. */
  row(input: PraiseInput): Promise<Imported>
}

/** A source of that name is made when there is none: nobody can send in its name. Throws `source.name-…` on `name`. */
export async function startImport(app: Plaudit, sourceName: string): Promise<Importer> {
  const name = readSourceName(sourceName)
  const source = await app.store.write(
    async (tx) => (await findSource(tx, name)) ?? (await insertSource(tx, name, undefined)),
  )
  return {
    row: (input) =>
      app.store.write(async (tx) => {
        const { praise, isGood } = await read(tx, tx.now, input)
        const arrival = { sourceId: source.id, input }
        const { isNew } = await keepPraise(tx, arrival, keysOf(input), isGood ? praise : undefined)
        return !isNew ? 'known' : isGood ? 'imported' : 'not-celebrated'
      }),
  }
}

/** What `startImport` would do; nothing is written. */
export async function tryImport(app: Plaudit, sourceName: string): Promise<Importer> {
  const name = readSourceName(sourceName)
  const seen = new Set<string>()
  return {
    row: (input) =>
      app.store.read(async (reader) => {
        const { isGood } = await read(reader, app.clock.civil(), input)
        const source = await findSource(reader, name)
        const keys = keysOf(input)
        const isKnown =
          seen.has(keys.referenceKey) || (source && (await findByKeys(reader, source.id, keys)) !== undefined)
        seen.add(keys.referenceKey)
        return isKnown ? 'known' : isGood ? 'imported' : 'not-celebrated'
      }),
  }
}

async function read(
  reader: Reader,
  now: string,
  input: PraiseInput,
): Promise<{ praise: Praise; isGood: boolean }> {
  const { zone, minRating } = await getSettings(reader)
  const praise = readPraise(input, { today: dayOf(now, zone), zone })
  return { praise, isGood: isCelebrated(praise, minRating) }
}

/** A row without a reference is known by all that it says. */
function keysOf(input: PraiseInput): Keys & { readonly referenceKey: string } {
  const reference = input.reference?.trim()
  return { referenceKey: hashOf(reference || `row ${JSON.stringify(input)}`) }
}
