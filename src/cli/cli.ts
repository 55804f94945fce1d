/** `npx plaudit [command]`: what each command is called, and how it ends. */
import { Command, CommanderError } from 'commander'
import { start } from './start.ts'

/** @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  let exitCode = 0
  const program = new Command('plaudit')
    .description('Plaudit celebrates customer champions in Slack.')
    .exitOverride()
    .showHelpAfterError('See npx plaudit --help.')
  program
    .command('start', { isDefault: true })
    .description('run Plaudit until it is told to stop')
    .action(async () => {
      exitCode = await start()
    })
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    console.error((error as Error).message)
    return 1
  }
  return exitCode
}
