import type { Ack } from '../delivery/delivery.ts'
import { isObject, type Json } from '../json.ts'
import { messagePayload } from '../messages.ts'
import { Refusal } from '../refusal.ts'
import type { ResponseTarget } from '../response-urls.ts'
import type { MessageRef } from '../types.ts'
import { contentOf, say, sayTo } from '../web-api/respond.ts'
import type { World } from '../world.ts'
import { escapeCommandText } from './escape.ts'
import { channelNamed, interaction, sendInteraction, troubleText } from './payloads.ts'

export type CommandResult = { ack: Ack; triggerId: string; responseUrl: string }

/** Types a slash command into a channel. What the app answers with its acknowledgement is shown to the person. */
export async function runCommand(
  world: World,
  userId: string,
  name: string,
  text: string,
  channelId: string | undefined,
): Promise<CommandResult> {
  const command = world.manifest.commands.find((entry) => entry.command === name)
  if (command === undefined) throw new Error(`${name} is not a valid command: the manifest does not have it`)
  needCommandsScope(world)
  const user = world.workspace.users.get(userId)
  if (user === undefined) throw new Error(`nobody has the id ${userId}`)
  const channel = channelNamed(world, channelId ?? whereTheyAre(world, userId))
  const target: ResponseTarget = { user: userId, channel: channel.id, thread: undefined, source: undefined }
  const triggerId = world.triggers.issue(userId)
  const responseUrl = world.responseUrls.issue(target)
  const { team, app } = world.workspace
  const ack = await world.delivery.send({
    kind: 'slash_commands',
    name,
    answerable: true,
    body: {
      token: 'pretend-verification-token',
      team_id: user.teamId,
      team_domain: team.domain,
      channel_id: channel.id,
      channel_name: channel.name,
      user_id: userId,
      user_name: user.name,
      command: name,
      text: command.shouldEscape ? escapeCommandText(world, text) : text,
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: triggerId,
    },
  })
  showAnswer(world, target, ack, name)
  return { ack, triggerId, responseUrl }
}

/** Chooses a shortcut from a message's menu. */
export async function runMessageShortcut(
  world: World,
  userId: string,
  callbackId: string,
  ref: MessageRef,
): Promise<Ack> {
  needShortcut(world, callbackId, 'message')
  const message = world.workspace.channels.get(ref.channel)?.timeline.get(ref.ts)
  if (message === undefined) throw new Error(`there is no message ${ref.ts} in ${ref.channel}`)
  const target: ResponseTarget = {
    user: userId,
    channel: ref.channel,
    thread: message.thread_ts === message.ts ? undefined : message.thread_ts,
    source: { channel: ref.channel, ts: ref.ts, ephemeral: false },
  }
  const ack = await sendInteraction(world, {
    ...interaction(world, 'message_action', userId),
    callback_id: callbackId,
    trigger_id: world.triggers.issue(userId),
    response_url: world.responseUrls.issue(target),
    action_ts: world.ids.ts(),
    message_ts: ref.ts,
    channel: channelNamed(world, ref.channel),
    message: messagePayload(world, message, false),
  })
  if (!ack.ok) sayTo(world, target, { text: troubleText(ack, 'That shortcut') }, 'slack')
  return ack
}

/** Chooses a shortcut from the search or composer menu. */
export async function runGlobalShortcut(world: World, userId: string, callbackId: string): Promise<Ack> {
  needShortcut(world, callbackId, 'global')
  return sendInteraction(world, {
    ...interaction(world, 'shortcut', userId),
    callback_id: callbackId,
    trigger_id: world.triggers.issue(userId),
    action_ts: world.ids.ts(),
  })
}

function needShortcut(world: World, callbackId: string, type: 'message' | 'global'): void {
  const found = world.manifest.shortcuts.some(
    (entry) => entry.callbackId === callbackId && entry.type === type,
  )
  if (!found) throw new Error(`the manifest has no ${type} shortcut ${callbackId}`)
  needCommandsScope(world)
}

function needCommandsScope(world: World): void {
  if (!world.tokens.scopes.has('commands'))
    throw new Error('commands and shortcuts need the scope commands, which was not granted')
}

function showAnswer(world: World, target: ResponseTarget, ack: Ack, name: string): void {
  if (!ack.ok) sayTo(world, target, { text: troubleText(ack, name) }, 'slack')
  if (!ack.ok || ack.body === undefined) return
  const raw: Json = isObject(ack.body) ? ack.body : { text: String(ack.body) }
  try {
    say(world, target, contentOf(world, raw), raw.response_type === 'in_channel', undefined)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    world.delivery.refuse(ack, error.code)
    sayTo(world, target, { text: `${name} failed with the error "${error.code}"` }, 'slack')
  }
}

function whereTheyAre(world: World, userId: string): string {
  for (const channel of world.workspace.channels.values())
    if (channel.kind === 'public' && channel.members.has(userId) && !channel.archived) return channel.id
  return world.workspace.directMessages(userId).id
}
