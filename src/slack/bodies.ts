/** What Bolt's bodies say, and how they are acknowledged. */
import type { BlockAction, MessageShortcut, RespondArguments, RespondFn } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Message } from '../views/look.ts'
import type { AboutMessage } from './acts.ts'
import type { Log } from './log.ts'
import type { Slack } from './slack.ts'

/** Slack takes one acknowledgement. */
export function once(ack: () => Promise<void>): () => Promise<void> {
  let acked: Promise<void> | undefined
  return () => {
    acked ??= ack()
    return acked
  }
}

/** An answer comes after the acknowledgement. */
export function afterAck<A extends unknown[]>(
  ack: () => Promise<void>,
  answer: (...args: A) => Promise<void>,
) {
  return async (...args: A) => {
    await ack()
    await answer(...args)
  }
}

/**
 * Answers through the response_url, as often as that lasts. What cannot be said any more is not: whatever was done is done all
 * the same, and kept.
 */
export const privately =
  (respond: RespondFn, how: RespondArguments, log: Log, where: string) => async (message: Message) => {
    try {
      await respond({ response_type: 'ephemeral', ...how, ...message })
    } catch (error) {
      log.warn({ err: error, where }, 'a private answer did not arrive')
    }
  }

export function opener(client: Slack['web']['interactive'], trigger_id: string, onTop: boolean) {
  return async (view: ModalView) => {
    await (onTop ? client.views.push({ trigger_id, view }) : client.views.open({ trigger_id, view }))
  }
}

/** The form shows something newer than what was pressed in, as after a double click: then that stays. */
export async function unlessNewer(update: Promise<unknown>): Promise<void> {
  try {
    await update
  } catch (error) {
    if ((error as { data?: { error?: string } }).data?.error !== 'hash_conflict') throw error
  }
}

export function chosenValue(action: BlockAction['actions'][number]): string {
  const { value, selected_option } = action as { value?: string; selected_option?: { value?: string } | null }
  return value ?? selected_option?.value ?? ''
}

/** As event times are: seconds with six decimals. */
export function fixedWidth(ts: string): string {
  const [seconds = '0', parts = ''] = ts.split('.')
  return `${seconds}.${parts.padEnd(6, '0').slice(0, 6)}`
}

/** The message whose menu a shortcut was chosen from. */
export const messageOf = ({ channel, message, message_ts }: MessageShortcut): AboutMessage =>
  aboutMessage(channel.id, message_ts, message)

const Said = z.looseObject({
  thread_ts: z.string().optional(),
  text: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  files: z
    .array(
      z.looseObject({
        id: z.string(),
        mimetype: z.string().default(''),
        size: z.number().default(0),
        alt_txt: z.string().optional(),
      }),
    )
    .optional(),
})

/** A message as Slack tells it: in a shortcut, and of its history. */
export function aboutMessage(channel: string, ts: string, message: unknown): AboutMessage {
  const { thread_ts: threadTs, text, user: userId, bot_id, subtype, files = [] } = Said.parse(message)
  return {
    channel,
    ts,
    ...(threadTs ? { threadTs } : {}),
    ...(text ? { text } : {}),
    ...(userId ? { userId } : {}),
    ...(bot_id || subtype === 'bot_message' ? { isByApp: true } : {}),
    ...(files.length > 0
      ? {
          files: files.map(({ id, mimetype, size, alt_txt: alt }) => ({
            ...{ id, mimetype, size },
            ...(alt ? { alt } : {}),
          })),
        }
      : {}),
  }
}

const Metadata = z.looseObject({ turn: z.string().optional() })
const metadataOf = (view: { private_metadata?: string } | undefined) =>
  Metadata.parse(JSON.parse(view?.private_metadata || '{}'))

/**
 * A form that is shown in a modal in place of something else begins a new turn of it: a modal keeps its id, and the
 * form that is submitted next is not the one that was submitted before. The same form shown anew is the same turn.
 */
export function inTurn(view: ModalView, before: BlockAction['view'], at: string): ModalView {
  const isAnew = before?.callback_id === view.callback_id
  const turn = isAnew ? turnOf(before) : at
  if (!view.callback_id || turn === '') return view
  return { ...view, private_metadata: JSON.stringify({ ...metadataOf(view), turn }) }
}

/** Which turn of its modal a form is; the first has no name. */
export const turnOf = (view: { private_metadata?: string } | undefined): string => metadataOf(view).turn ?? ''
