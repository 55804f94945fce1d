import type { SettingsInput } from './settings.ts'

/** The setup form as it was answered: settings, and who holds which role. */
export type SetupInput = {
  readonly settings: SettingsInput
  readonly hostIds: readonly string[]
  /** Absent when only the first two questions were asked: the managers stay as they are. */
  readonly managers?: {
    readonly personIds: readonly string[]
    /** Absent: no user group. */
    readonly groupId?: string
  }
}
