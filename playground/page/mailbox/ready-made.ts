import type { Mail } from '../../server/page-api/shapes.ts'

/** A letter as it is written in the mailbox: what was typed, field by field. */
export type Typed = {
  words: string
  name: string
  company: string
  channel: string
  rating: string
  recipients: string
}

export const blank: Typed = { words: '', name: '', company: '', channel: 'email', rating: '', recipients: '' }

/** Letters to begin with. */
export const readyMade: readonly (Typed & { language: string; about: string })[] = [
  {
    language: 'English',
    about: 'about Bob, with a phone number',
    words:
      'Your Bob came about the heating, stayed for the tap, and left with my spare key, which he returned before I had noticed. Should he ever need a reference, my number is 0161 496 0333. Let it ring. I am slow, but I always get there.',
    name: 'Mrs Lindqvist',
    company: 'ninety-one, ground floor',
    channel: 'email',
    rating: '5',
    recipients: 'Bob Baker',
  },
  {
    language: 'Deutsch',
    about: 'about Grace and Alice',
    words:
      'Liebe Frau Okafor, liebe Frau Archer! Sie haben meiner Mutter den Gangplatz, eine Decke und das Gefühl gegeben, sie fliege erster Klasse. Sie ist zum ersten Mal geflogen. Sie fragt nun, wohin es als Nächstes geht.',
    name: 'Annegret Voss',
    company: 'Reihe 14',
    channel: 'card',
    rating: '5',
    recipients: 'Grace Okafor, Alice Archer',
  },
  {
    language: 'Português',
    about: 'about Inês',
    words:
      'A Inês explicou-me seis páginas numa hora e não olhou uma única vez para o relógio. Eu olhei: era a hora do almoço dela. Obrigada, do coração. O bolo que segue é de laranja.',
    name: 'Dona Amélia',
    company: 'enfermaria seis',
    channel: 'review',
    rating: '5',
    recipients: 'Inês Duarte',
  },
  {
    language: 'English',
    about: 'two stars of five',
    words:
      'The machine took my coins and kept them. The young man who then opened it with a spoon was very polite about it.',
    name: '',
    company: '',
    channel: 'survey',
    rating: '2',
    recipients: '',
  },
]

/** As it goes over the wire: what was left empty is left out. */
export function mailOf({ words, name, company, channel, rating, recipients }: Typed): Mail {
  const customer = { ...(name && { name }), ...(company && { company }) }
  const people = recipients
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  return {
    words,
    ...(name || company ? { customer } : {}),
    ...(channel && { channel }),
    ...(rating && { rating: Number(rating) }),
    ...(people.length > 0 && { recipients: people }),
  }
}
