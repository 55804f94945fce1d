import type { StorySource } from '../domain/capture.ts'
import type { MaskedStory, Story, StoryInput } from '../domain/story.ts'

/** What became of a submitted form: told or mended, or waiting for the teller's yes because something was masked. */
export type Submitted =
  | { readonly story: Story }
  | { readonly draftId: string; readonly preview: MaskedStory }

/** A form as it was submitted: a new story, or with `editing` one that is mended. */
export type Submission = {
  readonly input: StoryInput
  readonly editing?: string | undefined
  /** What arrived from another system and becomes this story. */
  readonly praiseId?: string | undefined
  /** The message that this story is made of. */
  readonly source?: StorySource | undefined
}
