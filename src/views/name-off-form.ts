import { z } from 'zod'
import { modal } from './fields.ts'
import { type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { lines, words } from './kit.ts'

const Metadata = z.object({ storyId: z.string() })

/** Asks once more before a champion's name goes for good: a menu cannot ask by itself, as a button can. */
export const nameOffForm: Form<{ readonly storyId: string }, { readonly storyId: string }> = {
  id: forms.storyNameOff,
  fields: {},

  render({ storyId }, { w }) {
    const { title, text, confirm, deny } = w.story.nameOffConfirm
    return modal(
      forms.storyNameOff,
      { title, submit: confirm, close: deny },
      lines([words(text)]),
      keep({ storyId }),
    )
  },

  read: (view) => kept(view, Metadata),
}
