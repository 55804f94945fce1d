import type { Instant } from './time.ts'

/** Everything Plaudit says of its own accord, by what it is about. */
export const deliveryKinds = [
  'story.card',
  'story.photo',
  'story.credit', // to a champion
  'story.receipt', // to the teller
  'story.gone', // taken back: to the teller and the champions
  'story.name-off', // a champion took their name off: to the teller
  'digest',
  'digest.more', // in the digest's thread
  'digest.preview', // to a host
  'digest.ask', // to a leader, asked for a note
  'award.post', // in the story's thread
  'award.photo', // the gift, in the story's thread
  'award.note', // to a champion: what they get, and what happens next
  'award.waiting', // to the manager: it waits for approval
  'award.decided', // to the manager: approved, declined or lapsed
  'award.approval', // to an approver: decide
  'award.reminder', // to an approver: still to decide, or the story was taken back meanwhile
  'award.todo', // to who hands it over
  'award.cancelled', // to the champion and the manager
  'award.uncredited', // to the manager: a champion is not in the story any more
  'award.retracted', // to the manager: the story was taken back
  'prizes.reminder', // to who hands over: something is older than a week
  'praise.card', // to the triage channel: what a customer wrote to another system
  'praise.group', // to the triage channel: many at once
  'praise.reminder', // to the triage channel: something waits for two working days
  'praise.unchosen', // to hosts: it waits, and no triage channel is chosen
  'capture.ask', // to who reacted: make a story of it?
  'capture.request', // to the author of private words: may they be shared?
  'capture.answer', // to who wants to share them
  'capture.author', // to the author: their words are a story now
  'round.opened', // in the round's channel: nominations are open
  'round.reminder', // in the round's channel: two working days are left for nominations
  'round.nominee', // to who was nominated: they may step aside
  'round.vote', // in the round's channel: everybody votes
  'round.judge', // to a judge: the nominees
  'round.judge-reminder', // to a judge who has not finished
  'round.decide', // to a host: choose, decide a tie, or say what follows when too few voted
  'round.announced', // in the round's channel: who the champion is
  'round.prize', // to hosts: its prize could not be given
  'round.words', // to everybody who was nominated: what was written about them
  'round.cancelled', // to who nominated
  'round.unwon', // to hosts: it ended without a champion
  'round.examined', // to the other hosts: one of them looked at who nominated
  'board.month',
  'welcome',
  'setup.hint',
  'setup.changed', // to hosts
  'trouble', // to hosts: something could not be said, or a place became unfit
  'help',
] as const
export type DeliveryKind = (typeof deliveryKinds)[number]

const inConfidence: readonly string[] = ['round.cancelled', 'round.nominee', 'round.words']

/** Whom it goes to is known to them alone: that says who nominated, or who is nominated. */
export const isInConfidence = (kind: string): boolean => inConfidence.includes(kind)

const inRoundChannel: readonly string[] = ['round.opened', 'round.reminder', 'round.vote', 'round.announced']

/** It is said in the channel that its round names. */
export const isInRoundChannel = (kind: string): boolean => inRoundChannel.includes(kind)

/** A row of the outbox. Its times are real time. */
export type Delivery = {
  readonly id: string
  readonly kind: DeliveryKind
  /** What it is about: a story, a digest, or whatever the kind says. */
  readonly subjectId: string
  readonly args: Readonly<Record<string, string>>
  /** The channel or person it goes to. */
  readonly lane: string
  /** The delivery in whose thread it is said. */
  readonly threadOf?: string
  /** The post to bring up to date; without it, this says something new. */
  readonly postId?: string
  readonly attempts: number
  /** 0: surely not said yet; 1: look before saying it; 2: looked once and found nothing. */
  readonly doubt: number
  readonly doubtedAt?: Instant
  readonly createdAt: Instant
  readonly leaseUntil?: Instant
}

/** Where something was said: opaque outside `slack/`. */
export type Address = { readonly channel: string; readonly ts: string }

/** A place where something was said. */
export type Post = Address & {
  readonly id: string
  readonly deliveryId: string
  readonly kind: DeliveryKind
  readonly subjectId: string
  readonly args: Readonly<Record<string, string>>
  readonly lane: string
  readonly threadTs?: string
  readonly postedAt: Instant
}
