/** What the commands of `npx plaudit` say to the person who runs Plaudit. */
import { it, type Sentences } from './details.ts'
import { counted, list } from './say.ts'

export const commands = {
  about: 'Plaudit celebrates customer champions in Slack.',
  seeHelp: 'See npx plaudit --help.',
  workspace: 'which workspace, when the database holds several',
  is: {
    start: 'run Plaudit until it is told to stop',
    migrate: 'bring the database up to this version (a start does it too)',
    doctor: 'check the settings, Slack and the database, and say what to do',
    deep: 'also back the database up, restore that backup on copies, and compare',
    retry: 'have tried again what failed',
    dismiss: 'let go of what failed and nobody needs any more',
    job: 'run a scheduled job by hand, as if it were due at that instant',
    at: 'when it was due, such as 2026-11-20T16:00:00Z',
    rebuildBoards: 'count the leaderboards anew from the stories and cheers',
    backup: 'copy the database to a new file, while Plaudit runs',
    import: 'bring in what was kept elsewhere',
    importLetters: 'customers’ letters from a CSV file: docs/praise.md names its columns',
    dryRun: 'only say what would be done',
    importSource: 'where they come from',
    source: 'systems that send customers’ letters: add, list, rotate, revoke',
    sourceAdd: 'open a source, and print its secret and token once',
    sourceList: 'the sources, and how much came from each',
    sourceRotate: 'make a new secret; the old one holds for 24 hours more',
    sourceRevoke: 'take nothing from a source any more, at once',
    round: 'look after rounds',
    roundVerify:
      'make every count again from its ballots, which carry no names, and compare it with who was announced',
    restore: 'put a backup in place of the database, while Plaudit is stopped',
  },
  migrated: (names: readonly string[]) =>
    names.length > 0
      ? `The database is up to date now: ${list(names)} applied.`
      : 'The database is up to date.',
  retried: {
    delivery: (id: string) =>
      `${id} is to be said again: within seconds when Plaudit runs, else when it starts.`,
    event: (id: string) =>
      `${id} is to be acted on again: within seconds when Plaudit runs, else when it starts.`,
  },
  dismissed: {
    delivery: (id: string) => `${id} is dismissed, and will not be said.`,
    event: (id: string) => `${id} is dismissed, and will not be acted on.`,
  },
  jobRan: (name: string, at: string) =>
    `${name} ran for ${at}. What it has to say is said within seconds when Plaudit runs, else when it starts.`,
  jobRanBefore: (name: string, at: string) =>
    `${name} was settled for ${at} before, so nothing was done: every run happens once.`,
  verified: {
    none: 'No round has been counted yet.',
    fine: (title: string, ballots: number) =>
      `✓ ${title}: ${counted(ballots, 'ballot', 'ballots')} counted again, and it comes out the same.`,
    wrong: (title: string, what: string) => `✗ ${title}: ${what}`,
    what: {
      inputs: 'the ballots are not those that were counted: somebody changed the file.',
      outcome: 'counted again, it comes out otherwise.',
      winners: 'who was announced did not come first.',
      turnout: 'there are not as many ballots as people who voted.',
    },
    ends: (wrong: number) =>
      wrong === 0
        ? 'Every count agrees with its ballots.'
        : `${counted(wrong, 'count does', 'counts do')} not agree. Plaudit never writes this: compare with a backup, and find out who may write the database.`,
  },
  boardsRebuilt: (corrected: number) =>
    corrected === 0
      ? 'The leaderboards are counted anew: they were right.'
      : `The leaderboards are counted anew: ${counted(corrected, 'number was', 'numbers were')} mended.`,
  backedUp: (file: string) =>
    `The backup is in ${file}. It holds what people wrote: keep it where only you can read it.`,
  restored: (file: string, path: string, stories: number) =>
    `${path} is now what was in ${file}, with ${counted(stories, 'story', 'stories')}. Start Plaudit again.`,
  keptAside: (aside: string) =>
    `The database that was there is kept as ${aside}. Delete it when you are sure that you do not need it.`,
  fault: 'Plaudit stopped on a fault of its own. Please report it with these lines:',
}

/** What whoever runs Plaudit can mend on the machine. */
export const commandProblems: Sentences = {
  'database.missing': ({ path }) =>
    `There is no database at ${it(path)}. Start Plaudit once (npm start), or set DATABASE_PATH to where it is.`,
  'database.unused': ({ path }) =>
    `The database ${it(path)} has not met a Slack workspace yet. Start Plaudit once (npm start), then try again.`,
  'database.which-workspace': ({ ids }) =>
    `The database holds several workspaces. Say which one with --workspace: ${it(ids)}.`,
  'database.cannot-open': ({ path, why }) =>
    `The database ${it(path)} cannot be opened (${it(why)}). DATABASE_PATH says where it is: this user must be able to write in that folder.`,
  'database.not-a-database': ({ path }) =>
    `The file ${it(path)} is damaged, or no database at all. Restore a backup (npx plaudit restore <file>), or mend DATABASE_PATH.`,
  'database.busy': ({ path }) =>
    `Another process is writing to ${it(path)} for a long time. Nothing was changed: try again in a minute.`,
  'database.no-room': ({ path, why }) =>
    `There is no room left for ${it(path)}, or its disk fails (${it(why)}). Nothing was changed: make room there, then try again.`,
  'port.in-use': ({ port }) =>
    `Port ${it(port)} is in use. Is Plaudit running already? Stop what uses it, or choose another one with PORT.`,
  'port.not-allowed': ({ port }) =>
    `This user may not listen on port ${it(port)}. Choose one above 1023 with PORT.`,
  'delivery.not-failed': ({ id }) =>
    `There is no failed delivery ${it(id)}: it was said, is being tried already, or never was. npx plaudit doctor lists those that failed.`,
  'job.unknown': ({ name, names }) => `There is no job ${it(name)}. The jobs are ${it(names)}.`,
  'job.at-unreadable': ({ at }) =>
    `That is no instant: ${it(at)}. Write it with its zone, as in 2026-11-20T16:00:00Z or 2026-11-20T17:00:00+01:00.`,
  'job.at-in-the-future': ({ at }) =>
    `That is still to come: ${it(at)}. A job runs when its time has come, so choose an instant before now.`,
  'backup.exists': ({ file }) =>
    `There is a file ${it(file)} already, and Plaudit never replaces anything. Choose another name.`,
  'backup.no-folder': ({ file }) =>
    `The folder of ${it(file)} is not there. Make it first, or choose another one.`,
  'backup.not-allowed': ({ file }) =>
    `This user may not write ${it(file)}. Choose another folder, or make this one writable.`,
  'restore.missing': ({ file }) => `There is no file ${it(file)}. Nothing was changed.`,
  'restore.not-plaudit': ({ file }) =>
    `This is no database of Plaudit: ${it(file)}. Nothing was changed. Choose a file made by npx plaudit backup.`,
  'restore.damaged': ({ file, why }) =>
    `The file ${it(file)} is damaged (${it(why)}). Nothing was changed. Choose an earlier backup.`,
  'restore.running': ({ path }) =>
    `Plaudit is running on ${it(path)}, so nothing was changed. Stop it first, then try again.`,
}
