import type { KnownBlock } from '@slack/types'
import { nominationLimits } from '../domain/nomination.ts'
import type { Named } from '../domain/shown.ts'
import type { ShownEvidence } from '../domain/shown-rounds.ts'
import { button, type Choice, choices, multiSearchSelect, type Options, row, select } from './controls.ts'
import { checkboxes, field, modal, person, radios, textInput } from './fields.ts'
import type { Form } from './form.ts'
import { actions, forms } from './ids.ts'
import { bold, context, cut, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import {
  criterionField,
  evidenceField,
  fieldAt,
  nominationFields as fields,
  keepNomination,
  NO_CRITERION,
  type NominationDraft,
  QUOTABLE,
  readNomination,
  type SentNomination,
  wordsOf,
} from './nomination-draft.ts'

/** How long a name may be in a sentence: nobody's fills it alone. */
const NAME = 60

/** Who, why, and what shows it. Choosing another round or nominee shows it anew, see `afterChoice`. */
export const nominationForm: Form<SentNomination, NominationDraft> = {
  id: forms.nomination,
  fields,

  render(draft, look) {
    const { offer, isMasked = false } = draft
    const { nominationForm: s } = look.w
    return modal(
      forms.nomination,
      offer.own ? s.again : s,
      [
        ...roundPart(draft, look),
        ...nomineePart(draft, look),
        ...(isMasked ? [context(`🙈 ${s.hidden}`)] : []),
        reasonField(draft, look),
        ...criterionPart(draft, look),
        quotableField(draft, look),
        ...evidencePart(draft, look),
        ...ownPart(draft, look),
      ],
      keepNomination(draft),
    )
  },

  read: readNomination,
}

const nameOf = ({ name }: Named): string => cut(name, NAME)

function roundPart({ offer: { rounds, round } }: NominationDraft, { w }: Look): KnownBlock[] {
  const { nominationForm: s } = w
  const [only, ...more] = round.criteria
  const about = lines(
    [words(s.about(round.title, w.moment(round.nominationsCloseAt, round.zone)))],
    round.honours ? [words(round.honours)] : undefined,
    only && more.length === 0 ? [bold(`${w.roundPosts.criteria}: `), words(only)] : undefined,
  )
  if (rounds.length < 2) return about
  const titles = rounds.map(({ id, title }) => ({ value: id, text: title }))
  const choice = select(titles, round.id, { action: actions.nominationRound })
  return [field(fields.roundId, s.round, choice, { dispatch: true }), ...about]
}

function nomineePart({ offer, isFixed }: NominationDraft, { w: { nominationForm: s } }: Look): KnownBlock[] {
  const { nominee, own, among } = offer
  if (isFixed && nominee) return lines([words(s.fixed(nameOf(nominee)))])
  const action = actions.nominationNominee
  const champions = among.map(({ id, name }) => ({ value: id, text: name }))
  const whom =
    champions.length > 0
      ? field(fields.nomineeId, s.among, radios(champions, nominee?.id, action), { dispatch: true })
      : field(fields.nomineeId, s.nominee, person(s.nomineePlaceholder, nominee?.id, action), {
          dispatch: true,
        })
  return [whom, ...(own ? lines([words(s.yours(nameOf(own.nominee)))]) : [])]
}

function reasonField(draft: NominationDraft, { w: { nominationForm: s } }: Look): KnownBlock {
  const { nominee } = draft.offer
  const { max } = nominationLimits.reason
  const box = textInput(wordsOf(draft).reason, { max, lines: 'many', placeholder: s.reasonPlaceholder })
  const hint = nominee ? s.reasonHint(nameOf(nominee)) : s.reasonHintAny
  return field(fieldAt(fields.reason, draft.version), s.reason, box, { hint })
}

/** With one criterion there is nothing to choose. */
function criterionPart(draft: NominationDraft, { w }: Look): KnownBlock[] {
  const { id, criteria } = draft.offer.round
  if (criteria.length < 2) return []
  const all = [...criteria, w.nomination.criterionAll].map((text, position) => ({
    value: position < criteria.length ? String(position) : NO_CRITERION,
    text,
  }))
  const chosen = radios(all, String(wordsOf(draft).criterion ?? NO_CRITERION))
  return [field(criterionField(id, draft.version), w.nominationForm.criterion, chosen)]
}

function quotableField(draft: NominationDraft, { w: { nominationForm: s } }: Look): KnownBlock {
  const box = checkboxes(
    [{ value: QUOTABLE, text: s.quotableChoice }],
    wordsOf(draft).quotable ? [QUOTABLE] : [],
  )
  const hint = s.quotableHint
  return field(fieldAt(fields.quotable, draft.version), s.quotable, box, { optional: true, hint })
}

function evidencePart({ offer, version }: NominationDraft, { w }: Look): KnownBlock[] {
  const { nominationForm: s } = w
  const { nominee, evidence } = offer
  if (!nominee) return [context(s.evidenceLater)]
  const chosen = evidence.map((story) => evidenceChoice(story, w))
  const searched = { placeholder: s.evidencePlaceholder, max: nominationLimits.evidence }
  const stories = multiSearchSelect(actions.nominationEvidence, searched, chosen)
  const hint = s.evidenceHint
  return [
    field(evidenceField(nominee.id, version), s.evidence(nameOf(nominee)), stories, { optional: true, hint }),
  ]
}

function ownPart({ offer: { own } }: NominationDraft, { w: { nomination: s } }: Look): KnownBlock[] {
  if (!own) return []
  const withdraw = button(s.withdraw, actions.nominationWithdraw, own.id, {
    style: 'danger',
    confirm: s.withdrawConfirm,
  })
  return [row([withdraw])]
}

/** The stories that were found while somebody types. */
export const evidenceOptions = (stories: readonly ShownEvidence[], { w }: Look): Options =>
  choices(stories.map((story) => evidenceChoice(story, w)))

/** `12 March · St Mary’s school · The school’s boiler failed on…`: short, since a list shows little. */
function evidenceChoice(
  { id, toldOn, letter, customerName, words: said }: ShownEvidence,
  w: Look['w'],
): Choice {
  const customer = letter?.author?.name ?? customerName
  const parts = [w.day(toldOn), ...(customer ? [cut(customer, 24)] : []), `${letter ? '💌 ' : ''}${said}`]
  return { value: id, text: parts.join(' · ') }
}
