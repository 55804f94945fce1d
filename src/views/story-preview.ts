import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { type Letter, mayShowScan, shownOf, withoutAuthor } from '../domain/letter.ts'
import type { TypedChoices } from '../domain/mask-choices.ts'
import { marks, type PrivateKind } from '../domain/private-data.ts'
import type { MaskedStory } from '../domain/story.ts'
import { modal } from './fields.ts'
import { type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { context, divider, lines, words } from './kit.ts'
import { choicesMark, type LetterMasks, maskFields, masksPart, readMasks, typedMark } from './letter-masks.ts'
import { customerWords, origin } from './letter-parts.ts'
import type { Look } from './look.ts'
import { details, headline } from './story-parts.ts'

/** A story whose private data was masked, kept until its teller says yes. */
export type StoryPreview = {
  readonly draftId: string
  readonly preview: MaskedStory
  /** Of a letter. */
  readonly masks?: LetterMasks | undefined
}
/** What its teller says yes to; `isShown`: it is what the preview shows. */
export type Approval = {
  readonly draftId: string
  readonly choices: TypedChoices
  readonly isShown: boolean
}

const Metadata = z.object({ draftId: z.string(), mark: z.string().optional() })
const kinds = (Object.keys(marks) as PrivateKind[]).filter((kind) => kind !== 'words')

/**
 * The story as everybody would see it, for its teller to say yes to. Pushed onto the form: `Back` returns to that. Of a
 * letter the teller may show what was hidden, or hide more.
 */
export const storyPreview: Form<Approval, StoryPreview> = {
  id: forms.storyPreview,
  fields: maskFields,

  render({ draftId, preview, masks }, look) {
    const { storyForm: s } = look.w
    const titles = { title: s.previewTitle, submit: s.submit, close: s.previewClose }
    return modal(
      forms.storyPreview,
      titles,
      [
        ...lines([words(`🙈 ${saysHidden(preview, masks, look)}`)]),
        ...(masks ? masksPart(draftId, masks, look) : []),
        divider(),
        ...asShown(preview, look),
      ],
      keep({ draftId, ...(masks && { mark: choicesMark(masks.choices) }) }),
    )
  },

  read(view) {
    const { draftId, mark } = kept(view, Metadata)
    const choices = readMasks(view)
    return { draftId, choices, isShown: mark === undefined || mark === typedMark(choices) }
  },
}

function saysHidden(preview: MaskedStory, masks: LetterMasks | undefined, look: Look): string {
  const { storyForm: s, letterPreview: l } = look.w
  const hidden = hiddenIn(preview, look)
  if (!masks) return s.hidden(hidden)
  const { words: chosen } = masks.choices
  const all = [...hidden, ...(chosen.length > 0 ? [s.hiddenKind.words(chosen.length)] : [])]
  return all.length > 0 ? l.hidden(all) : l.nothingHidden
}

function asShown(preview: MaskedStory, look: Look): KnownBlock[] {
  const { storyForm: s } = look.w
  const { photo, letter, customerKind = 'customer' } = preview
  if (letter) return letterAsShown(preview, letter, look)
  return [
    ...lines(headline(preview.championIds, look)),
    ...lines([words(preview.words)]),
    ...details({ ...preview, customerKind }, look),
    ...(photo ? [context(`📷 ${s.photoComesAlong}`, photo.description)] : []),
  ]
}

/** With the author's name hidden as it will be; a scan that may not be shown does not come along. */
function letterAsShown(preview: MaskedStory, letter: Letter, look: Look): KnownBlock[] {
  const { championIds, words: typed, lesson, deeds, thanks, photo, customerKind = 'customer' } = preview
  const shown = (text: string | undefined) => text && withoutAuthor(text, letter)
  const texts = { lesson: shown(lesson), deeds: shown(deeds), thanks: shown(thanks) }
  const description = shown(photo?.description)
  return [
    ...customerWords(withoutAuthor(typed, letter), look),
    ...lines(headline(championIds, look)),
    ...details({ ...texts, customerKind, letter }, look),
    ...(photo && mayShowScan(letter) ? [context(`📷 ${look.w.storyForm.photoComesAlong}`, description)] : []),
    ...origin(shownOf(letter), undefined, look),
  ]
}

function hiddenIn({ photo, letter, ...input }: MaskedStory, look: Look): string[] {
  const { words: told, lesson, customerName, deeds, thanks } = input
  const { authorName, authorRole, reference } = letter ?? {}
  const ofLetter = [authorName, authorRole, reference]
  const texts = [told, lesson, customerName, deeds, thanks, photo?.description, ...ofLetter]
  return hiddenKinds(texts.join('\n'), look)
}

/** What was masked in a text, kind by kind: `2 phone numbers`. */
export function hiddenKinds(text: string, { w: { storyForm: s } }: Look): string[] {
  return kinds.flatMap((kind) => {
    const count = text.split(marks[kind]).length - 1
    return count > 0 ? [s.hiddenKind[kind](count)] : []
  })
}
