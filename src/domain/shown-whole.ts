/** A page of a letter that is too long for its card. */
export type ShownWhole = {
  readonly about: WholeOf
  readonly text: string
  /** From 0. */
  readonly page: number
  readonly pages: number
}

/** A letter that was shared, or one that waits for a look. */
export type WholeOf = { readonly storyId: string } | { readonly praiseId: string }
