import { z } from 'zod'
import { field, modal, person, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { lines, words } from './kit.ts'

export type DigestNote = { readonly digestId: string; readonly words: string }
export type DigestRequest = {
  readonly digestId: string
  readonly leaderId?: string
  readonly message?: string
}

const Metadata = z.object({ digestId: z.string() })
const noteFields = { words: 'words' } as const
const askFields = { leaderId: 'leaderId', message: 'message' } as const

/** A note on top of the digest; what its writer wrote before can be mended. */
export const digestNoteForm: Form<DigestNote, { readonly digestId: string; readonly words?: string }> = {
  id: forms.digestNote,
  fields: noteFields,

  render({ digestId, words: before }, { w: { digestNoteForm: s } }) {
    const input = textInput(before, { max: 500, lines: 'many', placeholder: s.placeholder })
    const blocks = [...lines([words(s.explain)]), field(noteFields.words, s.words, input)]
    return modal(forms.digestNote, before ? { ...s, ...s.again } : s, blocks, keep({ digestId }))
  },

  read: (view) => ({
    digestId: kept(view, Metadata).digestId,
    words: answers(view).text(noteFields.words) ?? '',
  }),
}

/** Asks somebody else for a note. */
export const digestAskForm: Form<DigestRequest, { readonly digestId: string }> = {
  id: forms.digestAsk,
  fields: askFields,

  render({ digestId }, { w: { digestAskForm: s } }) {
    const message = textInput(undefined, { max: 500, lines: 'many', placeholder: s.messagePlaceholder })
    const blocks = [
      ...lines([words(s.explain)]),
      field(askFields.leaderId, s.person, person(s.personPlaceholder)),
      field(askFields.message, s.message, message, { optional: true }),
    ]
    return modal(forms.digestAsk, s, blocks, keep({ digestId }))
  },

  read(view) {
    const sent = answers(view)
    const leaderId = sent.person(askFields.leaderId)
    const message = sent.text(askFields.message)
    return {
      digestId: kept(view, Metadata).digestId,
      ...(leaderId && { leaderId }),
      ...(message && { message }),
    }
  },
}
