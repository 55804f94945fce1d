import type { Ack, Outgoing } from '../delivery/delivery.ts'
import type { Json } from '../json.ts'
import type { World } from '../world.ts'

/** What every interaction says about where it comes from. */
export function interaction(world: World, type: string, userId: string): Json {
  const { team, app, users } = world.workspace
  const user = users.get(userId)
  if (user === undefined) throw new Error(`nobody has the id ${userId}`)
  return {
    type,
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: app.id,
    token: 'pretend-verification-token',
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** Sends an interaction; Slack never sends one again. */
export function sendInteraction(world: World, body: Json, answerable = true): Promise<Ack> {
  if (!world.manifest.interactive)
    throw new Error('settings.interactivity.is_enabled is not true in the manifest: Slack would send nothing')
  const outgoing: Outgoing = { kind: 'interactive', name: String(body.type), body, answerable }
  return world.delivery.send(outgoing)
}

export function channelNamed(world: World, id: string): { id: string; name: string } {
  const channel = world.workspace.channels.get(id)
  if (channel === undefined) throw new Error(`there is no channel ${id}`)
  const names = { public: channel.name, private: 'privategroup', im: 'directmessage', mpim: channel.name }
  return { id, name: names[channel.kind] }
}

/** Slack's own words to a person, when the app did not answer in time or at all. */
export const troubleText = (ack: Ack, what: string): string =>
  ack.error === 'operation_timeout'
    ? `${what} failed with the error "operation_timeout"`
    : `${what} failed with the error "dispatch_failed"`
