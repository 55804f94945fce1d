import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { type Letter, mayShowScan, shownOf, withoutAuthor } from '../domain/letter.ts'
import { marks, type PrivateKind } from '../domain/private-data.ts'
import type { MaskedStory } from '../domain/story.ts'
import { modal } from './fields.ts'
import { type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { context, divider, lines, words } from './kit.ts'
import { customerWords, origin } from './letter-parts.ts'
import type { Look } from './look.ts'
import { details, headline } from './story-parts.ts'

/** A story whose private data was masked, kept until its teller says yes. */
export type StoryPreview = { readonly draftId: string; readonly preview: MaskedStory }

const Metadata = z.object({ draftId: z.string() })
const kinds = Object.keys(marks) as PrivateKind[]

/** The story as everybody would see it, for its teller to say yes to. Pushed onto the form: `Back` returns to that. */
export const storyPreview: Form<{ readonly draftId: string }, StoryPreview> = {
  id: forms.storyPreview,
  fields: {},

  render({ draftId, preview }, look) {
    const { storyForm: s } = look.w
    const titles = { title: s.previewTitle, submit: s.submit, close: s.previewClose }
    return modal(
      forms.storyPreview,
      titles,
      [...lines([words(`🙈 ${s.hidden(hiddenIn(preview, look))}`)]), divider(), ...asShown(preview, look)],
      keep({ draftId }),
    )
  },

  read: (view) => kept(view, Metadata),
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

/** `2 phone numbers`, `1 e-mail address`: counted by their marks in the texts. */
function hiddenIn({ photo, letter, ...input }: MaskedStory, { w: { storyForm: s } }: Look): string[] {
  const { words: told, lesson, customerName, deeds, thanks } = input
  const { authorName, authorRole, reference } = letter ?? {}
  const ofLetter = [authorName, authorRole, reference]
  const text = [told, lesson, customerName, deeds, thanks, photo?.description, ...ofLetter].join('\n')
  return kinds.flatMap((kind) => {
    const count = text.split(marks[kind]).length - 1
    return count > 0 ? [s.hiddenKind[kind](count)] : []
  })
}
