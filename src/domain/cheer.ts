/** Which emoji count as cheers: any, or the normal names (see `normalEmoji`) in the list. */
export type CheerEmoji = 'any' | readonly string[]

/** That somebody put an emoji on a story (`isOn`) or took it off. */
export type Reaction = {
  readonly storyId: string
  readonly personId: string
  /** As the platform named it. */
  readonly emoji: string
  readonly isOn: boolean
  /** The platform's own time of the event: text of fixed width, which sorts as time. */
  readonly at: string
}
