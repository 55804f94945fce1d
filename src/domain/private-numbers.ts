// One by one: the whole of it is a hundred files, held for as long as Plaudit runs.
import iban from 'validator/lib/isIBAN.js'
import luhn from 'validator/lib/isLuhnNumber.js'

/** `order` and `address` are looked for in letters alone; `words` are whatever somebody says. */
export type PrivateKind = 'email' | 'phone' | 'card' | 'bank-account' | 'order' | 'address' | 'words'
/** Private data from `start` up to `end`. */
export type Find = { readonly kind: PrivateKind; readonly start: number; readonly end: number }

const EMAIL =
  /[\p{L}\p{N}_][\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}@(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}\.){1,8}\p{L}[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]/gu

export function findEmails(plain: string): Find[] {
  return [...plain.matchAll(EMAIL)].map((match) => find('email', match.index, match[0].length))
}

/** Digits with at most three separators between them; commas and the like only between groups of four. */
const DIGIT_RUN = /\d(?:[ .\-_/·]{0,3}\d){12,}/g
const FOURS = /(?<!\d)\d{4}(?:[,;:|*+~]\s?\d{4}){2,3}(?:[,;:|*+~]\s?\d{1,3})?(?!\d)/g
const CARD_DIGITS = { min: 13, max: 19 }

/**
 * Payment card numbers: 13 to 19 digits whose check digit is right (Luhn), alone or in groups. What the groups around
 * it add (an expiry date, a count) is not part of it, so every stretch of whole groups is tried.
 */
export function findCards(plain: string): Find[] {
  const runs = [...plain.matchAll(DIGIT_RUN), ...plain.matchAll(FOURS)]
  return runs.flatMap((run) =>
    cardsInRun(run[0]).map((card) => find('card', run.index + card.start, card.length)),
  )
}

function cardsInRun(run: string): { start: number; length: number }[] {
  const groups = [...run.matchAll(/\d+/g)]
  return groups.flatMap((first, from) => {
    let digits = ''
    const cards: { start: number; length: number }[] = []
    for (let to = from; to < groups.length && digits.length <= CARD_DIGITS.max; to++) {
      const last = groups[to]
      if (last === undefined) break
      digits += last[0]
      if (isCard(digits, groups.slice(from, to + 1))) {
        cards.push({ start: first.index, length: last.index + last[0].length - first.index })
      }
    }
    return cards
  })
}

function isCard(digits: string, groups: readonly RegExpMatchArray[]): boolean {
  if (digits.length < CARD_DIGITS.min || digits.length > CARD_DIGITS.max) return false
  return !areDates(groups) && luhn.default(digits)
}

/** "2019 2020 2021 2022", "2026-11-20 2026-11-21": no card begins like a year, and weeks are full of dates. */
function areDates(groups: readonly RegExpMatchArray[]): boolean {
  const layout = groups.map(([group]) =>
    /^(?:19|20)\d\d$/.test(group) ? 'y' : group.length <= 2 ? 'd' : 'x',
  )
  return /^d{0,2}(?:ydd|ddy|y)+d{0,2}$/.test(layout.join(''))
}

const BANK_ACCOUNT_START = /[A-Z][ .\-_/]{0,3}[A-Z][ .\-_/]{0,3}\d[ .\-_/]{0,3}\d(?=[ .\-_/]{0,3}[A-Z0-9])/gi
const REST_OF_ACCOUNT = /[A-Z0-9]|[ .\-_/]{1,3}(?=[A-Z0-9])/giy
const ACCOUNT_CHARACTERS = { min: 15, max: 34 }

/** Bank account numbers (IBAN): a country, check digits that are right (mod 97), and that country's length. */
export function findBankAccounts(plain: string): Find[] {
  return [...plain.matchAll(BANK_ACCOUNT_START)].flatMap((start) => {
    const length = accountLength(plain, start.index)
    return length === undefined ? [] : [find('bank-account', start.index, length)]
  })
}

function accountLength(plain: string, start: number): number | undefined {
  let account = ''
  REST_OF_ACCOUNT.lastIndex = start
  for (let part = REST_OF_ACCOUNT.exec(plain); part !== null; part = REST_OF_ACCOUNT.exec(plain)) {
    if (!/^[a-z0-9]$/i.test(part[0])) continue
    account += part[0].toUpperCase()
    if (account.length > ACCOUNT_CHARACTERS.max) return undefined
    if (account.length >= ACCOUNT_CHARACTERS.min && iban.default(account)) {
      return part.index + 1 - start
    }
  }
  return undefined
}

function find(kind: PrivateKind, start: number, length: number): Find {
  return { kind, start, end: start + length }
}
