import { z } from 'zod'
import type { ShownStory } from '../domain/shown.ts'
import { field, modal, textInput } from './fields.ts'
import { type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { context, lines, words } from './kit.ts'
import { thankedBy } from './letter-parts.ts'
import { championNames } from './story-parts.ts'

const fields = { reply: 'reply' } as const
const Metadata = z.object({ storyId: z.string() })

/** A reply to copy, and the word of whoever sent one. */
export const letterThanksForm: Form<{ readonly storyId: string }, ShownStory> = {
  id: forms.letterThanks,
  fields,

  render(story, look) {
    const { letterThanks: s } = look.w
    const text = s.text(championNames(story, look), story.champions.length, story.letter?.author?.name)
    const already = thankedBy(story, look)
    return modal(
      forms.letterThanks,
      s,
      [
        ...lines([words(s.explain)]),
        ...(already ? [context(already)] : []),
        field(fields.reply, s.reply, textInput(text, { max: 3000, lines: 'many' }), { optional: true }),
      ],
      keep({ storyId: story.id }),
    )
  },

  read: (view) => kept(view, Metadata),
}
