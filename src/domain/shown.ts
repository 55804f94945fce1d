/** What readers see: the domain's things with people's names filled in, ready for a view. No rule lives here. */
import type { AwardedPrize, Split } from './award.ts'
import type { Board, BoardView } from './board.ts'
import type { BudgetPeriod, Limits } from './budget.ts'
import type { Period } from './calendar.ts'
import type { Address } from './delivery.ts'
import type { LetterOrigin } from './letter.ts'
import type { Role } from './role.ts'
import type { Settings } from './settings.ts'
import type { CustomerKind, StoryKind } from './story.ts'
import type { Day, Instant, Window, Zone } from './time.ts'

/** A person as they are named to others. */
export type Named = { readonly id: string; readonly name: string }

/** What everybody sees of a story's prizes: public, given, not cancelled; only the people who are named. */
export type ShownPrize = {
  readonly awardId: string
  readonly prize: AwardedPrize
  readonly split: Split
  readonly people: readonly Named[]
  readonly givenBy: Named
  readonly reason: string
  readonly amountsPublic: boolean
}

/** What readers see of a letter besides its words. */
export type ShownLetter = LetterOrigin & {
  /** Who shares it received it: it praises them. */
  readonly ownShare: boolean
  /** Only a passage is quoted: the whole can be read. */
  readonly hasWhole?: boolean
  /** Who thanked the customer. */
  readonly thankedBy?: Named
}

export type ShownStory = {
  readonly id: string
  readonly kind: StoryKind
  readonly teller: Named
  readonly champions: readonly Named[]
  readonly words: string
  readonly lesson?: string
  readonly customerKind: CustomerKind
  readonly customerName?: string
  readonly deeds?: string
  readonly thanks?: string
  /** Of a letter, whose words are the customer's. */
  readonly letter?: ShownLetter
  /** `fileId` is the copy everybody can see, once there is one and the platform takes it in a card. */
  readonly photo?: { readonly fileId?: string; readonly description?: string }
  /** The message that it was made of. `author` is who else wrote it; `at` is where everybody can read it. */
  readonly source?: { readonly author?: Named; readonly at?: Address }
  /** Who told it, too, in the order in which they did. */
  readonly voices?: readonly { readonly by: Named; readonly words: string }[]
  readonly toldAt: Instant
  readonly toldOn: Day
  readonly cheers: number
  /** Edited after it was told. */
  readonly edited: boolean
  /** The prizes that everybody sees, oldest first. */
  readonly prizes: readonly ShownPrize[]
  /** Where its card is, once it is posted. */
  readonly card?: Address
  /** Taken back: nothing of it may be shown any more but that. */
  readonly retracted?: { readonly by: Named; readonly reason?: string; readonly nobodyLeft: boolean }
}

/** A title that was won in a round, by several who share it. */
export type ShownTitle = {
  readonly title: string
  readonly wonOn: Day
  readonly winners: readonly Named[]
  readonly post?: Address | undefined
}

export type ShownDigest = {
  readonly id: string
  readonly window: Window
  /** The days that the window covers for a reader, first and last. */
  readonly firstOn: Day
  readonly lastOn: Day
  readonly notes: readonly { readonly by: Named; readonly words: string }[]
  /** In full. */
  readonly lead?: ShownStory
  /** In their order: all of them, or those of which one message shows something. */
  readonly others: readonly ShownStory[]
  /** The ids of those that are only counted. */
  readonly unread: readonly string[]
  /** Public prizes that were given in the window for stories of earlier digests. */
  readonly latePrizes: readonly { readonly story: ShownStory; readonly prizes: readonly ShownPrize[] }[]
  /** Who became the champion of what in its window, oldest first. `post` is where it was announced. */
  readonly titles: readonly ShownTitle[]
  /** Cheers given to all its stories. */
  readonly cheers: number
  /** How many different people were credited. */
  readonly championCount: number
  /** Absent when boards are off. */
  readonly champions?: Board
}

/** A digest to come, as hosts see it. */
export type DigestPreview = ShownDigest & {
  readonly dueAt: Instant
  readonly zone: Zone
  readonly leftOut: readonly ShownStory[]
  readonly skipped?: { readonly by: Named }
  /** Already posted: nothing can be changed any more. */
  readonly issued: boolean
}

export type ShownBoard = {
  readonly view: BoardView
  readonly period: Period
  readonly startsOn: Day
  readonly board: Board
  /** The reader's own numbers, if they have something to show. */
  readonly own?: { readonly count: number; readonly cheers: number }
  /** The reader is not listed, by their own choice. */
  readonly hidden: boolean
}

export type Trouble =
  | {
      readonly what: 'delivery-failed'
      readonly kind: string
      readonly error: string
      readonly lane: string
      readonly deliveryId: string
    }
  | { readonly what: 'channel-shared' | 'channel-lost'; readonly channel: string }

/** A change of the settings or of who holds a role, as it was recorded: lists of ids, times, yes and no. */
export type SettingChange = { readonly key: string; readonly from?: unknown; readonly to?: unknown }

/** Everything that a host sets, as the setup form shows it. */
export type Setup = {
  readonly settings: Settings
  readonly hosts: readonly Named[]
  readonly managers: readonly Named[]
  readonly managerGroupId?: string
}

/** What the help page depends on. */
export type ShownHelp = {
  readonly celebrationChannel?: string
  readonly boards: boolean
  /** Whether the reader may open the setup. */
  readonly maySetUp: boolean
  /** Whether the reader has prizes to hand over. */
  readonly handsOver: boolean
}

/** What the Home page shows to one person. */
export type ShownHome = {
  readonly setUp: boolean
  /** Whether there are boards to look at. */
  readonly boards: boolean
  /** Whether the reader may set Plaudit up, or change its settings. */
  readonly mayRun: boolean
  readonly mayNameHosts: boolean
  readonly roles: readonly Role[]
  readonly celebrationChannel?: string
  readonly told: readonly ShownStory[]
  readonly about: readonly ShownStory[]
  /** The reader's own, the latest first. */
  readonly titles: readonly ShownTitle[]
  readonly lastDigest?: {
    readonly firstOn: Day
    readonly lastOn: Day
    readonly posts: readonly Address[]
    readonly storyCount: number
  }
  /** For managers: what they have left. */
  readonly budget?:
    | {
        readonly left: Limits
        readonly currency: string
        readonly period: BudgetPeriod
        /** Whether hosts have said what they may give. */
        readonly isSaid: boolean
      }
    | undefined
  /** For who hands prizes over: how many wait for that. */
  readonly toHandOver?: number
  /** Whether a round takes nominations. */
  readonly nominating?: boolean
  /** For hosts: what went wrong and waits for somebody. */
  readonly failed: readonly { readonly id: string; readonly kind: string; readonly error: string }[]
}
