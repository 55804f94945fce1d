/** Letters from a file. */
import type { Command } from 'commander'
import { Problem, Problems } from '../domain/problem.ts'
import { type Imported, type Importer, startImport, tryImport } from '../usecases/praise-import.ts'
import { sentenceFor } from '../wording/index.ts'
import { endWith, exitCodes, say, w } from './answer.ts'
import { type Which, withPlaudit } from './database.ts'
import { type Row, readLetters } from './letters-file.ts'

const s = w.importing
/** They share a flush of the disk. */
const AT_ONCE = 100
const PROGRESS_EVERY = 1_000

type Options = Which & { readonly dryRun?: boolean; readonly source: string }
type Counts = Record<Imported | 'refused', number>

export function addImport(program: Command): Command {
  const command = program.command('import').description(w.commands.is.import)
  command
    .command('letters <file>')
    .description(w.commands.is.importLetters)
    .option('--dry-run', w.commands.is.dryRun)
    .option('--source <name>', w.commands.is.importSource, 'file')
    .option('--workspace <id>', w.commands.workspace)
    .action(importLetters)
  return command
}

const importLetters = (file: string, options: Options): Promise<void> =>
  withPlaudit(options, async (app) => {
    const importer = await (options.dryRun
      ? tryImport(app, options.source)
      : startImport(app, options.source))
    const counts: Counts = { imported: 0, known: 0, 'not-celebrated': 0, refused: 0 }
    let done = 0
    let batch: Row[] = []
    const flush = async () => {
      const rows = batch
      batch = []
      for (const outcome of await Promise.all(rows.map((row) => take(importer, row)))) counts[outcome] += 1
      done += rows.length
      if (rows.length > 0 && done % PROGRESS_EVERY === 0) console.error(s.progress(done))
    }
    for await (const row of readLetters(file)) {
      batch.push(row)
      if (batch.length === AT_ONCE) await flush()
    }
    await flush()
    say(options.dryRun ? s.wouldBe(counts) : s.done(counts))
    if (counts.refused > 0) endWith(exitCodes.failed)
  })

/** A row that cannot be taken is named, and keeps none of the others from their turn. */
async function take(importer: Importer, row: Row): Promise<keyof Counts> {
  if ('broken' in row) return refuse(row.line, s.broken)
  try {
    return await importer.row(row.input)
  } catch (error) {
    const problems = error instanceof Problems ? error.problems : [error]
    const known = problems.filter((one) => one instanceof Problem)
    if (known.length === 0) throw error
    return refuse(row.line, known.map((one) => sentenceFor(one, w)).join(' '))
  }
}

function refuse(line: number, reason: string): 'refused' {
  console.error(s.refused(line, reason))
  return 'refused'
}
