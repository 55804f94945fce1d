import { BadEnvironment, readConfig } from '../../config.ts'
import { w } from '../answer.ts'
import { type Finding, fine, wrong } from './finding.ts'

const s = w.doctor.environment

export type Environment = ReturnType<typeof readConfig> | { readonly problems: readonly string[] }

export function readEnvironment(): Environment {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof BadEnvironment) return { problems: error.message.split('\n') }
    throw error
  }
}

export function checkEnvironment(environment: Environment): readonly Finding[] {
  if ('problems' in environment) return environment.problems.map((problem) => wrong(`${problem}.`, s.todo))
  const { mode, databasePath } = environment.config
  return [fine(s.fine(mode, databasePath))]
}
