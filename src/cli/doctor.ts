/** Checks everything that whoever runs Plaudit can mend, and says what to do. Changes nothing. */

import type { Command } from 'commander'
import { readDatabasePath } from '../config.ts'
import { endWith, exitCodes, say, w } from './answer.ts'
import { checkDatabase } from './doctor/database.ts'
import { checkEnvironment, readEnvironment } from './doctor/environment.ts'
import { type Finding, wrong } from './doctor/finding.ts'
import { checkPraises } from './doctor/praises.ts'
import { checkPrizes } from './doctor/prizes.ts'
import { checkProcess } from './doctor/process.ts'
import { checkRestore } from './doctor/rehearsal.ts'
import { checkRounds } from './doctor/rounds.ts'
import { checkSlack } from './doctor/slack.ts'
import { checkDeliveries, checkJobs } from './doctor/work.ts'

const s = w.doctor
const marks = { fine: '✓', note: '•', wrong: '✗' } as const

export const addDoctor = (program: Command): Command =>
  program
    .command('doctor')
    .description(w.commands.is.doctor)
    .option('--deep', w.commands.is.deep)
    .action(doctor)

async function doctor({ deep }: { readonly deep?: boolean }): Promise<void> {
  const environment = readEnvironment()
  const path = readDatabasePath(process.env)
  const database = await checkDatabase(path)
  const { readers } = database
  const found = [
    show(s.parts.environment, checkEnvironment(environment)),
    show(s.parts.database, database.findings),
    show(s.parts.slack, await checked(() => checkSlack(environment, readers))),
    ...('config' in environment
      ? [show(s.parts.process, await checked(() => checkProcess(environment.config)))]
      : []),
    ...(readers.length > 0
      ? [
          show(s.parts.deliveries, await checked(() => checkDeliveries(readers))),
          show(s.parts.praises, await checked(() => checkPraises(readers))),
          show(s.parts.jobs, await checked(() => checkJobs(readers))),
          show(s.parts.prizes, await checked(() => checkPrizes(readers))),
          show(s.parts.rounds, await checked(() => checkRounds(readers))),
          ...(deep ? [show(s.parts.restore, await checked(() => checkRestore(path, readers)))] : []),
        ]
      : []),
  ]
  const attention = found.flat().filter(({ mark }) => mark === 'wrong').length
  say(attention === 0 ? s.allWell : s.attention(attention))
  endWith(attention === 0 ? exitCodes.done : exitCodes.failed)
}

/** One check that cannot be made keeps none of the others from being made. */
async function checked(check: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await check()
  } catch (error) {
    return [wrong(s.checkFailed((error as Error).message))]
  }
}

function show(part: string, findings: readonly Finding[]): readonly Finding[] {
  say(part)
  for (const { mark, says, todo } of findings) {
    say(`  ${marks[mark]} ${says}`)
    for (const line of todo?.split('\n') ?? []) say(`      ${line}`)
  }
  say('')
  return findings
}
