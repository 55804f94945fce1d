import type { PretendSlack } from '../index.ts'
import type { FaultSwitches } from './shapes.ts'

const SLOW_MS = 800
const RETRY_AFTER_S = 5
const FOR_EVER = Number.POSITIVE_INFINITY

/** The switches with which a visitor makes Slack misbehave. */
export type Trouble = {
  switches(): FaultSwitches
  turn(wanted: FaultSwitches): void
}

export function createTrouble(slack: PretendSlack): Trouble {
  let now: FaultSwitches = { slow: false, rateLimited: false, disconnected: false }
  let appUrl: string | undefined
  return {
    switches: () => now,
    turn(wanted) {
      slack.faults.clear()
      if (wanted.disconnected) slack.faults.next('*', { kind: 'reset_before', times: FOR_EVER })
      if (wanted.rateLimited)
        slack.faults.next('chat.postMessage', { kind: '429', retryAfter: RETRY_AFTER_S, times: FOR_EVER })
      if (wanted.slow) slack.faults.next('*', { kind: 'delay', ms: SLOW_MS, times: FOR_EVER })
      if (wanted.disconnected && !now.disconnected) {
        slack.disconnect('drop')
        appUrl = slack.appUrl
        // Nothing listens on port 9: over HTTP, Slack cannot reach the app either.
        if (appUrl !== undefined) slack.appUrl = 'http://127.0.0.1:9'
      }
      if (!wanted.disconnected && now.disconnected && appUrl !== undefined) slack.appUrl = appUrl
      now = wanted
    },
  }
}
