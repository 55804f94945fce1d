import { findPhoneNumbersInText, isSupportedCountry, type NumberFound } from 'libphonenumber-js'
import type { Find } from './private-numbers.ts'

/** Phone numbers. `country`: where a number without a country code belongs. */
export function findPhones(plain: string, country?: string): Find[] {
  const text = plain.replace(DATE_OR_TIME, hidden).replace(PRICE, hidden)
  return [...findInternational(text), ...findAnywhere(text), ...findDialledIn(text, country)]
}

const DATE_OR_TIME = new RegExp(
  `(?<![\\d+][-./:]?)(?:${[
    /(?:19|20)\d\d(?<a>[-./])[01]?\d\k<a>[0-3]?\d/,
    /(?:19|20)\d\d[01]\d[0-3]\d/,
    /[0-3]?\d(?<b>[-./])[01]?\d\k<b>(?:19|20)?\d\d/,
    /[01]?\d(?<c>[-./])[0-3]?\d\k<c>(?:19|20)\d\d/,
    /[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?/,
  ]
    .map(({ source }) => source)
    .join('|')})(?![-./:]?\\d)`,
  'g',
)
const AMOUNT = /[1-9]\d{0,2}(?:[ .,\u2019']\d{3})*(?:[.,]\d{1,2})?/.source
export const PRICE = new RegExp(`\\p{Sc} ?${AMOUNT}(?!\\d)|(?<![\\d+] ?)${AMOUNT} ?\\p{Sc}`, 'gu')

/** As many characters, of which no number is made. */
export const hidden = (ordinary: string) => '•'.repeat(ordinary.length)

const PLUS = /(?:\+|(?<![\d.,])00(?=[ .\-/]?[1-9]))[ ]?(?:\(?\d{1,4}\)?[ .\-/()]{0,3}){2,8}\d(?!\d)/g
const INTERNATIONAL_DIGITS = { min: 9, max: 17 }

/** With a country code, after `+` or `00`: whether the number is in use or not. "+12 000 000 visitors" is a count. */
function findInternational(text: string): Find[] {
  const inUse = text.includes('+') ? findPhoneNumbersInText(text) : []
  const likely = [...text.matchAll(PLUS)].filter(
    ([number]) => hasDigits(number, INTERNATIONAL_DIGITS) && !isCount(number),
  )
  return [...inUse.map(({ startsAt, endsAt }) => phone(startsAt, endsAt)), ...likely.map(phoneAt)]
}

const TRUNK_ZERO = /(?<![\p{L}\d.,+/-])\(?0\)?[1-9](?:[ .\-/()]{0,3}\d){7,10}(?![\d\p{L}])/gu
const NORTH_AMERICAN =
  /(?<![\p{L}\d.,+/-])(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])[2-9]\d\d[ .-]\d{4}(?![\d\p{L}])/gu

/** What looks like nothing but a phone number in any country: 020 7946 0958, (212) 555-0142. */
function findAnywhere(text: string): Find[] {
  return [...text.matchAll(TRUNK_ZERO), ...text.matchAll(NORTH_AMERICAN)].map(phoneAt)
}

const ENOUGH_DIGITS = /\d(?:[^\p{L}\d]{0,4}\d){7}/u

/** Numbers as people of that country dial them; counts and order numbers are let through. */
function findDialledIn(text: string, country: string | undefined): Find[] {
  if (country === undefined || !isSupportedCountry(country) || !ENOUGH_DIGITS.test(text)) return []
  return findPhoneNumbersInText(text, country)
    .filter((found) => isDialled(found, text))
    .map(({ startsAt, endsAt }) => phone(startsAt, endsAt))
}

function isDialled({ startsAt, endsAt, number }: NumberFound, text: string): boolean {
  const typed = text.slice(startsAt, endsAt)
  if (/[#№]\s?$/.test(text.slice(0, startsAt))) return false
  if (/^[+(0]/.test(typed)) return true
  if (isCount(typed) || /^[.,]\d/.test(text.slice(endsAt))) return false
  const customary = number.formatNational()
  return (
    /\D/.test(customary) && digitsOf(typed) === digitsOf(customary) && hasDigits(typed, { min: 8, max: 15 })
  )
}

/** "12 000 000", "12.345.678" */
function isCount(number: string): boolean {
  return /\D000$/.test(number) || /^\d{1,2}([ .])\d{3}(?:\1\d{3})*$/.test(number)
}

function hasDigits(number: string, { min, max }: { min: number; max: number }): boolean {
  const count = digitsOf(number).length
  return count >= min && count <= max
}

const digitsOf = (number: string) => number.replace(/\D/g, '')

const phoneAt = (match: RegExpExecArray) => phone(match.index, match.index + match[0].length)

function phone(start: number, end: number): Find {
  return { kind: 'phone', start, end }
}
