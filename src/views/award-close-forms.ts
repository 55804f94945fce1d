/** The three ways in which an award comes to an end by hand: declined, handed over, cancelled. */
import type { InputBlock } from '@slack/types'
import { z } from 'zod'
import type { ShownAward, ShownShare } from '../domain/shown-prizes.ts'
import { giftFor, peopleIn, reasonLine, sharesIn } from './award-facts.ts'
import { checkboxes, field, modal, textInput } from './fields.ts'
import { answers, type Form, keep, kept, type SentView } from './form.ts'
import { forms } from './ids.ts'
import { bold, cut, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { capitalized } from './prize-parts.ts'

/** Where the form was opened: in the list it takes the list's place, and the list comes back after it. */
export type OpenedFrom = 'list' | 'message'

export type Closing = {
  readonly awardId: string
  readonly from: OpenedFrom
  /** Absent: everybody who still has one to come. */
  readonly personIds?: readonly string[]
}
type Model = { readonly award: ShownAward; readonly from: OpenedFrom }

const Metadata = z.object({ awardId: z.string(), from: z.enum(['list', 'message']).catch('message') })

const declineFields = { reason: 'reason' } as const

/** Why an approver says no. */
export const awardDeclineForm: Form<
  { readonly awardId: string; readonly reason?: string },
  { readonly award: ShownAward }
> = {
  id: forms.awardDecline,
  fields: declineFields,

  render({ award }, look) {
    const { decline: s } = look.w.awardForms
    const reason = textInput(undefined, { max: 500, lines: 'many', placeholder: s.placeholder })
    return modal(
      forms.awardDecline,
      s,
      [
        ...lines([bold(capitalized(giftFor(award, sharesIn(award, 'waiting'), look)))]),
        ...lines([words(s.explain(cut(award.givenBy.name, 80)))]),
        field(declineFields.reason, s.reason, reason),
      ],
      keep({ awardId: award.id }),
    )
  },

  read(view) {
    const reason = answers(view).text(declineFields.reason)
    return { awardId: kept(view, Metadata).awardId, ...(reason && { reason }) }
  },
}

const handOverFields = { personIds: 'personIds', note: 'note' } as const

/** Who got it, and what is worth noting about that. */
export const awardHandOverForm: Form<Closing & { readonly note?: string }, Model> = {
  id: forms.awardHandOver,
  fields: handOverFields,

  render({ award, from }, look) {
    const { handOver: s } = look.w.awardForms
    const open = sharesIn(award, 'open')
    const note = textInput(undefined, { max: 300, lines: 'many' })
    return modal(
      forms.awardHandOver,
      s,
      [
        ...lines([bold(capitalized(giftFor(award, open, look)))]),
        ...lines(reasonLine(award, look)),
        ...whoField(award, open, s.people, look),
        field(handOverFields.note, s.note, note, { optional: true, hint: s.noteHint }),
      ],
      keep({ awardId: award.id, from }),
    )
  },

  read(view) {
    const note = answers(view).text(handOverFields.note)
    return { ...closing(view), ...(note && { note }) }
  },
}

const cancelFields = { personIds: 'personIds', reason: 'reason' } as const

/** Whose it was, and why it does not come. For who hands over; and for the manager, while it waits for approval. */
export const awardCancelForm: Form<
  Closing & { readonly reason?: string },
  Model & { readonly readerId: string }
> = {
  id: forms.awardCancel,
  fields: cancelFields,

  render({ award, from, readerId }, look) {
    const { cancel: s } = look.w.awardForms
    const open = sharesIn(award, 'open', 'waiting')
    const reason = textInput(undefined, { max: 500, lines: 'many' })
    return modal(
      forms.awardCancel,
      s,
      [
        ...lines([bold(capitalized(giftFor(award, open, look)))]),
        ...lines([words(whatFollows(award, open, readerId, look))]),
        ...whoField(award, open, s.people, look),
        field(cancelFields.reason, s.reason, reason, { hint: s.reasonHint }),
      ],
      keep({ awardId: award.id, from }),
    )
  },

  read(view) {
    const reason = answers(view).text(cancelFields.reason)
    return { ...closing(view), ...(reason && { reason }) }
  },
}

/** Who hears of it, and what becomes of the budget. */
function whatFollows(award: ShownAward, open: readonly ShownShare[], readerId: string, look: Look): string {
  const { cancel: s } = look.w.awardForms
  const by = cut(award.givenBy.name, 80)
  const here = open.filter(({ hasLeft }) => !hasLeft)
  if (award.givenAt !== undefined) return s.explain(peopleIn(here, look), by)
  return award.givenBy.id === readerId ? s.explainOwn : s.explainWaiting(by)
}

/** Only asked when each of several has one of their own; ticked beforehand for all of them. */
function whoField(
  { split }: ShownAward,
  open: readonly ShownShare[],
  label: string,
  look: Look,
): InputBlock[] {
  if (split === 'shared' || open.length < 2) return []
  const choices = open.map((share) => ({ value: share.person.id, text: peopleIn([share], look) }))
  const all = choices.map(({ value }) => value)
  return [field(handOverFields.personIds, label, checkboxes(choices, all))]
}

function closing(view: SentView): Closing {
  const { awardId, from } = kept(view, Metadata)
  const isAsked = handOverFields.personIds in view.state.values
  return {
    awardId,
    from,
    ...(isAsked && { personIds: answers(view).options(handOverFields.personIds) }),
  }
}
