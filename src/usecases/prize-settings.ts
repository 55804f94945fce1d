/** What hosts decide about prizes: budgets, who approves, who hands over, and what champions read. */

import type { Allowance } from '../domain/budget.ts'
import { readHalfDays } from '../domain/days-off.ts'
import { readAmount } from '../domain/money.ts'
import { changedPrizeSettings, type PrizeSettingsInput } from '../domain/prize-settings.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import { changes, requireSameCurrency, type Settings, type TypedAllowance } from '../domain/settings.ts'
import type { Named } from '../domain/shown.ts'
import type { PrizeSetup } from '../domain/shown-prizes.ts'
import { deleteBudget, findBudget, upsertBudget } from '../store/budgets.ts'
import { listNames } from '../store/people.ts'
import { listRoleHolders, replaceRoleHolders } from '../store/roles.ts'
import { getSettings, insertSettingChanges, type RecordedChange, updateSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import { askNewApprovers } from './award-notes.ts'
import { type Actor, look, type Plaudit, perform, requireHost } from './plaudit.ts'
import { holderProblems, tellHostsOfChanges } from './setup.ts'

/** The form as it stands. Throws `forbidden` for who is no host. */
export const showPrizeSettings = (app: Plaudit, actor: Actor): Promise<PrizeSetup> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    return {
      settings: await getSettings(reader),
      approvers: await listRoleHolders(reader, 'approver'),
      fulfillers: await listRoleHolders(reader, 'fulfiller'),
    }
  })

/** In which currency the form showed its amounts. */
type Shown = { readonly currency: string }

/**
 * Keeps what the form says, records every change, and tells the hosts. Throws Problems on its fields (see
 * `changedPrizeSettings`), `role.colleagues-only {names}` on `approverIds` and `fulfillerIds`, and `conflict`
 * `settings.currency-changed`.
 */
export const savePrizeSettings = (
  app: Plaudit,
  actor: Actor,
  input: PrizeSettingsInput & Shown,
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    const before = await getSettings(tx)
    requireSameCurrency(before, input.currency)
    const after = changedPrizeSettings(before, input)
    throwAny([
      ...(await holderProblems(tx, 'approverIds', input.approverIds)),
      ...(await holderProblems(tx, 'fulfillerIds', input.fulfillerIds)),
    ])
    const settingChanges = changes(before, after)
    await updateSettings(tx, settingChanges)
    const approverChanges = await saveHolders(tx, 'approver', input.approverIds, by.id)
    const fulfillerChanges = await saveHolders(tx, 'fulfiller', input.fulfillerIds, by.id)
    const changed = [...settingChanges, ...approverChanges, ...fulfillerChanges]
    await insertSettingChanges(tx, changed, by.id)
    await tellHostsOfChanges(tx, changed, by.id)
    if (approverChanges.length > 0) await askNewApprovers(tx)
  })

async function saveHolders(
  tx: Tx,
  role: 'approver' | 'fulfiller',
  ids: readonly string[],
  by: string,
): Promise<RecordedChange[]> {
  const holders = async () => (await listRoleHolders(tx, role)).map(({ id }) => id).sort()
  const from = await holders()
  await replaceRoleHolders(tx, role, ids, by)
  const to = await holders()
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ key: `${role}s`, from, to }]
}

export type BudgetSetup = Pick<Settings, 'currency' | 'budgetPeriod'> & {
  readonly person?: Named | undefined
  readonly allowance?: Allowance | undefined
}

/** For the form of a manager's own budget, and with `personId` of this manager's. Throws `forbidden`. */
export const showBudget = (app: Plaudit, actor: Actor, personId?: string): Promise<BudgetSetup> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    const { currency, budgetPeriod } = await getSettings(reader)
    if (personId === undefined) return { currency, budgetPeriod }
    const person = (await listNames(reader, [personId]))(personId)
    return { currency, budgetPeriod, person, allowance: await findBudget(reader, personId) }
  })

/**
 * A manager's own budget, instead of every manager's; both blank takes it away again. Throws `forbidden` for who is no
 * host, Problems on `personId`, `money` and `days`, and `conflict` `settings.currency-changed`.
 */
export const saveBudget = (
  app: Plaudit,
  actor: Actor,
  { personId, currency, ...typed }: TypedAllowance & Shown & { readonly personId: string | undefined },
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    if (!personId) throw new Problem('invalid', 'budget.whose', 'personId')
    requireSameCurrency(await getSettings(tx), currency)
    const problems: Problem[] = []
    const moneyMinor = readAmount(typed.money, currency, problems, { field: 'money' })
    const halfDays = readHalfDays(typed.days, problems, { field: 'days' })
    throwAny([...problems, ...(await holderProblems(tx, 'personId', [personId]))])
    const from = await findBudget(tx, personId)
    const to =
      moneyMinor === undefined && halfDays === undefined
        ? undefined
        : { moneyMinor: moneyMinor ?? 0, halfDays: halfDays ?? 0 }
    if (to) await upsertBudget(tx, { personId, allowance: to }, by.id)
    else await deleteBudget(tx, personId)
    if (JSON.stringify(from) === JSON.stringify(to)) return
    const changed = [{ key: `budget ${personId}`, from, to }]
    await insertSettingChanges(tx, changed, by.id)
    await tellHostsOfChanges(tx, changed, by.id)
  })
