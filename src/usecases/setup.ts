/** Setting Plaudit up, and changing it later: who may, what is refused, and what is recorded of it. */
import { currencyOfCountry } from '../domain/money.ts'
import { countryOf, type Person } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import { mayHoldRole } from '../domain/role.ts'
import { nextDueAt } from '../domain/schedule.ts'
import { changedSettings, changes, type Settings, type SettingsInput } from '../domain/settings.ts'
import type { SetupInput } from '../domain/settings-input.ts'
import type { Named, Setup } from '../domain/shown.ts'
import { type Channel, upsertChannel } from '../store/channels.ts'
import { moveOpenDigest } from '../store/digests.ts'
import { listPeople } from '../store/people.ts'
import {
  findRoleGroup,
  listRoleHolders,
  replaceGroupMembers,
  replaceRoleGroup,
  replaceRoleHolders,
} from '../store/roles.ts'
import { getSettings, insertSettingChanges, type RecordedChange, updateSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import { askNewApprovers } from './award-notes.ts'
import { refreshBoards } from './boards.ts'
import { deliver } from './deliveries.ts'
import { digestSchedule } from './digests.ts'
import { type Actor, authorityOf, listHosts, look, type Plaudit, perform } from './plaudit.ts'
import { convertPrizes, fillCatalogue } from './prizes.ts'
import { recountSoon } from './recount.ts'

/**
 * The form as it stands for this person; while nobody has said what managers may give, in the currency of their country.
 * Throws `forbidden` for everybody who may not set anything.
 */
export const showSetup = (
  app: Plaudit,
  actor: Actor,
): Promise<{ setup: Setup; mayRun: boolean; setUp: boolean }> =>
  look(app, actor, async (reader, by) => {
    const { mayRun, mayNameHosts } = await authorityOf(reader, by)
    if (!mayNameHosts) throw new Problem('forbidden', 'setup.admins-only')
    const settings = await getSettings(reader)
    const setUp = settings.celebrationChannel !== undefined
    const named = await listRoleHolders(reader, 'host')
    // Who sets it up is the host that comes to mind first, and can be replaced.
    const hosts = setUp || named.length > 0 ? named : [by]
    const managers = await listRoleHolders(reader, 'manager')
    const group = await findRoleGroup(reader, 'manager')
    const zone = setUp ? settings.zone : (by.zone ?? settings.zone)
    const currency = settings.managerBudget
      ? settings.currency
      : (currencyOfCountry(countryOf(by)) ?? settings.currency)
    return {
      mayRun,
      setUp,
      setup: {
        settings: { ...settings, zone, currency },
        hosts,
        managers,
        ...(group ? { managerGroupId: group } : {}),
      },
    }
  })

/** What the platform says of the places and groups in the form: asked before, since no use-case waits for it. */
export type SetupFacts = {
  /** By id; a channel that Plaudit cannot even see is missing. */
  readonly channels: ReadonlyMap<string, Channel>
  readonly groupMembers?: readonly string[]
}

/**
 * Keeps what the form says, records every change, and tells the hosts. Throws Problems on `celebrationChannel`,
 * `digestChannels`, `hostIds`, `managerIds` and the settings' own fields; `forbidden` for who may not set anything.
 * @returns whether this set Plaudit up: it was not before
 */
export const saveSetup = (
  app: Plaudit,
  actor: Actor,
  input: SetupInput,
  facts: SetupFacts,
): Promise<{ first: boolean; celebrationChannel: string }> =>
  perform(app, actor, async (tx, by) => {
    const { mayRun, mayNameHosts } = await authorityOf(tx, by)
    if (!mayNameHosts) throw new Problem('forbidden', 'setup.admins-only')
    const managers = mayRun ? input.managers : undefined
    const before = await getSettings(tx)
    const after = settingsAfter(before, mayRun ? input.settings : firstOf(input.settings), by)
    throwAny([
      ...settledChannelProblems(after, facts),
      ...(await holderProblems(tx, 'hostIds', input.hostIds)),
      ...(await holderProblems(tx, 'managerIds', managers?.personIds ?? [])),
    ])
    for (const channel of facts.channels.values()) await upsertChannel(tx, channel)
    const roleChanges = await saveRoles(tx, { ...input, managers }, facts, by.id)
    const settingChanges = changes(before, after)
    await updateSettings(tx, settingChanges)
    await insertSettingChanges(tx, [...settingChanges, ...roleChanges], by.id)
    if (before.currency !== after.currency) await convertPrizes(tx, before.currency, after.currency, by.id)
    await fillCatalogue(tx)
    if (before.celebrationChannel && settingChanges.some(({ key }) => key === 'zone')) await recountSoon(tx)
    if (settingChanges.some(({ key }) => key === 'boards')) await refreshBoards(tx)
    await moveOpenDigest(tx, nextDueAt(digestSchedule(after), after, tx.now))
    await tellHostsOfChanges(tx, [...settingChanges, ...roleChanges], by.id)
    if (roleChanges.some(({ key }) => key === 'hosts')) await askNewApprovers(tx)
    return { first: !before.celebrationChannel, celebrationChannel: after.celebrationChannel ?? '' }
  })

/** All that an admin who is no host may set. */
const firstOf = ({ celebrationChannel }: SettingsInput): SettingsInput => ({ celebrationChannel })

/** Until somebody chooses another, the zone is that of who sets Plaudit up. */
const settingsAfter = (before: Settings, input: SettingsInput, by: Person): Settings =>
  changedSettings(before, before.celebrationChannel ? input : { zone: by.zone, ...input })

function settledChannelProblems(
  { celebrationChannel, digestChannels }: Settings,
  facts: SetupFacts,
): Problem[] {
  return [
    ...(celebrationChannel ? channelProblems(celebrationChannel, 'celebrationChannel', facts) : []),
    ...digestChannels.flatMap((id) => channelProblems(id, 'digestChannels', facts)),
  ]
}

/** A channel is refused on its field, with what to do about it. */
export function channelProblems(id: string, field: string, { channels }: SetupFacts): Problem[] {
  const channel = channels.get(id)
  const refuse = (why: string) => [
    new Problem('invalid', `channel.${why}`, field, { name: channel?.name ?? '' }),
  ]
  if (!channel) return refuse('not-visible')
  if (channel.isArchived) return refuse('archived')
  if (channel.isShared) return refuse('shared')
  if (!channel.isMember) return refuse('not-a-member')
  return []
}

/** Who cannot hold a role: not of this company, a guest, or gone. `role.colleagues-only {names}` on `field`. */
export async function holderProblems(tx: Tx, field: string, ids: readonly string[]): Promise<Problem[]> {
  const people = await listPeople(tx, ids)
  const unfit = ids.filter((id) => {
    const person = people.get(id)
    return !person?.isKnown || !mayHoldRole(person)
  })
  const names = unfit.map((id) => people.get(id)?.name || id)
  return unfit.length > 0 ? [new Problem('invalid', 'role.colleagues-only', field, { names })] : []
}

async function saveRoles(
  tx: Tx,
  { hostIds, managers }: { hostIds: readonly string[]; managers: SetupInput['managers'] },
  facts: SetupFacts,
  by: string,
): Promise<RecordedChange[]> {
  const idsOf = async (role: 'host' | 'manager') =>
    (await listRoleHolders(tx, role)).map((person) => person.id).sort()
  const hostsBefore = await idsOf('host')
  const managersBefore = await idsOf('manager')
  const groupBefore = await findRoleGroup(tx, 'manager')
  await replaceRoleHolders(tx, 'host', hostIds, by)
  if (managers) {
    await replaceRoleHolders(tx, 'manager', managers.personIds, by)
    await replaceRoleGroup(tx, 'manager', managers.groupId, by)
    if (managers.groupId && facts.groupMembers) {
      await replaceGroupMembers(tx, managers.groupId, facts.groupMembers)
    }
  }
  return [
    { key: 'hosts', from: hostsBefore, to: await idsOf('host') },
    { key: 'managers', from: managersBefore, to: await idsOf('manager') },
    { key: 'managerGroup', from: groupBefore, to: await findRoleGroup(tx, 'manager') },
  ].filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

export async function tellHostsOfChanges(
  tx: Tx,
  changed: readonly RecordedChange[],
  by: string,
): Promise<void> {
  if (changed.length === 0) return
  const { currency } = await getSettings(tx)
  const args = { by, changes: JSON.stringify(changed), currency }
  for (const host of await listHosts(tx)) {
    await deliver(tx, { kind: 'setup.changed', subjectId: by, args, lane: host.id })
  }
}

/** Before the setup: whether this person may do it, and who else may. */
export const showSetupState = (
  app: Plaudit,
  actor: Actor,
): Promise<{ setUp: boolean; maySetUp: boolean; hosts: readonly Named[] }> =>
  look(app, actor, async (reader, by) => ({
    setUp: (await getSettings(reader)).celebrationChannel !== undefined,
    maySetUp: (await authorityOf(reader, by)).mayNameHosts,
    hosts: await listHosts(reader),
  }))
