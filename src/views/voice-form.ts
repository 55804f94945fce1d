import { z } from 'zod'
import type { ShownStory } from '../domain/shown.ts'
import { voiceLimits } from '../domain/voice.ts'
import { button, row } from './controls.ts'
import { field, modal, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { actions, forms } from './ids.ts'
import { context, lines, words } from './kit.ts'
import { championNames } from './story-parts.ts'

export type SentVoice = {
  readonly storyId: string
  readonly words: string
  readonly isAdded: boolean
  /** How often it came back with something masked. */
  readonly masked: number
}

const fields = { words: 'words' } as const
const Metadata = z.object({
  storyId: z.string(),
  isAdded: z.boolean().default(false),
  masked: z.number().default(0),
})

/** A field that is shown anew keeps what was typed in it, so masked words need one of another name. */
const blockOf = (masked: number): string => (masked === 0 ? fields.words : `${fields.words}-${masked}`)

type Model = {
  readonly storyId: string
  /** Absent when the form comes back: then it has been read. */
  readonly story?: ShownStory
  readonly words?: string | undefined
  /** It stands under the story already, and can be taken back. */
  readonly isAdded: boolean
  /** As in `SentVoice`: then there is something to be looked at. */
  readonly masked?: number
}

/** A second teller's few words. */
export const voiceForm: Form<SentVoice, Model> = {
  id: forms.voice,
  fields,

  render({ storyId, story, words: said, isAdded, masked = 0 }, look) {
    const { voiceForm: s } = look.w
    const box = textInput(said, { max: voiceLimits.max, lines: 'many' })
    const about = story ? [words(s.about(story.teller.name, championNames(story, look)))] : undefined
    return modal(
      forms.voice,
      s,
      [
        ...lines(about),
        ...(masked > 0 ? [context(`🙈 ${s.hidden}`)] : []),
        field(blockOf(masked), s.words, box, { hint: s.wordsHint }),
        ...(isAdded ? [row([button(s.takeBack, actions.voiceTakeBack, storyId, { style: 'danger' })])] : []),
      ],
      keep({ storyId, isAdded, masked }),
    )
  },

  read(view) {
    const { masked, ...about } = kept(view, Metadata)
    return { ...about, masked, words: answers(view).text(blockOf(masked)) ?? '' }
  },
}
