/** What the form of a nomination holds while somebody fills it in, and how it comes back from Slack. */
import { z } from 'zod'
import type { NominationInput } from '../domain/nomination.ts'
import type { NominationOffer } from '../domain/shown-rounds.ts'
import { answers, keep, kept, type SentView } from './form.ts'
import { blockAbout } from './ids.ts'

/** What is typed, apart from who and which stories: that is in the offer. */
export type NominationWords = Pick<NominationInput, 'reason' | 'quotable' | 'criterion'>

export type NominationDraft = {
  readonly offer: NominationOffer
  /** Absent when it is opened: one's own words then, if there are any. */
  readonly typed?: NominationWords | undefined
  /** A field that is shown anew keeps what was typed in it, so other words need one of another name. */
  readonly version?: number
  /** It comes back with private data masked. */
  readonly isMasked?: boolean
  /** One's own nomination is mended: who and which round stay. */
  readonly isFixed?: boolean
  /** Which turn of its modal it is, see slack/bodies.ts. */
  readonly turn?: string | undefined
}

export type SentNomination = NominationInput &
  Required<Pick<NominationDraft, 'version' | 'isFixed'>> &
  Pick<NominationDraft, 'turn'> & {
    readonly storyId?: string | undefined
    /** The nomination whose words it showed. */
    readonly ownId?: string | undefined
  }

export const nominationFields = {
  roundId: 'roundId',
  nomineeId: 'nomineeId',
  reason: 'reason',
  criterion: 'criterion',
  quotable: 'quotable',
  evidenceIds: 'evidence',
} as const
const fields = nominationFields

/** For a criterion that is none of those in the list. */
export const NO_CRITERION = 'none'
export const QUOTABLE = 'yes'

const Metadata = z.object({
  roundId: z.string(),
  nomineeId: z.string().optional(),
  storyId: z.string().optional(),
  ownId: z.string().optional(),
  version: z.number().default(0),
  isFixed: z.boolean().default(false),
  turn: z.string().optional(),
})

/** Nobody's name but the nominee's is kept in the form, and that only where it stays. */
export const keepNomination = ({ offer, version, isFixed, turn }: NominationDraft): string =>
  keep({
    roundId: offer.round.id,
    nomineeId: isFixed ? offer.nominee?.id : undefined,
    storyId: offer.story?.id,
    ownId: offer.own?.id,
    ...{ version, isFixed, turn },
  })

/** `reason`, `reason-1`, … */
export const fieldAt = (field: string, version = 0): string => (version === 0 ? field : `${field}-${version}`)

/** The list is asked for the stories of whom the block names. */
export const evidenceField = (nomineeId: string, version?: number): string =>
  blockAbout(fieldAt(fields.evidenceIds, version), nomineeId)

/** A round has criteria of its own. */
export const criterionField = (roundId: string, version?: number): string =>
  blockAbout(fieldAt(fields.criterion, version), roundId)

/** What belongs to a round or nominee that was chosen since the form was shown is not read: it is not seen either. */
export function readNomination(view: SentView): SentNomination {
  const { nomineeId: fixedId, ...about } = kept(view, Metadata)
  const { version } = about
  const sent = answers(view)
  const roundId = sent.option(fields.roundId) ?? about.roundId
  const nomineeId = fixedId ?? sent.person(fields.nomineeId) ?? sent.option(fields.nomineeId)
  const criterion = sent.option(criterionField(roundId, version)) ?? NO_CRITERION
  return {
    ...about,
    roundId,
    nomineeId,
    reason: sent.text(fieldAt(fields.reason, version)),
    criterion: criterion === NO_CRITERION ? undefined : Number(criterion),
    quotable: sent.options(fieldAt(fields.quotable, version)).includes(QUOTABLE),
    evidenceIds: nomineeId ? sent.options(evidenceField(nomineeId, version)) : [],
  }
}

/**
 * Another round or nominee was chosen. The fields stay as they are, so that nobody's typing is lost, unless there are other
 * words to show: those that one wrote about this nominee before, with what was typed below them; or none of another nominee's.
 */
export function afterChoice(sent: SentNomination, offer: NominationOffer): NominationDraft {
  const { reason, quotable, criterion, version, turn, ownId } = sent
  const { own } = offer
  if (ownId === own?.id) return { offer, typed: { reason, quotable, criterion }, version, turn }
  const anew = { offer, version: version + 1, turn }
  if (!own) return { ...anew, typed: { quotable: false } }
  const typed = ownId === undefined && reason ? `\n\n${reason}` : ''
  const { quotable: mayQuote, criterion: shows } = own
  return { ...anew, typed: { reason: own.reason + typed, quotable: mayQuote, criterion: shows } }
}

/** What the form shows: what was typed, else one's own words. */
export const wordsOf = ({ typed, offer: { own } }: NominationDraft): NominationWords =>
  typed ??
  (own ? { reason: own.reason, quotable: own.quotable, criterion: own.criterion } : { quotable: false })
