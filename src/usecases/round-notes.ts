/** What is said about rounds. */
import type { Round } from '../domain/round.ts'
import type { DecisionAsked } from '../domain/shown-rounds.ts'
import { releaseKey } from '../store/failed-deliveries.ts'
import type { Tx } from '../store/store.ts'
import type { Said } from './award-notes.ts'
import { deliver } from './deliveries.ts'
import { listHosts } from './plaudit.ts'
import { getRound } from './round-moves.ts'

/** Once for each reason and deadline. */
export async function askHosts(tx: Tx, round: Round, why: DecisionAsked): Promise<void> {
  const { votesCloseAt } = await getRound(tx, round.id)
  const again = why === 'choose' ? tx.now : votesCloseAt
  for (const { id: lane } of await listHosts(tx))
    await deliver(tx, {
      kind: 'round.decide',
      subjectId: round.id,
      args: { why },
      lane,
      key: `round ${why} ${round.id} ${again} ${lane}`,
    })
}

/** Once for each round. @returns the place for what is said in its thread */
export async function sayInChannel(
  tx: Tx,
  { id, channel: lane }: Round,
  kind: 'round.opened' | 'round.reminder' | 'round.vote' | 'round.announced',
): Promise<Said> {
  return { lane, threadOf: await deliver(tx, { kind, subjectId: id, lane, key: `${kind} ${id}` }) }
}

/** The post to vote in, where it was dropped: Plaudit was down from the opening of votes to their close. */
export async function sayVoteAfterAll(tx: Tx, round: Round): Promise<void> {
  await releaseKey(tx, `round.vote ${round.id}`)
  await sayInChannel(tx, round, 'round.vote')
}

/** Once for each person and round. */
export async function tellPerson(
  tx: Tx,
  { id }: Round,
  kind: 'round.nominee' | 'round.judge' | 'round.words' | 'round.cancelled',
  personId: string,
): Promise<void> {
  const key = `${kind} ${id} ${personId}`
  await deliver(tx, { kind, subjectId: id, args: { personId }, lane: personId, key })
}

/** Once for each judge and close: it may be moved. */
export async function remindJudge(tx: Tx, { id, votesCloseAt }: Round, personId: string): Promise<void> {
  const kind = 'round.judge-reminder'
  const key = `${kind} ${id} ${personId} ${votesCloseAt}`
  await deliver(tx, { kind, subjectId: id, args: { personId }, lane: personId, key })
}

/** It ended without a champion, and why. */
export async function tellHostsOfEnd(tx: Tx, { id: subjectId }: Round, why: string): Promise<void> {
  for (const { id: lane } of await listHosts(tx)) {
    const key = `round unwon ${subjectId} ${lane}`
    await deliver(tx, { kind: 'round.unwon', subjectId, args: { why }, lane, key })
  }
}
