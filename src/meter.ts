/** What is measured, for `/metrics`. Labels are kinds and states, never people, channels or words. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Meter = ReturnType<typeof createMeter>

export function createMeter() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const events = new Counter({
    name: 'plaudit_events_total',
    help: 'Events kept, by kind',
    labelNames: ['kind'],
    registers,
  })
  const acknowledged = new Histogram({
    name: 'plaudit_acknowledgement_seconds',
    help: 'From receiving a request to acknowledging it',
    labelNames: ['kind'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
    registers,
  })
  const said = new Counter({
    name: 'plaudit_delivery_outcomes_total',
    help: 'What became of deliveries, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const deliveries = new Gauge({
    name: 'plaudit_deliveries',
    help: 'Deliveries in the outbox, by state',
    labelNames: ['state'],
    registers,
  })
  const oldest = new Gauge({
    name: 'plaudit_delivery_age_seconds',
    help: 'How long the oldest due delivery has waited',
    registers,
  })
  const lateness = new Gauge({
    name: 'plaudit_job_lateness_seconds',
    help: 'How late the last run of a job was',
    labelNames: ['job'],
    registers,
  })
  const connected = new Gauge({
    name: 'plaudit_slack_connected',
    help: '1 while Slack can reach us',
    registers,
  })
  const praises = new Counter({
    name: 'plaudit_praises_total',
    help: 'Requests to /praise, by how they were answered',
    labelNames: ['answer'],
    registers,
  })
  const waiting = new Gauge({
    name: 'plaudit_praises_waiting',
    help: 'Customers’ letters that wait for somebody’s say',
    registers,
  })
  const commits = new Gauge({ name: 'plaudit_commits_total', help: 'Transactions committed', registers })

  return {
    eventKept(kind: string, ms: number) {
      events.inc({ kind })
      acknowledged.observe({ kind: 'event' }, ms / 1000)
    },
    acknowledged: (kind: string, ms: number) => acknowledged.observe({ kind }, ms / 1000),
    deliveryEnded: (kind: string, outcome: string) => said.inc({ kind, outcome }),
    praiseAnswered: (how: string) => praises.inc({ answer: how }),
    jobRan: (job: string, lateSeconds: number) => lateness.set({ job }, lateSeconds),
    /** The state at the moment somebody looks. */
    show(now: {
      waiting: number
      sending: number
      failed: number
      oldestSeconds: number
      praises: number
      connected: boolean
      commits: number
    }) {
      deliveries.set({ state: 'waiting' }, now.waiting)
      deliveries.set({ state: 'sending' }, now.sending)
      deliveries.set({ state: 'failed' }, now.failed)
      waiting.set(now.praises)
      oldest.set(now.oldestSeconds)
      connected.set(now.connected ? 1 : 0)
      commits.set(now.commits)
    },
    page: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
