import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { marks, type PrivateKind } from '../domain/private-data.ts'
import type { StoryInput } from '../domain/story.ts'
import { modal } from './fields.ts'
import { type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { context, divider, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { details, headline } from './story-parts.ts'

/** A story whose private data was masked, kept until its teller says yes. */
export type StoryPreview = { readonly draftId: string; readonly preview: StoryInput }

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

function asShown(preview: StoryInput, look: Look): KnownBlock[] {
  const { storyForm: s } = look.w
  const { photo, customerKind = 'customer' } = preview
  return [
    ...lines(headline(preview.championIds, look)),
    ...lines([words(preview.words)]),
    ...details({ ...preview, customerKind }, look),
    ...(photo ? [context(`📷 ${s.photoComesAlong}`, photo.description)] : []),
  ]
}

function hiddenIn({ photo, ...input }: StoryInput, look: Look): string[] {
  const { words: told, lesson, customerName, deeds, thanks } = input
  return hiddenKinds([told, lesson, customerName, deeds, thanks, photo?.description].join('\n'), look)
}

/** What was masked in a text, kind by kind: `2 phone numbers`. */
export function hiddenKinds(text: string, { w: { storyForm: s } }: Look): string[] {
  return kinds.flatMap((kind) => {
    const count = text.split(marks[kind]).length - 1
    return count > 0 ? [s.hiddenKind[kind](count)] : []
  })
}
