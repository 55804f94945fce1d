/** A message of Slack's that somebody wants to share: who wrote it, who may read it, and its picture. */
import type { CapturedMessage } from '../domain/capture.ts'
import type { Address } from '../domain/delivery.ts'
import { Problem } from '../domain/problem.ts'
import type { AboutMessage, FileOfMessage } from './acts.ts'
import { aboutMessage } from './bodies.ts'
import { MOST_BYTES } from './files.ts'
import { outcomeOf } from './outcome.ts'
import type { Slack } from './slack.ts'
import { mentionedIn, readTyped } from './typed.ts'

/** Asks Slack only for what is not known, all at once: a form waits for it. */
export async function readCaptured(slack: Slack, message: AboutMessage): Promise<CapturedMessage> {
  const { channel, ts, text = '', userId, isByApp } = message
  const authorId = isByApp ? undefined : userId
  const mentionedIds = mentionedIn(text).slice(0, 10)
  const [isPrivate, photo] = await Promise.all([
    isPrivatePlace(slack, channel),
    photoIn(slack, message.files),
    slack.directory.meet([...mentionedIds, ...(authorId ? [authorId] : [])]),
  ])
  const { words } = await readTyped(slack, text)
  const isOurs = userId === slack.identity.botUserId
  const read = { at: { channel, ts }, isOurs, isPrivate, words, mentionedIds }
  return { ...read, ...(authorId ? { authorId } : {}), ...(photo ? { photo } : {}) }
}

/** Whatever Slack does not say is public counts as private: a DM, a channel that Plaudit cannot see, no answer in time. */
async function isPrivatePlace({ web }: Slack, id: string): Promise<boolean> {
  if (id.startsWith('D')) return true
  try {
    const { channel } = await web.interactive.conversations.info({ channel: id })
    return channel?.is_private !== false || channel.is_im === true || channel.is_mpim === true
  } catch {
    return true
  }
}

const isPicture = ({ mimetype, size }: FileOfMessage): boolean =>
  /^image\/(?:png|jpe?g|gif)$/.test(mimetype) && size <= MOST_BYTES

/** The first picture that Plaudit may see: what it may not, is not offered. */
async function photoIn(
  { web }: Slack,
  files: readonly FileOfMessage[] = [],
): Promise<CapturedMessage['photo'] | undefined> {
  const picture = files.find(isPicture)
  if (!picture) return undefined
  try {
    const { file } = await web.interactive.files.info({ file: picture.id })
    if (!file?.url_private) return undefined
    return { fileId: picture.id, ...(picture.alt ? { description: picture.alt } : {}) }
  } catch {
    return undefined
  }
}

/** A message that Plaudit may read where it is. Throws `not_found` `capture.message-gone`. */
export async function findMessage({ web }: Slack, { channel, ts }: Address): Promise<AboutMessage> {
  const one = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1 }
  try {
    const { messages: top = [] } = await web.interactive.conversations.history(one)
    const found = top.find((message) => message.ts === ts) ?? (await findReply(web, one, ts))
    if (found) return aboutMessage(channel, ts, found)
  } catch (error) {
    if (outcomeOf(error).what !== 'refused') throw new Problem('conflict', 'slack.no-answer')
  }
  throw new Problem('not_found', 'capture.message-gone')
}

async function findReply(web: Slack['web'], one: { channel: string; latest: string }, ts: string) {
  const { messages = [] } = await web.interactive.conversations.replies({ ...one, ts, limit: 2 })
  return messages.find((message) => message.ts === ts)
}
