import { praiseLimits } from './praise.ts'
import { Problem, throwAny } from './problem.ts'
import type { Settings } from './settings.ts'

/** As the form has them: the rating as it was typed. */
export type PraiseSettingsInput = {
  readonly triageChannel?: string | undefined
  readonly minRating?: string | undefined
}

/** Throws `praise.channel-needed` on `triageChannel`, and `praise.min-rating-unreadable {min, max}` on `minRating`. */
export function changedPraiseSettings(current: Settings, input: PraiseSettingsInput): Settings {
  const problems: Problem[] = []
  const triageChannel = input.triageChannel ?? current.triageChannel
  if (!triageChannel) problems.push(new Problem('invalid', 'praise.channel-needed', 'triageChannel'))
  const minRating = readMinRating(input.minRating, problems)
  throwAny(problems)
  return { ...current, triageChannel, minRating }
}

function readMinRating(typed: string | undefined, problems: Problem[]): number | undefined {
  const text = typed?.trim().replace(',', '.')
  if (!text) return undefined
  const { min, max } = praiseLimits.rating
  const rating = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!(rating >= min && rating <= max))
    problems.push(new Problem('invalid', 'praise.min-rating-unreadable', 'minRating', { min, max }))
  return rating
}
