import type { KnownBlock } from '@slack/types'
import { customerKinds, storyLimits } from '../domain/story.ts'
import { captureIntro, capturePhoto } from './capture-fields.ts'
import { button, row, select } from './controls.ts'
import { checkboxes, field, images, modal, people, textInput } from './fields.ts'
import type { Form } from './form.ts'
import { actions, forms } from './ids.ts'
import { channel, context, fill, lines, words } from './kit.ts'
import { letterMore, letterSwitch, saysMore, scanField } from './letter-fields.ts'
import { originalPart } from './letter-original.ts'
import type { Look } from './look.ts'
import {
  storyFields as fields,
  keepDraft,
  readDraft,
  type SentStory,
  type StoryDraft,
} from './story-draft.ts'

/**
 * `/wow` and `/wow letter`: champions and words suffice. A switch makes a letter's form of it and back. The same form
 * edits, without the photo.
 */
export const storyForm: Form<SentStory, StoryDraft> = {
  id: forms.storyTell,
  fields,

  render(draft, look) {
    const more = showsMore(draft)
    const { editing, input, hasOriginal } = draft
    const moreFields = input?.letter ? moreOfLetter : moreOfStory
    return modal(
      forms.storyTell,
      titles(draft, look),
      [
        ...intro(draft, look),
        ...captureIntro(draft.capture, look),
        ...mainFields(draft, look),
        ...(more ? moreFields(draft, look) : [moreButton(draft, look)]),
        ...(editing && hasOriginal ? [originalPart(editing, look)] : []),
        ...(editing ? retractPart(editing, look) : []),
      ],
      keepDraft(draft, more),
    )
  },

  read: readDraft,
}

function showsMore({ more, input = {}, aside, hasPhoto }: StoryDraft): boolean {
  const { letter, customerName, deeds, thanks, photo } = input
  if (more || deeds || thanks) return true
  return letter
    ? saysMore(letter) || photo !== undefined || aside?.photoDescription !== undefined || hasPhoto === true
    : Boolean(customerName)
}

function titles({ editing, input }: StoryDraft, { w: { storyForm: s, letterForm: l } }: Look) {
  const { title, editTitle } = input?.letter ? l : s
  return editing
    ? { title: editTitle, submit: s.editSubmit, close: s.editClose }
    : { title, submit: s.submit, close: s.close }
}

function intro({ celebrationChannel, editing, input }: StoryDraft, { w }: Look): KnownBlock[] {
  const { appearsIn, editedIn } = input?.letter ? w.letterForm : w.storyForm
  if (editing) return lines([words(editedIn)])
  return celebrationChannel
    ? lines(fill(appearsIn, [channel(celebrationChannel)]))
    : lines([words(w.storyForm.appearsNowhere)])
}

function mainFields(draft: StoryDraft, look: Look): KnownBlock[] {
  const { storyForm: s, letterForm: l } = look.w
  const isLetter = draft.input?.letter !== undefined
  const chosen = draft.input?.championIds ?? []
  const champions = people(chosen, storyLimits.championIds.max, s.championsPlaceholder)
  const whom = isLetter
    ? field(fields.championIds, l.champions, champions, { hint: l.championsHint })
    : field(fields.championIds, s.champions, champions, { hint: s.championsHint })
  return [
    whom,
    isLetter ? letterWords(draft, look) : textField('words', draft, look),
    ...(isLetter ? wholePart(draft, look) : []),
    ...(draft.staysLetter ? [] : [letterSwitch(isLetter, look)]),
    ...capturePhoto(draft.capture, look),
    textField('lesson', draft, look),
    ...(isLetter ? [] : [customerKind(draft, look), ...photoFields(draft, look)]),
  ]
}

/** More may be typed than is shared: the rule says what to do with a long letter. */
function letterWords({ input }: StoryDraft, { w: { letterForm: s } }: Look): KnownBlock {
  const box = textInput(input?.words, { max: 3000, lines: 'many', placeholder: s.wordsPlaceholder })
  return field(fields.words, s.words, box, { hint: s.wordsHint })
}

/** Of what is longer than a letter quotes: nobody shows what they did not read. */
function wholePart({ praiseId, whole }: StoryDraft, { w: { wholeLetter: s } }: Look): KnownBlock[] {
  if (!praiseId || whole === undefined) return []
  const choice = { value: 'on', text: s.choice }
  return [
    field(fields.whole, s.field, checkboxes([choice], whole ? ['on'] : []), { optional: true, hint: s.hint }),
    row([button(s.open, actions.praiseWhole, praiseId)]),
  ]
}

function customerKind({ input, aside }: StoryDraft, { w: { storyForm: s } }: Look): KnownBlock {
  const kinds = customerKinds.map((value) => ({ value, text: s.customerKinds[value] }))
  const kind = select(kinds, input?.customerKind ?? aside?.customerKind ?? 'customer')
  return field(fields.customerKind, s.customerKind, kind, { hint: s.customerKindHint })
}

function textField(
  name: 'words' | 'lesson' | 'customerName' | 'deeds' | 'thanks',
  draft: StoryDraft,
  { w: { storyForm: s } }: Look,
): KnownBlock {
  const input = textInput(draft.input?.[name], {
    max: storyLimits[name].max,
    lines: name === 'customerName' ? 'one' : 'many',
    placeholder: s[`${name}Placeholder`],
  })
  return field(fields[name], s[name], input, { optional: name !== 'words' })
}

function photoFields({ input, aside, editing }: StoryDraft, { w }: Look): KnownBlock[] {
  if (editing) return []
  const { storyForm: s, letterForm: l } = w
  const described = input?.photo?.description ?? aside?.photoDescription
  const description = textInput(described, { max: storyLimits.photoDescription.max })
  return [
    field(fields.photo, input?.letter ? l.photo : s.photo, images(), { optional: true }),
    field(fields.photoDescription, s.photoDescription, description, {
      optional: true,
      hint: s.photoDescriptionHint,
    }),
  ]
}

const moreOfStory = (draft: StoryDraft, look: Look): KnownBlock[] => [
  textField('customerName', draft, look),
  textField('deeds', draft, look),
  textField('thanks', draft, look),
]

/** What a story says of deeds and thanks, a letter's form shows only once it is there. */
function moreOfLetter(draft: StoryDraft, look: Look): KnownBlock[] {
  const { input = {}, editing, hasPhoto } = draft
  const { letter = {}, deeds, thanks } = input
  return [
    ...letterMore(letter, look),
    ...photoFields(draft, look),
    ...(!editing || hasPhoto ? scanField(letter, look) : []),
    ...(deeds ? [textField('deeds', draft, look)] : []),
    ...(thanks ? [textField('thanks', draft, look)] : []),
  ]
}

const moreButton = ({ input }: StoryDraft, { w }: Look): KnownBlock =>
  row([button(input?.letter ? w.letterForm.more : w.storyForm.more, actions.storyMore, 'more')])

const retractPart = (storyId: string, { w: { storyForm: s } }: Look): KnownBlock[] => [
  context(s.retractHint),
  row([button(s.retract, actions.storyRetract, storyId, { style: 'danger' })]),
]
