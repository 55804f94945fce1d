import countryToCurrency from 'country-to-currency'
import { data } from 'currency-codes'
import { plainNumeral } from './numeral.ts'
import { Problem } from './problem.ts'
import { isBlank } from './text.ts'

/** `minor` is a whole number of the smallest units (cents); `currency` an ISO 4217 code. */
export type Money = { readonly minor: number; readonly currency: string }

/** The most that one amount can be, in minor units: more is a slip of the keyboard. */
const MOST = 1_000_000_000_000

/** ISO's own decimals; those of CLDR are what shops show, and leave out the fillér and the aurar. */
const decimals = new Map([
  ...data.map(({ code, digits }) => [code, digits] as const),
  // In circulation since 2025-03-31; the package's table is older.
  ['XCG', 2] as const,
])

/** Codes beginning with X are metals, tests and units of account, but for these. */
const sharedMoney = new Set(['XAF', 'XCD', 'XCG', 'XOF', 'XPF'])
/** Funds and units of account; then what is no longer paid with: CUC since 2021, ANG since 2025, BGN since 2026. */
const noMoney = new Set('BOV CHE CHW CLF COU MXV USN UYI UYW CUC ANG BGN'.split(' '))
const known = new Set(Intl.supportedValuesOf('currency'))

/** How many digits follow the decimal point. Two, as nearly everywhere, for a code that nobody knows. */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2
}

/** The ISO 4217 code, in capitals, of money that people pay with. */
export function isCurrency(code: string): boolean {
  const isShared = !code.startsWith('X') || sharedMoney.has(code)
  return decimals.has(code) && known.has(code) && isShared && !noMoney.has(code)
}

/** Every currency by its code, with the name it has in a language: Bangladeshi Taka. */
export function listCurrencies(language = 'en'): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  const codes = [...decimals.keys()].filter(isCurrency).sort()
  return codes.map((code) => ({ code, name: names.of(code) ?? code }))
}

const byCountry = new Map<string, string>(Object.entries(countryToCurrency))

/** What is paid with in a country, by its ISO 3166 code of two letters. */
export function currencyOfCountry(region: string | undefined): string | undefined {
  const currency = byCountry.get(region?.toUpperCase() ?? '')
  return currency !== undefined && isCurrency(currency) ? currency : undefined
}

/**
 * A typed amount in minor units; `undefined` when blank, or when there is something to mend. Takes `100`, `100.5`,
 * `100,50`, `1 000.50`, `1'000`, `1,000.50`, `€ 100`, `100 EUR` and `100,-`, in the digits of any script. Adds to
 * `problems`: `money.unreadable {example}`, `money.ambiguous {example}` (1,000), `money.other-currency {currency}`,
 * `money.too-fine {decimals, currency}`, `money.too-little {min, currency}`, `money.too-much {max, currency}`, with
 * `min` and `max` in minor units.
 */
export function readAmount(
  typed: string | undefined,
  currency: string,
  problems: Problem[],
  { field, min = 0 }: { field: string; min?: number },
): number | undefined {
  const refuse = (key: string, details: Problem['details']): undefined => {
    problems.push(new Problem('invalid', key, field, details))
  }
  if (typed === undefined || isBlank(typed)) return undefined
  const example = typedAmount(Math.floor(100.5 * 10 ** decimalsOf(currency)), currency)
  const { isNegative, words, number } = parts(plainNumeral(typed))
  const strange = words.filter((word) => !isNameOf(currency, word))
  if (strange.some(isMoneyWord)) return refuse('money.other-currency', { currency })
  const digits = strange.length === 0 ? readNumber(number) : undefined
  if (!digits) return refuse('money.unreadable', { example })
  if (isAmbiguous(number, currency)) return refuse('money.ambiguous', { example: number.replace(/[.,]/, '') })
  if (digits.fraction.length > decimalsOf(currency))
    return refuse('money.too-fine', { decimals: decimalsOf(currency), currency })
  const minor = Number(digits.whole + digits.fraction.padEnd(decimalsOf(currency), '0'))
  if (minor < min || (isNegative && minor > 0)) return refuse('money.too-little', { min, currency })
  if (minor > MOST) return refuse('money.too-much', { max: MOST, currency })
  return minor
}

/** `- € 1 000.50 EUR` in its parts: a minus, the words around, and what stands from the first to the last digit. */
function parts(text: string): { isNegative: boolean; words: string[]; number: string } {
  const number = /(?:(?<!\p{L})[.,])?\d(?:.*\d)?/u.exec(text)
  if (!number) return { isNegative: false, words: [], number: '' }
  const before = text.slice(0, number.index)
  // `100,-` is a whole amount in many countries.
  const after = text.slice(number.index + number[0].length).replace(/^[.,]-{0,2}/, '')
  const words = [before.replace(/[-+]/, ''), after].map((word) => word.trim()).filter((word) => word !== '')
  return { isNegative: before.includes('-'), words, number: number[0] }
}

/** Its code, its signs (`$`, `A$`, `AU$`) and its names, in any case, with or without a full stop. */
function isNameOf(currency: string, word: string): boolean {
  const same = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\.$/, '')
  return namesOf(currency).some((name) => same(name) === same(word))
}

function namesOf(currency: string): string[] {
  if (!isCurrency(currency)) return [currency]
  const displays = ['symbol', 'narrowSymbol', 'name'] as const
  const names = displays.flatMap((currencyDisplay) => {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
    return [1, 2].map((count) => format.formatToParts(count).find(({ type }) => type === 'currency')?.value)
  })
  const known = names.filter((name) => name !== undefined)
  const signs = known.filter((name) => /^\p{Sc}$/u.test(name)).map((sign) => currency.slice(0, 2) + sign)
  return [currency, ...known, ...signs]
}

function isMoneyWord(word: string): boolean {
  return isCurrency(word.toUpperCase()) || /\p{Sc}/u.test(word)
}

const PLAIN = /^(?<whole>\d*)(?:[.,](?<fraction>\d+))?$/
/** Groups of three with one kind of mark, then a decimal mark of another kind. */
const GROUPED = /^(?<whole>[1-9]\d{0,2}(?:([ '.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](?<fraction>\d+))?$/

function readNumber(number: string): { whole: string; fraction: string } | undefined {
  if (number === '') return undefined
  const found = (PLAIN.exec(number) ?? GROUPED.exec(number))?.groups
  return found && { whole: (found.whole ?? '').replace(/\D/g, ''), fraction: found.fraction ?? '' }
}

/** A thousand, or one with three decimals. Where there are three, the point is the one that we write ourselves. */
function isAmbiguous(number: string, currency: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(number) && !(decimalsOf(currency) === 3 && number.includes('.'))
}

/** `100.50`, `-0.50`, `100` in a currency without decimals: for machines. */
export function sayAmountPlain(minor: number, currency: string): string {
  const places = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${minor < 0 ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`
}

/** As a form shows it, `100` or `100.50`: `readAmount` reads it back. */
export function typedAmount(minor: number, currency: string): string {
  return sayAmountPlain(minor, currency).replace(/\.0+$/, '')
}

/** Shares that differ by one minor unit at most, the larger ones first, and sum to the whole. */
export function splitEvenly(minor: number, parts: number): number[] {
  const share = Math.floor(minor / parts)
  const left = minor - share * parts
  return Array.from({ length: parts }, (_, index) => share + (index < left ? 1 : 0))
}

/** The same number of major units in the minor units of another currency, rounded: 100 € are 100 ¥. No rate is used. */
export function inCurrency(minor: number, from: string, to: string): number {
  return Math.round((minor * 10 ** decimalsOf(to)) / 10 ** decimalsOf(from))
}
