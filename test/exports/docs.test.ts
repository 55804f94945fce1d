import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { prizeColumns } from '../../src/exports/prizes.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8')

test('the page about the export says what every column holds, in their order', () => {
  const [, table = ''] = page.split('## The columns')
  const named = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
  expect(named).toEqual(prizeColumns)
})
