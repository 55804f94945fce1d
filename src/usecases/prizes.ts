/** The catalogue, and `/wow prizes`: what each sees there. */
import { v7 as newId } from 'uuid'
import { budgetWindow } from '../domain/budget.ts'
import { inCurrency } from '../domain/money.ts'
import { builtinPrize, builtinPrizes, type Prize, type PrizeInput, readPrize } from '../domain/prize.ts'
import { Problem } from '../domain/problem.ts'
import { isManager } from '../domain/role.ts'
import { requireSameCurrency } from '../domain/settings.ts'
import type { PrizesRoom } from '../domain/shown-prizes.ts'
import { dayOf } from '../domain/time.ts'
import { listAwardIdsBy, listAwardIdsIn } from '../store/award-lists.ts'
import { listBudgets, upsertBudget } from '../store/budgets.ts'
import {
  deleteRetirement,
  findPrize,
  insertPrize,
  insertRetirement,
  listPrizes,
  updateCosts,
  updatePrize,
  upsertPrizePhoto,
} from '../store/prizes.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { showAwards } from './award-showing.ts'
import { showBudgets, showOwnBudget } from './budget-showing.ts'
import { type Actor, authorityOf, look, type Plaudit, perform, requireHost } from './plaudit.ts'
import { handsOver, listManagers } from './prize-people.ts'

/** The prizes that come with Plaudit, where there are none at all yet. */
export async function fillCatalogue(tx: Tx): Promise<void> {
  if ((await listPrizes(tx, { retired: true })).length > 0) return
  const { currency } = await getSettings(tx)
  for (const builtin of builtinPrizes) {
    const prize = builtinPrize(builtin, currency)
    await insertPrize(tx, { ...prize, id: newId(), revision: 1, hasPhoto: false, createdAt: tx.now })
  }
}

/** Who set Plaudit up before there were prizes has those that come with it, too. */
export async function fillCatalogueAtStart(tx: Tx): Promise<void> {
  if ((await getSettings(tx)).celebrationChannel !== undefined) await fillCatalogue(tx)
}

/** Another currency: prizes and managers' own budgets keep the number of its major units. */
export async function convertPrizes(tx: Tx, from: string, to: string, by: string): Promise<void> {
  const costs = (await listPrizes(tx, { retired: true }))
    .filter(({ cost }) => cost.moneyMinor > 0)
    .map(({ id, kind, cost }) => {
      const converted = inCurrency(cost.moneyMinor, from, to)
      return [id, kind === 'money' ? Math.max(1, converted) : converted] as const
    })
  await updateCosts(tx, new Map(costs))
  for (const { personId, allowance } of await listBudgets(tx)) {
    const moneyMinor = inCurrency(allowance.moneyMinor, from, to)
    await upsertBudget(tx, { personId, allowance: { ...allowance, moneyMinor } }, by)
  }
}

/** A prize on its way: with `id` one that is edited; the rest is what the form showed of it. */
export type SentPrize = PrizeInput & {
  readonly id?: string | undefined
  readonly revision?: number | undefined
  readonly stockShown?: number | undefined
  readonly currency: string
}

/**
 * Keeps a prize. Throws `forbidden` for who is no host, Problems on the fields (see `readPrize`), and `conflict`
 * `prize.edited-meanwhile` or `settings.currency-changed`.
 */
export const savePrize = (
  app: Plaudit,
  actor: Actor,
  { id, revision, stockShown, currency, ...input }: SentPrize,
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    requireSameCurrency(await getSettings(tx), currency)
    const before = id === undefined ? undefined : await getPrize(tx, id)
    const read = readPrize(input, currency, before?.builtin)
    const prize: Prize = {
      hasPhoto: false,
      createdAt: tx.now,
      ...before,
      ...read,
      stock: stockAfter(read.stock, stockShown, before?.stock),
      id: id ?? newId(),
      revision: revision ?? before?.revision ?? 1,
    }
    if (!before) await insertPrize(tx, prize)
    else if (!(await updatePrize(tx, prize, before, by.id)))
      throw new Problem('conflict', 'prize.edited-meanwhile')
    if (input.photoFileId && prize.kind === 'gift') await upsertPrizePhoto(tx, prize.id, input.photoFileId)
  })

/** Some may have been awarded since the form was opened: a host adds to what there is, or takes from it. */
function stockAfter(
  typed: number | undefined,
  shown: number | undefined,
  now: number | undefined,
): number | undefined {
  if (typed === undefined || shown === undefined || now === undefined) return typed
  return Math.max(0, now + typed - shown)
}

/** Not offered any more; past awards stay what they were. Throws `forbidden` and `not_found`. */
export const retirePrize = (app: Plaudit, actor: Actor, id: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    await insertRetirement(tx, (await getPrize(tx, id)).id, by.id)
  })

/** Offered again. Throws `forbidden` and `not_found`. */
export const bringBackPrize = (app: Plaudit, actor: Actor, id: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    await deleteRetirement(tx, (await getPrize(tx, id)).id)
  })

/** For the form that adds a prize, or edits one. Throws `forbidden` and `not_found`. */
export const showPrize = (
  app: Plaudit,
  actor: Actor,
  id?: string,
): Promise<{ prize: Prize | undefined; currency: string }> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    const { currency } = await getSettings(reader)
    return { prize: id === undefined ? undefined : await getPrize(reader, id), currency }
  })

async function getPrize(reader: Reader, id: string): Promise<Prize> {
  const prize = await findPrize(reader, id)
  if (!prize) throw new Problem('not_found', 'prize.not-found')
  return prize
}

const MOST_GIVEN = 5

/** `/wow prizes`: hosts see the catalogue and the budgets, managers what they have left and gave, others who may. */
export const showPrizesRoom = (app: Plaudit, actor: Actor): Promise<PrizesRoom> =>
  look(app, actor, async (reader, by) => {
    const settings = await getSettings(reader)
    const authority = await authorityOf(reader, by)
    const { roles, mayRun } = authority
    const isFulfiller = handsOver(by, authority)
    const manages = isManager(by, roles)
    const today = dayOf(app.clock.civil(), settings.zone)
    const { currency, budgetPeriod: period, managerBudget } = settings
    return {
      roles: [...roles],
      mayRun,
      isManager: manages,
      isFulfiller,
      currency,
      period,
      window: budgetWindow(period, today),
      managerBudget,
      own: manages ? await showOwnBudget(reader, by, today, settings) : undefined,
      given: manages ? await showAwards(reader, await listAwardIdsBy(reader, by.id, MOST_GIVEN)) : [],
      catalogue: mayRun ? await listPrizes(reader, { retired: true }) : [],
      ...(mayRun ? await showBudgets(reader, today, settings) : { budgets: [] }),
      openCount: isFulfiller ? (await listAwardIdsIn(reader, 'open')).length : 0,
      waitingCount: isFulfiller ? (await listAwardIdsIn(reader, 'waiting')).length : 0,
      managers: manages || isFulfiller ? [] : await listManagers(reader),
    }
  })
