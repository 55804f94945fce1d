import type { Ids } from '../ids.ts'
import { asObject, asText, type Json } from '../json.ts'
import type { Tokens } from '../tokens.ts'
import type { Channel, Workspace } from '../workspace.ts'
import type { Ack, Delivery } from './delivery.ts'

/** After a failure Slack sends an event again: at once, after a minute, after five minutes. */
export const RETRY_DELAYS_MS = [0, 60_000, 300_000]
const KEPT = 20_000

export type Events = {
  /**
   * Sends an event when the app subscribed to it and holds its scope. Resolves with the first acknowledgement, or
   * undefined when nothing was sent.
   */
  emit(
    event: Json,
    about?: { channel?: Channel; subscription?: string; scope?: string },
  ): Promise<Ack | undefined>
  /** Sends any event callback; what is missing in the body is filled in. */
  sendRaw(body: Json): Promise<Ack>
  /** Sends an event again, as a retry nobody asked for. */
  redeliver(eventId: string, times: number): Promise<Ack[]>
  body(eventId: string): Json | undefined
  /** Events that were given up after their last retry. */
  lost(): string[]
  /** Retries still to come. */
  waiting(): number
  stop(): void
}

type Parts = {
  workspace: Workspace
  tokens: Tokens
  subscribed: Set<string>
  delivery: Delivery
  ids: Ids
  clock: () => number
  retryDelaysMs: number[]
}

export function createEvents(parts: Parts): Events {
  const sent = new Map<string, Json>()
  const lost: string[] = []
  const timers = new Set<NodeJS.Timeout>()
  let last = ''
  let stopped = false

  const attempt = async (body: Json, num: number, reason: string): Promise<Ack> => {
    const type = asText(asObject(body.event).type) ?? 'event'
    const ack = await parts.delivery.send({
      kind: 'events_api',
      name: type,
      body,
      answerable: false,
      ...(num > 0 && { retry: { num, reason } }),
    })
    if (!ack.ok && !ack.noRetry && !stopped) retryLater(body, num, ack.reason ?? 'unknown_error')
    return ack
  }
  const retryLater = (body: Json, num: number, reason: string) => {
    const delay = parts.retryDelaysMs[num]
    if (delay === undefined) return void lost.push(String(body.event_id))
    const timer = setTimeout(() => {
      timers.delete(timer)
      void attempt(body, num + 1, reason)
    }, delay)
    timers.add(timer)
  }
  const first = (body: Json): Promise<Ack> => {
    last = String(body.event_id)
    sent.set(last, body)
    if (sent.size > KEPT) sent.delete(sent.keys().next().value ?? '')
    return attempt(body, 0, '')
  }

  return {
    async emit(event, about = {}) {
      const type = String(event.type)
      const scope = about.scope ?? SCOPES[about.subscription ?? type]
      if (!parts.subscribed.has(about.subscription ?? type)) return undefined
      if (scope !== undefined && !parts.tokens.scopes.has(scope)) return undefined
      if (parts.tokens.dead && type !== 'app_uninstalled' && type !== 'tokens_revoked') return undefined
      return first(callback(parts, event, about.channel?.shared ?? false))
    },
    sendRaw(body) {
      const filled = callback(parts, asObject(body.event), false)
      return first({ ...filled, ...body, event: { ...asObject(filled.event), ...asObject(body.event) } })
    },
    async redeliver(eventId, times) {
      const body = sent.get(eventId === 'last' ? last : eventId)
      if (body === undefined) throw new Error(`no event ${eventId} was sent`)
      return Promise.all(
        Array.from({ length: times }, (_, index) => attempt(body, index + 1, 'http_timeout')),
      )
    },
    body: (eventId) => sent.get(eventId === 'last' ? last : eventId),
    lost: () => lost,
    waiting: () => timers.size,
    stop() {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}

/** The scope without which Slack does not send an event; those about channels are told by the caller. */
const SCOPES: Record<string, string> = {
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  app_mention: 'app_mentions:read',
  user_change: 'users:read',
  team_join: 'users:read',
  subteam_created: 'usergroups:read',
  subteam_updated: 'usergroups:read',
  subteam_members_changed: 'usergroups:read',
  emoji_changed: 'emoji:read',
  file_shared: 'files:read',
}

function callback({ workspace, ids, clock }: Parts, event: Json, shared: boolean): Json {
  const { team, app } = workspace
  const eventId = ids.next('Ev')
  return {
    token: 'pretend-verification-token',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event: { event_ts: ids.ts(), ...event },
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(clock() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: shared,
    event_context: `4-${eventId}`,
  }
}
