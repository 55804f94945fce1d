/** Praise arrives from other systems: kept once, or answered with what became of it. */
import { v7 as newId } from 'uuid'
import { isColleague } from '../domain/person.ts'
import {
  isCelebrated,
  type Praise,
  type PraiseInput,
  type PraiseState,
  readPraise,
} from '../domain/praise.ts'
import { praiseOriginals } from '../domain/praise-originals.ts'
import { cleaned } from '../domain/text.ts'
import { dayOf } from '../domain/time.ts'
import { listPeople, listPeopleNamed } from '../store/people.ts'
import { insertPraiseOriginals } from '../store/praise-originals.ts'
import { insertRecipients, type Recipient } from '../store/praise-recipients.ts'
import { findByKeys, findPraise, insertPraise, type Keys, stateOf } from '../store/praises.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { insertWaiting } from '../store/waiting-praises.ts'
import type { Plaudit } from './plaudit.ts'
import { hashOf } from './sources.ts'

/** What became of it, and whether it was here before. */
export type Received = { readonly id: string; readonly isNew: boolean; readonly state: PraiseState }

export type Arrival = {
  readonly sourceId: string
  readonly input: PraiseInput
  /** The same one from the same source is the same praise. */
  readonly webhookId?: string | undefined
}

/**
 * It is on disk when this resolves. The same request, or the same reference from the same source, again changes nothing.
 * Throws Problems as `readPraise` does.
 */
export const receivePraise = (app: Plaudit, arrival: Arrival): Promise<Received> =>
  app.store.write(async (tx) => {
    const { zone, minRating } = await getSettings(tx)
    const praise = readPraise(arrival.input, { today: dayOf(tx.now, zone), zone })
    return keepPraise(tx, arrival, keysOf(arrival), isCelebrated(praise, minRating) ? praise : undefined)
  })

/** @param praise undefined: it is not celebrated, and only what it was called is kept */
export async function keepPraise(
  tx: Tx,
  { sourceId, input }: Arrival,
  keys: Keys,
  praise: Praise | undefined,
): Promise<Received> {
  const before = await findByKeys(tx, sourceId, keys)
  if (before) return { id: before, isNew: false, state: await getState(tx, before) }
  const id = newId()
  await insertPraise(tx, id, { sourceId, keys, praise })
  if (!praise) return { id, isNew: true, state: 'not_celebrated' }
  await insertRecipients(tx, id, await recipientsIn(tx, input.recipients ?? []))
  await insertPraiseOriginals(tx, id, praiseOriginals(input))
  await insertWaiting(tx, id)
  return { id, isNew: true, state: 'waiting' }
}

async function getState(reader: Reader, id: string): Promise<PraiseState> {
  const praise = await findPraise(reader, id)
  return praise ? stateOf(praise) : 'not_celebrated'
}

/** References and ids may be e-mail addresses or worse: only their hashes are kept to compare with. */
function keysOf({ webhookId, input }: Arrival): Keys {
  const reference = input.reference?.trim()
  return {
    ...(webhookId ? { webhookKey: hashOf(webhookId) } : {}),
    ...(reference ? { referenceKey: hashOf(reference) } : {}),
  }
}

/** Those who are surely meant by an id or a name; an e-mail address is looked up later. */
async function recipientsIn(reader: Reader, written: readonly string[]): Promise<Recipient[]> {
  const given = [...new Set(written.map((one) => cleaned(one)).filter(Boolean))]
  const byId = await listPeople(reader, given)
  const byName = await listPeopleNamed(
    reader,
    given.filter((one) => !one.includes('@')),
  )
  return given.map((one) => {
    const people = [byId.get(one) ?? byName.get(one.toLowerCase()) ?? []].flat()
    const [person, another] = people.filter((found) => found.isKnown && isColleague(found))
    return person && !another ? { personId: person.id } : { given: one }
  })
}
