import type { Week } from '../shapes.ts'

export const week3: Week = {
  remarks: [
    {
      in: 'general',
      on: 'Tue',
      at: '08:31',
      by: 'carol',
      says: 'The lift in the shop building is out until Thursday. The stairs are not, and I have seen the view from them for the first time in six years. Recommended.',
      reactions: { joy: ['dave', 'alice'], muscle: ['henrik'] },
    },
    {
      in: 'support-desk',
      on: 'Wed',
      at: '16:02',
      by: 'grace',
      says: 'How do I explain to a caller, kindly, that the airport cannot turn the wind round?',
      replies: [
        { by: 'alice', after: 2, says: '“We have asked. It said no.”' },
        { by: 'grace', after: 9, says: 'She laughed. Keeping that one.' },
      ],
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '09:50',
      by: 'carol',
      about: ['ines'],
      words:
        'An old gentleman came in every morning to ask whether his wife’s results were there. On the fourth day Inês did not look at the screen. She made him a tea, sat him down, and rang the laboratory herself. They came twenty minutes later.',
      lesson: 'When somebody asks for the fourth time, look at us, not at them.',
      cheers: {
        heart: ['alice', 'bob', 'fatima', 'erin'],
        pray: ['grace'],
        clap: ['jun'],
        button: ['dave'],
      },
      prizes: [
        {
          by: 'carol',
          after: 460,
          prize: 'A hand-written card',
          why: 'I told the channel about the old gentleman. I did not tell it that you were waiting for a letter of your own that week. You made the tea all the same.',
          privately: true,
          handedOver: { after: 1110, note: 'In the tea room, with the door closed.' },
        },
      ],
    },
    {
      on: 'Tue',
      at: '15:12',
      by: 'dave',
      about: ['bob'],
      words:
        'On Saturday a man wanted eleven litres of sealant. Bob asked what for, went home with him in his lunch break, and tightened a tap that had been dripping behind the bath since spring. Sold: nothing. The man has been in twice since, the second time with his neighbour.',
      lesson: 'Ask what it is for before you ask how much of it.',
      cheers: { clap: ['henrik', 'jun'], droplet: ['alice'], '100': ['carol'] },
    },
    {
      on: 'Wed',
      at: '14:10',
      by: 'jun',
      about: ['henrik'],
      words:
        'Henrik noticed that one customer ordered the same odd screw every week, and rang her up. Her machine was eating them, because of a bent plate. He straightened it, for free. We lost a weekly order, and she tells everybody.',
      cheers: { nut_and_bolt: ['alice', 'bob'], clap: ['carol', 'fatima'] },
      replies: [
        { by: 'alice', after: 7, says: '“We lost a weekly order” is my favourite sentence this month.' },
      ],
    },
    {
      on: 'Thu',
      at: '17:20',
      by: 'erin',
      about: ['bob'],
      words:
        'I have been a guest here for two weeks and did not know where anything was, and by now it was too late to ask. Bob drew me a map of the whole building without being asked, with the good coffee marked in red.',
      kind: 'colleague',
      cheers: { coffee: ['alice', 'fatima', 'jun'] },
      replies: [{ by: 'bob', after: 6, says: 'The bad coffee is marked too, in very small letters.' }],
    },
    {
      on: 'Fri',
      at: '08:40',
      by: 'alice',
      about: ['grace'],
      words:
        'He was flying to his sister’s wedding, and the passport in his jacket was his wife’s. Grace did not laugh (I did, later). She rang the wife, sent a taxi to meet her halfway, kept the gate talking about its cat, and ran. I had never seen anybody overtake the moving walkway on foot.',
      customer: 'The bride’s brother',
      cheers: { airplane: ['bob', 'jun'], joy: ['dave', 'ines', 'henrik'], clap: ['carol'] },
      uncheers: [['joy', 'dave']],
    },
  ],
}
