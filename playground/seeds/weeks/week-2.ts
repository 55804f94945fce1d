import type { Week } from '../shapes.ts'

export const week2: Week = {
  remarks: [
    {
      in: 'general',
      on: 'Wed',
      at: '09:05',
      by: 'ines',
      says: 'There is a lemon cake in the hospital tea room. It came with a note for “the night people”, but the night people say there is enough for the day.',
      reactions: { cake: ['alice', 'bob', 'jun'] },
    },
    {
      in: 'support-desk',
      on: 'Thu',
      at: '10:12',
      by: 'alice',
      says: 'If a Mr Tobin rings about his invoice: it is sorted, he knows, he just likes to make sure.',
      reactions: { '+1': ['grace', 'fatima'] },
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '11:32',
      by: 'bob',
      about: ['henrik'],
      words:
        'Lady comes in for a hinge. One. Out of production since before I was born. Henrik turns it over twice, says “come back at four”, and makes one. Brass. You cannot tell which of the two is the old one, and I have tried. She paid for a hinge.',
      customer: 'Mrs Adeyemi, who mends dolls’ houses',
      cheers: {
        hammer: ['alice', 'jun'],
        clap: ['carol', 'ines', 'fatima'],
        heart: ['erin'],
      },
      replies: [{ by: 'jun', after: 25, says: 'I was there. He whistled the whole time.' }],
    },
    {
      on: 'Tue',
      at: '11:05',
      by: 'ines',
      about: ['alice', 'grace'],
      words:
        'A football team of ten-year-olds missed their connection, all twenty-three of them, and it was going to be a long five hours. It was not. There was a tournament in the empty hall, with luggage trolleys for goals and a proper final.',
      deeds: 'Alice found the seats, on two flights. Grace refereed.',
      thanks: 'Piotr from the cleaners, who lent us the trolleys and then went in goal',
      cheers: { soccer: ['bob', 'henrik', 'dave'], joy: ['jun'], clap: ['carol'] },
      replies: [
        { by: 'dave', after: 8, says: 'Who won?' },
        { by: 'grace', after: 12, says: 'Everybody, on penalties.' },
      ],
    },
    {
      on: 'Wed',
      at: '14:27',
      by: 'jun',
      about: ['alice'],
      words:
        'The ticket said URGENT with three exclamation marks, and the caller said nothing for a good while. Alice waited. Then it came out: he had written over a month of invoices, his boss would be in at one, and it was his second week. She had the backup in place by 12:40, and asked him to press the last button himself. So he could say that he had fixed it.',
      lesson: 'Leave people the last button.',
      cheers: { clap: ['bob', 'grace'], heart: ['fatima', 'carol'], bulb: ['dave'] },
      prizes: [
        {
          by: 'carol',
          after: 73,
          prize: 'A voucher',
          why: 'He tells everybody that he fixed it himself. Nobody could have done more for him than that, and it was you.',
          handedOver: { after: 7070, note: 'For the bookshop in Mill Lane, by e-mail. It does not expire.' },
        },
      ],
    },
    {
      on: 'Thu',
      at: '16:30',
      by: 'bob',
      about: ['fatima'],
      words:
        'Our paint supplier was about to lose a whole pallet because his lorry had broken down in the rain. Fatima found him a dry corner in our yard, and helped to unload it by hand. He will not forget it, and neither will we.',
      kind: 'supplier',
      lesson: 'Suppliers have bad days as well. Be the good part of one.',
      cheers: { muscle: ['alice', 'jun'], clap: ['henrik'] },
    },
    {
      on: 'Fri',
      at: '10:18',
      by: 'grace',
      about: ['ines'],
      words:
        'A hearing aid turned up in a security tray, no bigger than a bean, with no name on it. I rang Inês at the hospital desk to ask whether such a thing can be traced. It can, if you have a magnifying glass and the patience of a saint. Its owner was boarding for Oslo when we caught up with him. He heard us calling on the second try.',
      lesson: 'The other desks know things. Ring them.',
      cheers: { ear: ['bob', 'alice'], joy: ['jun', 'dave'], heart: ['carol'] },
    },
  ],
  friday: {
    note: 'An airport, a hospital and a bean. I set this channel up thinking that we run four businesses. Reading this week, I count one.',
  },
}
