import type { Week } from '../shapes.ts'

export const week4: Week = {
  remarks: [
    {
      in: 'support-desk',
      on: 'Mon',
      at: '09:34',
      by: 'bob',
      says: 'Label printers at all four sites want new rollers this week. If one of you hears a groan, that is it, or me.',
      reactions: { joy: ['grace', 'alice'] },
    },
    {
      in: 'general',
      on: 'Thu',
      at: '12:20',
      by: 'jun',
      says: 'Found on the 14 bus: one umbrella, green, with a duck’s head. It is at reception, looking at people.',
      reactions: { umbrella: ['ines'], duck: ['alice', 'grace', 'dave'] },
      replies: [{ by: 'henrik', after: 3, says: 'His name is Gerald. On my way.' }],
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '10:05',
      by: 'dave',
      about: ['jun'],
      words:
        'The ferry office’s booking screen froze every morning at ten past eight, and everybody had a theory. Jun went there for eight with a croissant, and watched. At ten past, the kettle in the next room went on. Same socket. He fixed it with an extension lead from our shop, £4.20.',
      kind: 'partner',
      customer: 'The ferry office',
      lesson: 'Go and look.',
      cheers: { coffee: ['bob', 'fatima'], clap: ['carol', 'alice'], joy: ['grace'] },
    },
    {
      on: 'Tue',
      at: '12:00',
      by: 'grace',
      about: ['alice'],
      words:
        'A musician was told that his cello needs a seat of its own, which he had not paid for. Alice found that row 12 was half empty, moved three people who did not mind, and strapped the cello in by the window. It had a better view than I ever had.',
      photo: {
        file: 'cello.png',
        shows:
          'A drawing of a cello in a window seat of an aeroplane, with its belt fastened and clouds outside',
      },
      cheers: {
        violin: ['jun', 'henrik', 'dave'],
        airplane: ['carol'],
        joy: ['ines'],
        clap: ['bob'],
        button: ['fatima'],
      },
      replies: [
        { by: 'henrik', after: 5, says: 'Did it get the tomato juice?' },
        { by: 'alice', after: 9, says: 'It asked for something in A minor.' },
      ],
    },
    {
      on: 'Wed',
      at: '16:22',
      by: 'fatima',
      about: ['carol'],
      words:
        'Four of us were in bed with the same cold, and thirty callers in the queue. Carol hung her jacket on the hook and answered the switchboard until seven. She put one man through to the wrong ward, noticed, rang him back to say sorry, and stayed on the line until it was his daughter who said hello.',
      cheers: { clap: ['alice', 'grace', 'bob'], bouquet: ['ines'] },
      replies: [{ by: 'carol', after: 16, says: 'I now know what you do all day. I had no idea.' }],
    },
    {
      on: 'Thu',
      at: '10:45',
      by: 'alice',
      about: ['jun', 'fatima'],
      words:
        'The library’s system went down on the first night of exams. Jun and Fatima took turns until morning, and at six it was Fatima who found the full disk. The doors opened at eight, and no student noticed a thing.',
      customer: 'The city library',
      lesson: 'Look at the dull causes first.',
      cheers: { books: ['grace', 'ines'], rocket: ['bob'], clap: ['dave'] },
      prizes: [
        {
          by: 'carol',
          after: 155,
          prize: 'A day off',
          why: 'You took turns until morning. I would like you to take turns with a day off as well, this time in daylight.',
          shared: true,
          handedOver: {
            after: 8440,
            note: 'Jun has the morning, Fatima the afternoon. They tossed a coin, twice.',
          },
        },
      ],
    },
    {
      on: 'Fri',
      at: '11:11',
      by: 'bob',
      about: ['ines'],
      words:
        'Our tile supplier is two people and a van. We had owed them money since the 3rd, over a missing order number. Inês found the number, walked the invoice through three departments on foot, and rang them with the date. The van has new tyres.',
      kind: 'supplier',
      lesson: 'For a small supplier, our “next week” is their rent.',
      cheers: { clap: ['henrik', 'alice'], '100': ['carol', 'jun'] },
    },
  ],
}
