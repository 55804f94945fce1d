/** What people take away to other programs: prizes for payroll and HR, and who won which round. */
import { rmSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { pino } from 'pino'
import { createMailBook } from '../app.ts'
import { BadEnvironment, readConfig } from '../config.ts'
import { type AwardedShare, readFormat } from '../domain/prize-export.ts'
import { type Emails, prizeFile } from '../exports/prizes.ts'
import { roundFile } from '../exports/rounds.ts'
import { claimFile } from '../store/backup.ts'
import { exportPrizesAsOperator } from '../usecases/prize-export.ts'
import { exportRoundsAsOperator } from '../usecases/round-export.ts'
import { print, say, w } from './answer.ts'
import { type Which, withPlaudit } from './database.ts'

const s = w.exports.command

type Options = Which & {
  readonly from?: string
  readonly to?: string
  readonly format: string
  readonly output?: string
}

export function addExport(program: Command): Command {
  const what = program.command('export').description(s.is)
  what
    .command('prizes')
    .description(s.prizes)
    .option('--from <day>', s.from)
    .option('--to <day>', s.to)
    .option('--format <format>', s.format, 'csv')
    .option('--output <file>', s.output)
    .option('--workspace <id>', w.commands.workspace)
    .action((options: Options) => exportPrizes(options))
  what
    .command('rounds')
    .description(s.rounds)
    .option('--format <format>', s.format, 'csv')
    .option('--output <file>', s.output)
    .option('--workspace <id>', w.commands.workspace)
    .action((options: Options) => exportRounds(options))
  return what
}

/** The rows go where they were asked to go, and all else that there is to say beside them. */
async function exportPrizes({ from, to, format: typed, output, ...which }: Options): Promise<void> {
  const format = readFormat(typed)
  await withPlaudit(which, async (app) => {
    const { span, shares } = await exportPrizesAsOperator(app, { from, to })
    const make = async () => prizeFile(shares, { format, emails: await emailsOf(shares), w })
    if (output === undefined) await print(await make())
    else {
      await writeNew(output, make)
      say(s.written(output, shares.length, span))
    }
  })
}

async function exportRounds({ format: typed, output, ...which }: Options): Promise<void> {
  const format = readFormat(typed)
  await withPlaudit(which, async (app) => {
    const rounds = await exportRoundsAsOperator(app)
    const file = roundFile(rounds, format)
    if (output === undefined) return print(file)
    await writeNew(output, () => Promise.resolve(file))
    say(s.writtenRounds(output, rounds.length))
  })
}

/** A new file for its owner alone, or none. Throws as `claimFile` does. */
async function writeNew(file: string, make: () => Promise<string>): Promise<void> {
  claimFile(file)
  try {
    writeFileSync(file, await make())
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}

/** As far as they can be had: a row without one is still a row. */
async function emailsOf(shares: readonly AwardedShare[]): Promise<Emails> {
  if (shares.length === 0) return new Map()
  try {
    const { config, secrets } = readConfig(process.env)
    const book = createMailBook(config, secrets, pino({ level: 'silent' }))
    const emails = await book.emailsOf(shares.map(({ person }) => person.id))
    if (emails.size === 0) console.error(s.noEmails)
    return emails
  } catch (error) {
    console.error(error instanceof BadEnvironment ? s.noToken : s.noAnswer)
    return new Map()
  }
}
