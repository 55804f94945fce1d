/** What Slack tells of people: whose doing counts, and whose does not. */
import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { foundCompany } from './company.ts'
import { idOf, insiderRoles, outsiderRoles, type Role } from './roles.ts'
import { counts } from './tables.ts'

const cheersOf = (path: string, storyId: string): string[] => {
  const db = new Database(path, { readonly: true })
  try {
    return db
      .prepare<[string], string>('select person_id from cheers where story_id = ? order by person_id')
      .pluck()
      .all(storyId)
  } finally {
    db.close()
  }
}

describe('a reaction', () => {
  test('is a cheer by everybody of the company but the champion, and by nobody else', async () => {
    const { slack, celebrations, settled, databasePath, storyId } = await foundCompany()
    const card = celebrations.messages().find(({ blocks }) => JSON.stringify(blocks).includes(storyId))
    const roles: readonly Role[] = [...insiderRoles, ...outsiderRoles]
    for (const role of roles) {
      const item = { type: 'message', channel: card?.channel, ts: card?.ts }
      await slack.sendEvent({ event: { type: 'reaction_added', user: idOf(role), reaction: 'tada', item } })
    }
    await settled()
    const may = insiderRoles.filter((role) => role !== 'champion').map(idOf)
    expect(cheersOf(databasePath, storyId)).toEqual(may.sort())
  })
})

describe('an event', () => {
  test('of another workspace is not even kept', async () => {
    const { slack, settled, databasePath, celebrations } = await foundCompany()
    const [card] = celebrations.messages()
    const before = counts(databasePath)
    const item = { type: 'message', channel: card?.channel, ts: card?.ts }
    const user = { id: idOf('employee'), team_id: 'TOTHER', is_admin: true, updated: 4_000_000_000 }
    for (const event of [
      { type: 'reaction_added', user: idOf('employee'), reaction: 'tada', item },
      { type: 'user_change', user },
      { type: 'team_join', user: { ...user, id: 'UNEW' } },
      { type: 'subteam_updated', subteam: { id: 'SLEADS', users: [idOf('employee')] } },
      { type: 'channel_archive', channel: 'CCHEERS' },
      { type: 'message', channel_type: 'im', user: idOf('employee'), text: 'hello' },
    ])
      expect((await slack.sendEvent({ team_id: 'TOTHER', event })).ok).toBe(true)
    await settled()
    expect(counts(databasePath)).toEqual(before)
  })

  test('in which an outsider talks to Plaudit is not answered', async () => {
    const { slack, settled } = await foundCompany()
    for (const role of outsiderRoles) {
      const said = { type: 'message', channel_type: 'im', user: idOf(role), text: 'hello', channel: 'D1' }
      await slack.sendEvent({ event: said })
    }
    await settled()
    for (const role of outsiderRoles) expect(slack.person(idOf(role)).dmMessages()).toEqual([])
  })
})
