import type { CheerEmoji } from './cheer.ts'
import type { TimeOfDay, Weekday, Zone } from './time.ts'

/** The setup form as it was answered. */
export type SetupInput = {
  readonly celebrationChannel?: string
  readonly hostIds: readonly string[]
  /** Absent when only the first two questions were asked: what is set stays as it is. */
  readonly rest?: SetupRest
}

export type SetupRest = {
  /** Empty: the celebration channel. */
  readonly digestChannels: readonly string[]
  readonly digestDay: Weekday
  readonly digestTime: TimeOfDay
  readonly zone: Zone
  readonly managerIds: readonly string[]
  /** Absent: no group. */
  readonly managerGroupId?: string
  readonly boards: boolean
  /** The names as typed, without colons. */
  readonly cheerEmoji: CheerEmoji
}
