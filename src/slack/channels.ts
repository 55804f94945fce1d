/** What Slack says of channels, asked while somebody fills in the setup; public ones are joined. */

import { Problem } from '../domain/problem.ts'
import type { Channel } from '../store/channels.ts'
import { outcomeOf } from './outcome.ts'
import type { Slack } from './slack.ts'

/**
 * By id; those that Slack does not show to Plaudit are missing. Throws a Problem on the field when Slack does not answer in
 * time.
 */
export async function readChannels(
  slack: Slack,
  ids: readonly string[],
  field = 'celebrationChannel',
): Promise<Map<string, Channel>> {
  const found = await Promise.all(ids.map((id) => readChannel(slack, id, field)))
  return new Map(found.flatMap((channel) => (channel ? [[channel.id, channel] as const] : [])))
}

async function readChannel({ web }: Slack, id: string, field: string): Promise<Channel | undefined> {
  try {
    const { channel } = await web.interactive.conversations.info({ channel: id })
    if (!channel) return undefined
    const { is_private = false, is_archived = false, is_member = false, name = '' } = channel
    const isShared = channel.is_ext_shared === true || channel.is_pending_ext_shared === true
    const mayJoin = !is_member && !is_private && !is_archived && !isShared
    return {
      id,
      name,
      isPrivate: is_private,
      isArchived: is_archived,
      isShared,
      isMember: is_member || (mayJoin && (await join(web.interactive, id))),
    }
  } catch (error) {
    if (outcomeOf(error).what === 'refused') return undefined
    throw new Problem('conflict', 'slack.no-answer', field)
  }
}

async function join(client: Slack['web']['interactive'], channel: string): Promise<boolean> {
  try {
    await client.conversations.join({ channel })
    return true
  } catch (error) {
    if (outcomeOf(error).what === 'unclear') throw error
    return false
  }
}
