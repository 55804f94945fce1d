/** Plays one round: people at work, faults that strike, and then the books. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Act } from './acts/act.ts'
import { type Books, openBooks } from './acts/acts.ts'
import { openCards } from './acts/cards.ts'
import { auditWeek, fridayAfter } from './acts/digests.ts'
import { auditOver } from './acts/rounds/audit.ts'
import { momentsLeft } from './acts/rounds/moments.ts'
import { askDoctor, auditLogs, auditOutbox } from './books.ts'
import { type Company, openCompany } from './company.ts'
import { plainDisk, smallDisk } from './disk.ts'
import { describe, drawWork, type Plan, type Work } from './plan.ts'
import { auditPosts } from './posts.ts'
import type { Template } from './template.ts'

export type Played = {
  readonly schedule: readonly string[]
  readonly tallies: readonly string[]
  /** What did not hold; empty when the round is good. */
  readonly lines: readonly string[]
  readonly ms: number
}

/** After this nothing that people do or that goes wrong may still last. */
const PLAY_MS = 120_000
/** How long the books may take to balance once everything is well again. */
const BALANCE_MS = 40_000
const LOOK_EVERY_MS = 100
/** On a machine that has much else to do. */
const FIRST_MS = 30_000

const open = new Set<Company>()

/** Leaves nothing behind of the rounds that are being played. */
export const abandon = async (): Promise<void> =>
  void (await Promise.all([...open].map((company) => company.close())))

export async function playRound(plan: Plan, template: Template): Promise<Played> {
  const began = performance.now()
  const company = await openCompany(plan.mode, template, plan.needsDisk ? smallDisk : plainDisk)
  open.add(company)
  const books = openBooks(company)
  const work = drawWork(plan, books)
  try {
    const lines = await play(company, books, plan, work).catch((error: unknown) => [
      `the round broke: ${(error as Error).stack}`,
    ])
    return {
      schedule: describe(plan, work),
      tallies: books.all.map(({ name, tally }) => `${name}: ${tally()}`),
      lines: [...company.machines.troubles, ...company.troubles, ...lines],
      ms: performance.now() - began,
    }
  } finally {
    open.delete(company)
    await company.close()
  }
}

async function play(company: Company, books: Books, plan: Plan, work: Work): Promise<string[]> {
  const { machines } = company
  await Promise.all(Array.from({ length: plan.processes }, (_, slot) => machines.boot(slot)))
  await machines.recovered()
  await Promise.all(inTurn(work.opening))
  const told = books.stories.tales.filter(({ outcome }) => outcome === 'acknowledged').length
  await company.slack.until(() => openCards(company).length >= told, {
    what: 'the first cards',
    timeoutMs: FIRST_MS,
  })

  const faults = plan.faults.map(async ({ at, strike }) => {
    await pause(at)
    await strike(company)
  })
  const lasting = Promise.all([...inTurn(work.acts), ...faults])
  await Promise.race([
    lasting,
    pause(PLAY_MS, undefined, { ref: false }).then(() => Promise.reject(new Error('the round does not end'))),
  ])

  company.slack.faults.clear()
  await machines.recovered()
  const kinds = new Set([...plan.faults.map(({ kind }) => kind), ...work.faults])
  const atWork = await balanced(() => audits(company, books))
  if (atWork.length > 0) return [...atWork, ...auditLogs(company, kinds)]
  // Every round comes to its end, hosts have had the days that they have, and then no story may be left out of a digest.
  const fridays = [0, 1, 2].map((weeks) => fridayAfter(Date.now(), 30, weeks))
  for (const at of [...momentsLeft(company), ...fridays].sort())
    await Promise.all(machines.alive().map((one) => one.clock(at)))
  const afterwards = await balanced(async () => [
    ...(await audits(company, books)),
    ...auditWeek(company),
    ...auditOver(company),
  ])
  // A month later some of what people know has been forgotten, as it should be.
  const look = (await books.rounds.comeToNext())
    ? () => auditsOfNext(company, books)
    : () => audits(company, books)
  const next = afterwards.length > 0 ? afterwards : await balanced(look)
  const doctor = await askDoctor(company)
  await machines.stop()
  return [...(next.length > 0 ? next : await look()), ...doctor, ...auditLogs(company, kinds)]
}

/** Everybody does one thing after another, all at the same time. */
const inTurn = (acts: readonly (Act & { readonly after?: number })[]): Promise<void>[] =>
  [...Map.groupBy(acts, ({ by }) => by).values()].map(async (own) => {
    for (const { after = 0, play } of own) {
      await pause(after)
      await play()
    }
  })

/** The posts last: to look at them all takes longest. */
async function audits(company: Company, books: Books): Promise<string[]> {
  const kept = await Promise.all(books.all.map(({ audit }) => audit()))
  const lines = [...auditOutbox(company), ...kept.flat()]
  return lines.length > 0 ? lines : auditPosts(company)
}

async function auditsOfNext(company: Company, books: Books): Promise<string[]> {
  return [...auditOutbox(company), ...(await books.rounds.audit())]
}

/** Looks until nothing is amiss, or for long enough. @returns what is amiss at last */
async function balanced(look: () => Promise<string[]>): Promise<string[]> {
  const giveUpAt = performance.now() + BALANCE_MS
  for (;;) {
    const lines = await look()
    if (lines.length === 0 || performance.now() > giveUpAt) return lines
    await pause(LOOK_EVERY_MS)
  }
}
