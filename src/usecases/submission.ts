import type { StorySource } from '../domain/capture.ts'
import type { Hidden, MaskChoices } from '../domain/mask-choices.ts'
import type { MaskedStory, Story, StoryInput } from '../domain/story.ts'

/** Of a letter in its preview: what is hidden in it, and what its teller decided about that. */
export type LetterMasks = {
  readonly hidden: readonly Hidden[]
  readonly choices: MaskChoices
}

/** Waiting for the teller's yes, as everybody would see it. */
export type Drafted = {
  readonly draftId: string
  readonly preview: MaskedStory
  readonly masks?: LetterMasks | undefined
}

/** What became of a submitted form: told or mended, or waiting for the teller's yes because something was masked. */
export type Submitted = { readonly story: Story } | Drafted

/** A form as it was submitted: a new story, or with `editing` one that is mended. */
export type Submission = {
  readonly input: StoryInput
  readonly editing?: string | undefined
  /** What arrived from another system and becomes this story. */
  readonly praiseId?: string | undefined
  /** Of praise that is longer than a letter quotes: everybody may read all of it. */
  readonly whole?: boolean | undefined
  /** The message that this story is made of. */
  readonly source?: StorySource | undefined
}

/** What its teller decided in the preview; before that, nothing. */
export type Decided = Submission & { readonly choices?: MaskChoices | undefined }
