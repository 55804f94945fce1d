import type { Ephemeral, Message, PretendSlack, User, View, WireEntry } from '../index.ts'
import type { Channel } from '../workspace.ts'
import type {
  ShownChannel,
  ShownEphemeral,
  ShownFile,
  ShownMessage,
  ShownPerson,
  ShownView,
  WireDetail,
  WireLine,
} from './shapes.ts'

export const shownPerson = (user: User, role: string | undefined): ShownPerson => ({
  id: user.id,
  name: user.name,
  realName: user.realName,
  displayName: user.displayName,
  tz: user.tz,
  isBot: user.isBot,
  isAdmin: user.isAdmin,
  isGuest: user.guest !== undefined,
  deleted: user.deleted,
  role: role ?? null,
})

export const shownChannel = (channel: Channel): ShownChannel => ({
  id: channel.id,
  name: channel.name,
  kind: channel.kind,
  archived: channel.archived,
  shared: channel.shared,
  restricted: channel.restricted,
  members: [...channel.members],
})

export function shownMessage(slack: PretendSlack, message: Message): ShownMessage {
  const replies = slack.replies(message.channel, message.ts)
  const latest = replies.at(-1)
  return {
    channel: message.channel,
    ts: message.ts,
    user: message.user,
    text: message.text,
    blocks: message.blocks ?? [],
    files: (message.files ?? []).flatMap((id) => shownFile(slack, id)),
    thread: message.thread_ts === message.ts ? null : (message.thread_ts ?? null),
    broadcast: message.reply_broadcast ?? false,
    edited: message.edited !== undefined,
    deleted: message.subtype === 'tombstone',
    replies: latest
      ? { count: replies.length, users: [...new Set(replies.map(({ user }) => user))], latest: latest.ts }
      : null,
    reactions: [...message.reactions].map(([name, users]) => ({ name, users: [...users] })),
  }
}

function shownFile(slack: PretendSlack, id: string): ShownFile[] {
  const file = slack.file(id)
  if (file === undefined) return []
  const { name, title, mimetype, altText } = file
  return [
    { id, name, title, mimetype, size: file.data.length, url: `/page/files/${id}`, alt: altText ?? title },
  ]
}

export const shownEphemeral = (entry: Ephemeral): ShownEphemeral => ({
  channel: entry.channel,
  ts: entry.ts,
  text: entry.text,
  blocks: entry.blocks ?? [],
  thread: entry.thread_ts ?? null,
  from: entry.from,
})

export const shownView = (view: View): ShownView => ({
  id: view.id,
  hash: view.hash,
  title: view.title,
  submit: view.submit ?? null,
  close: view.close ?? null,
  blocks: view.blocks,
  state: Object.fromEntries([...view.state].map(([block, actions]) => [block, Object.fromEntries(actions)])),
  errors: view.errors,
  trouble: view.trouble ?? null,
})

export const wireLine = (entry: WireEntry): WireLine => ({
  id: entry.id,
  at: entry.at,
  direction: entry.direction,
  kind: entry.kind,
  name: entry.name,
  status: entry.status ?? null,
  ms: entry.ms ?? null,
  error: entry.error ?? null,
  refused: entry.refused,
  fault: entry.fault ?? null,
  retry: entry.retry ?? null,
})

export const wireDetail = (entry: WireEntry): WireDetail => ({
  ...wireLine(entry),
  payload: entry.payload,
  answer: entry.answer ?? null,
})
