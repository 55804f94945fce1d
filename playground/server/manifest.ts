import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { asList, asObject, asObjects, asText, codePoints, type Json } from './json.ts'

export type Command = { command: string; description: string; usageHint: string; shouldEscape: boolean }
export type Shortcut = { name: string; type: 'message' | 'global'; callbackId: string; description: string }

/** The parts of an app manifest that change how Slack behaves. */
export type Manifest = {
  name: string
  botName: string
  scopes: string[]
  optionalScopes: string[]
  events: Set<string>
  commands: Command[]
  shortcuts: Shortcut[]
  interactive: boolean
  homeTab: boolean
  messagesTab: boolean
  messagesTabReadOnly: boolean
}

/** Reads a manifest from a YAML or JSON file, or takes it as an object; throws with every problem Slack would name. */
export function readManifest(source: string | object): Manifest {
  const raw = asObject(typeof source === 'string' ? parse(readFileSync(source, 'utf8')) : source)
  const problems = manifestProblems(raw)
  if (problems.length > 0) throw new Error(`Slack would refuse this manifest:\n- ${problems.join('\n- ')}`)
  const features = asObject(raw.features)
  const settings = asObject(raw.settings)
  const scopes = asObject(asObject(raw.oauth_config).scopes)
  const home = asObject(features.app_home)
  const name = asText(asObject(raw.display_information).name) ?? 'App'
  return {
    name,
    botName: asText(asObject(features.bot_user).display_name) ?? name,
    scopes: texts(scopes.bot),
    optionalScopes: texts(scopes.bot_optional),
    events: new Set(texts(asObject(settings.event_subscriptions).bot_events)),
    commands: asObjects(features.slash_commands).map(readCommand),
    shortcuts: asObjects(features.shortcuts).map(readShortcut),
    interactive: asObject(settings.interactivity).is_enabled === true,
    homeTab: home.home_tab_enabled === true,
    messagesTab: home.messages_tab_enabled !== false,
    messagesTabReadOnly: home.messages_tab_read_only_enabled === true,
  }
}

function readCommand(raw: Json): Command {
  return {
    command: asText(raw.command) ?? '',
    description: asText(raw.description) ?? '',
    usageHint: asText(raw.usage_hint) ?? '',
    shouldEscape: raw.should_escape === true,
  }
}

function readShortcut(raw: Json): Shortcut {
  return {
    name: asText(raw.name) ?? '',
    type: raw.type === 'global' ? 'global' : 'message',
    callbackId: asText(raw.callback_id) ?? '',
    description: asText(raw.description) ?? '',
  }
}

function manifestProblems(raw: Json): string[] {
  const display = asObject(raw.display_information)
  const features = asObject(raw.features)
  const commands = asObjects(features.slash_commands)
  const shortcuts = asObjects(features.shortcuts)
  const problems: string[] = []
  const limit = (what: string, value: unknown, max: number) => {
    const text = asText(value)
    if (text !== undefined && codePoints(text) > max) problems.push(`${what} is over ${max} characters`)
  }
  limit('display_information.name', display.name, 35)
  limit('display_information.description', display.description, 140)
  const long = asText(display.long_description)
  if (long !== undefined && (codePoints(long) < 175 || codePoints(long) > 4000))
    problems.push('display_information.long_description must have 175 to 4000 characters')
  limit('features.bot_user.display_name', asObject(features.bot_user).display_name, 80)
  if (commands.length > 50) problems.push('more than 50 slash commands')
  for (const entry of commands) limit(`the command ${String(entry.command)}`, entry.command, 32)
  for (const entry of commands)
    if (!asText(entry.command)?.startsWith('/')) problems.push('a command starts with /')
  if (shortcuts.length > 10) problems.push('more than 10 shortcuts')
  for (const entry of shortcuts) limit(`the shortcut ${String(entry.name)}`, entry.name, 24)
  const events = asList(asObject(asObject(raw.settings).event_subscriptions).bot_events)
  if (events.length > 100) problems.push('more than 100 events')
  return problems
}

const texts = (value: unknown): string[] =>
  asList(value).filter((entry): entry is string => typeof entry === 'string')
