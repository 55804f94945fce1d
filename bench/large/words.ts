/** What the people of the database write: sentences of the usual length, put together in ever new ways. */
import type { Database } from 'better-sqlite3'
import { random } from './sql.ts'

const sentences = [
  'Stayed two hours longer to find the part that the courier had left in the wrong building.',
  'Drove to the airport with the charger that a guest had forgotten in our meeting room.',
  'Rebuilt the export overnight because the customer had to show it to their board at nine.',
  'Rang every branch in the north until one of them still had the blue one in stock.',
  'Wrote the whole answer anew in plain words, and the customer read it to her team.',
  'Noticed that the address was that of a hospital, and had the delivery moved to the front of the queue.',
  'Explained the invoice line by line for an hour, without once looking at the clock.',
  'Kept a printer of ours alive by telephone until the last ticket of the concert was printed.',
  'The customer had given up on us, and after this call they ordered again.',
  'Nobody had asked for it, and it saved the launch.',
  'Found the mistake in our own numbers before anybody else did, and said so at once.',
  'Took the blame for something that was not theirs, mended it, and told us how it can be avoided.',
  'Asked what the machine was for, and sold them a smaller one that does the job.',
  'Answered on a Sunday because the bakery opens at four on Mondays.',
  'Sent a card when they heard that the shop had burnt down, and lent them a till for six weeks.',
  'Translated the manual for the night shift, who had been guessing for a year.',
  'Three departments were needed for this, and each of them picked up the telephone.',
  'The supplier was about to stop our order, and now they call us their easiest customer.',
  'It was raining, it was Friday, and still the samples were there before noon.',
  'Thanks to this the school could open its canteen after the holidays.',
]
const lessons = [
  'Ask for the postcode first.',
  'Ring them before the third e-mail.',
  'Keep one of each on the shelf that nobody may sell.',
  'Say what we do not know yet, and when we will.',
]
const firms = ['Bakery', 'School', 'Harbour', 'Clinic', 'Orchestra', 'Farm', 'Bookshop', 'Garage', 'Hotel']
const places = ['Ashford', 'Brixen', 'Corwen', 'Dorn', 'Elsham', 'Fjord', 'Gatley', 'Hove', 'Ilkley', 'Jura']

/** As long as the sentences are looked up; `drop` afterwards. */
export function keepSentences(db: Database): void {
  db.exec('create temp table sentences (place integer primary key, text text) strict')
  const add = db.prepare('insert into sentences values (?, ?)')
  for (const [n, text] of sentences.entries()) add.run(n, text)
}

const sentence = (n: string, salt: number): string =>
  `(select text from sentences where place=${random(n, salt)}%${sentences.length})`

/** One to five sentences: ninety to five hundred characters. */
export const told = (n: string, salt: number): string =>
  [0, 1, 2, 3, 4]
    .map((nth) =>
      nth === 0
        ? sentence(n, salt)
        : `iif(${random(n, salt + 10)}%5>=${nth},' '||${sentence(n, salt + nth)},'')`,
    )
    .join('||')

export const lesson = (n: string, salt: number): string => oneOf(lessons, n, salt)
/** Ninety names of customers, each with a number that makes many more. */
export const customer = (n: string, salt: number): string =>
  `${oneOf(firms, n, salt)}||' '||${oneOf(places, n, salt + 1)}||' '||(1+${random(n, salt + 2)}%20)`

const oneOf = (texts: readonly string[], n: string, salt: number): string =>
  `(case ${random(n, salt)}%${texts.length} ${texts
    .map((text, at) => `when ${at} then '${text.replaceAll("'", "''")}'`)
    .join(' ')} end)`
