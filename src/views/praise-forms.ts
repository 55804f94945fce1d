import { z } from 'zod'
import type { PraiseSettingsInput } from '../domain/settings-praise.ts'
import { field, modal, place, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { lines, words } from './kit.ts'

export type Dismissal = { readonly praiseId: string; readonly reason: string; readonly page?: number }

const Metadata = z.object({ praiseId: z.string(), page: z.number().optional() })
const dismissFields = { reason: 'reason' } as const

/** Why it is no WOW. Opened from the list, it knows the page to go back to. */
export const praiseDismissForm: Form<Dismissal, { readonly praiseId: string; readonly page?: number }> = {
  id: forms.praiseDismiss,
  fields: dismissFields,

  render({ praiseId, page }, { w: { praiseDismissForm: s } }) {
    const reason = textInput(undefined, { max: 300, lines: 'many' })
    const blocks = [
      ...lines([words(s.explain)]),
      field(dismissFields.reason, s.reason, reason, { hint: s.reasonHint }),
    ]
    return modal(forms.praiseDismiss, s, blocks, keep({ praiseId, page }))
  },

  read(view) {
    const { praiseId, page } = kept(view, Metadata)
    const reason = answers(view).text(dismissFields.reason) ?? ''
    return { praiseId, reason, ...(page === undefined ? {} : { page }) }
  },
}

const settingsFields = { triageChannel: 'triageChannel', minRating: 'minRating' } as const

/** Where letters from other systems wait, and from which rating on they come. */
export const praiseSettingsForm: Form<PraiseSettingsInput, PraiseSettingsInput> = {
  id: forms.praiseSettings,
  fields: settingsFields,

  render({ triageChannel, minRating }, { w: { praiseSettingsForm: s } }) {
    return modal(forms.praiseSettings, s, [
      field(settingsFields.triageChannel, s.channel, place(triageChannel, s.channelPlaceholder), {
        hint: s.channelHint,
      }),
      field(settingsFields.minRating, s.minRating, textInput(minRating, { max: 10 }), {
        optional: true,
        hint: s.minRatingHint,
      }),
    ])
  },

  read(view) {
    const sent = answers(view)
    return {
      triageChannel: sent.place(settingsFields.triageChannel),
      minRating: sent.text(settingsFields.minRating),
    }
  },
}
