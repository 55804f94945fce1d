/** What `npx plaudit doctor --deep` says besides: how the rehearsal of a restore went. */
import { counted, list, number } from './say.ts'

const MB = 1_000_000

/** `12 MB`, `0.4 MB`. */
const size = (bytes: number): string => `${number(Number((bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0)))} MB`
/** `0.3 seconds`. */
const time = (ms: number): string => counted(Number((ms / 1000).toFixed(1)), 'second', 'seconds')

export const rehearsal = {
  backup: (bytes: number, ms: number) => `A backup takes ${time(ms)}, and ${size(bytes)}.`,
  vacuum: (bytes: number, before: number, ms: number) =>
    `Without the room that deleted rows left it would be ${size(bytes)} instead of ${size(before)}: VACUUM takes ${time(ms)}.`,
  restored: (ms: number, checkMs: number) =>
    `The backup was restored in ${time(ms)}. It opens, its structure is sound and every reference holds, which took ${time(checkMs)} to check.`,
  same: (rows: number, tables: number) =>
    `What was restored is what was backed up: ${counted(rows, 'row', 'rows')} in ${counted(tables, 'table', 'tables')}.`,
  ledger: (entries: number) =>
    entries === 0
      ? 'The ledger of prizes is empty, before and after.'
      : `The ledger of prizes is the same, ${counted(entries, 'entry', 'entries')}, and agrees with every award.`,
  unsound: (damage: readonly string[]) =>
    damage.length > 0
      ? `What was restored is damaged: ${damage.join('; ')}.`
      : 'What was restored refers to something that is not there.',
  differs: (tables: readonly string[]) => `What was restored differs from the backup, in ${list(tables)}.`,
  unbalanced: (n: number) => `After the restore the ledger contradicts ${counted(n, 'award', 'awards')}.`,
  unbalancedTodo: 'See under “Prizes” which awards they are: it is in the database, not in the backup.',
  failed: (why: string) => `The rehearsal failed: ${why}`,
  failedTodo:
    'A backup made now may be of no use. Check the disk, then run npx plaudit doctor --deep again; keep the backups that you have.',
  noRoom: (needed: number, free: number) =>
    `There is no room for a rehearsal: it needs ${size(needed)} beside the database for a moment, and ${size(free)} are free.`,
  noRoomTodo: 'Make room on that disk: Plaudit needs some to go on, too.',
  took: (ms: number) => `All of it took ${time(ms)}, on copies that are gone again.`,
}
