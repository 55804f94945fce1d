import type { Ids } from './ids.ts'
import { Refusal } from './refusal.ts'
import type { MessageRef } from './types.ts'

const USES = 5
const LIFE_MS = 30 * 60_000

/** Where an answer through a response_url goes, and what it may replace. */
export type ResponseTarget = {
  user: string
  channel: string
  thread: string | undefined
  /** The message whose button was pressed; none for a command. */
  source: (MessageRef & { ephemeral: boolean }) | undefined
}

type ResponseUrl = { target: ResponseTarget; at: number; uses: number }

/** A response_url answers up to five times within thirty minutes, without a token and without being a member. */
export type ResponseUrls = {
  issue(target: ResponseTarget): string
  /** Looks up a use, not yet counted; throws used_url or expired_url. */
  check(id: string): ResponseTarget
  use(id: string): void
}

export function createResponseUrls(ids: Ids, now: () => number, base: () => string): ResponseUrls {
  const urls = new Map<string, ResponseUrl>()
  return {
    issue(target) {
      const id = ids.next('R')
      urls.set(id, { target, at: now(), uses: 0 })
      if (urls.size > 20_000) urls.delete(urls.keys().next().value ?? '')
      return `${base()}/response/${id}`
    },
    check(id) {
      const url = urls.get(id)
      if (url === undefined) throw new Refusal('invalid_url')
      if (now() - url.at > LIFE_MS) throw new Refusal('expired_url')
      if (url.uses >= USES) throw new Refusal('used_url')
      return url.target
    },
    use(id) {
      const url = urls.get(id)
      if (url) url.uses += 1
    },
  }
}
