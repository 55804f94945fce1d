import type { Week } from '../shapes.ts'

/** The week in which the visitor comes in, on Thursday at 14:02. */
export const week9: Week = {
  remarks: [
    {
      in: 'general',
      on: 'Mon',
      at: '08:44',
      by: 'bob',
      says: 'Mat number forty is back. It came by post, from Lisbon, with a tin of sardines and a drawing of our airport.',
      reactions: { tada: ['alice', 'grace', 'henrik'], fish: ['jun'] },
      replies: [{ by: 'grace', after: 7, says: 'They drew me with a chair.' }],
    },
    {
      in: 'support-desk',
      on: 'Tue',
      at: '14:18',
      by: 'fatima',
      says: 'The lady with the parrot will ring again at three. It is the parrot that presses the keys. Please be patient with both of them.',
      reactions: { joy: ['alice', 'bob'], parrot: ['grace'] },
    },
    {
      in: 'general',
      on: 'Wed',
      at: '12:05',
      by: 'carol',
      says: 'Soup in the shop kitchen from half past twelve, because Henrik made too much on purpose.',
      reactions: { heart: ['ines', 'dave'], yum: ['jun', 'bob'] },
    },
    {
      in: 'support-desk',
      on: 'Thu',
      at: '13:12',
      by: 'alice',
      says: 'Can the booking system tell a passenger from a cake? Asking for a bride.',
      replies: [
        { by: 'bob', after: 2, says: 'What does the cake weigh?' },
        { by: 'alice', after: 3, says: 'It has a middle name, apparently.' },
      ],
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '09:30',
      by: 'carol',
      about: ['alice'],
      words:
        'A couple had saved for years for one flight, and Thursday’s wind took it. Alice rebuilt their whole trip around the next morning, rang the hotel herself, and wrote the new plan down for them by hand, because their phone was empty.',
      lesson: 'A plan on paper calms more than a promise.',
      cheers: { heart: ['grace', 'fatima'], clap: ['bob', 'ines'] },
    },
    {
      on: 'Tue',
      at: '10:42',
      by: 'dave',
      about: ['grace'],
      words:
        'A boy of eight, flying alone, came with a list of thirty-one questions about aeroplanes. Grace knew nineteen. The captain took eleven. The last one is on our noticeboard, still open: “Do clouds mind?”',
      customer: 'Theo, eight',
      thanks: 'Captain Moreau, for the eleven',
      cheers: { cloud: ['alice', 'jun', 'ines'], airplane: ['bob'], heart: ['carol'] },
      replies: [
        { by: 'jun', after: 13, says: 'No. They part with it gladly.' },
        { by: 'alice', after: 15, says: 'Somebody pin that under it.' },
      ],
    },
    {
      on: 'Tue',
      at: '15:20',
      by: 'ines',
      about: ['jun'],
      words:
        'Our own night shift could not read the rota on their telephones. Jun spent his lunch with them instead of with the ticket, and now it fits on the smallest screen in the house.',
      kind: 'colleague',
      cheers: { clap: ['alice', 'fatima'] },
    },
    {
      on: 'Wed',
      at: '16:18',
      by: 'alice',
      about: ['bob'],
      words:
        'A smoke alarm was chirping, and nobody in the house could reach it: she is ninety-one, and the ceiling is three metres up. Bob went on his way home, found two more that would have started soon, changed all three, and wrote the date on each. Then he stayed for cards. He lost.',
      customer: 'Mrs Lindqvist, ninety-one',
      lesson: 'When you are up the ladder anyway, do the others as well.',
      cheers: { clap: ['carol', 'henrik'], heart: ['grace', 'erin'], button: ['fatima'] },
      replies: [{ by: 'bob', after: 11, says: 'She cheats. Magnificently.' }],
    },
    {
      on: 'Thu',
      at: '11:15',
      by: 'fatima',
      about: ['henrik'],
      words:
        'A boy came in with his late grandfather’s watch, and four coins. Henrik opened it, cleaned it, took one coin, and gave him the receipt, so that it was a proper repair between men.',
      lesson: 'Dignity costs nothing. Sometimes one coin.',
      photo: {
        file: 'watch.png',
        shows:
          'A drawing of an open pocket watch on a workbench, with a screwdriver, three coins and a receipt',
      },
      cheers: {
        heart: ['alice', 'grace', 'ines'],
        hourglass: ['jun'],
        clap: ['dave', 'bob'],
        button: ['carol'],
      },
      replies: [{ by: 'alice', after: 6, says: 'A proper repair between men. Oh, Henrik.' }],
      prizes: [
        {
          by: 'carol',
          after: 33,
          prize: 'An afternoon off',
          why: 'For the receipt. Take an afternoon on which nobody asks you what time it is.',
        },
      ],
    },
    {
      on: 'Thu',
      at: '13:31',
      by: 'grace',
      about: ['jun', 'alice'],
      words:
        'A bride stood at check-in, in the dress, with a cake, and our system said that her flight was full. Jun looked into it and found that we had booked the cake in as a passenger. Alice asked the bride, quite seriously, which of them had the window seat. They are in the air now, all three: bride, groom and cake.',
      cheers: { cake: ['fatima', 'dave'], joy: ['carol', 'henrik'], airplane: ['ines'] },
      replies: [{ by: 'carol', after: 12, says: 'I hope the cake was offered a drink.' }],
      prizes: [
        {
          by: 'carol',
          after: 19,
          prize: 'A voucher',
          why: 'You asked the bride, and not the system. I would like somebody to buy the two of you a cake that needs no seat.',
          shared: true,
          waits: true,
        },
      ],
    },
  ],
}
