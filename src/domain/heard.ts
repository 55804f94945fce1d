import type { Period } from './calendar.ts'
import type { Address } from './delivery.ts'
import type { Person } from './person.ts'
import type { Day, Instant } from './time.ts'

/** What the chat platform tells of its own accord, in our words. It may come twice, late and out of order. */
export type Heard = HeardReaction | HeardPerson | HeardChannel | HeardGroup | HeardTalk | HeardRest

export type HeardReaction = {
  readonly what: 'reaction'
  readonly personId: string
  readonly emoji: string
  readonly isOn: boolean
  readonly on: Address
  /** The platform's own time of the event: text of fixed width, which sorts as time. */
  readonly at: string
  /** Surely on a message of somebody else. Undefined: the platform did not say. */
  readonly onOthers?: boolean
}

/** `changedAt` is the platform's own time of this news: older news than what is stored changes nothing. */
export type NewsOfPerson = Omit<Person, 'isKnown' | 'leftAt'> & {
  readonly hasLeft: boolean
  readonly changedAt: Instant
}
export type HeardPerson = { readonly what: 'person'; readonly person: NewsOfPerson }

export type HeardChannel = {
  readonly what: 'channel'
  readonly channel: string
  readonly fact: 'isArchived' | 'isShared' | 'isMember'
  readonly is: boolean
  /** As in HeardReaction: older news than what is stored changes nothing. */
  readonly at: string
}

/** Who is in a user group now. */
export type HeardGroup = {
  readonly what: 'group'
  readonly groupId: string
  readonly memberIds: readonly string[]
}

/** Somebody talked to Plaudit, in a DM or by a mention. */
export type HeardTalk = { readonly what: 'talk'; readonly personId: string }

/** Told by ourselves, since it is too much for one transaction: what is still to be done. */
export type HeardRest =
  /** Somebody's cheers for the stories after this one are to be settled. */
  | { readonly what: 'rest'; readonly of: 'cheers'; readonly personId: string; readonly after: string }
  /** The boards are to be counted anew, from this step on. */
  | ({ readonly what: 'rest'; readonly of: 'counts' } & RecountStep)
  /** There is more that was kept for long enough. */
  | { readonly what: 'rest'; readonly of: 'housekeeping' }

/** Of counting anew: which days or counters, and of which week or period; at the beginning, or the latest, when absent. */
export type RecountStep = { readonly phase?: 'told' | Period; readonly on?: Day }
