/** Files from and to Slack: fetched up to a limit, uploaded before anybody sees them, and sent to one person. */
import type { WebClient } from '@slack/web-api'
import { Problem } from '../domain/problem.ts'
import { outcomeOf } from './outcome.ts'
import type { Slack } from './slack.ts'

/** What is larger is not taken into memory. */
export const MOST_BYTES = 20 * 1024 * 1024
/** For one way between Slack's store of files and us. */
const TRANSFER_MS = 5_000
const SEND_MS = 30_000

/** A file is larger than `MOST_BYTES`. */
export class FileTooLarge extends Error {}

type NewFile = {
  readonly name: string
  readonly bytes: Uint8Array
  /** For who cannot see it. */
  readonly alt?: string
}

/** Reads a file that Plaudit may see, by its id. Throws FileTooLarge, and what the calls throw. */
export async function fetchFile(
  web: WebClient,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const { file } = await web.files.info({ file: id })
  const url = file?.url_private_download ?? file?.url_private
  if (!url) throw new Error('the file has no address')
  if ((file?.size ?? 0) > MOST_BYTES) throw new FileTooLarge('a file of Slack’s is too large')
  const bytes = await download(url, web.token ?? '', file?.mimetype ?? '')
  return { name: file?.name ?? 'file', bytes }
}

async function download(url: string, token: string, mimetype: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(TRANSFER_MS),
  })
  if (!answer.ok) throw new Error(`downloading answered ${answer.status}`)
  // To whom Slack does not let in, it shows its sign-in page, and calls that well.
  if (answer.headers.get('content-type')?.startsWith('text/html') && mimetype !== 'text/html') {
    throw new Error('downloading answered with a page')
  }
  return readUpTo(answer, MOST_BYTES)
}

/** Whatever was said of its size: no more than `most` bytes are ever kept. */
async function readUpTo(answer: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw new FileTooLarge('a file of Slack’s is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/** Uploads a file that nobody sees until it is shared. @returns its id */
export async function uploadFile(
  web: WebClient,
  { name, bytes, alt }: NewFile,
  timeoutMs = TRANSFER_MS,
): Promise<string> {
  const { upload_url, file_id } = await web.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
    ...(alt === undefined ? {} : { alt_text: alt.slice(0, 1000) }),
  })
  if (!upload_url || !file_id) throw new Error('Slack gave no place to upload to')
  const uploaded = await fetch(upload_url, {
    method: 'POST',
    body: Buffer.from(bytes),
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!uploaded.ok) throw new Error(`uploading answered ${uploaded.status}`)
  return file_id
}

export type FileToSend = {
  readonly name: string
  readonly title: string
  /** At least one: Slack takes no empty files. */
  readonly bytes: Uint8Array
  /** What Plaudit says beside it. */
  readonly comment: string
}

/**
 * Sends a file that a person asked for into their DM with Plaudit, at once and only once: it does not stand in the
 * outbox, whose pace it neither waits for nor changes. Throws a Problem when files may not be sent here, and when Slack
 * does not answer in time: then it may have come all the same.
 */
export async function sendFile(
  { web, log }: Pick<Slack, 'web' | 'log'>,
  personId: string,
  file: FileToSend,
): Promise<void> {
  const { interactive } = web
  try {
    const { channel } = await interactive.conversations.open({ users: personId })
    if (!channel?.id) throw new Error('Slack did not open the DM')
    const id = await uploadFile(interactive, file, SEND_MS)
    await interactive.files.completeUploadExternal({
      files: [{ id, title: file.title }],
      channel_id: channel.id,
      initial_comment: file.comment,
    })
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome.what === 'refused' && outcome.error === 'missing_scope') {
      throw new Problem('forbidden', 'file.scope-missing')
    }
    if (outcome.what === 'refused' || outcome.what === 'locked-out') throw error
    log.warn(
      { error: outcome.what === 'unclear' ? outcome.error : outcome.what },
      'a file may not have been sent',
    )
    throw new Problem('conflict', 'file.not-sent')
  }
}
