/** The environment, read once: every problem with it is reported at once. */
import { z } from 'zod'

const A_PORT = 'must be a number from 0 to 65535'
const Text = z.string().trim().min(1)

const Environment = z.object({
  SLACK_BOT_TOKEN: Text.startsWith('xoxb-', 'must be the Bot User OAuth Token, which begins with xoxb-'),
  SLACK_SIGNING_SECRET: Text.optional(),
  SLACK_APP_TOKEN: Text.startsWith('xapp-', 'must be an App-Level Token, which begins with xapp-').optional(),
  SLACK_API_URL: z.url('must be an address such as https://slack.com/api/').default('https://slack.com/api/'),
  PORT: z.coerce.number(A_PORT).int(A_PORT).min(0, A_PORT).max(65_535, A_PORT).default(3000),
  DATABASE_PATH: Text.default('data/plaudit.db'),
  PLAUDIT_TEST_CLOCK: z.enum(['1', 'fast'], 'must be 1 or fast, and only in tests').optional(),
  LOG_LEVEL: z
    .enum(
      ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'],
      'must be silent, fatal, error, warn, info, debug or trace',
    )
    .default('info'),
})

/** The names that Plaudit reads; `.env.example` has the same. */
export const environmentNames = Object.keys(Environment.shape)

export type Config = {
  /** `socket` when there is an app-level token, else `http`. */
  readonly mode: 'socket' | 'http'
  readonly slackApiUrl: string
  readonly port: number
  readonly databasePath: string
  /** Civil time can be set over HTTP; `fast` also shortens the waits of real time. Never outside tests. */
  readonly testClock: 'off' | 'on' | 'fast'
  readonly logLevel: string
}

/** Never logged, never shown, handed only to those who speak to Slack. */
export type Secrets = {
  readonly botToken: string
  readonly signingSecret: string
  readonly appToken?: string
}

/** Everything that is wrong with the environment, a line each. */
export class BadEnvironment extends Error {}

/** Empty values count as absent. Throws BadEnvironment with all problems at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): {
  config: Config
  secrets: Secrets
} {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const read = Environment.safeParse(given)
  const problems = read.success
    ? []
    : read.error.issues.map(({ path, message }) => sayProblem(String(path[0]), message, given))
  if (!given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET) {
    problems.push(
      'SLACK_SIGNING_SECRET is missing: without SLACK_APP_TOKEN (Socket Mode) Plaudit serves HTTP, and checks signatures with it',
    )
  }
  if (given.PLAUDIT_TEST_CLOCK && !isLoopback(given.SLACK_API_URL)) {
    problems.push('PLAUDIT_TEST_CLOCK is only for tests: it needs a SLACK_API_URL on 127.0.0.1')
  }
  if (!read.success || problems.length > 0) throw new BadEnvironment(problems.join('\n'))
  const { data } = read
  return {
    config: {
      mode: data.SLACK_APP_TOKEN ? 'socket' : 'http',
      slackApiUrl: data.SLACK_API_URL,
      port: data.PORT,
      databasePath: data.DATABASE_PATH,
      testClock: data.PLAUDIT_TEST_CLOCK === 'fast' ? 'fast' : data.PLAUDIT_TEST_CLOCK ? 'on' : 'off',
      logLevel: data.LOG_LEVEL,
    },
    secrets: {
      botToken: data.SLACK_BOT_TOKEN,
      signingSecret: data.SLACK_SIGNING_SECRET ?? '',
      ...(data.SLACK_APP_TOKEN ? { appToken: data.SLACK_APP_TOKEN } : {}),
    },
  }
}

/** For commands that need the database alone. */
export const readDatabasePath = (env: Readonly<Record<string, string | undefined>>): string =>
  Environment.shape.DATABASE_PATH.parse(env.DATABASE_PATH?.trim() || undefined)

/** Never repeats a value: it may be a secret. */
const sayProblem = (name: string, message: string, given: Record<string, string | undefined>): string =>
  given[name] === undefined ? `${name} is missing` : `${name} ${message}`

function isLoopback(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
}
