/** What readers see of rounds: names filled in, ready for a view. No rule lives here. */
import type { Prize } from './prize.ts'
import type { Round, RoundState } from './round.ts'
import type { Named, ShownLetter, ShownStory } from './shown.ts'
import type { Instant, Zone } from './time.ts'

/** A round as everybody sees it. */
export type ShownRound = Omit<Round, 'judgeIds' | 'createdBy'> & {
  readonly zone: Zone
  readonly judges: readonly Named[]
  readonly prize?: Prize | undefined
  /** How many nominations were made. */
  readonly nominations: number
  /** How many are nominated, and still in it. */
  readonly nominees: number
  /** How many voted, or judged. */
  readonly turnout: number
  /** Empty until it is decided. */
  readonly winners: readonly Named[]
}

/** A story among those that can be chosen as evidence: enough to know it again. */
export type ShownEvidence = Pick<ShownStory, 'id' | 'toldOn' | 'words'> & {
  readonly customerName?: string | undefined
  readonly letter?: Pick<ShownLetter, 'author'>
}

/** A round as one reader sees it. */
export type OwnRound = {
  readonly round: ShownRound
  readonly hasVoted: boolean
  readonly isJudge: boolean
  /** Whom they nominated in it. */
  readonly nominated: readonly { readonly nominationId: string; readonly nominee: Named }[]
}

/** `/wow rounds`. */
export type ShownRounds = {
  /** Not over, and open for others than hosts. */
  readonly open: readonly OwnRound[]
  /** To come: for hosts. */
  readonly planned: readonly ShownRound[]
  /** Over, the latest first. */
  readonly past: readonly ShownRound[]
  readonly mayRun: boolean
}

/** Something that was written about a nominee, without who wrote it. */
export type ShownReason = {
  readonly nominationId: string
  readonly words: string
  readonly quotable: boolean
  readonly criterion?: string | undefined
  readonly evidence: readonly ShownStory[]
}

export type ShownNominee = { readonly person: Named; readonly reasons: readonly ShownReason[] }

/** A page of all reasons, nominee by nominee in the reader's own order. */
export type ShownReasons = {
  readonly round: ShownRound
  readonly nominees: readonly ShownNominee[]
  /** From 0. */
  readonly page: number
  readonly pages: number
  /** What everybody may read while it is decided, what may be quoted of it afterwards, or what was written about the reader. */
  readonly of: 'all' | 'winners' | 'own'
}

/** What was written in one's own nomination. */
export type OwnNomination = {
  readonly id: string
  readonly nominee: Named
  readonly reason: string
  readonly quotable: boolean
  readonly criterion?: number | undefined
  readonly evidence: readonly ShownStory[]
}

/** The form for a nomination. */
export type NominationOffer = {
  /** All that take nominations now. */
  readonly rounds: readonly ShownRound[]
  /** The one that the form is for. */
  readonly round: ShownRound
  /** Whether they may be nominated in it is said when the form is sent. */
  readonly nominee?: Named | undefined
  readonly own?: OwnNomination | undefined
  /** The story that it was opened from. */
  readonly story?: ShownStory | undefined
  /** Of whom to choose, when that story has several champions. */
  readonly among: readonly Named[]
  /** What is chosen as evidence, of what shows this nominee. */
  readonly evidence: readonly ShownStory[]
}

/** What a round takes nominations for, where somebody wanted to give a prize and may not. */
export type NominationInstead = {
  readonly storyId: string
  readonly title: string
  readonly names: readonly string[]
}

/** Everything that was written about one person in a round. */
export type ShownWords = ShownNominee & {
  readonly round: ShownRound
  readonly won: boolean
  readonly steppedAside: boolean
}

/** The announcement. */
export type Announcement = {
  readonly round: ShownRound
  /** Several were first together, and who settled it; nobody: they share the title. */
  readonly tie?: 'hosts' | 'shared' | undefined
  /** What may be quoted of each winner's reasons, and all evidence for them that stands. */
  readonly winners: readonly (ShownNominee & { readonly evidence: readonly ShownStory[] })[]
  /** Who else was nominated, and stayed in it. */
  readonly others: readonly Named[]
}

/** Why hosts are asked: to choose, about a tie, or since too few voted. */
export type DecisionAsked = 'choose' | 'tie' | 'short'

export type ShownDecision = {
  readonly round: ShownRound
  readonly why: DecisionAsked
  /** Whom one can choose: all nominees, or those who are tied. */
  readonly nominees: readonly ShownNominee[]
  /** Until when; then a tie is shared, and a round in which too few voted ends. */
  readonly decideBy?: Instant | undefined
  /** How it was settled, once it was. */
  readonly settled?: { readonly state: RoundState; readonly by?: Named | undefined } | undefined
}

/** What a judge has to do in a round. */
export type ShownJudging = {
  readonly round: ShownRound
  readonly nominees: readonly (ShownNominee & {
    /** Whose nominee it is not to judge: themselves, or whom they nominated. */
    readonly excluded?: 'oneself' | 'own-nominee' | undefined
    readonly scores?: readonly number[] | undefined
    readonly note?: string | undefined
  })[]
  /** How many are still without scores. */
  readonly left: number
}

/** `/wow vote`: what this person has to vote on or to judge now. */
export type ShownBallots = {
  readonly votes: readonly {
    readonly round: ShownRound
    /** Whom they voted for. */
    readonly own?: Named | undefined
    /** Nobody but themselves is nominated. */
    readonly nobodyElse: boolean
  }[]
  readonly judging: readonly Pick<ShownJudging, 'round' | 'left'>[]
}

/** That a host looked at who nominated, and why. */
export type ShownExamination = { readonly by: Named; readonly at: Instant; readonly why: string }

/** Who nominated whom: for a host who examines abuse, and said why. A page of it, nominee by nominee. */
export type Examined = {
  readonly examinationId: string
  readonly round: ShownRound
  readonly nominations: readonly {
    readonly nominee: Named
    readonly nominator: Named
    readonly reason: string
    readonly madeAt: Instant
  }[]
  /** From 0. */
  readonly page: number
  readonly pages: number
}
