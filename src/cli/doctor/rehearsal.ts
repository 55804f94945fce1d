/** For `doctor --deep`: whether a backup made now could be restored, how long that takes, and how large things are. */
import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createClock } from '../../clock.ts'
import { type Rehearsal, rehearseRestore, roomToRehearse } from '../../store/inspect-deep.ts'
import { listContradictions } from '../../store/ledger-audit.ts'
import { w } from '../answer.ts'
import { inDatabase, type Read } from './database.ts'
import { type Finding, fine, note, wrong } from './finding.ts'

const s = w.rehearsal

/** On copies beside the database, which are gone afterwards; whoever runs Plaudit waits for nothing. */
export async function checkRestore(path: string, readers: readonly Read[]): Promise<readonly Finding[]> {
  const { needed, free } = roomToRehearse(path)
  if (free < needed) return [wrong(s.noRoom(needed, free), s.noRoomTodo)]
  const folder = mkdtempSync(join(dirname(path), '.doctor-'))
  const began = performance.now()
  try {
    const rehearsal = await rehearseRestore(path, folder, createClock().real())
    const unbalanced = await countUnbalanced(rehearsal, readers)
    return [...findingsOf(rehearsal, unbalanced), note(s.took(performance.now() - began))]
  } catch (error) {
    return [wrong(s.failed((error as Error).message), s.failedTodo)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function countUnbalanced({ restored }: Rehearsal, readers: readonly Read[]): Promise<number> {
  const found = readers.map(({ workspaceId }) => inDatabase(restored, workspaceId).read(listContradictions))
  return (await Promise.all(found)).flat().length
}

function findingsOf(rehearsal: Rehearsal, unbalanced: number): Finding[] {
  const { backup, vacuum, restore, check, rows, tables, ledgerEntries, differing } = rehearsal
  const isSound = check.damage.length === 0 && check.brokenReferences === 0
  return [
    fine(s.backup(backup.bytes, backup.ms)),
    fine(s.vacuum(vacuum.bytes, backup.bytes, vacuum.ms)),
    isSound ? fine(s.restored(restore.ms, check.ms)) : wrong(s.unsound(check.damage), s.failedTodo),
    differing.length === 0 ? fine(s.same(rows, tables)) : wrong(s.differs(differing), s.failedTodo),
    unbalanced === 0 ? fine(s.ledger(ledgerEntries)) : wrong(s.unbalanced(unbalanced), s.unbalancedTodo),
  ]
}
