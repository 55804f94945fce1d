/**
 * The messenger says what the outbox holds: each row once, in its lane's order, at Slack's pace. A row it took belongs to
 * it until its lease ends; if it dies meanwhile, whoever takes the row next looks before speaking.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Delivery } from '../domain/delivery.ts'
import { addTo, toInstant, toMs } from '../domain/time.ts'
import type { Meter } from '../meter.ts'
import {
  claimDeliveries,
  extendLease,
  postponeDelivery,
  releaseExpired,
} from '../store/claimed-deliveries.ts'
import { findNextDueAt } from '../store/deliveries.ts'
import { recordFailed } from '../usecases/outcomes.ts'
import { outcomeOf } from './outcome.ts'
import { BETWEEN_POSTS_MS, createPace } from './pace.ts'
import type { Slack } from './slack.ts'
import { createSpeaker } from './speaker.ts'

/** How long things take; shorter in tests. Milliseconds of real time. */
export type Timing = {
  /** A call that took longer ended in doubt. */
  readonly timeout: number
  /** How long a claimed row belongs to its messenger, and once more before it speaks; longer than one call takes. */
  readonly lease: number
  /** From the end of a doubtful call to the first look, besides its time-out; and the base of the back-off. */
  readonly lookAgain: number
  /** For how long a delivery may be in doubt before it is given up aloud: after a code that we do not know, and else. */
  readonly giveUp: { readonly unknownCode: number; readonly silence: number }
  /** Between two posts in one lane; see pace.ts. */
  readonly betweenPosts: number
  /** Another process may have written something to say: look now and then. */
  readonly idle: number
}
export const normalTiming: Timing = {
  timeout: 10_000,
  lease: 45_000,
  lookAgain: 3_000,
  giveUp: { unknownCode: 3_600_000, silence: 24 * 3_600_000 },
  betweenPosts: BETWEEN_POSTS_MS,
  idle: 5_000,
}
export const fastTiming: Timing = {
  timeout: 1_000,
  lease: 2_500,
  lookAgain: 200,
  giveUp: normalTiming.giveUp,
  betweenPosts: 25,
  idle: 500,
}

/** Half of them may be waiting for their turn. */
const MOST_AT_ONCE = 40
const LOCKED_OUT_MS = 30_000
/** From a look that found nothing to say until the next. */
const CALM_MS = 25

/** The row is another messenger's by now: this one took too long, and leaves it alone. */
class LeaseLost extends Error {}

export type Messenger = {
  start(): void
  /** Takes nothing new, and waits for what is being said. */
  stop(): Promise<void>
}

export function createMessenger(slack: Slack, timing: Timing, meter: Meter): Messenger {
  const { app, log } = slack
  const now = () => toMs(app.clock.real())
  const pace = createPace(now, timing.betweenPosts)
  const speak = createSpeaker(slack)
  const speaking = new Set<Promise<void>>()
  let running = false
  let lockedOutUntil = 0
  let timer: NodeJS.Timeout | undefined
  let pumping: Promise<void> | undefined
  let wanted = false

  /** Claims whatever can be said now; called again whenever that may have changed. */
  function wake() {
    if (!running) return
    wanted = true
    pumping ??= pump().finally(() => {
      pumping = undefined
      if (wanted) wake()
    })
  }

  async function pump() {
    wanted = false
    clearTimeout(timer)
    try {
      const claimed = now() < lockedOutUntil ? [] : await claim()
      for (const delivery of claimed) follow(delivery)
      const rest = await restFor(claimed.length)
      timer = setTimeout(wake, rest)
      // In a storm every commit has something new for lanes that are not free: looking each time would hold it up.
      if (claimed.length === 0) await pause(Math.min(rest, CALM_MS))
    } catch (error) {
      log.error({ err: error }, 'the outbox could not be read')
      timer = setTimeout(wake, 1_000)
    }
  }

  async function claim(): Promise<Delivery[]> {
    const most = MOST_AT_ONCE - speaking.size
    if (most <= 0) return []
    return app.store.write(async (tx) => {
      await releaseExpired(tx)
      return claimDeliveries(tx, {
        leaseUntil: addTo(tx.realNow, { ms: timing.lease }),
        most,
        restingLanes: pace.resting(),
        refreshes: pace.mayUpdate(),
      })
    })
  }

  function follow(delivery: Delivery) {
    const said = say(delivery).finally(() => {
      speaking.delete(said)
      wake()
    })
    speaking.add(said)
  }

  async function say(delivery: Delivery): Promise<void> {
    if (delivery.postId) pace.updated()
    let held = delivery
    let began = now()
    /** Looking may have taken long: what is said now is said under a lease that lasts longer than the call, in its turn. */
    const hold = async () => {
      if (toMs(held.leaseUntil ?? '') - now() < timing.timeout + timing.lookAgain) held = await keep(held)
      const answered = delivery.postId ? () => {} : await pace.turn(delivery.lane)
      began = now()
      return { delivery: held, answered }
    }
    try {
      const outcome = await speak(delivery, hold)
      meter.deliveryEnded(delivery.kind, outcome)
      // What was late on its way may still arrive: the second look comes as long after the first as a call may take.
      if (outcome === 'look-again') await postpone(held, timing.timeout, 2)
    } catch (error) {
      if (error instanceof LeaseLost) return log.warn({ delivery: delivery.id }, 'a delivery took too long')
      await mend(held, error, began).catch((fault: unknown) => {
        log.error({ err: fault, delivery: delivery.id }, 'a delivery could not be settled')
      })
    }
  }

  async function keep(delivery: Delivery): Promise<Delivery> {
    const held = await app.store.write((tx) =>
      extendLease(tx, delivery, addTo(tx.realNow, { ms: timing.lease })),
    )
    if (!held) throw new LeaseLost()
    return held
  }

  /** It was not said, or nobody knows. */
  async function mend(delivery: Delivery, error: unknown, began: number): Promise<void> {
    const outcome = outcomeOf(error)
    const about = {
      delivery: delivery.id,
      kind: delivery.kind,
      error: 'error' in outcome ? outcome.error : undefined,
    }
    meter.deliveryEnded(delivery.kind, outcome.what)
    switch (outcome.what) {
      case 'slow-down':
        return slowDown(delivery, outcome.ms)
      case 'locked-out':
        lockedOutUntil = now() + LOCKED_OUT_MS
        log.error(about, 'Slack does not let Plaudit in; it waits')
        return postpone(delivery, LOCKED_OUT_MS, delivery.doubt)
      case 'refused':
        log.warn(about, 'a delivery failed')
        return app.store.write((tx) => recordFailed(tx, delivery, outcome.error))
      case 'unclear': {
        const patience = outcome.isCode ? timing.giveUp.unknownCode : timing.giveUp.silence
        if (delivery.doubtedAt && now() - toMs(delivery.doubtedAt) >= patience) {
          log.warn(about, 'a delivery is given up after a long doubt')
          return app.store.write((tx) => recordFailed(tx, delivery, outcome.error))
        }
        log.warn(about, 'a delivery is in doubt')
        // Its own time-out passes surely before anybody looks; then longer each time, and not all at the same moment.
        const passed = began + timing.timeout + timing.lookAgain - now()
        const backOff =
          timing.lookAgain * 2 ** Math.min(delivery.attempts - 1, 7) * (0.75 + Math.random() / 2)
        return postpone(delivery, Math.max(passed, backOff), 1, error)
      }
    }
  }

  /** The lane rests until this row is due again, and not a moment less: it keeps its place before the others. */
  async function slowDown(delivery: Delivery, ms: number): Promise<void> {
    const hold = () => (delivery.postId ? pace.holdUpdates(ms) : pace.hold(delivery.lane, ms))
    hold()
    await postpone(delivery, ms, delivery.doubt)
    hold()
  }

  const postpone = (delivery: Delivery, ms: number, doubt: number, error?: unknown): Promise<void> =>
    app.store.write((tx) =>
      postponeDelivery(tx, delivery, {
        dueAt: addTo(tx.realNow, { ms }),
        doubt,
        // Only what may have been said is in doubt: neither a pause that Slack asks for nor a closed door is.
        ...(doubt > 0 ? { doubtedAt: delivery.doubtedAt ?? tx.realNow } : {}),
        ...(error ? { error: outcomeText(error) } : {}),
      }),
    )

  async function restFor(claimed: number): Promise<number> {
    if (claimed > 0 && speaking.size < MOST_AT_ONCE) return 0
    const dueAt = await app.store.read((reader) => findNextDueAt(reader, toInstant(now())))
    // What is due already waits for its lane, for updates or for its thread: all of which end at a known moment or wake us.
    const next = Math.min(...[dueAt && toMs(dueAt), pace.nextFree()].filter((at) => typeof at === 'number'))
    return Math.max(1, Math.min(timing.idle, next - now()))
  }

  app.store.on('deliveries', wake)
  return {
    start() {
      running = true
      wake()
    },
    async stop() {
      running = false
      clearTimeout(timer)
      await pumping
      clearTimeout(timer)
      await Promise.all(speaking)
    },
  }
}

function outcomeText(error: unknown): string {
  const outcome = outcomeOf(error)
  return 'error' in outcome ? outcome.error : outcome.what
}
