/** The repository's own files, as the tests of the house rules read them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const root = join(import.meta.dirname, '../..')

export type Source = { readonly path: string; readonly text: string }

/** Every TypeScript file under the folder, by its path from the root, sorted. */
export function sourcesIn(folder: string): Source[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') }))
}

/** A file of the root; undefined where there is none. */
export function textOf(path: string): string | undefined {
  const at = join(root, path)
  return existsSync(at) ? readFileSync(at, 'utf8') : undefined
}

export type Import = {
  readonly from: string
  readonly to: string
  readonly onlyTypes: boolean
  /** Not before somebody asks for it. */
  readonly isLater: boolean
}

/** `import … from`, `export … from`, bare and dynamic imports. */
const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|import\('([^']+)'\)/gm

/** What a file imports: files by their path from the root, packages by their name. */
export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? ''
    const to = name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name
    return { from: path, to, onlyTypes: type !== undefined, isLater: dynamic !== undefined }
  })
}
