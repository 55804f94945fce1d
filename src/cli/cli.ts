/** `npx plaudit [command]`: what is run, and how it ends. */
import { exitCodes, sayError } from './answer.ts'
import { start } from './start.ts'

/** Without a command it starts. @returns the exit code: 0 done, 1 it could not be done, 2 it was asked wrongly */
export async function run(args: readonly string[]): Promise<number> {
  try {
    // What runs for months need not hold what runs for seconds.
    if (args.length > 1 || (args[0] ?? 'start') !== 'start')
      return await (await import('./commands.ts')).runCommand(args)
    await start()
    return exitCodes.done
  } catch (error) {
    return sayError(error)
  }
}
