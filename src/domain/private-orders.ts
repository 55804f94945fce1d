import type { Find } from './private-numbers.ts'
import { hidden, PRICE } from './private-phones.ts'

/** What has a number that leads to a customer, as letters in English, German, French, Spanish, Italian, Dutch,
 * Portuguese and neighbours call it. */
const THINGS = [
  'purchase order|orders?|invoices?|bookings?|reservations?|tickets?|customers?|clients?|accounts?|references?',
  'confirmations?|tracking|shipments?|parcels?|contracts?|polic(?:y|ies)|receipts?|memberships?|members?|claims?|cases?|rma|pnr|po',
  'bestell|bestellung(?:en)?|auftrags?|aufträge|rechnung(?:en|s)?|buchung(?:en|s)?|kunden?|vorgangs?|aktenzeichen|vertrags?',
  'reservierung(?:en|s)?|sendung(?:en|s)?|lieferschein|lieferungs?|mitglieds?|reklamation(?:s)?|policen?|konto',
  'commandes?|factures?|réservations?|dossiers?|billets?|contrats?|colis|référence|réf|ref|adhérent',
  'pedidos?|facturas?|reservas?|expedientes?|contratos?|referencia|billetes?|localizador|envíos?|socio|cliente',
  'ordin[ei]|fattur[ae]|prenotazion[ei]|pratica|contratt[oi]|bigliett[oi]|riferimento|spedizione|tessera',
  'bestelling(?:en)?|bestel|factuur|facturen|boeking(?:en|s)?|reservering(?:en|s)?|klant(?:en)?|polis|zending',
  'encomendas?|faturas?|bilhetes?|referência|protocolo|ordre|ordrar?|faktura|bokning(?:s)?|kund|kunde|zamówieni[ae]',
].join('|')
const NUMBER =
  'numbers?|num|nos?|nrs?|nummer[ns]?|n[º°]|nro|n|№|#|ids?|codes?|ref|reference|numéro|n[uú]mero|núm|numer|c[oó]digo|codice|kod'

const GAP = String.raw`[\s.:#=(–-]`
/** At least four characters: no mark is longer than what it hides. */
const ID = String.raw`(?=[\p{L}\d/_-]*\d)(?:\p{Lu}{1,6}[-_/ ]?)?\d[\p{L}\d]*(?:[-_/][\p{L}\d]+)*`
const END = String.raw`(?![\p{L}\p{N}]|[.,:]\d|-\p{L})`

/** `order no. 4711`, `Bestellnummer: AB-12/34`, `numéro de commande 302-123`, `customer id is X7K9`. */
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${THINGS})[\s.\-_]{0,2}(?:${NUMBER})(?![\p{L}\p{N}])${GAP}{0,4}(?:(?:is|was|ist|lautet|est|es|è|é)\s)?#?(?<id>${ID}(?: \d{3,}){0,4})${END}`,
  'giu',
)
/** `código de reserva X8K2`, `numéro de commande 302-1`, `number of the order: 4711`. */
const NUMBER_OF = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${NUMBER})\s(?:of (?:the|my|your|our) |de la |de |du |da |do |di |del |d['’]|der |van de )?(?:${THINGS})${GAP}{1,4}(?<id>${ID})${END}`,
  'giu',
)
/** `order 48213377`, `ticket #48213`, `my booking (AB-1234)`. */
const BARE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${THINGS})${GAP}{1,3}(?<id>${ID})${END}`, 'giu')
/** `orders 48213377 and 48213378`. */
const AND_MORE = new RegExp(String.raw`\s?(?:[,;&+/]|and|und|et|y|e|en|og|och|i)\s(?<id>${ID})${END}`, 'iuy')

const DATE_OR_TIME =
  /(?<![\d-])(?:(?:19|20)\d\d([-./])[01]?\d\1[0-3]?\d|[0-3]?\d([-./])[0-3]?\d\2(?:19|20)?\d\d|[0-2]?\d[:.][0-5]\d)(?![\d-])/g

/**
 * Numbers of orders, invoices, bookings, tickets and customers: by the word before them. Years, dates, times, prices and
 * round counts after such a word are none (`the order 2024`, `10000 orders`, `invoice €49.90`).
 */
export function findOrders(plain: string): Find[] {
  const text = plain.replace(DATE_OR_TIME, hidden).replace(PRICE, hidden)
  const numbered = [...text.matchAll(NUMBERED), ...text.matchAll(NUMBER_OF)].filter(({ groups }) =>
    isLong(groups?.id),
  )
  const bare = [...text.matchAll(BARE)].filter(({ groups }) => isTelling(groups?.id))
  return [...numbered, ...bare].flatMap((match) => withMore(text, match))
}

function withMore(text: string, match: RegExpExecArray): Find[] {
  const finds = [placeOf(match)]
  AND_MORE.lastIndex = match.index + match[0].length
  for (let more = AND_MORE.exec(text); more !== null; more = AND_MORE.exec(text)) {
    if (!isTelling(more.groups?.id)) break
    finds.push(placeOf(more))
  }
  return finds
}

/** The id stands last in its match. */
function placeOf(match: RegExpExecArray): Find {
  const end = match.index + match[0].length
  const start = end - (match.groups?.id?.length ?? 0)
  // `#` belongs to it, and to its mark.
  return { kind: 'order', start: match.input[start - 1] === '#' ? start - 1 : start, end }
}

const isLong = (id = ''): boolean => id.length >= 4 && countOf(id) >= 2

/** `2019-2024`, `2024/25`. */
const YEARS = /^(?:19|20)\d\d[-/](?:(?:19|20)\d\d|\d\d)$/

/** Without a word for number before it: long enough to be no year, count or name, or written like nothing else. */
function isTelling(id = ''): boolean {
  if (/^\d+$/.test(id)) return id.length >= 5 && !id.endsWith('000')
  if (YEARS.test(id)) return false
  return id.length >= 4 && (countOf(id) >= 4 || (countOf(id) === 3 && /^\p{Lu}{2,6}[-_]\d/u.test(id)))
}

const countOf = (id: string): number => id.replace(/\D/g, '').length
