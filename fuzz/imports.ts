/** Tables for `plaudit import letters`, good and broken: whatever is in one, the command ends as commands end. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { hostileText } from '../test/support/hostile-text.ts'
import type { Company } from './company.ts'
import { spoiling } from './mutations.ts'

const columns = ['words', 'customer name', 'Customer Company', 'receivedAt', 'channel', 'reference', 'rating']
const MOST_ROWS = 60
/** Done, done but for some rows, asked wrongly. */
const ENDINGS: readonly unknown[] = [0, 1, 2]

const cell = fc.oneof(
  hostileText(300),
  fc.constantFrom('', '5', '-1', '2026-11-20', '2026-02-30', 'email', 'pigeon', '"', '""', '\n', '=1+1', 'ü'),
)
const row = fc.array(cell, { minLength: 0, maxLength: columns.length + 2 })
const quoted = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const table = fc
  .tuple(
    fc.constantFrom(',', ';', '\t'),
    fc.array(row, { maxLength: MOST_ROWS }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([mark, rows, end]) => [columns, ...rows].map((cells) => cells.map(quoted).join(mark)).join(end))
const file: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 2, arbitrary: table.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: fc.tuple(table, spoiling).map(([text, spoil]) => spoil(Buffer.from(text))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes)) },
)

/** @returns what broke */
export async function fuzzImports(company: Company, seed: number, count: number): Promise<string[]> {
  const failures: string[] = []
  for (const bytes of fc.sample(file, { seed, numRuns: count })) {
    const { code, said } = await imported(company, bytes)
    const isFault = !ENDINGS.includes(code) || /^\s+at .*:\d+:\d+\)?$/m.test(said)
    if (isFault)
      failures.push(
        `import ended with ${code}: ${said.slice(0, 600)}\n    ${bytes.toString('base64').slice(0, 600)}`,
      )
  }
  return failures
}

async function imported(
  { slack, database }: Company,
  bytes: Buffer,
): Promise<{ code: unknown; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-fuzz-import-'))
  const path = join(folder, 'letters.csv')
  writeFileSync(path, bytes)
  const bin = join(import.meta.dirname, '../bin/plaudit.js')
  const env = { PATH: process.env.PATH ?? '', ...slack.env(), DATABASE_PATH: database, PORT: '0' }
  try {
    return await new Promise((resolve) => {
      execFile(process.execPath, [bin, 'import', 'letters', path], { env }, (error, out, err) =>
        resolve({ code: error ? error.code : 0, said: out + err }),
      )
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
