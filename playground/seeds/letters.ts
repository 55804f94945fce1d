import type { Mail } from '../server/page-api/shapes.ts'
import type { Cheers, When, Who } from './shapes.ts'

/** In which of the weeks, from 0. */
type At = When & { week: number }

/** A customer's letter that a colleague shares by hand, in the customer's words. */
export type Letter = At & {
  by: Who
  about: Who[]
  words: string
  name?: string
  role?: string
  via: 'email' | 'review' | 'call' | 'card' | 'survey' | 'chat' | 'in_person'
  /** So many days before it was shared. */
  arrived: number
  /** Nobody asked, unless told. */
  permission?: { says: 'yes' | 'first_name'; askedBy: Who }
  lesson?: string
  scan?: { file: string; shows: string }
  cheers?: Cheers
}

/** What a customer wrote to another system, and what became of it, so many minutes later. */
export type Praise = At & {
  mail: Mail
  shared?: { by: Who; after: number; thankedBy: Who; thankedAfter: number; cheers: Cheers }
  dismissed?: { by: Who; after: number; reason: string }
}

/** Who has a story of the week still to tell cannot share a letter before it: they have its form open. */
export const letters: readonly Letter[] = [
  {
    week: 1,
    on: 'Wed',
    at: '15:40',
    by: 'bob',
    about: ['bob'],
    words:
      'Dear warm man, our school is warm now. We can take our coats off to do sums. Our teacher says sums are easier without mittens but they are not. Thank you for your boiler. Is yours cold now?',
    role: 'Class 3',
    via: 'card',
    arrived: 1,
    scan: {
      file: 'warm-man.png',
      shows: 'A card drawn by children: a school with a smoking chimney, and a man with a red toolbox',
    },
    cheers: { heart: ['alice', 'fatima', 'henrik'], fire: ['jun'], clap: ['carol', 'grace'] },
  },
  {
    week: 2,
    on: 'Thu',
    at: '11:25',
    by: 'carol',
    about: ['grace', 'alice'],
    words:
      'Liebe Frau Okafor, liebe Frau Archer, seit unserer Heimkehr fragen dreiundzwanzig Kinder, wann wir endlich wieder einen Anschluss verpassen. Das Turnier zwischen den Gepäckwagen war das schönste der Saison. Sie haben großartig gepfiffen. Über den Elfmeter reden wir noch.',
    name: 'Jürgen Petersen',
    role: 'Trainer der Zehnjährigen',
    via: 'email',
    arrived: 2,
    permission: { says: 'yes', askedBy: 'carol' },
    lesson: 'Five hours are long, or a tournament. It is up to us.',
    cheers: { soccer: ['bob', 'ines', 'jun'], heart: ['fatima'], clap: ['dave', 'henrik'] },
  },
  {
    week: 4,
    on: 'Thu',
    at: '16:45',
    by: 'grace',
    about: ['erin'],
    words:
      'Eram três da manhã, o avião não vinha, e apareceu uma senhora de casaco que fez torradas até acabar o pão. Depois fez papas. O meu filho não come papas. Comeu duas taças, e agora diz que em Inglaterra se come bem. Ninguém da família o consegue convencer do contrário. Com gratidão, Mariana Couto',
    name: 'Mariana Couto',
    role: 'do voo de Lisboa',
    via: 'email',
    arrived: 1,
    permission: { says: 'first_name', askedBy: 'grace' },
    cheers: { bread: ['alice', 'bob'], heart: ['ines', 'carol'], joy: ['jun', 'henrik'] },
  },
  {
    week: 8,
    on: 'Mon',
    at: '16:05',
    by: 'carol',
    about: ['grace', 'alice', 'bob', 'fatima'],
    words:
      'Devolvo o tapete número quarenta, com um pedido de desculpa e uma lata de sardinhas. Adormeci nele na quinta-feira, acordei em Lisboa, e não me lembro de nada pelo meio. Em trinta anos a viajar, nunca dormi tão bem num aeroporto. Peço que nunca mo expliquem.',
    name: 'Rui Tavares',
    role: 'representante de colchões',
    via: 'card',
    arrived: 0,
    permission: { says: 'yes', askedBy: 'carol' },
    cheers: { fish: ['jun', 'henrik'], joy: ['ines'], heart: ['erin'], bed: ['dave'] },
  },
]

export const praises: readonly Praise[] = [
  {
    week: 5,
    on: 'Thu',
    at: '09:12',
    mail: {
      words:
        'I asked for one hinge and was told to come back at four. I am used to people who say that and go home at three. It is a month later, the hinge holds, and the smallest front door in the county opens without a sound. I knock now, so that they hear me.',
      customer: { name: 'Mrs Adeyemi', company: 'mends dolls’ houses' },
      channel: 'email',
      recipients: ['Henrik Lund'],
      rating: 5,
      language: 'en',
    },
    shared: {
      by: 'alice',
      after: 455,
      thankedBy: 'carol',
      thankedAfter: 40,
      cheers: { door: ['bob', 'grace'], heart: ['fatima', 'jun'], clap: ['ines'] },
    },
  },
  {
    week: 6,
    on: 'Wed',
    at: '10:35',
    mail: {
      words:
        'Ein großes Lob an den Kapitän der Fähre! Er hat noch einmal angelegt, weil mein Hut allein am Ufer stand.',
      customer: { name: 'Herr Lorenz' },
      channel: 'review',
      rating: 5,
      language: 'de',
    },
    dismissed: {
      by: 'carol',
      after: 44,
      reason:
        'A lovely letter, and not ours: it belongs to the ferry. I took it over to the captain, who blushed.',
    },
  },
  {
    week: 8,
    on: 'Wed',
    at: '17:20',
    mail: {
      words:
        'Sehr geehrter Herr Lund, die Taschenuhr meines Bruders geht wieder, und zwar jeden Tag vier Minuten vor. Bitte ändern Sie daran nichts. Er kommt zum ersten Mal im Leben pünktlich.',
      customer: { name: 'Hedwig Kranz', company: 'die ältere Schwester' },
      channel: 'email',
      recipients: ['Henrik Lund'],
      rating: 5,
      language: 'de',
    },
  },
  {
    week: 8,
    on: 'Thu',
    at: '10:20',
    mail: {
      words:
        'A menina do balcão leu-me a receita três vezes, cada vez mais devagar, e nunca mais alto. Sou velha, não sou surda, e ela foi a primeira a reparar. Se o médico quiser saber alguma coisa, que me ligue: 0161 496 0644.',
      customer: { name: 'Dona Celeste', company: 'oitenta e oito' },
      channel: 'call',
      recipients: ['Inês Duarte'],
      rating: 5,
      language: 'pt',
    },
  },
]
