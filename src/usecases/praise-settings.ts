/** Where praise from other systems waits, and from which rating on it is celebrated. */
import { throwAny } from '../domain/problem.ts'
import { changes } from '../domain/settings.ts'
import { changedPraiseSettings, type PraiseSettingsInput } from '../domain/settings-praise.ts'
import { upsertChannel } from '../store/channels.ts'
import { getSettings, insertSettingChanges, updateSettings } from '../store/settings.ts'
import { type Actor, look, type Plaudit, perform, requireHost } from './plaudit.ts'
import { channelProblems, type SetupFacts, tellHostsOfChanges } from './setup.ts'

/** The form as it stands. Throws `forbidden` for others than hosts. */
export const showPraiseSettings = (app: Plaudit, actor: Actor): Promise<PraiseSettingsInput> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    const { triageChannel, minRating } = await getSettings(reader)
    return { triageChannel, ...(minRating === undefined ? {} : { minRating: String(minRating) }) }
  })

/** What waits is announced as soon as there is a channel. Throws Problems on the fields, and `forbidden`. */
export const savePraiseSettings = (
  app: Plaudit,
  actor: Actor,
  input: PraiseSettingsInput,
  facts: SetupFacts,
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const before = await getSettings(tx)
    const after = changedPraiseSettings(before, input)
    throwAny(after.triageChannel ? channelProblems(after.triageChannel, 'triageChannel', facts) : [])
    for (const channel of facts.channels.values()) await upsertChannel(tx, channel)
    const changed = changes(before, after)
    await updateSettings(tx, changed)
    await insertSettingChanges(tx, changed, by.id)
    await tellHostsOfChanges(tx, changed, by.id)
    tx.announce('praises')
  })
