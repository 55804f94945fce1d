/** What Bolt's bodies say, and how they are acknowledged. */
import type { BlockAction, MessageShortcut } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { AboutMessage } from './acts.ts'
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

export function opener(client: Slack['web']['interactive'], trigger_id: string, onTop: boolean) {
  return async (view: ModalView) => {
    await (onTop ? client.views.push({ trigger_id, view }) : client.views.open({ trigger_id, view }))
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
export function messageOf({ channel, message, message_ts }: MessageShortcut): AboutMessage {
  const { thread_ts: threadTs, text, user: userId } = message
  return {
    channel: channel.id,
    ts: message_ts,
    ...(typeof threadTs === 'string' ? { threadTs } : {}),
    ...(text ? { text } : {}),
    ...(userId ? { userId } : {}),
  }
}
