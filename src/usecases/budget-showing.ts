/** Budgets as managers and hosts see them. */
import { budgetWindow, leftOf, nothingUsed } from '../domain/budget.ts'
import type { Person } from '../domain/person.ts'
import type { Settings } from '../domain/settings.ts'
import type { PrizesRoom, ShownBudget } from '../domain/shown-prizes.ts'
import type { Day } from '../domain/time.ts'
import { findBudget, listBudgets, listUsed } from '../store/budgets.ts'
import { listNames } from '../store/people.ts'
import type { Reader } from '../store/store.ts'
import { budgetOf } from './budgets.ts'

/** What a manager has in this period. Without limits while nobody has said any. */
export async function showOwnBudget(
  reader: Reader,
  person: Person,
  today: Day,
  settings: Settings,
): Promise<ShownBudget> {
  const own = await findBudget(reader, person.id)
  const limits = own ?? settings.managerBudget ?? {}
  return {
    person: { id: person.id, name: person.name },
    isOwn: own !== undefined,
    ...(await budgetOf(reader, { givenBy: person.id, limits }, today, settings)),
  }
}

/** For hosts: all together, and each manager who gave something in this period or has a budget of their own. */
export async function showBudgets(
  reader: Reader,
  today: Day,
  settings: Settings,
): Promise<Pick<PrizesRoom, 'workspace' | 'budgets'>> {
  const all = await budgetOf(reader, { limits: settings.workspaceBudget }, today, settings)
  const own = new Map((await listBudgets(reader)).map(({ personId, allowance }) => [personId, allowance]))
  const window = budgetWindow(settings.budgetPeriod, today)
  const used = new Map(
    (await listUsed(reader, window, settings.currency)).map(({ givenBy, ...sums }) => [givenBy, sums]),
  )
  const ids = [...new Set([...own.keys(), ...used.keys()])]
  const nameOf = await listNames(reader, ids)
  const budgets = ids.map((id): ShownBudget => {
    const limits = own.get(id) ?? settings.managerBudget ?? {}
    const taken = used.get(id) ?? nothingUsed
    return { person: nameOf(id), isOwn: own.has(id), limits, used: taken, left: leftOf(limits, taken) }
  })
  return {
    workspace: { isOwn: false, ...all },
    budgets: budgets.toSorted((a, b) => (a.person?.name ?? '').localeCompare(b.person?.name ?? '')),
  }
}
