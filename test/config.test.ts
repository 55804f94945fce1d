import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { BadEnvironment, environmentNames, readConfig } from '../src/config.ts'

const socket = { SLACK_BOT_TOKEN: 'xoxb-bot', SLACK_APP_TOKEN: 'xapp-app' }
const http = { SLACK_BOT_TOKEN: 'xoxb-bot', SLACK_SIGNING_SECRET: 'shh' }

function problemsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(BadEnvironment)
    return (error as Error).message.split('\n')
  }
  return []
}

describe('the environment', () => {
  test('of Socket Mode needs two tokens, and the rest has defaults that work', () => {
    expect(readConfig(socket)).toEqual({
      config: {
        mode: 'socket',
        slackApiUrl: 'https://slack.com/api/',
        port: 3000,
        databasePath: 'data/plaudit.db',
        testClock: 'off',
        logLevel: 'info',
      },
      secrets: { botToken: 'xoxb-bot', signingSecret: '', appToken: 'xapp-app' },
    })
  })

  test('without an app-level token means HTTP', () => {
    const { config, secrets } = readConfig({
      ...http,
      PORT: '8080',
      DATABASE_PATH: '/srv/p.db',
      LOG_LEVEL: 'warn',
    })
    expect(config).toMatchObject({ mode: 'http', port: 8080, databasePath: '/srv/p.db', logLevel: 'warn' })
    expect(secrets).toEqual({ botToken: 'xoxb-bot', signingSecret: 'shh' })
  })

  test('with an empty value is as without it, as .env.example has them', () => {
    const empty = Object.fromEntries(environmentNames.map((name) => [name, ' ']))
    expect(readConfig({ ...empty, ...socket })).toEqual(readConfig(socket))
  })

  test('is told of with all its problems at once', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'xapp-the-wrong-one',
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      PLAUDIT_TEST_CLOCK: '1',
    })
    expect(problems).toHaveLength(5)
    for (const name of [
      'SLACK_BOT_TOKEN',
      'PORT',
      'LOG_LEVEL',
      'SLACK_SIGNING_SECRET',
      'PLAUDIT_TEST_CLOCK',
    ]) {
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1)
    }
  })

  test('that is empty says what is missing', () => {
    expect(problemsOf({})).toEqual([
      'SLACK_BOT_TOKEN is missing',
      expect.stringContaining('SLACK_SIGNING_SECRET is missing'),
    ])
  })

  test.each(['-1', '65536', '3000.5', 'http'])('knows that %s is no port', (PORT) => {
    expect(problemsOf({ ...socket, PORT })).toEqual([expect.stringMatching(/^PORT /)])
  })

  test.each([
    ['http://127.0.0.1:4000/api/', 'on'],
    ['http://localhost:4000/api/', 'on'],
    ['http://[::1]:4000/api/', 'on'],
  ])('lets the test clock be set beside a Slack at %s', (SLACK_API_URL, testClock) => {
    expect(readConfig({ ...socket, SLACK_API_URL, PLAUDIT_TEST_CLOCK: '1' }).config).toMatchObject({
      testClock,
    })
  })

  test.each([
    undefined,
    'https://slack.com/api/',
    'http://127.0.0.1.example.com/api/',
    'http://10.0.0.1/api/',
  ])('never lets it be set beside %s', (SLACK_API_URL) => {
    expect(problemsOf({ ...socket, SLACK_API_URL, PLAUDIT_TEST_CLOCK: '1' })).toEqual([
      expect.stringMatching(/^PLAUDIT_TEST_CLOCK /),
    ])
  })

  test('is never repeated in what is said about it: values may be secrets', () => {
    const value = fc.string({ minLength: 12, maxLength: 40 }).filter((text) => text.trim().length >= 12)
    fc.assert(
      fc.property(fc.constantFrom(...environmentNames), value, (name, secret) => {
        const said = problemsOf({ [name]: secret }).join('\n')
        expect(said).not.toContain(secret)
      }),
    )
  })
})
