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
  prizes?: Prize[]
}

/** A prize with which a manager answers a story, so many minutes after it. */
export type Prize = {
  by: 'carol' | 'dave'
  after: number
  /** How its name begins in the form: `A voucher`. */
  prize: string
  why: string
  /** One for all of them. */
  shared?: boolean
  privately?: boolean
  /** It is above the threshold, and nobody has decided yet. */
  waits?: boolean
  /** It has a photo. */
  shows?: boolean
  /** So many minutes after it was awarded; to all of them unless told. */
  handedOver?: { after: number; note: string; to?: Who[] }
}

/** What Dave adds to the catalogue; with days it is a day off, else a gift. All as it is typed. */
export type NewPrize = { name: string; days?: string; cost?: string; stock?: string; photo?: string }

/** What Dave does to the prizes at that time: awards of more than `above` wait for `by` from then on. */
export type Shelf = When & { adds: NewPrize[]; approval: { above: string; by: Who[] } }

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

export type Week = { stories: Story[]; remarks: Remark[]; shelf?: Shelf; friday?: Friday }
