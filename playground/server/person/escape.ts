import type { World } from '../world.ts'

const LONGEST_NAME = 80
const BROADCASTS = new Set(['here', 'channel', 'everyone'])

/**
 * What `should_escape: true` does to a command's text: `&`, `<`, `>` become entities, @names of people and groups
 * and #channels become `<@U…|name>`, `<!subteam^S…|@handle>`, `<#C…|name>`, addresses become links.
 */
export function escapeCommandText(world: World, text: string): string {
  const entities = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const linked = entities.replace(/\bhttps?:\/\/\S+/g, (url) => `<${url}>`)
  return mentioned(world, linked)
}

function mentioned(world: World, text: string): string {
  if (!text.includes('@') && !text.includes('#')) return text
  const names = namesOf(world)
  let out = ''
  let rest = text
  while (rest.length > 0) {
    const startsWord = out === '' || /[\s(,;:"'/]$/.test(out)
    const found = startsWord && /^[@#]/.test(rest) ? longestName(rest, names) : undefined
    if (found) {
      out += found.mention
      rest = rest.slice(found.length)
    } else {
      out += rest[0]
      rest = rest.slice(1)
    }
  }
  return out
}

/** Every name that can be mentioned, with its sign and in lower case. */
function namesOf(world: World): Map<string, string> {
  const names = new Map<string, string>()
  for (const name of BROADCASTS) names.set(`@${name}`, `<!${name}>`)
  for (const group of world.workspace.groups.values())
    names.set(`@${group.handle.toLowerCase()}`, `<!subteam^${group.id}|@${group.handle}>`)
  for (const user of world.workspace.users.values())
    for (const name of [user.realName, user.displayName, user.name])
      if (!user.deleted) names.set(`@${name.toLowerCase()}`, `<@${user.id}|${user.name}>`)
  for (const channel of world.workspace.channels.values())
    if (channel.kind === 'public') names.set(`#${channel.name}`, `<#${channel.id}|${channel.name}>`)
  return names
}

function longestName(
  text: string,
  names: Map<string, string>,
): { mention: string; length: number } | undefined {
  const lower = text.slice(0, LONGEST_NAME).toLowerCase()
  for (let length = lower.length; length > 1; length -= 1) {
    const after = text[length]
    if (after !== undefined && /[\p{L}\p{N}_-]/u.test(after)) continue
    const mention = names.get(lower.slice(0, length))
    if (mention !== undefined) return { mention, length }
  }
  return undefined
}
