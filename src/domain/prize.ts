import { readHalfDays } from './days-off.ts'
import { readText } from './field.ts'
import { decimalsOf, readAmount } from './money.ts'
import { Problem, throwAny } from './problem.ts'
import type { Instant } from './time.ts'

export const prizeKinds = ['money', 'day_off', 'gift'] as const
export type PrizeKind = (typeof prizeKinds)[number]

/** The prizes that come with Plaudit. `wording/` says their names, until a host gives them another. */
export const builtinPrizes = ['card', 'lunch', 'day-off', 'voucher'] as const
export type BuiltinPrize = (typeof builtinPrizes)[number]

/** What a prize is called: by a host, or by Plaudit. One of both is there. */
export type PrizeName = { readonly name?: string | undefined; readonly builtin?: BuiltinPrize | undefined }

/** What one of it takes from a budget. Only a day off has half days; money and gifts have a cost. */
export type PrizeCost = { readonly moneyMinor: number; readonly halfDays: number }

/** An entry of the catalogue. Its cost is in the workspace's currency. */
export type Prize = PrizeName & {
  readonly id: string
  readonly kind: PrizeKind
  readonly cost: PrizeCost
  /** How many are left; absent when there are always more. */
  readonly stock?: number | undefined
  /** Grows with every edit, so that a form that is open knows of another. */
  readonly revision: number
  readonly hasPhoto: boolean
  readonly createdAt: Instant
  readonly retiredAt?: Instant | undefined
}

/** A prize as it was typed. Without a photo it keeps the one it has. */
export type PrizeInput = {
  readonly kind: PrizeKind
  readonly name?: string | undefined
  /** For money and gifts. Blank for a gift: it costs nothing. */
  readonly cost?: string | undefined
  /** For days off. */
  readonly days?: string | undefined
  /** For gifts. Blank: there are always more. */
  readonly stock?: string | undefined
  readonly photoFileId?: string | undefined
}

/** In code points. */
export const prizeLimits = { name: { min: 2, max: 60 }, stock: 100_000 } as const

type PrizeRead = PrizeName & Pick<Prize, 'kind' | 'cost' | 'stock'>

/**
 * A prize as it is kept. Throws `Problems`: `prize.name-…` on `name` (see `readText`), what `readAmount` finds on `cost`,
 * what `readHalfDays` finds on `days`, `prize.cost-needed`, `prize.days-needed`, and `prize.stock-unreadable {max}` on `stock`.
 * A built-in prize whose name is left blank keeps Plaudit's.
 */
export function readPrize(input: PrizeInput, currency: string, builtin?: BuiltinPrize): PrizeRead {
  const problems: Problem[] = []
  const { kind } = input
  const limits = builtin ? { max: prizeLimits.name.max } : prizeLimits.name
  const name = readText(input.name, limits, problems, { field: 'name', keys: 'prize.name-' })
  const money =
    kind === 'day_off'
      ? 0
      : readAmount(input.cost, currency, problems, { field: 'cost', min: kind === 'money' ? 1 : 0 })
  if (kind === 'money' && money === undefined && !problems.some(({ field }) => field === 'cost'))
    problems.push(new Problem('invalid', 'prize.cost-needed', 'cost'))
  const halfDays = kind === 'day_off' ? readHalfDays(input.days, problems, { field: 'days', min: 1 }) : 0
  if (halfDays === undefined && !problems.some(({ field }) => field === 'days'))
    problems.push(new Problem('invalid', 'prize.days-needed', 'days'))
  const stock = kind === 'gift' ? readStock(input.stock, problems) : undefined
  throwAny(problems)
  return { kind, name, builtin, cost: { moneyMinor: money ?? 0, halfDays: halfDays ?? 0 }, stock }
}

function readStock(typed: string | undefined, problems: Problem[]): number | undefined {
  const text = (typed ?? '').normalize('NFKC').trim()
  if (text === '') return undefined
  const stock = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (stock <= prizeLimits.stock) return stock
  problems.push(new Problem('invalid', 'prize.stock-unreadable', 'stock', { max: prizeLimits.stock }))
  return undefined
}

/** Whether it can be given as far as the catalogue knows: not retired, and there is one left. */
export const isOnOffer = ({ retiredAt, stock }: Prize): boolean => retiredAt === undefined && stock !== 0

export const isFree = ({ cost }: Pick<Prize, 'cost'>): boolean => cost.moneyMinor === 0 && cost.halfDays === 0

/** What comes with Plaudit: two that cost nothing, a day off, and a voucher: half of what hosts are offered as an answer. */
export function builtinPrize(builtin: BuiltinPrize, currency: string): PrizeRead {
  const money = builtin === 'voucher' ? voucherIn(currency) : 0
  const halfDays = builtin === 'day-off' ? 2 : 0
  return {
    kind: builtin === 'day-off' ? 'day_off' : 'gift',
    builtin,
    cost: { moneyMinor: money, halfDays },
  }
}

/** Fifty; five thousand where money has no decimals. */
const voucherIn = (currency: string): number =>
  decimalsOf(currency) === 0 ? 5_000 : 50 * 10 ** decimalsOf(currency)
