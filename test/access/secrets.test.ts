/** The search that every test which starts Plaudit ends with: it finds what it is to find. */
import { expect, test } from '@jest/globals'
import { createExpectations } from '../support/plaudit/expected.ts'
import { readableIn, sourceSecretsIn, tokensIn, wordsIn } from '../support/secrets.ts'
import { foundCompany, WORDS } from './company.ts'

test('tokens, the secrets of sources, and what people and customers wrote are known by a piece of them', async () => {
  const { slack, databasePath, signing } = await foundCompany()
  const env = slack.env()
  const secrets = [...tokensIn(env), ...sourceSecretsIn(databasePath), ...wordsIn(databasePath)]
  const leaks = [
    `{"msg":"asked with ${env.SLACK_BOT_TOKEN}"}`,
    `{"headers":{"authorization":"${signing}"}}`,
    `Unexpected token in "${WORDS.slice(0, 30)}`,
    'a letter: You saved our opening day. Call me at ☎',
    'before it was masked: Call me at 020 7946 0958 whenever you like',
    'dear champion, Nobody would have asked, and they stayed.',
  ]
  expect(leaks.filter((leak) => readableIn(leak, secrets).length === 0)).toEqual([])
  expect(
    readableIn('Plaudit is ready; a delivery failed: not_in_channel; the disk is full', secrets),
  ).toEqual([])
})

test('all of the log is searched, also what is only said when somebody looks for a fault', () => {
  const { log, written, lines } = createExpectations()
  for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const) log[level](`said at ${level}`)
  expect(written().match(/said at/g)).toHaveLength(5)
  expect(lines().map(({ msg }) => msg)).toEqual(['said at warn', 'said at error'])
})
