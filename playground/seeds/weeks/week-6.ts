import type { Week } from '../shapes.ts'

export const week6: Week = {
  remarks: [
    {
      in: 'general',
      on: 'Mon',
      at: '08:15',
      by: 'dave',
      says: 'Fire drill at ten, all sites. It is a drill. If it is not a drill, I will say so in a different voice.',
      reactions: { fire: ['henrik'], joy: ['alice', 'carol'] },
      replies: [{ by: 'grace', after: 121, says: 'Two minutes forty. The shop brought the till.' }],
    },
    {
      in: 'support-desk',
      on: 'Thu',
      at: '15:31',
      by: 'alice',
      says: 'Caller just now, before I could say a word: “Don’t worry, love, I’ve turned it off and on.” We have trained a city.',
      reactions: { joy: ['bob', 'grace', 'fatima'] },
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '16:40',
      by: 'bob',
      about: ['grace', 'jun'],
      words:
        'At twenty to six the departures board went dark. Jun lay under it with a torch in his teeth. Grace stood on a chair in front of it and was the departures board: all eleven flights, gates and delays, for an hour and ten minutes. Several people were disappointed when the real one came back.',
      cheers: {
        airplane: ['alice', 'henrik'],
        joy: ['dave', 'fatima', 'ines'],
        clap: ['carol'],
        star2: ['erin'],
      },
      replies: [
        { by: 'dave', after: 6, says: 'Can we keep her?' },
        { by: 'grace', after: 8, says: 'Only with a better chair.' },
      ],
      prizes: [
        {
          by: 'dave',
          after: 995,
          prize: 'An umbrella',
          why: 'The next time that the board goes dark, you should at least have something to point with.',
          shows: true,
          handedOver: { after: 1785, to: ['jun'], note: 'He has named her Geraldine.' },
        },
      ],
    },
    {
      on: 'Tue',
      at: '15:15',
      by: 'henrik',
      about: ['fatima'],
      words:
        'A man rang the hospital desk to ask which paint covers nicotine stains. Wrong number, by one digit. Fatima did not tell him. She took down the size of the room, rang me, and rang him back. Then she asked why he was painting. His wife was coming home on Saturday, from our own ward six.',
      thanks: 'Ward six, who sent flowers for the new room',
      lesson: 'There are no wrong numbers, only long ways round.',
      cheers: { heart: ['alice', 'carol', 'ines'], paintbrush: ['bob', 'grace'] },
    },
    {
      on: 'Wed',
      at: '10:30',
      by: 'ines',
      about: ['dave'],
      words:
        'The night porters’ microwave has been on the list for a year. Dave took it off the list by carrying in the one from his own kitchen. His family, he says, is rediscovering the oven.',
      kind: 'colleague',
      cheers: { clap: ['fatima', 'jun', 'alice'], joy: ['carol'] },
    },
    {
      on: 'Thu',
      at: '09:40',
      by: 'alice',
      about: ['jun'],
      words:
        'A shop owner wrote to us in capitals: EVERYTHING IS GONE. Jun answered within the minute: “I am here. We look together.” It was a filter that had been left on. He never once said “just a filter”. Her last message: “SORRY FOR THE CAPITALS. Oh. Sorry for those too.”',
      lesson: 'Nobody’s emergency is “just” something.',
      cheers: { heart: ['carol', 'fatima'], clap: ['bob', 'ines'], joy: ['grace'] },
    },
    {
      on: 'Fri',
      at: '12:34',
      by: 'grace',
      about: ['bob'],
      words:
        'A woman stood at our desk with two suitcases and no keys. They were in her car, which was in the car park, locked, with the engine running. Bob was only here to mend a trolley. He had it open in four minutes, and then wrote down for her which lock to buy so that he could not do it again.',
      cheers: { key: ['alice', 'jun', 'henrik'], clap: ['fatima'] },
    },
  ],
}
