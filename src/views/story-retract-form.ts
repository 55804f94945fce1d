import { z } from 'zod'
import { field, modal, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { lines, words } from './kit.ts'

export type Retraction = { readonly storyId: string; readonly reason?: string }

const fields = { reason: 'reason' } as const
const Metadata = z.object({ storyId: z.string() })

/** Asks once more before a story is taken back, and why. For its teller and for hosts. */
export const storyRetractForm: Form<Retraction, { readonly storyId: string }> = {
  id: forms.storyRetract,
  fields,

  render({ storyId }, { w: { retractForm: s } }) {
    const reason = textInput(undefined, { max: 500, lines: 'many' })
    return modal(
      forms.storyRetract,
      s,
      [
        ...lines([words(s.explain)]),
        field(fields.reason, s.reason, reason, { optional: true, hint: s.reasonHint }),
      ],
      keep({ storyId }),
    )
  },

  read(view) {
    const reason = answers(view).text(fields.reason)
    return { storyId: kept(view, Metadata).storyId, ...(reason && { reason }) }
  },
}
