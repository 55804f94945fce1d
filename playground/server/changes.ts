import type { WireEntry } from './wire-log.ts'

/** What happened in the pretend Slack, small enough to send to every open page. */
export type Change =
  | { kind: 'message'; what: 'posted' | 'changed' | 'deleted'; channel: string; ts: string; thread?: string }
  | { kind: 'reaction'; channel: string; ts: string; name: string; user: string; added: boolean }
  | { kind: 'ephemeral'; user: string; channel: string; ts: string }
  | { kind: 'view'; what: 'opened' | 'pushed' | 'updated' | 'closed' | 'errors'; user: string; view: string }
  | { kind: 'home'; user: string }
  | { kind: 'person'; user: string }
  | { kind: 'channel'; channel: string }
  | { kind: 'group'; group: string }
  | { kind: 'socket'; open: number }
  | { kind: 'wire'; entry: WireEntry }

export type Changes = {
  emit(change: Change): void
  listen(listener: (change: Change) => void): () => void
  /** Waits until the condition holds; it is looked at again after every change. */
  until<T>(condition: () => T | Promise<T>, options?: UntilOptions): Promise<Truthy<T>>
  stop(): void
}

export type UntilOptions = { timeoutMs?: number; what?: string }
export type Truthy<T> = Exclude<T, false | undefined | null | 0 | ''>

type Waiter = { look(): void; fail(error: Error): void }

/** `describe` says what the pretend Slack looks like, for the message of a wait that ran out of time. */
export function createChanges(describe: () => string): Changes {
  const listeners = new Set<(change: Change) => void>()
  const waiters = new Set<Waiter>()
  let scheduled = false

  const lookSoon = () => {
    if (scheduled || waiters.size === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      for (const waiter of waiters) waiter.look()
    })
  }

  return {
    emit(change) {
      for (const listener of listeners) listener(change)
      lookSoon()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    until(condition, options = {}) {
      const what = options.what ?? conditionText(condition)
      return waitFor(condition, options.timeoutMs ?? 5000, waiters, () => `${what}\n${describe()}`)
    },
    stop() {
      for (const waiter of waiters) waiter.fail(new Error('the pretend Slack was stopped'))
    },
  }
}

function waitFor<T>(
  condition: () => T | Promise<T>,
  timeoutMs: number,
  waiters: Set<Waiter>,
  describe: () => string,
): Promise<Truthy<T>> {
  return new Promise((resolve, reject) => {
    let looking = false
    let again = false
    const settle = () => {
      clearTimeout(timer)
      waiters.delete(waiter)
    }
    const look = async (last = false): Promise<void> => {
      if (looking) {
        again = true
        return
      }
      looking = true
      try {
        const value = await condition()
        if (value) {
          settle()
          resolve(value as Truthy<T>)
        } else if (last) {
          settle()
          reject(new Error(`waited ${timeoutMs} ms in vain for: ${describe()}`))
        }
      } catch (error) {
        settle()
        reject(error)
      }
      looking = false
      if (again && waiters.has(waiter)) {
        again = false
        void look()
      }
    }
    const waiter: Waiter = {
      look: () => void look(),
      fail(error) {
        settle()
        reject(error)
      },
    }
    const timer = setTimeout(() => void look(true), timeoutMs)
    waiters.add(waiter)
    void look()
  })
}

const conditionText = (condition: () => unknown): string =>
  condition
    .toString()
    .replace(/^(async )?\(\) => /, '')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
