/** Slack does not answer, or not as it should, or too late; and on the way to Plaudit things get lost, or come twice. */
import type { FaultKind as Kind } from '../../playground/server/index.ts'
import type { FaultKind } from './fault.ts'

const METHODS = [
  ...[
    'chat.postMessage',
    'chat.postMessage',
    'chat.postMessage',
    'chat.postMessage',
    'chat.update',
    'chat.update',
  ],
  ...['conversations.history', 'conversations.replies', 'views.open', 'users.info', 'response_url', '*'],
] as const

const KINDS: readonly Kind[] = [
  ...([
    '500',
    '500_after',
    'reset_before',
    'reset_after',
    'delay',
    'delay_after',
    'hang_before',
    'hang_after',
  ] as const),
  ...(['html', 'html_after', 'garbage', 'garbage_after', 'error', '429'] as const),
]

/** A call of the Web API that goes wrong, before its effect or after it. */
export const answers: FaultKind = {
  name: 'Slack',
  weight: 10,
  draw(dice, at) {
    const method = dice.pick(METHODS)
    const kind = dice.pick(KINDS)
    const times = dice.between(1, 3)
    // Past the time-out of a call, and long beside what a round takes. An update that timed out is made again soon after that:
    // what Slack did even later would be last, and nobody could know.
    const mayUpdate = method === 'chat.update' || method === '*'
    const ms = dice.between(1_050, mayUpdate ? 1_150 : 1_600)
    const retryAfter = dice.pick([1, 1, 3])
    return {
      at,
      what: `${times} × ${method} ${kind}`,
      strike: async ({ slack }) => slack.faults.next(method, { kind, times, ms, retryAfter }),
    }
  },
}

/** What Slack sends is lost, comes twice, late (after what happened later), or is taken and Slack does not hear that. */
const sends: FaultKind = {
  name: 'the way',
  weight: 6,
  draw(dice, at) {
    const what = dice.pick(['events_api', 'events_api', 'interactive'] as const)
    const kinds = ['lost', 'unheard', 'twice'] as const
    const kind = dice.pick(what === 'events_api' ? [...kinds, 'late' as const] : kinds)
    const times = dice.between(1, 3)
    const ms = dice.between(20, 900)
    return {
      at,
      what: `${times} × ${what} ${kind}`,
      strike: async ({ slack }) => slack.faults.next(what, { kind, times, ms }),
    }
  },
}

/** Slack sends again what was acknowledged long ago, some of it at the same moment. */
const again: FaultKind = {
  name: 'redelivery',
  weight: 3,
  draw(dice, at) {
    const most = dice.between(1, 20)
    const times = dice.between(1, 3)
    return {
      at,
      what: `${times} × the last ${most} again`,
      strike: async ({ slack }) => {
        const ids = [...slack.sent('reaction_added'), ...slack.sent('reaction_removed')].map(({ payload }) =>
          String(payload.event_id),
        )
        const forms = [...slack.sent('view_submission'), ...slack.sent('block_actions')]
        await Promise.all([
          ...ids.slice(-most).map((id) => slack.redeliver(id, times)),
          ...forms.slice(-Math.ceil(most / 4)).map(({ payload }) => slack.send('interactive', payload)),
        ])
      },
    }
  },
}

const socket: FaultKind = {
  name: 'socket',
  weight: 4,
  mode: 'socket',
  draw(dice, at) {
    const reason = dice.pick(['drop', 'drop', 'refresh_requested', 'warning'] as const)
    return { at, what: `the connection: ${reason}`, strike: async ({ slack }) => slack.disconnect(reason) }
  },
}

export const slackFaults: readonly FaultKind[] = [answers, sends, again, socket]
