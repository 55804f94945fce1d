/** In which channel which reactions ask whether to make a story. Off until a host says so. */
import { type CaptureChannel, type CaptureInput, changedCaptures } from '../domain/capture-channel.ts'
import { type Problem, throwAny } from '../domain/problem.ts'
import { changes } from '../domain/settings.ts'
import { upsertChannel } from '../store/channels.ts'
import { getSettings, insertSettingChanges, updateSettings } from '../store/settings.ts'
import { type Actor, look, type Plaudit, perform, requireHost } from './plaudit.ts'
import { channelProblems, type SetupFacts, tellHostsOfChanges } from './setup.ts'

/** Throws `forbidden` for others than hosts. */
export const showCaptures = (app: Plaudit, actor: Actor): Promise<readonly CaptureChannel[]> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    return (await getSettings(reader)).captures
  })

/**
 * Changes one channel. Throws Problems as `changedCaptures` does, on `channel` also those of a channel in which Plaudit
 * cannot be, and `forbidden` for others than hosts.
 */
export const saveCaptures = (
  app: Plaudit,
  actor: Actor,
  input: CaptureInput,
  facts: SetupFacts,
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const before = await getSettings(tx)
    const problems: Problem[] = []
    const captures = changedCaptures(before.captures, input, problems)
    const { channel } = input
    const isOn = captures.some((one) => one.channel === channel)
    if (channel && isOn) problems.push(...channelProblems(channel, 'channel', facts))
    throwAny(problems)
    for (const known of facts.channels.values()) await upsertChannel(tx, known)
    const changed = changes(before, { ...before, captures })
    await updateSettings(tx, changed)
    await insertSettingChanges(tx, changed, by.id)
    await tellHostsOfChanges(tx, changed, by.id)
  })
