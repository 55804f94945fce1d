/** A reaction in a channel that hosts chose asks whoever reacted, privately, whether to make a story of the message. */
import { v7 as newId } from 'uuid'
import { captureKindOf } from '../domain/capture-channel.ts'
import type { HeardReaction } from '../domain/heard.ts'
import { mayTell } from '../domain/person.ts'
import { insertAsks } from '../store/capture-asks.ts'
import { insertDeliveries } from '../store/deliveries.ts'
import { insertStrangers, listPeople } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'

/**
 * Many at once, as sets. Once for each message and person, whatever they do with it; only on what surely somebody else than
 * Plaudit wrote. Who is not known yet is met first, and asked when they react the next time.
 */
export async function askAboutReactions(tx: Tx, heard: readonly HeardReaction[]): Promise<void> {
  const added = heard.filter(({ isOn, onOthers }) => isOn && onOthers)
  if (added.length === 0) return
  const { captures } = await getSettings(tx)
  const wanted = added.flatMap(({ on, emoji, personId }) => {
    const kind = captureKindOf(captures, on.channel, emoji)
    return kind ? [{ id: newId(), at: on, personId, kind }] : []
  })
  if (wanted.length === 0) return
  const ids = wanted.map(({ personId }) => personId)
  await insertStrangers(tx, ids)
  const people = await listPeople(tx, ids)
  const isTeller = (id: string) => {
    const person = people.get(id)
    return person?.isKnown === true && mayTell(person)
  }
  const fresh = await insertAsks(
    tx,
    wanted.filter(({ personId }) => isTeller(personId)),
  )
  await insertDeliveries(
    tx,
    fresh.map(({ id, personId }) => ({
      id: newId(),
      kind: 'capture.ask' as const,
      subjectId: id,
      lane: personId,
      dueAt: tx.realNow,
    })),
  )
}
