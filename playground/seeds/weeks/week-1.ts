import type { Week } from '../shapes.ts'

export const week1: Week = {
  remarks: [
    {
      in: 'general',
      on: 'Mon',
      at: '09:21',
      by: 'dave',
      says: 'Morning all. New: #celebrations. If somebody at the airport, the shop, the hospital or the help desk does a customer proud, that is where we tell it. I went first by setting it up, which does not count.',
      reactions: { tada: ['alice', 'grace', 'jun'], eyes: ['henrik'] },
      replies: [
        { by: 'henrik', after: 6, says: 'Do repairs count?' },
        { by: 'dave', after: 8, says: 'Repairs count double. No, sorry: nothing counts. We just tell it.' },
      ],
    },
    {
      in: 'support-desk',
      on: 'Wed',
      at: '11:42',
      by: 'fatima',
      says: 'Is anybody else’s headset whistling, or am I finally going?',
      replies: [
        { by: 'bob', after: 4, says: 'Everybody’s. It is the window cleaner.' },
        { by: 'fatima', after: 5, says: 'He is rather good, actually.' },
      ],
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '10:20',
      by: 'alice',
      about: ['grace'],
      words:
        'A passenger reached our desk in tears: her mother’s ring had come off somewhere between security and gate 14. Grace walked the whole way back with her, on her knees more than on her feet, and found it under the third bench.',
      lesson: 'Walk the way with them. Directions are not help.',
      cheers: { clap: ['bob', 'henrik'], heart: ['carol', 'fatima'], ring: ['ines'] },
      replies: [
        {
          by: 'carol',
          after: 14,
          says: 'She wrote to us, too. The ring is sixty years old. Thank you, Grace.',
        },
      ],
    },
    {
      on: 'Tue',
      at: '16:45',
      by: 'henrik',
      about: ['bob'],
      words:
        'Harrow Road school had no heating and the part was back-ordered for a month. Bob took one out of the boiler in our own showroom, drove it over before lunch, and hung a sign on ours: “Cold for a good cause.” The children made him a card. It says: “You are the warm man.”',
      customer: 'Harrow Road Primary School',
      cheers: {
        fire: ['alice', 'jun', 'dave'],
        heart: ['erin', 'ines'],
        clap: ['grace'],
        button: ['carol'],
      },
      replies: [
        { by: 'fatima', after: 11, says: 'The warm man! That stays.' },
        { by: 'bob', after: 19, says: 'It was a very cold showroom.' },
      ],
      prizes: [
        {
          by: 'carol',
          after: 1040,
          prize: 'A hand-written card',
          why: 'You asked nobody whether you may, and hung up a sign so that nobody would wonder. I have asked all of the leadership to sign this by hand, which takes them longer.',
          handedOver: { after: 2995, note: 'Seven signatures. Two of them can be read.' },
        },
      ],
    },
    {
      on: 'Thu',
      at: '08:50',
      by: 'carol',
      about: ['fatima', 'ines'],
      words:
        'Visiting hours had been over for forty minutes when a lorry driver came in, still in his orange jacket, to meet his first granddaughter. Fatima rang the ward instead of pointing at the sign. Inês found a clean gown in his size, which took three cupboards. He held her for eleven minutes, and was back on the road by nine.',
      customer: 'A lorry driver on his way to Hull',
      cheers: { baby: ['alice', 'grace'], heart: ['henrik', 'dave'] },
    },
    {
      on: 'Fri',
      at: '09:15',
      by: 'fatima',
      about: ['jun'],
      words:
        'A clinic could not print its labels and had forty people waiting. Jun stayed on the phone for ninety minutes, and when nothing helped he wrote them a page that prints from any browser. They use it still.',
      lesson: 'First get them through the day. Then find out why.',
      cheers: { rocket: ['alice', 'bob'], clap: ['ines'] },
    },
  ],
}
