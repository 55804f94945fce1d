import type { Day, Instant } from './time.ts'

export const storyKinds = ['wow', 'letter', 'turnaround'] as const
export type StoryKind = (typeof storyKinds)[number]

/** Everyone has customers: the colleague in the next team too. */
export const customerKinds = ['customer', 'supplier', 'partner', 'colleague', 'community'] as const
export type CustomerKind = (typeof customerKinds)[number]

/** How many, and how long in code points of the cleaned text. */
export const storyLimits = {
  championIds: { min: 1, max: 10 },
  words: { min: 20, max: 2800 },
  lesson: { max: 500 },
  customerName: { max: 80 },
  deeds: { max: 500 },
  thanks: { max: 500 },
  photoDescription: { max: 500 },
} as const

export type Photo = { readonly fileId: string; readonly description?: string | undefined }

/** A story as it is kept: every text is cleaned, and its private data masked. */
export type Story = {
  readonly id: string
  readonly workspaceId: string
  readonly kind: StoryKind
  readonly tellerId: string
  readonly championIds: readonly string[]
  readonly words: string
  /** What can we learn from it? */
  readonly lesson?: string | undefined
  readonly customerKind: CustomerKind
  readonly customerName?: string | undefined
  /** Who did what. */
  readonly deeds?: string | undefined
  /** Who else deserves thanks, people without an account too. */
  readonly thanks?: string | undefined
  readonly photo?: Photo | undefined
  readonly toldAt: Instant
  /** The day of `toldAt` in the workspace's zone: what boards count by. */
  readonly toldOn: Day
}

/** A story as it was typed. */
export type StoryInput = {
  /** Default `wow`. */
  readonly kind?: StoryKind | undefined
  readonly championIds: readonly string[]
  readonly words: string
  readonly lesson?: string | undefined
  /** Default `customer`. */
  readonly customerKind?: CustomerKind | undefined
  readonly customerName?: string | undefined
  readonly deeds?: string | undefined
  readonly thanks?: string | undefined
  readonly photo?: Photo | undefined
}
