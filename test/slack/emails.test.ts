import { describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { createMailBook } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createEmails } from '../../src/slack/emails.ts'
import { slackWithPeople } from '../playground/support.ts'
import { slackOver } from './support/speaking.ts'

const CROWD = Array.from({ length: 320 }, (_, index) => `UCROWD${index}`)

async function started(options = {}) {
  const pretend = await slackWithPeople({ mode: 'http', ...options })
  pretend.addPerson({ id: 'UBOT', name: 'robot', isBot: true })
  return { pretend, emails: createEmails(slackOver(pretend).web.patient) }
}

describe('e-mail addresses', () => {
  test('are those of the people asked for, as far as Slack tells them', async () => {
    const { pretend, emails } = await started()
    const found = await emails.emailsOf(['UALICE', 'UBOB', 'UBOT', 'UNOBODY', 'UALICE'])
    expect(Object.fromEntries(found)).toEqual({ UALICE: 'alice@example.com', UBOB: 'bob@example.com' })
    expect(pretend.calls('users.info')).toHaveLength(4)
  })

  test('of many people are read page by page, and no further than needed', async () => {
    const { pretend, emails } = await started()
    for (const id of CROWD) pretend.addPerson({ id, name: id.toLowerCase() })
    const found = await emails.emailsOf(CROWD.slice(0, 60))
    expect(found.size).toBe(60)
    expect(found.get('UCROWD59')).toBe('ucrowd59@example.com')
    expect(pretend.calls('users.list')).toHaveLength(1)
    expect(pretend.calls('users.info')).toEqual([])
    expect((await emails.emailsOf(CROWD)).size).toBe(CROWD.length)
  })

  test.each([3, 60])(
    'of %i people are none without the permission, which is noticed at once',
    async (count) => {
      const { pretend, emails } = await started({ grantedOptionalScopes: false })
      for (const id of CROWD) pretend.addPerson({ id, name: id.toLowerCase() })
      expect((await emails.emailsOf(CROWD.slice(0, count))).size).toBe(0)
      expect(pretend.calls()).toHaveLength(1)
      expect(pretend.refused()).toEqual([])
    },
  )

  test('come a little later when Slack asks to wait', async () => {
    const { pretend, emails } = await started()
    pretend.faults.next('users.info', { kind: '429', retryAfter: 1 })
    expect((await emails.emailsOf(['UALICE'])).get('UALICE')).toBe('alice@example.com')
  })

  test('nobody can read are a problem that says so', async () => {
    const { pretend, emails } = await started()
    pretend.setToken('token_revoked')
    await expect(emails.emailsOf(['UALICE'])).rejects.toMatchObject({ key: 'slack.no-answer' })
  })

  test('are there for a command, too', async () => {
    const { pretend } = await started()
    const { config, secrets } = readConfig(pretend.env())
    const book = createMailBook(config, secrets, pino({ level: 'silent' }))
    expect((await book.emailsOf(['UBOB'])).get('UBOB')).toBe('bob@example.com')
  })
})
