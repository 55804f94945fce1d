/** What a round needs of the platform and of the catalogue: a channel to speak in, who is in its departments, a prize. */
import { Problem } from '../domain/problem.ts'
import type { Round } from '../domain/round.ts'
import type { RoundInput } from '../domain/round-input.ts'
import { type Channel, upsertChannel } from '../store/channels.ts'
import { findPrize } from '../store/prizes.ts'
import { replaceGroupMembers } from '../store/roles.ts'
import type { Reader, Tx } from '../store/store.ts'
import { channelProblems } from './setup.ts'

/** What the platform says, asked before, since no use-case waits for it. */
export type RoundFacts = {
  /** By id; a channel that Plaudit cannot even see is missing. */
  readonly channels: ReadonlyMap<string, Channel>
  /** Who is in a user group, by its id; missing where the platform does not tell. */
  readonly groupMembers: ReadonlyMap<string, readonly string[]>
}

/**
 * What is wrong with it: on `channel` those of `channelProblems`, on `groupIds` `round.group-unreadable`, on `prizeId`
 * `round.prize-gone`; a prize that was retired stays where it was.
 */
export async function factProblems(
  reader: Reader,
  { channel, groupIds = [], prizeId }: RoundInput,
  { channels, groupMembers }: RoundFacts,
  before?: Round,
): Promise<Problem[]> {
  const prize = prizeId ? await findPrize(reader, prizeId) : undefined
  const isGone = prizeId !== undefined && prizeId !== before?.prizeId && (!prize || prize.retiredAt)
  return [
    ...(channel ? channelProblems(channel, 'channel', { channels }) : []),
    ...(groupIds.every((id) => groupMembers.has(id))
      ? []
      : [new Problem('invalid', 'round.group-unreadable', 'groupIds')]),
    ...(isGone ? [new Problem('invalid', 'round.prize-gone', 'prizeId')] : []),
  ]
}

/** From now on changes are heard of: nobody who nominates waits for the platform. */
export async function keepRoundFacts(tx: Tx, { channels, groupMembers }: RoundFacts): Promise<void> {
  for (const channel of channels.values()) await upsertChannel(tx, channel)
  for (const [groupId, memberIds] of groupMembers) await replaceGroupMembers(tx, groupId, memberIds)
}
