/** The database for commands that work without Slack; the workspace is the one that the database holds. */
import { createClock } from '../clock.ts'
import { readDatabasePath } from '../config.ts'
import { Problem } from '../domain/problem.ts'
import { databaseExists, listWorkspaceIds } from '../store/inspect.ts'
import { openStore } from '../store/store.ts'
import type { Plaudit } from '../usecases/plaudit.ts'

/** `--workspace`, for a database that holds several. */
export type Which = { readonly workspace?: string }

/** Throws `not_found` and `invalid` Problems when there is no such database or workspace. */
export async function withPlaudit<T>(which: Which, body: (app: Plaudit) => Promise<T>): Promise<T> {
  const path = getDatabasePath()
  const clock = createClock()
  const store = openStore({ path, workspaceId: chooseWorkspace(path, which), clock })
  try {
    return await body({ store, clock })
  } finally {
    await store.close()
  }
}

/** Where the database is. Throws a `not_found` Problem when there is none: a command never makes one. */
export function getDatabasePath(): string {
  const path = readDatabasePath(process.env)
  if (!databaseExists(path)) throw new Problem('not_found', 'database.missing', undefined, { path })
  return path
}

function chooseWorkspace(path: string, { workspace }: Which): string {
  const ids = listWorkspaceIds(path)
  const [only] = ids
  if (!only) throw new Problem('not_found', 'database.unused', undefined, { path })
  if (workspace && ids.includes(workspace)) return workspace
  if (workspace || ids.length > 1)
    throw new Problem('invalid', 'database.which-workspace', 'workspace', { ids })
  return only
}
