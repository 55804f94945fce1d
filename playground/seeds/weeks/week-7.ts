import type { Week } from '../shapes.ts'

export const week7: Week = {
  remarks: [
    {
      in: 'general',
      on: 'Tue',
      at: '09:12',
      by: 'henrik',
      says: 'Thanks to everybody who stood on a roof on Saturday. I have two gloves here that belong to two different people, both left.',
      reactions: { joy: ['bob', 'grace'], raised_hands: ['carol', 'fatima'] },
      replies: [{ by: 'jun', after: 15, says: 'One is mine. I will have both, please.' }],
    },
    {
      in: 'support-desk',
      on: 'Wed',
      at: '13:55',
      by: 'grace',
      says: 'Who is good at Portuguese, for two minutes?',
      replies: [
        { by: 'bob', after: 1, says: 'Inês. But it will not be two minutes, she will stay.' },
        { by: 'grace', after: 135, says: 'She stayed.' },
      ],
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '10:10',
      by: 'henrik',
      about: ['carol'],
      words:
        'The youth club’s roof began to leak the week before their play. Carol asked around in the yard, and on Saturday seven of us stood on that roof. The play was about a ship, and nobody got wet.',
      kind: 'community',
      customer: 'The youth club in Mill Lane',
      cheers: {
        muscle: ['bob', 'grace', 'fatima', 'jun'],
        ship: ['alice'],
        clap: ['dave'],
        button: ['ines'],
      },
      replies: [{ by: 'carol', after: 12, says: 'I only asked. You climbed.' }],
    },
    {
      on: 'Tue',
      at: '13:05',
      by: 'carol',
      about: ['jun'],
      words:
        'Ms Farrow keeps the books of a reading group, and is blind. Our new form defeated her. Jun did not send a fix: he asked whether he might listen while she tried it, for an hour, with his own screen dark. He came away with a list of fourteen things. On Thursday all of them were done, and she found the fifteenth.',
      lesson: 'Turn your screen off, and try.',
      customer: 'Ms Farrow, of the reading group',
      cheers: { clap: ['alice', 'dave', 'fatima'], bulb: ['grace'], heart: ['henrik'] },
      prizes: [
        {
          by: 'carol',
          after: 145,
          prize: 'A hand-written card',
          why: 'She found the fifteenth, and you thanked her for it. I have never met anybody so glad to be told.',
          handedOver: { after: 4050, note: 'In large letters, and a second one in Braille.' },
        },
      ],
    },
    {
      on: 'Wed',
      at: '16:05',
      by: 'alice',
      about: ['ines'],
      words:
        'A patient who speaks only Portuguese had signed everything and understood nothing. Inês sat down with her in the break, and went through all six pages word by word. She changed her mind about one of them.',
      lesson: 'A signature is not understanding.',
      cheers: { pray: ['jun'], clap: ['bob', 'carol', 'erin'], heart: ['grace'] },
    },
    {
      on: 'Thu',
      at: '08:15',
      by: 'dave',
      about: ['alice', 'bob'],
      words:
        'Mr Pereira got the wrong boiler valve from us. Then he got another wrong boiler valve from us. The third time, Alice read him the part number back digit by digit, and Bob drove it over together with a cake. Mr Pereira says that the cake was the right one as well.',
      lesson: 'Read it back, digit by digit. The cake is for when you did not.',
      cheers: { cake: ['grace', 'jun', 'henrik'], clap: ['carol'] },
    },
    {
      on: 'Fri',
      at: '11:48',
      by: 'fatima',
      about: ['henrik'],
      words:
        'The front wheel of a wheelchair gave up outside the X-ray room, with its owner’s bus leaving in ten minutes. Henrik took a castor off our best display trolley and fitted it with what he had in his pockets. The trolley has been leaning ever since. It may.',
      cheers: { wheelchair: ['alice', 'ines'], clap: ['bob', 'dave'], nut_and_bolt: ['jun'] },
      mended: {
        after: 26,
        words:
          'The front wheel of a wheelchair gave up outside the X-ray room, with its owner’s bus leaving in ten minutes. Henrik took a castor off our best display trolley and fitted it with what he had in his pockets. The trolley has been leaning ever since. It may. (She caught the bus. I forgot to say.)',
      },
    },
  ],
}
