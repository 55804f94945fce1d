/** What `npx plaudit doctor` finds, and what to do about each finding. */
import { prizes } from './doctor-prizes.ts'
import { counted, list } from './say.ts'

/** What does not work without an optional scope. */
const off: Readonly<Record<string, string>> = {
  'files:read': 'photos in stories are not shown',
  'files:write': 'photos in stories are not shown',
  'users:read.email':
    'the export of prizes has no e-mail addresses, nor is anybody found by the one that a letter names',
  'usergroups:read': 'a user group cannot be named as managers',
}

const channelName = (name: string, id: string): string => (name ? `#${name} (${id})` : id)
const reinstall =
  'On the app’s page (https://api.slack.com/apps), add it under OAuth & Permissions → Bot Token Scopes, then reinstall the app.'

const failedTodo = (todo: string, ids: readonly string[], more: number): string =>
  [
    todo,
    `Try again:  npx plaudit retry ${ids.join(' ')}`,
    `Or let go:  npx plaudit dismiss ${ids.join(' ')}`,
    ...(more > 0 ? [`(and ${more} more; run doctor again afterwards)`] : []),
  ].join('\n')

export const doctor = {
  parts: {
    environment: 'Settings of the machine',
    database: 'Database',
    slack: 'Slack',
    process: 'Process',
    deliveries: 'Messages',
    praises: 'Customers’ letters from other systems',
    jobs: 'Schedule',
    prizes: 'Prizes',
    rounds: 'Rounds',
    restore: 'Rehearsal of a restore',
  },
  allWell: 'All is well.',
  attention: (n: number) => `${counted(n, 'thing needs', 'things need')} attention.`,
  checkFailed: (why: string) => `This could not be checked: ${why}.`,

  environment: {
    fine: (mode: 'socket' | 'http', databasePath: string) =>
      `All there: ${mode === 'socket' ? 'Socket Mode' : 'HTTP'}, database ${databasePath}.`,
    todo: 'Mend it in .env; .env.example and the README say what each name means.',
    testClock:
      'PLAUDIT_TEST_CLOCK is set: anybody who reaches the port can set the time. It is for tests only.',
    testClockTodo: 'Take it out of .env.',
  },

  database: {
    none: (path: string) => `There is no database at ${path} yet. The first start makes it.`,
    unreadable: (why: string) => `The database cannot be read (${why}).`,
    unreadableTodo:
      'Check DATABASE_PATH and who owns the file. If it is damaged, stop Plaudit and restore a backup: npx plaudit restore <file>.',
    fine: 'Its structure is sound and every reference holds.',
    damaged: (what: readonly string[]) => `It is damaged: ${what.join('; ')}.`,
    brokenReferences: (n: number) =>
      `${counted(n, 'row refers', 'rows refer')} to something that is not there.`,
    damagedTodo:
      'Stop Plaudit, keep a copy of the database’s folder, and restore the latest good backup: npx plaudit restore <file>.',
    upToDate: 'It is up to date with this version.',
    pending: (names: readonly string[]) => `It waits for ${list(names)}.`,
    pendingTodo: 'Make a backup, then start Plaudit anew, or run npx plaudit migrate.',
    refusedTodo: 'Nothing is lost: the right version of Plaudit will open it.',
    private: 'Only its owner can read it.',
    open: (mode: string) => `Others on this machine can read it (mode ${mode}).`,
    openTodo: (path: string) => `chmod 600 ${path}`,
    boardsRight: 'The leaderboards agree with the stories and cheers.',
    boardsWrong: (n: number) =>
      `${counted(n, 'number', 'numbers')} on the leaderboards differ from the stories and cheers.`,
    boardsWrongTodo: 'npx plaudit rebuild-boards',
  },

  slack: {
    skipped: 'Not checked, since the settings above are incomplete.',
    letIn: (name: string, workspaceId: string) => `Slack knows the token: ${name}, workspace ${workspaceId}.`,
    notLetIn: (error: string) => `Slack does not accept SLACK_BOT_TOKEN (${error}).`,
    notLetInTodo:
      'Copy the Bot User OAuth Token from the app’s page, under OAuth & Permissions, into .env. If the app was removed from the workspace, install it again there first.',
    noAnswer: (error: string) => `Slack does not answer (${error}).`,
    noAnswerTodo:
      'Check that this machine reaches https://slack.com, then look again. Plaudit waits, and loses nothing meanwhile.',
    otherWorkspace: (is: string, was: readonly string[]) =>
      `The token is for the workspace ${is}, and the database belongs to ${list(was)}.`,
    otherWorkspaceTodo: 'Use the token of that workspace, or another DATABASE_PATH for this one.',
    appTokenFine: 'Socket Mode can be opened.',
    appTokenWrong: (error: string) => `Socket Mode cannot be opened with SLACK_APP_TOKEN (${error}).`,
    appTokenTodo:
      'On the app’s page: Socket Mode must be on, and Basic Information → App-Level Tokens needs a token with connections:write. Copy it into .env.',
    scopesFine: 'Every permission that is needed was granted.',
    scopesUnknown: 'Slack did not say which permissions were granted.',
    scopeMissing: (scope: string) => `The permission ${scope} is missing.`,
    scopeMissingTodo: reinstall,
    scopeOff: (scopes: readonly string[], manyOff: readonly string[]) =>
      `Without ${list(scopes)}, ${list(manyOff)}. Everything else works.`,
    scopeOffTodo: `If you want it: ${reinstall}`,
    off: (scope: string) => off[scope] ?? 'an optional feature is off',
    notSetUp: 'Nobody has set Plaudit up yet. A Slack admin or owner types /wow setup in Slack.',
    channelFine: (name: string, id: string) => `It can post in ${channelName(name, id)}.`,
    channel: {
      'not-visible': (_: string, id: string) =>
        `It cannot see the channel ${id}: it was deleted, or is private.`,
      archived: (name: string, id: string) => `${channelName(name, id)} is archived.`,
      shared: (name: string, id: string) =>
        `${channelName(name, id)} is shared with another company, so Plaudit does not post there.`,
      'not-a-member': (name: string, id: string) => `It is not in ${channelName(name, id)}.`,
    },
    channelTodo: {
      'not-visible': 'Invite Plaudit there (/invite @Plaudit), or choose another channel with /wow setup.',
      archived: 'Unarchive it in Slack, or choose another channel with /wow setup.',
      shared: 'End the sharing, or choose another channel with /wow setup.',
      'not-a-member': 'Invite it there (/invite @Plaudit), or choose another channel with /wow setup.',
    },
  },

  process: {
    ready: (port: number) => `Plaudit is running on port ${port}, and ready.`,
    away: (port: number) => `No Plaudit answers on port ${port} of this machine: it is not running here.`,
    notReady: (port: number, why: string) => `The Plaudit on port ${port} is not ready: ${why}.`,
    notReadyTodo: 'Read its log. While it waits for Slack it goes on by itself once Slack answers.',
    stranger: (port: number) => `Something else answers on port ${port}.`,
    strangerTodo: 'Stop it, or choose another port with PORT.',
  },

  deliveries: {
    noneFailed: 'Nothing that was to be said has failed.',
    failed: (n: number, what: readonly string[], where: string, error: string) =>
      `${counted(n, 'message', 'messages')} could not reach ${where} (${error}): ${list(what)}.`,
    failedTodo,
    setAside: (n: number, firstAt: string) =>
      `${counted(n, 'event', 'events')} from Slack could not be acted on, the first at ${firstAt}.`,
    setAsideTodo:
      'The log of that time says why, with a reference; it may be mended in a later version of Plaudit. Everything else went on.',
    noneOverdue: 'Nothing waits to be said longer than it should.',
    overdue: (n: number, minutes: number) =>
      `${counted(n, 'message has', 'messages have')} waited to be said for up to ${counted(minutes, 'minute', 'minutes')}.`,
    unheard: (n: number, minutes: number) =>
      `${counted(n, 'event', 'events')} from Slack ${n === 1 ? 'has' : 'have'} waited to be acted on for up to ${counted(minutes, 'minute', 'minutes')}.`,
    overdueTodo: 'Start Plaudit if it is not running. If it is, its log says what holds it up.',
  },

  praises: {
    none: 'None waits for a look.',
    waiting: (n: number, days: number) =>
      `${counted(n, 'waits', 'wait')} for a look, the oldest for ${counted(days, 'day', 'days')}.`,
    unseen: (n: number) =>
      `${counted(n, 'waits', 'wait')}, and nobody sees them: no triage channel is chosen.`,
    unseenTodo: 'A host types /wow letters in Slack, then chooses Settings.',
  },

  jobs: {
    fine: 'Every job that was due has run.',
    late: (name: string, dueAt: string, minutes: number) =>
      `${name} was due at ${dueAt}, ${counted(minutes, 'minute', 'minutes')} ago, and has not run.`,
    lateTodo: (name: string, dueAt: string) =>
      `Start Plaudit: it makes good what it missed. By hand: npx plaudit job ${name} --at ${dueAt}`,
  },
  rounds: {
    fine: 'Every count agrees with its ballots, and nothing is overdue.',
    unsealed: 'Counts can be changed: the database no longer refuses it.',
    unsealedTodo:
      'Somebody took that out of the database. Find out who may write the file, and restore a backup from before: npx plaudit restore <file>.',
    wrong: (n: number) => `${counted(n, 'count does', 'counts do')} not agree with the ballots.`,
    wrongTodo: 'npx plaudit round verify says which, and what is wrong.',
    overdue: (n: number) =>
      `${counted(n, 'round waits', 'rounds wait')} for something that was due more than an hour ago.`,
    overdueTodo: 'It happens within a minute when Plaudit runs. If it runs, its log says why not.',
    waits: (n: number) =>
      `${counted(n, 'round waits', 'rounds wait')} for the hosts: a tie, too few votes, or a choice. /wow rounds shows it to them.`,
  },

  prizes,
}
