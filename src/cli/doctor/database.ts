/** The file, its structure and its age; and whether what is counted is what is there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createClock } from '../../clock.ts'
import { copyDatabase } from '../../store/backup.ts'
import {
  databaseExists,
  type Inspection,
  inspectDatabase,
  openPermissions,
  readDatabase,
} from '../../store/inspect.ts'
import { openStore, type Reader } from '../../store/store.ts'
import { rebuildBoards } from '../../usecases/recount.ts'
import { w } from '../answer.ts'
import { type Finding, fine, note, wrong } from './finding.ts'

const s = w.doctor.database

/** Reads one workspace of the database. */
export type Read = {
  readonly workspaceId: string
  readonly read: <T>(body: (reader: Reader) => Promise<T>) => Promise<T>
}

export const inDatabase = (path: string, workspaceId: string): Read => ({
  workspaceId,
  read: (body) => readDatabase(path, workspaceId, body),
})

/** @returns with it a reader for each workspace, as long as the database is as this version expects it */
export async function checkDatabase(
  path: string,
): Promise<{ findings: readonly Finding[]; readers: readonly Read[] }> {
  if (!databaseExists(path)) return { findings: [note(s.none(path))], readers: [] }
  try {
    const inspection = inspectDatabase(path)
    const isUsable = isSound(inspection) && inspection.pending.length === 0 && !inspection.refused
    const ids = isUsable ? inspection.workspaceIds : []
    const findings = [
      checkStructure(inspection),
      checkVersion(inspection),
      checkPermissions(path),
      ...(ids.length > 0 ? [await checkBoards(path, ids)] : []),
    ]
    return { findings, readers: ids.map((id) => inDatabase(path, id)) }
  } catch (error) {
    return { findings: [wrong(s.unreadable((error as Error).message), s.unreadableTodo)], readers: [] }
  }
}

const isSound = ({ damage, brokenReferences }: Inspection): boolean =>
  damage.length === 0 && brokenReferences === 0

function checkStructure({ damage, brokenReferences }: Inspection): Finding {
  if (damage.length > 0) return wrong(s.damaged(damage), s.damagedTodo)
  if (brokenReferences > 0) return wrong(s.brokenReferences(brokenReferences), s.damagedTodo)
  return fine(s.fine)
}

function checkVersion({ pending, refused }: Inspection): Finding {
  if (refused) return wrong(refused, s.refusedTodo)
  return pending.length > 0 ? wrong(s.pending(pending), s.pendingTodo) : fine(s.upToDate)
}

/** Windows has no such permissions. */
function checkPermissions(path: string): Finding {
  const open = process.platform === 'win32' ? 0 : openPermissions(path)
  return open === 0 ? fine(s.private) : wrong(s.open((0o600 | open).toString(8)), s.openTodo(path))
}

/** Counted anew on a copy beside it, so that nobody waits and nothing changes. */
async function checkBoards(path: string, workspaceIds: readonly string[]): Promise<Finding> {
  const folder = mkdtempSync(join(dirname(path), '.doctor-'))
  try {
    const copy = join(folder, 'copy.db')
    await copyDatabase(path, copy)
    let differing = 0
    for (const workspaceId of workspaceIds) {
      const clock = createClock()
      const store = openStore({ path: copy, workspaceId, clock })
      differing += await rebuildBoards({ store, clock })
      await store.close()
    }
    return differing === 0 ? fine(s.boardsRight) : wrong(s.boardsWrong(differing), s.boardsWrongTodo)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
