// What the seeds are written in: a week is what people told, said and noted, in words and times.

/** By the name they go by in `demo/cast.ts`. */
export type Who = 'alice' | 'bob' | 'carol' | 'dave' | 'erin' | 'fatima' | 'grace' | 'henrik' | 'ines' | 'jun'

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun'

/** When: on a day of the week, by the clock on the wall in London, `9:40` as `09:40`. */
export type When = { on: Weekday; at: `${number}:${number}` }

/** Emoji name → who put it there; `button` is the card's Cheer button. */
export type Cheers = Record<string, Who[]>

/** Something said in a thread, so many minutes after what it answers. */
export type Reply = { by: Who; after: number; says: string }

/** A story, as its teller fills in the form. */
export type Story = When & {
  by: Who
  about: Who[]
  words: string
  lesson?: string
  /** Who the customer was; `customer` unless told. */
  kind?: 'customer' | 'supplier' | 'partner' | 'colleague' | 'community'
  customer?: string
  deeds?: string
  thanks?: string
  photo?: { file: string; shows: string }
  cheers?: Cheers
  /** Who thought better of an emoji a little later. */
  uncheers?: [emoji: string, who: Who][]
  replies?: Reply[]
  /** The words as the teller mended them, minutes later. */
  mended?: { after: number; words: string }
}

/** An ordinary message, between all the stories. */
export type Remark = When & {
  in: 'general' | 'support-desk'
  by: Who
  says: string
  reactions?: Cheers
  replies?: Reply[]
}

/** What hosts make of Friday's digest while they have its preview. */
export type Friday = {
  /** Dave's own note. */
  note?: string
  /** Whom Dave asks for one, with what words, and what they write. */
  asked?: { who: Who; with: string; writes: string }
  /** Words of the story that Dave puts first. */
  leadWith?: string
}

export type Week = { stories: Story[]; remarks: Remark[]; friday?: Friday }
