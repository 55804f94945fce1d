import { asList, codePoints, isObject } from '../json.ts'
import { type Check, newCheck } from './check.ts'
import { checkBlocks } from './layout.ts'

const MAX_BLOCKS = 50
/** Found by trial: at about this much text in all blocks together Slack says msg_blocks_too_long. */
export const MAX_BLOCK_TEXT = 13_200

/** What Slack would complain about in a message's blocks; empty when it would take them. */
export function messageProblems(blocks: unknown, mayShowFile?: Check['mayShowFile']): string[] {
  const check = newCheck('message', mayShowFile)
  checkBlocks(check, '/blocks', blocks, MAX_BLOCKS)
  return check.problems
}

/** Characters of text in all blocks together. */
export function blockTextLength(value: unknown): number {
  if (Array.isArray(value))
    return asList(value).reduce<number>((sum, entry) => sum + blockTextLength(entry), 0)
  if (!isObject(value)) return 0
  let sum = 0
  for (const [key, entry] of Object.entries(value))
    sum += key === 'text' && typeof entry === 'string' ? codePoints(entry) : blockTextLength(entry)
  return sum
}
