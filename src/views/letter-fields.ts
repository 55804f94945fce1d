import type { KnownBlock } from '@slack/types'
import { type LetterInput, letterLimits, permissions, vias } from '../domain/letter.ts'
import { select } from './controls.ts'
import { checkboxes, datepicker, field, person, radios, textInput } from './fields.ts'
import { answers, type SentView } from './form.ts'
import { actions } from './ids.ts'
import type { Look } from './look.ts'

/** What a letter's form asks besides a story's. */
export const letterFields = {
  isLetter: 'isLetter',
  authorName: 'authorName',
  authorRole: 'authorRole',
  via: 'via',
  receivedOn: 'receivedOn',
  permission: 'permission',
  askedBy: 'askedBy',
  askedOn: 'askedOn',
  reference: 'reference',
  scanIsClear: 'scanIsClear',
} as const

const ON = 'on'

/** The switch between a story's form and a letter's. */
export function letterSwitch(isLetter: boolean, { w: { letterForm: s } }: Look): KnownBlock {
  const choice = { value: ON, text: s.isLetterChoice }
  const box = checkboxes([choice], isLetter ? [ON] : [], actions.letterSwitch)
  return field(letterFields.isLetter, s.isLetter, box, { optional: true, dispatch: true })
}

export const isSwitchedOn = (view: SentView): boolean =>
  answers(view).options(letterFields.isLetter).includes(ON)

/** Whether the name may be shown at all: then somebody asked. */
const isAsked = ({ permission }: LetterInput): boolean => permission === 'yes' || permission === 'first_name'

/** Who wrote it, how it arrived, and what may be shown. */
export const letterMore = (letter: LetterInput, look: Look): KnownBlock[] => [
  letterText('authorName', letter, look),
  letterText('authorRole', letter, look),
  ...arrival(letter, look),
  ...permissionFields(letter, look),
  letterText('reference', letter, look),
]

function letterText(
  name: 'authorName' | 'authorRole' | 'reference',
  letter: LetterInput,
  { w: { letterForm: s } }: Look,
): KnownBlock {
  const input = textInput(letter[name], {
    max: letterLimits[name].max,
    placeholder: s[`${name}Placeholder`],
  })
  return field(letterFields[name], s[name], input, {
    optional: true,
    ...(name === 'authorName' && { hint: s.authorNameHint }),
  })
}

function arrival({ via, receivedOn }: LetterInput, { w: { letterForm: s } }: Look): KnownBlock[] {
  const ways = vias.map((value) => ({ value, text: s.vias[value] }))
  const way = select(ways, via, { placeholder: s.viaPlaceholder })
  return [
    field(letterFields.via, s.via, way, { optional: true }),
    field(letterFields.receivedOn, s.receivedOn, datepicker(receivedOn), { optional: true }),
  ]
}

function permissionFields(letter: LetterInput, look: Look): KnownBlock[] {
  const { letterForm: s } = look.w
  const asked = [
    field(letterFields.askedBy, s.askedBy, person(s.askedByPlaceholder, letter.askedBy), { optional: true }),
    field(letterFields.askedOn, s.askedOn, datepicker(letter.askedOn), { optional: true }),
  ]
  return [
    permissionField(letter.permission, look, actions.letterPermission),
    ...(isAsked(letter) ? asked : []),
  ]
}

/** With an `action`, the choice is told at once. */
export function permissionField(
  permission: string | undefined,
  { w: { letterForm: s } }: Look,
  action?: string,
): KnownBlock {
  const choices = permissions.map((value) => ({ value, text: s.permissions[value] }))
  const chosen = radios(choices, permission ?? 'not_asked', action)
  return field(letterFields.permission, s.permission, chosen, {
    hint: s.permissionHint,
    dispatch: action !== undefined,
  })
}

/** That the scan names nobody is worth saying only while the name may not be shown. */
export function scanField(
  { permission, scanIsClear }: LetterInput,
  { w: { letterForm: s } }: Look,
): KnownBlock[] {
  if (permission === 'yes') return []
  const box = checkboxes([{ value: ON, text: s.scanIsClearChoice }], scanIsClear ? [ON] : [])
  return [field(letterFields.scanIsClear, s.scanIsClear, box, { optional: true, hint: s.scanIsClearHint })]
}

/** Whether anything is said that only the rest of the fields shows. */
export const saysMore = ({ permission = 'not_asked', scanIsClear, ...letter }: LetterInput): boolean =>
  permission !== 'not_asked' || scanIsClear === true || Object.values(letter).some(Boolean)

/** What was answered; of the fields that the form does not show, what was answered before. */
export function readLetterFields(view: SentView, before: LetterInput = {}): LetterInput {
  const sent = answers(view)
  const isThere = (name: keyof typeof letterFields) => letterFields[name] in view.state.values
  const text = (name: 'authorName' | 'authorRole' | 'reference') =>
    isThere(name) ? sent.text(letterFields[name]) : before[name]
  const day = (name: 'receivedOn' | 'askedOn') =>
    isThere(name) ? sent.date(letterFields[name]) : before[name]
  return {
    authorName: text('authorName'),
    authorRole: text('authorRole'),
    via: isThere('via') ? sent.option(letterFields.via) : before.via,
    receivedOn: day('receivedOn'),
    reference: text('reference'),
    permission: isThere('permission') ? sent.option(letterFields.permission) : before.permission,
    askedBy: isThere('askedBy') ? sent.person(letterFields.askedBy) : before.askedBy,
    askedOn: day('askedOn'),
    scanIsClear: isThere('scanIsClear')
      ? sent.options(letterFields.scanIsClear).includes(ON)
      : before.scanIsClear,
  }
}

/** Without the answers to what is not asked now. */
export const asAsked = (letter: LetterInput): LetterInput => ({
  ...letter,
  ...(isAsked(letter) ? {} : { askedBy: undefined, askedOn: undefined }),
  ...(letter.permission === 'yes' ? { scanIsClear: undefined } : {}),
})

/** Only those: they come back when it is asked again. */
export const notAsked = (letter: LetterInput): LetterInput => ({
  ...(isAsked(letter) ? {} : { askedBy: letter.askedBy, askedOn: letter.askedOn }),
  ...(letter.permission === 'yes' ? { scanIsClear: letter.scanIsClear } : {}),
})
