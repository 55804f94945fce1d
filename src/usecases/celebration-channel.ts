import { Problem } from '../domain/problem.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'

/** Where stories appear. Throws `not_found` `setup.not-yet`. */
export async function getCelebrationChannel(reader: Reader): Promise<string> {
  const { celebrationChannel } = await getSettings(reader)
  if (!celebrationChannel) throw new Problem('not_found', 'setup.not-yet')
  return celebrationChannel
}
