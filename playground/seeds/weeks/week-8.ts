import type { Week } from '../shapes.ts'

export const week8: Week = {
  remarks: [
    {
      in: 'general',
      on: 'Tue',
      at: '16:20',
      by: 'jun',
      says: 'The 17:40 ferry goes again. If you take it, listen for the pump. It hums a bit flat, and we are very proud of it.',
      reactions: { ferry: ['alice', 'ines', 'carol'], clap: ['dave'] },
    },
    {
      in: 'support-desk',
      on: 'Thu',
      at: '21:07',
      by: 'grace',
      says: 'Airport is closed for the night, wind. Two hundred people here. Anybody near a phone, or a mattress?',
      reactions: { raised_hands: ['alice', 'bob', 'fatima'] },
      replies: [
        { by: 'alice', after: 1, says: 'Phone. Starting with the hotels on the coast road.' },
        { by: 'bob', after: 2, says: 'Mattress. Forty, if the van starts.' },
        { by: 'fatima', after: 4, says: 'The old ward has heating. Send me the babies.' },
      ],
    },
    {
      in: 'general',
      on: 'Fri',
      at: '08:05',
      by: 'carol',
      says: 'Whoever was at the airport last night: come in at noon, or do not come in. I mean it.',
      reactions: { heart: ['grace', 'alice', 'bob', 'fatima', 'ines'], bed: ['jun'] },
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '14:20',
      by: 'grace',
      about: ['dave'],
      words:
        'Dave says that he has no customers. On Monday a family came to the airport with a rabbit, and the wrong form for it. Dave, who was passing with a ladder, turned out to know the rabbit rules by heart, because of his own. He filled the right form in on top of the ladder. They flew. The rabbit, too.',
      cheers: { rabbit: ['alice', 'bob', 'ines', 'fatima'], clap: ['carol', 'henrik'] },
      replies: [{ by: 'dave', after: 17, says: 'For the record, his name is Button. Mine, I mean.' }],
      mended: {
        after: 31,
        words:
          'Dave says that he has no customers. This morning a family came to the airport with a rabbit, and the wrong form for it. Dave, who was passing with a ladder, turned out to know the rabbit rules by heart, because of his own. He filled the right form in on top of the ladder. They flew. The rabbit, too.',
      },
    },
    {
      on: 'Tue',
      at: '11:50',
      by: 'jun',
      about: ['bob', 'henrik'],
      words:
        'The ferry needed a pump that nobody makes any more. Bob remembered one in a cellar, from a job years ago. Henrik rebuilt it overnight out of that one and three others. The first boat left on time.',
      customer: 'The river ferry',
      deeds: 'Bob found it, Henrik put it together, and the ferry’s engineer held the lamp until five.',
      cheers: { ferry: ['alice', 'ines'], rocket: ['grace'], clap: ['carol', 'dave'], button: ['fatima'] },
    },
    {
      on: 'Wed',
      at: '09:37',
      by: 'ines',
      about: ['alice'],
      words:
        'For the third time this week Mr Osei had forgotten his password, and for the third time Alice greeted him as if it were a pleasure. Then she asked where he writes down what he plants. In a green book. So the first page of the green book now holds a riddle that only he can solve. He has not rung since. We rather miss him.',
      lesson: 'Build it into something they already do.',
      cheers: { seedling: ['grace', 'jun', 'carol'], clap: ['bob'] },
    },
    {
      on: 'Thu',
      at: '14:35',
      by: 'grace',
      about: ['fatima'],
      words:
        'He had to be at a birth, and stood in the wrong airport. Fatima booked him the train while she was talking to him, had the gate held at the other end, and asked for one word in return. It came at midnight: “Girl!”',
      customer: 'A new father',
      cheers: { tada: ['alice', 'carol', 'dave', 'henrik'], heart: ['bob', 'ines'], button: ['jun'] },
      replies: [{ by: 'alice', after: 9, says: 'I read this one out at home.' }],
    },
    {
      on: 'Fri',
      at: '08:55',
      by: 'henrik',
      about: ['grace', 'alice', 'bob', 'fatima'],
      words:
        'The wind closed the airport at nine last night, with two hundred people in it. By one in the morning every one of them lay somewhere soft. I only drove the second van, so I may tell it: I have worked here for nineteen years, and I never saw it done better.',
      customer: 'Two hundred people who should have been in Lisbon',
      deeds:
        'Grace kept the list of who belonged to whom. Fatima opened the old ward for the families with babies. Bob came with forty camping mats from the shop. Alice rang every hotel on the coast, and answered “no rooms” with “and who might know?”',
      thanks: 'The two taxi drivers who switched their meters off, and the cleaners, who came back at four',
      lesson: 'Before you hang up: “And who might know?”',
      cheers: {
        heart: ['carol', 'dave', 'ines'],
        clap: ['jun', 'erin'],
        raised_hands: ['carol', 'jun'],
        trophy: ['dave'],
      },
      replies: [
        { by: 'erin', after: 5, says: 'The babies slept best of all. I went to look.' },
        { by: 'bob', after: 190, says: 'Thirty-nine mats back. Number forty went to Lisbon, I think.' },
      ],
      prizes: [
        {
          by: 'carol',
          after: 205,
          prize: 'The choice of the team’s',
          why: 'You asked two hundred people where they would like to lie down. Now the four of you say where the rest of us sit down.',
          shared: true,
        },
      ],
    },
  ],
  friday: {
    leadWith: 'The wind closed the airport',
    note: 'I put Thursday night first. I have read it four times, and each time somebody else in it is the hero.',
  },
}
