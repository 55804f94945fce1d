import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Hiding, maskPrivateData, privateIn, withoutAccounts } from '../../src/domain/private-data.ts'

const shown = (text: string, hiding: Hiding = {}) => maskPrivateData(text, { inLetter: true, ...hiding }).text

describe('numbers of orders', () => {
  test.each([
    ['my order 48213377 came', 'my order #••• came'],
    ['Order no. 4711.', 'Order no. #•••.'],
    ['order #48213', 'order #•••'],
    ['invoice number: INV-2024-0012', 'invoice number: #•••'],
    ['my booking (AB-1234)', 'my booking (#•••)'],
    ['ticket JIRA-123 solved', 'ticket #••• solved'],
    ['Customer ID is X7K9', 'Customer ID is #•••'],
    ['orders 48213377 and 48213378, 48213379', 'orders #••• and #•••, #•••'],
    ['Bestellnummer 302-1234567-1234567', 'Bestellnummer #•••'],
    ['Bestell-Nr.: 4711', 'Bestell-Nr.: #•••'],
    ['Rechnung Nr. 2024/0815', 'Rechnung Nr. #•••'],
    ['Meine Kundennummer lautet 12345', 'Meine Kundennummer lautet #•••'],
    ['Kundennummer 123 456 789', 'Kundennummer #•••'],
    ['commande n° 123456', 'commande n° #•••'],
    ['numéro de client : 44521', 'numéro de client : #•••'],
    ['ma facture F2024-118', 'ma facture #•••'],
    ['mi pedido nº 4411', 'mi pedido nº #•••'],
    ['código de reserva: X8K2L9', 'código de reserva: #•••'],
    ['ordine n. 77123', 'ordine n. #•••'],
    ["numero d'ordine 123456", "numero d'ordine #•••"],
    ['bestelnummer: 88123', 'bestelnummer: #•••'],
    ['klantnummer 5512', 'klantnummer #•••'],
    ['número da encomenda 88123', 'número da encomenda #•••'],
    ['fatura nº 1123', 'fatura nº #•••'],
    ['order ４８２１３３７７', 'order #•••'],
    ['order number\n48213377', 'order number\n#•••'],
  ])('%s', (text, masked) => {
    expect(shown(text)).toBe(masked)
    expect(maskPrivateData(text)).toEqual({ text, masks: [] })
  })

  test.each([
    'the order 2024, in order 5 to 10, we order 15000 bolts, ordered 5000, order of 12345.',
    'Order 12 000 units, order 1,250 pieces, order A380, order 3-4 weeks.',
    'booking 16:00, reservation at 19:30, booking 20.11.2026, booking 2026-11-20.',
    'invoice €49.90, invoice 49.90, invoice 1234.50, Rechnung über 12345 Euro.',
    'ticket no. 3 of 5, ticket 24/7, ticket COVID-19, ticket 4 x 100 m, case 2019-2024.',
    'our customer since 1998, customers 100 percent happy, in case 3 people come.',
  ])('none: %s', (text) => {
    expect(shown(text)).toBe(text)
  })

  test('a phone number after such a word is masked once', () => {
    expect(shown('Customer no. 0151 12345678, thanks')).toMatch(/^Customer no\. (#|☎ )•••, thanks$/)
  })

  test('a card number after such a word is a card number', () => {
    expect(shown('order 4111 1111 1111 1111')).toBe('order 💳 •••')
  })
})

describe('postal addresses', () => {
  test.each([
    ['I live at 12 High Street, Leeds.', 'I live at 🏠 •••, Leeds.'],
    ['221B Baker Street, London NW1 6XE, UK', '🏠 •••, UK'],
    ['742 Evergreen Terrace, Springfield, IL 62704', '🏠 •••'],
    ['10 St. Mary’s Close, Oxford OX1 2AB', '🏠 •••'],
    ['123 Main St, Apt 4B, Boston, MA 02110', '🏠 •••'],
    ['1 Rideau Road, Ottawa, ON K1A 0B1', '🏠 •••'],
    ['Berliner Straße 12\n10115 Berlin', '🏠 •••'],
    ['Hauptstr. 5a', '🏠 •••'],
    ['Am Markt 5, 04109 Leipzig', '🏠 •••'],
    ['Marktplatz 3, D-70173 Stuttgart', '🏠 •••'],
    ['Lindenweg 7, 8001 Zürich', '🏠 •••'],
    ['12 rue de la Paix, 75002 Paris', '🏠 •••'],
    ['3 bis place du Marché, 69001 Lyon', '🏠 •••'],
    ['Calle Mayor 12, 28013 Madrid', '🏠 •••'],
    ['Via Roma 12, 20121 Milano', '🏠 •••'],
    ['Prinsengracht 263, 1016 GV Amsterdam', '🏠 •••'],
    ['Rua Augusta 100, 1100-053 Lisboa', '🏠 •••'],
    ['ul. Długa 5, 00-238 Warszawa', '🏠 •••'],
    ['Storgatan 5, 111 22 Stockholm', '🏠 •••'],
    ['P.O. Box 1234', '🏠 •••'],
  ])('%s', (text, masked) => {
    expect(shown(text)).toBe(masked)
    expect(maskPrivateData(text)).toEqual({ text, masks: [] })
  })

  test.each([
    '2 minutes down the road, on Main Street. In 2019 Abbey Road was closed.',
    'auf Platz 3, Parkplatz 12, Arbeitsplatz 3, Am Montag 5 Leute, Im November 2024, Bahnsteig 5.',
    'Via Slack 3 people wrote, 5 Central Park tickets, 3 Google Drive folders, Gate 12, Team Berg 5.',
    'il y a 3 rues, 3 chemins, 2 places, 24 Stunden, Hotel Park 4 stars, Room 12, Road 5.',
  ])('none: %s', (text) => {
    expect(shown(text)).toBe(text)
  })
})

describe('in any order, ordinary words stay', () => {
  const things = [
    ...[
      'in 2026',
      'at 16:00',
      'on 20.11.2026,',
      '€49.90',
      '2,800 bolts',
      'the order',
      'Bestellung',
      '3 weeks',
    ],
    ...['your invoice', '12 people', 'Bob', 'High Street', '100%', '24/7', 'pedido', 'Platz 1', 'since 1998'],
  ]
  test('whatever stands beside what', () => {
    const texts = fc.array(fc.constantFrom(...things), { maxLength: 10 }).map((parts) => parts.join(' and '))
    fc.assert(fc.property(texts, (text) => expect(shown(text, { country: 'DE' })).toBe(text)))
  })
})

describe('what somebody decides', () => {
  const text = 'Ask bob@x.com or +44 20 7946 0958 about order 48213377; Jo Berger, Jo!'

  test('what is lifted is shown as it was written, wherever it stands', () => {
    expect(shown(text, { lifted: ['bob@x.com', '48213377'] })).toBe(
      'Ask bob@x.com or ☎ ••• about order 48213377; Jo Berger, Jo!',
    )
  })

  test('more words are hidden wherever they stand, but not inside others', () => {
    expect(shown(`${text} Johanna.`, { words: ['Jo'] })).toMatch(/; ••• Berger, •••! Johanna\.$/)
  })

  test('who hides a part of what was lifted hides all of it', () => {
    expect(shown('Ask bob@x.com.', { lifted: ['bob@x.com'], words: ['bob'] })).toBe('Ask ✉ •••.')
  })

  test('what can be lifted is each private thing as it was written', () => {
    expect(privateIn(`${text} 4111 1111 1111 1111`, { inLetter: true })).toEqual([
      { kind: 'email', text: 'bob@x.com' },
      { kind: 'phone', text: '+44 20 7946 0958' },
      { kind: 'order', text: '48213377' },
    ])
  })

  test('card and bank account numbers are destroyed, everything else stays', () => {
    expect(withoutAccounts(`${text} 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00`)).toBe(
      `${text} 💳 •••, 🏦 •••`,
    )
  })

  test('nothing lifts card and bank account numbers', () => {
    const secrets = ['4111 1111 1111 1111', 'DE89 3704 0044 0532 0130 00']
    const around = fc.constantFrom(
      '',
      'order ',
      'to ',
      ' and ',
      'bob@x.com ',
      '12 High Street ',
      '+44 20 7946 0958 ',
    )
    fc.assert(
      fc.property(around, fc.constantFrom(...secrets), around, (before, secret, after) => {
        const told = `${before}${secret} ${after}`
        const lifted = [secret, told, ...privateIn(told, { inLetter: true }).map((one) => one.text)]
        expect(shown(told, { lifted })).not.toContain(secret)
        expect(withoutAccounts(told, { inLetter: true, lifted })).not.toContain(secret)
      }),
    )
  })
})
