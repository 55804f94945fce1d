import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (how: { type: 'major'; flavor: 'last-resort'; execution: 'sync' }) => void

/**
 * Gives back to the machine what only the start needed, about twenty megabytes: V8 would keep them until it is short of
 * memory. Takes a tenth of a second in which nothing else happens.
 */
export function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as Collect
  collect({ type: 'major', flavor: 'last-resort', execution: 'sync' })
}
