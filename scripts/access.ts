/** Writes the table of who may what into docs/security.md: `npm run access`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAGE, withTable } from '../test/access/as-page.ts'

const path = join(import.meta.dirname, '..', PAGE)
writeFileSync(path, withTable(readFileSync(path, 'utf8')))
