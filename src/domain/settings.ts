import type { CheerEmoji } from './cheer.ts'
import type { TimeOfDay, Weekday, Zone } from './time.ts'

/** What a host decides for the workspace. Channels are opaque ids. Hosts and managers are roles, see `role.ts`. */
export type Settings = {
  /** Absent until the workspace is set up. */
  readonly celebrationChannel?: string | undefined
  /** Empty: the celebration channel. */
  readonly digestChannels: readonly string[]
  readonly digestDay: Weekday
  readonly digestTime: TimeOfDay
  readonly zone: Zone
  readonly workingDays: readonly Weekday[]
  /** Off: no totals per person anywhere. */
  readonly boards: boolean
  readonly cheerEmoji: CheerEmoji
}

export function defaultSettings(zone: Zone): Settings {
  return {
    digestChannels: [],
    digestDay: 5,
    digestTime: '16:00',
    zone,
    workingDays: [1, 2, 3, 4, 5],
    boards: true,
    cheerEmoji: 'any',
  }
}
