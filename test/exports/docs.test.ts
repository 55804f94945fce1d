import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { prizeColumns } from '../../src/exports/prizes.ts'
import { roundColumns } from '../../src/exports/rounds.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8')

test('the page about the export says what every column holds, in their order', () => {
  const [, table = ''] = (page.split('# The export of rounds')[0] ?? '').split('## The columns')
  const named = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
  expect(named).toEqual(prizeColumns)
})

test('and what every column of the export of rounds holds', () => {
  const [, table = ''] = page.split('# The export of rounds')
  expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(roundColumns)
})
