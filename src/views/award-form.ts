import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import { type AwardInput, reasonLimits, splits } from '../domain/award.ts'
import type { AwardOffer, OfferedPrize } from '../domain/shown-prizes.ts'
import { excerpt } from '../domain/text.ts'
import { type Choice, select } from './controls.ts'
import { shortNames } from './digest-parts.ts'
import { checkboxes, field, modal, radios, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { bold, context, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { noticeModal } from './notice.ts'
import { approvalNote, prizeChoice, refusedLines } from './offered-prizes.ts'

const fields = {
  prizeId: 'prizeId',
  personIds: 'personIds',
  split: 'split',
  reason: 'reason',
  isPrivate: 'isPrivate',
} as const

/** `personId` when there is nobody to choose from. */
const Metadata = z.object({ storyId: z.string(), personId: z.string().optional() })
const YES = 'yes'
/** More than Slack shows as radio buttons are a select. */
const MOST_RADIOS = 10

/** Which prize, for whom, and why. With nothing to give, a sentence that says what to do: see `awardModal`. */
export const awardForm: Form<AwardInput, AwardOffer> = {
  id: forms.award,
  fields,

  render(offer, look) {
    const { story, people } = offer
    const [only] = people
    const single = people.length === 1 ? only : undefined
    const { w } = look
    return modal(
      forms.award,
      w.awardForm,
      [
        ...lines([bold(`${shortNames(story, w)}: `), words(excerpt(story.words, 200))]),
        ...(single && story.champions.length > 1 ? [context(w.awardForm.forOne(single.name))] : []),
        prizeField(offer, look),
        ...refusedLines(offer, look).map((line) => context(line)),
        ...(single ? [] : peopleFields(offer, look)),
        ...reasonFields(look),
        ...approvalNote(offer, look).map((line) => context(line)),
      ],
      keep({ storyId: story.id, personId: single?.id }),
    )
  },

  read(view) {
    const { storyId, personId } = kept(view, Metadata)
    const sent = answers(view)
    return {
      storyId,
      ...readPrize(sent.option(fields.prizeId)),
      personIds: personId === undefined ? sent.options(fields.personIds) : [personId],
      split: splits.find((known) => known === sent.option(fields.split)),
      reason: sent.text(fields.reason),
      isPrivate: sent.options(fields.isPrivate).includes(YES),
    }
  },
}

/** The form; or, when there is nothing that could be given, why, and what to do about it. */
export function awardModal(offer: AwardOffer, look: Look): ModalView {
  const { awardForm: s } = look.w
  if (offer.prizes.length === 0) return noticeModal(s.noCatalogue, look)
  if (given(offer).length > 0) return awardForm.render(offer, look)
  return noticeModal([s.nothing, ...refusedLines(offer, look)].join('\n\n'), look)
}

const given = ({ prizes }: AwardOffer): OfferedPrize[] =>
  prizes.filter(({ refused }) => refused === undefined)

function prizeField(offer: AwardOffer, look: Look): KnownBlock {
  const { awardForm: s } = look.w
  const choices = given(offer).map(
    (prize): Choice => ({ value: optionOf(prize), ...prizeChoice(prize, offer, look) }),
  )
  const element =
    choices.length <= MOST_RADIOS
      ? radios(choices, undefined)
      : select(choices, undefined, { placeholder: s.prizePlaceholder })
  return field(fields.prizeId, s.prize, element)
}

/** With the revision that is shown, so that a change meanwhile is noticed. */
const optionOf = ({ id, revision }: OfferedPrize): string => `${id}:${revision}`

function readPrize(value: string | undefined): Pick<AwardInput, 'prizeId' | 'revision'> {
  const [prizeId, revision] = value?.split(':') ?? []
  return prizeId && revision ? { prizeId, revision: Number(revision) } : {}
}

/** All of them, unless somebody is left out. */
function peopleFields({ people }: AwardOffer, { w: { awardForm: s } }: Look): KnownBlock[] {
  const choices = people.map(({ id, name }): Choice => ({ value: id, text: name }))
  const ways = splits.map((value): Choice => ({ value, text: s.splits[value] }))
  return [
    field(
      fields.personIds,
      s.people,
      checkboxes(
        choices,
        people.map(({ id }) => id),
      ),
    ),
    field(fields.split, s.split, radios(ways, 'each'), { hint: s.splitHint }),
  ]
}

function reasonFields({ w: { awardForm: s } }: Look): KnownBlock[] {
  const reason = textInput(undefined, {
    max: reasonLimits.max,
    lines: 'many',
    placeholder: s.reasonPlaceholder,
  })
  const privately = checkboxes([{ value: YES, text: s.privately }], [])
  return [
    field(fields.reason, s.reason, reason, { hint: s.reasonHint }),
    field(fields.isPrivate, s.privacy, privately, { optional: true }),
  ]
}
