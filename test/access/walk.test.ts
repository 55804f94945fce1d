import { afterEach, describe, expect, test } from '@jest/globals'
import { foundCompany } from './company.ts'
import { type Insider, insiderRoles, outsiderRoles, type Role } from './roles.ts'
import { type Row, table } from './table.ts'
import { createTrial, type Outcome, saysFault, saysSo } from './trial.ts'

/** It is more than a thousand acts. */
const PATIENCE = 240_000

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Tries every row as everybody of these. @returns what is wrong, a line each */
async function walk(
  rolesOf: (row: Row) => readonly Role[],
  judge: (row: Row, outcome: Outcome, role: Role) => string | undefined,
): Promise<string[]> {
  const trial = createTrial(await foundCompany())
  closing.push(trial.close)
  const wrong: string[] = []
  for (const row of table) {
    for (const role of rolesOf(row)) {
      const outcome = await trial.tries(row.what, role)
      const complaint = judge(row, outcome, role)
      if (complaint) wrong.push(`${row.what}: ${role} ${complaint}; it said ${outcome.said.slice(0, 200)}`)
    }
  }
  return wrong.slice(0, 20)
}

const refused =
  (keys: readonly string[]) =>
  (_: Row, { said, changed, offered }: Outcome) => {
    const isRefused = offered === undefined ? keys.some((key) => saysSo(said, key)) : offered === 0
    if (!isRefused) return 'is not refused'
    return changed.length > 0 ? `is refused, and changes ${changed.join(', ')}` : undefined
  }

const allRefusals = [...new Set(table.flatMap(({ refusal }) => refusal))].filter((key) => key !== 'nothing')

function served(_: Row, { said, changed, offered }: Outcome): string | undefined {
  const key = [...allRefusals, 'person.unknown', 'person.not-a-colleague'].find((one) => saysSo(said, one))
  if (key) return `is refused with ${key}`
  if (saysFault(said)) return 'meets a fault'
  return offered === 0 || (changed.length === 0 && said === '[null]') ? 'gets nothing' : undefined
}

const others = ({ may }: Row): Insider[] => insiderRoles.filter((role) => !may.includes(role))

describe('the table of who may what, over the wire:', () => {
  test(
    'who may not reads why, and nothing has changed, whatever they sent',
    async () => {
      expect(await walk(others, (row, outcome) => refused(row.refusal)(row, outcome))).toEqual([])
    },
    PATIENCE,
  )

  test(
    'who may is served',
    async () => {
      expect(await walk(({ may }) => may, served)).toEqual([])
    },
    PATIENCE,
  )

  test(
    'who is not of this company may nothing',
    async () => {
      const keys = ['person.unknown', 'person.not-a-colleague']
      expect(await walk(() => outsiderRoles, refused(keys))).toEqual([])
    },
    PATIENCE,
  )
})
