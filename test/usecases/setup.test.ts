import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { SetupInput } from '../../src/domain/settings-input.ts'
import { findPerson } from '../../src/store/people.ts'
import { listRoles } from '../../src/store/roles.ts'
import { getSettings } from '../../src/store/settings.ts'
import { drainInbox, meetPeople } from '../../src/usecases/hearing.ts'
import { retryDelivery } from '../../src/usecases/outcomes.ts'
import { type Actor, authorityOf } from '../../src/usecases/plaudit.ts'
import { saveSetup, showSetup, showSetupState } from '../../src/usecases/setup.ts'
import { postWelcome } from '../../src/usecases/welcome.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  carol,
  channel,
  dave,
  erin,
  facts,
  frank,
  newsOf,
  openPlaudit,
  outbox,
  refusal,
  share,
  type TestPlaudit,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openPlaudit()
})
afterEach(() => app.close())

const save = (by: Actor, input: Partial<SetupInput> = {}, known = facts) =>
  saveSetup(app, by, { settings: { celebrationChannel: CELEBRATIONS }, hostIds: [dave.id], ...input }, known)
const settings = () => app.read(getSettings)
const may = async (actor: Actor) =>
  app.read(async (reader) => {
    const person = await findPerson(reader, actor.id)
    if (!person) throw new Error('nobody')
    const { mayRun, mayNameHosts } = await authorityOf(reader, person)
    return [mayRun && 'run', mayNameHosts && 'name hosts'].filter(Boolean).join(', ')
  })

describe('who may what', () => {
  test.each([
    [
      'before anybody is host',
      [],
      { dave: 'run, name hosts', frank: 'run, name hosts', carol: '', alice: '', erin: '' },
    ],
    [
      'with carol as host',
      ['CAROL'],
      { dave: 'name hosts', frank: 'name hosts', carol: 'run, name hosts', alice: '', erin: '' },
    ],
    [
      'with dave as host',
      ['DAVE'],
      { dave: 'run, name hosts', frank: 'name hosts', carol: '', alice: '', erin: '' },
    ],
    [
      'with both',
      ['DAVE', 'CAROL'],
      { dave: 'run, name hosts', frank: 'name hosts', carol: 'run, name hosts', alice: '', erin: '' },
    ],
  ])('%s', async (_, hostIds, expected) => {
    if (hostIds.length > 0) await save(dave, { hostIds })
    const people = { dave, frank, carol, alice, erin }
    const found = await Promise.all(
      Object.entries(people).map(async ([name, actor]) => [name, await may(actor)]),
    )
    expect(Object.fromEntries(found)).toEqual(expected)
  })

  test('goes back to the admins when the last host leaves or becomes a guest', async () => {
    await save(dave, { hostIds: [carol.id] })
    const news = (more: object, changedAt: string) =>
      app.write((tx) => meetPeople(tx, [newsOf(carol.id, { ...more, changedAt })]))
    await news({ isGuest: true }, '2026-02-01T00:00:00.000Z')
    expect([await may(carol), await may(frank)]).toEqual(['', 'run, name hosts'])
    await news({}, '2026-02-02T00:00:00.000Z')
    expect([await may(carol), await may(frank)]).toEqual(['run, name hosts', 'name hosts'])
    await news({ hasLeft: true }, '2026-02-03T00:00:00.000Z')
    expect(await may(frank)).toBe('run, name hosts')
  })

  test('of the form: hosts and admins see it, others hear whom to ask', async () => {
    for (const other of [alice, erin]) {
      expect(await refusal(showSetup(app, other))).toEqual(['setup.admins-only'])
      expect(await refusal(save(other))).toEqual(['setup.admins-only'])
      expect(await refusal(postWelcome(app, other, 'Hello'))).toEqual(['setup.admins-only'])
    }
    await save(dave, { hostIds: [carol.id] })
    expect(await showSetup(app, frank)).toMatchObject({ mayRun: false, setUp: true })
    expect(await showSetup(app, carol)).toMatchObject({ mayRun: true })
    expect(await showSetupState(app, alice)).toEqual({
      setUp: true,
      maySetUp: false,
      hosts: [expect.objectContaining({ id: carol.id })],
    })
  })

  test('an admin who is no host changes channel and hosts, whatever else is sent', async () => {
    await save(dave, { hostIds: [carol.id] })
    await save(frank, {
      settings: { celebrationChannel: 'C2', digestTime: '09:00', boards: false, zone: 'Asia/Kolkata' },
      hostIds: [bob.id],
      managers: { personIds: [alice.id] },
    })
    expect(await settings()).toMatchObject({
      celebrationChannel: 'C2',
      digestTime: '16:00',
      boards: true,
      zone: 'Europe/London',
    })
    expect(await may(bob)).toBe('run, name hosts')
    expect(await app.read((reader) => listRoles(reader, alice.id))).toEqual(new Set())
  })
})

describe('the setup', () => {
  test('takes the zone of who sets up, and later keeps what was chosen', async () => {
    expect(await save(dave)).toEqual({ first: true, celebrationChannel: CELEBRATIONS })
    expect(await settings()).toMatchObject({
      zone: 'Europe/London',
      digestDay: 5,
      digestTime: '16:00',
      boards: true,
    })
    await save(dave, { settings: { zone: 'Asia/Kolkata' } })
    expect(await save(dave, { settings: {} })).toMatchObject({ first: false })
    expect(await settings()).toMatchObject({ zone: 'Asia/Kolkata' })
  })

  test('refuses a channel it cannot post in on its field, with what is wrong, and keeps nothing', async () => {
    const known = {
      channels: new Map([
        ['ARCHIVED', channel('ARCHIVED', { isArchived: true })],
        ['SHARED', channel('SHARED', { isShared: true })],
        ['OUT', channel('OUT', { isMember: false, isPrivate: true })],
      ]),
    }
    for (const [id, key] of [
      ['ARCHIVED', 'archived'],
      ['SHARED', 'shared'],
      ['OUT', 'not-a-member'],
      ['UNSEEN', 'not-visible'],
    ] as const) {
      expect(await refusal(save(dave, { settings: { celebrationChannel: id } }, known))).toEqual([
        `channel.${key} on celebrationChannel`,
      ])
    }
    const digestChannels = ['ARCHIVED']
    const both = { channels: new Map([...facts.channels, ...known.channels]) }
    expect(
      await refusal(save(dave, { settings: { celebrationChannel: CELEBRATIONS, digestChannels } }, both)),
    ).toEqual(['channel.archived on digestChannels'])
    expect(await settings()).toMatchObject({ celebrationChannel: undefined })
    expect(await outbox(app)).toEqual([])
  })

  test('refuses hosts and managers who cannot be', async () => {
    const unfit = ['BOT', 'GONE', 'STRANGER', 'ERIN', 'NOBODY']
    for (const id of unfit) {
      expect(await refusal(save(dave, { hostIds: [id], managers: { personIds: [id] } }))).toEqual([
        'role.colleagues-only on hostIds',
        'role.colleagues-only on managerIds',
      ])
    }
  })

  test('records every change, and tells every host; saving the same again tells nobody', async () => {
    await save(dave, { hostIds: [dave.id, carol.id] })
    await save(dave, { settings: { digestTime: '15:00' }, hostIds: [dave.id, carol.id] })
    await save(dave, { settings: { digestTime: '15:00' }, hostIds: [carol.id, dave.id] })
    expect(await waiting(app)).toEqual([
      'setup.changed → CAROL',
      'setup.changed → CAROL',
      'setup.changed → DAVE',
      'setup.changed → DAVE',
    ])
    const changes = await app.read(({ db }) =>
      db.selectFrom('setting_changes').selectAll().where('key', '=', 'digestTime').execute(),
    )
    expect(changes).toMatchObject([{ from_value: '"16:00"', to_value: '"15:00"', changed_by: dave.id }])
  })

  test('makes managers of people and of a group', async () => {
    await save(dave, { managers: { personIds: [alice.id], groupId: 'G' } }, {
      ...facts,
      groupMembers: [bob.id, erin.id],
    } as never)
    const roles = (id: string) => app.read((reader) => listRoles(reader, id))
    expect(await roles(alice.id)).toEqual(new Set(['manager']))
    expect(await roles(bob.id)).toEqual(new Set(['manager']))
    await save(dave, { managers: { personIds: [] } })
    expect(await roles(bob.id)).toEqual(new Set())
  })

  test('ends with the welcome as the host wrote it, once', async () => {
    await save(dave)
    const form = { ...dave, key: 'submit welcome.post V1' }
    await postWelcome(app, form, 'Hello everybody')
    await expect(postWelcome(app, form, 'Hello everybody')).rejects.toThrow()
    const said = (await outbox(app)).filter(({ kind }) => kind === 'welcome')
    expect(said).toMatchObject([{ lane: CELEBRATIONS, args: { words: 'Hello everybody' } }])
  })

  test('in another zone counts the boards by that zone’s days', async () => {
    await save(dave)
    app.clock.setCivil('2026-11-30T22:00:00.000Z')
    await share(app)
    const months = () =>
      app.read(async ({ db }) => {
        const rows = await db
          .selectFrom('board_counts')
          .select(['starts_on', 'count'])
          .where('view', '=', 'champions')
          .where('period', '=', 'month')
          .where('count', '>', 0)
          .execute()
        return rows.map(({ starts_on }) => starts_on)
      })
    expect(await months()).toEqual(['2026-11-01'])
    await save(dave, { settings: { zone: 'Asia/Kolkata' } })
    while ((await drainInbox(app)) > 0);
    expect(await months()).toEqual(['2026-12-01'])
  })
})

test('trying a failed delivery again is for hosts', async () => {
  await save(dave)
  expect(await refusal(retryDelivery(app, alice, 'x'))).toEqual(['host.only'])
  expect(await retryDelivery(app, dave, 'x')).toBe(false)
})
