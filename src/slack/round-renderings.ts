/** How what is said about rounds looks. */
import type { DeliveryKind } from '../domain/delivery.ts'
import { findRoundAward } from '../store/awards.ts'
import { showRound } from '../usecases/round-showing.ts'
import { roundPrizeNote } from '../views/round-prize.ts'
import { ballotRenderings } from './ballot-renderings.ts'
import { nominationRenderings } from './nomination-renderings.ts'
import type { Rendering } from './rendered.ts'
import { asked, cancelled, examined, unwon } from './round-host-renderings.ts'

type RoundKind = Extract<DeliveryKind, `round.${string}`>

export const roundRenderings: Record<RoundKind, Rendering> = {
  ...ballotRenderings,
  ...nominationRenderings,
  'round.decide': asked,
  'round.prize': async (reader, { subjectId, args }, look) => {
    const round = await showRound(reader, subjectId)
    const isGiven = (await findRoundAward(reader, subjectId)) !== undefined
    return (
      round && { message: roundPrizeNote(round, { why: args.why, isGiven }, look), subjectIds: [subjectId] }
    )
  },
  'round.cancelled': cancelled,
  'round.unwon': unwon,
  'round.examined': examined,
}
