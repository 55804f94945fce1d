import type { Ids } from './ids.ts'
import { Refusal } from './refusal.ts'

const LIFE_MS = 3000

type Trigger = { user: string; at: number; used: boolean }

/** A trigger_id lets the app open one form for the person who just did something, within three seconds. */
export type Triggers = {
  issue(user: string): string
  /** The person it belongs to; throws invalid_, expired_ or exchanged_trigger_id. */
  check(id: string): string
  use(id: string): void
}

export function createTriggers(ids: Ids, now: () => number): Triggers {
  const triggers = new Map<string, Trigger>()
  return {
    issue(user) {
      const id = `${ids.next('')}.${ids.next('')}.pretend`
      triggers.set(id, { user, at: now(), used: false })
      if (triggers.size > 20_000) triggers.delete(triggers.keys().next().value ?? '')
      return id
    },
    check(id) {
      const trigger = triggers.get(id)
      if (trigger === undefined) throw new Refusal('invalid_trigger_id')
      if (trigger.used) throw new Refusal('exchanged_trigger_id')
      if (now() - trigger.at > LIFE_MS) throw new Refusal('expired_trigger_id')
      return trigger.user
    },
    use(id) {
      const trigger = triggers.get(id)
      if (trigger) trigger.used = true
    },
  }
}
