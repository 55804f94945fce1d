import { z } from 'zod'
import type { ShownStory } from '../domain/shown.ts'
import { voiceLimits } from '../domain/voice.ts'
import { button, row } from './controls.ts'
import { field, modal, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { actions, forms } from './ids.ts'
import { context, lines, words } from './kit.ts'
import { championNames } from './story-parts.ts'

export type SentVoice = { readonly storyId: string; readonly words: string; readonly isAdded: boolean }

const fields = { words: 'words' } as const
const Metadata = z.object({ storyId: z.string(), isAdded: z.boolean().default(false) })

type Model = {
  readonly storyId: string
  /** Absent when the form comes back: then it has been read. */
  readonly story?: ShownStory
  readonly words?: string | undefined
  /** It stands under the story already, and can be taken back. */
  readonly isAdded: boolean
  /** Something was masked in the words: to be looked at. */
  readonly isMasked?: boolean
}

/** A second teller's few words. */
export const voiceForm: Form<SentVoice, Model> = {
  id: forms.voice,
  fields,

  render({ storyId, story, words: said, isAdded, isMasked }, look) {
    const { voiceForm: s } = look.w
    const box = textInput(said, { max: voiceLimits.max, lines: 'many' })
    const about = story ? [words(s.about(story.teller.name, championNames(story, look)))] : undefined
    return modal(
      forms.voice,
      s,
      [
        ...lines(about),
        ...(isMasked ? [context(`🙈 ${s.hidden}`)] : []),
        field(fields.words, s.words, box, { hint: s.wordsHint }),
        ...(isAdded ? [row([button(s.takeBack, actions.voiceTakeBack, storyId, { style: 'danger' })])] : []),
      ],
      keep({ storyId, isAdded }),
    )
  },

  read(view) {
    return { ...kept(view, Metadata), words: answers(view).text(fields.words) ?? '' }
  },
}
