/** What is to be said, what was heard, and what is due: none of it may wait for long. */

import { listLate } from '../../app.ts'
import { createClock } from '../../clock.ts'
import { isInConfidence } from '../../domain/delivery.ts'
import { addTo, toMs } from '../../domain/time.ts'
import { findChannel } from '../../store/channels.ts'
import { type FailedDelivery, listFailedDeliveries } from '../../store/failed-deliveries.ts'
import { type FailedEvent, listFailedEvents } from '../../store/failed-events.ts'
import { findOverdueDeliveries, findOverdueEvents, type Overdue } from '../../store/overdue.ts'
import { listNames } from '../../store/people.ts'
import type { Reader } from '../../store/store.ts'
import { w } from '../answer.ts'
import type { Read } from './database.ts'
import { type Finding, fine, wrong } from './finding.ts'

const { deliveries: said, jobs: due } = w.doctor
const OVERDUE_MINUTES = 10
const MOST_FAILED = 500
/** As many as one line of a shell takes well. */
const MOST_IDS = 5

const clock = createClock()

export async function checkDeliveries(readers: readonly Read[]): Promise<readonly Finding[]> {
  const before = addTo(clock.real(), { minutes: -OVERDUE_MINUTES })
  const found = await Promise.all(
    readers.map(({ read }) =>
      read(async (reader) => [
        ...(await failures(reader)),
        ...setAside(await listFailedEvents(reader, MOST_FAILED)),
        ...overdue(await findOverdueDeliveries(reader, before), said.overdue),
        ...overdue(await findOverdueEvents(reader, before), said.unheard),
      ]),
    ),
  )
  return found.flat().length > 0 ? found.flat() : [fine(said.noneFailed), fine(said.noneOverdue)]
}

/** A finding for each place and cause. */
async function failures(reader: Reader): Promise<Finding[]> {
  const failed = await listFailedDeliveries(reader, MOST_FAILED)
  const causes = Map.groupBy(failed, ({ kind, lane, error }) => `${isInConfidence(kind) || lane} ${error}`)
  return Promise.all([...causes.values()].map((alike) => failure(reader, alike)))
}

async function failure(reader: Reader, alike: readonly FailedDelivery[]): Promise<Finding> {
  const { kind = '', lane = '', error = '' } = alike[0] ?? {}
  const { what, something, somebody, todoFor: todo } = w.trouble
  const where = isInConfidence(kind) ? somebody : await nameOf(reader, lane)
  const whats = [...new Set(alike.map(({ kind }) => what[kind] ?? something))]
  const ids = alike.map(({ id }) => id)
  return wrong(said.failed(alike.length, whats, where, error), todoFor(ids, todo(kind, error)))
}

/** Events that the drain could make nothing of. */
function setAside(events: readonly FailedEvent[]): Finding[] {
  const [firstAt] = events.map(({ failedAt }) => failedAt).sort()
  if (!firstAt) return []
  const ids = events.map(({ id }) => id)
  return [wrong(said.setAside(events.length, firstAt), todoFor(ids, said.setAsideTodo))]
}

const todoFor = (ids: readonly string[], todo: string): string =>
  said.failedTodo(todo, ids.slice(0, MOST_IDS), Math.max(0, ids.length - MOST_IDS))

async function nameOf(reader: Reader, lane: string): Promise<string> {
  const channel = await findChannel(reader, lane)
  if (channel) return `#${channel.name} (${lane})`
  const { name } = (await listNames(reader, [lane]))(lane)
  return name && name !== lane ? `${name} (${lane})` : lane
}

function overdue({ count, oldestAt }: Overdue, says: (n: number, minutes: number) => string): Finding[] {
  if (count === 0 || !oldestAt) return []
  return [wrong(says(count, minutesOf(toMs(clock.real()) - toMs(oldestAt))), said.overdueTodo)]
}

export async function checkJobs(readers: readonly Read[]): Promise<readonly Finding[]> {
  const late = await Promise.all(readers.map(({ read }) => read((reader) => listLate(reader, clock.civil()))))
  const findings = late
    .flat()
    .filter(({ lateMs }) => minutesOf(lateMs) >= OVERDUE_MINUTES)
    .map(({ name, dueAt, lateMs }) =>
      wrong(due.late(name, dueAt, minutesOf(lateMs)), due.lateTodo(name, dueAt)),
    )
  return findings.length > 0 ? findings : [fine(due.fine)]
}

const minutesOf = (ms: number): number => Math.floor(ms / 60_000)
