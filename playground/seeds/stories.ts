/** A story as somebody tells it. Weeks count from eight weeks ago; days from Monday. */
export type SeedStory = {
  week: number
  day: 1 | 2 | 3 | 4 | 5
  /** London time. */
  at: `${number}:${number}`
  by: string
  about: string[]
  words: string
  lesson?: string
  kind?: 'customer' | 'supplier' | 'partner' | 'colleague' | 'community'
  thanks?: string
  customer?: string
  photo?: { file: string; shows: string }
  /** Who cheers, and with what; the button where it says `button`. */
  cheers?: [who: string, how: string][]
  replies?: [who: string, words: string][]
}

const FIRST_WEEKS: SeedStory[] = [
  {
    week: 0,
    day: 1,
    at: '10:20',
    by: 'UALICE',
    about: ['UGRACE'],
    words:
      'A passenger reached our desk in tears: her mother’s ring had come off somewhere between security and gate 14. Grace walked the whole way back with her, on her knees more than on her feet, and found it under the third bench.',
    lesson: 'Walk the way with them. Directions are not help.',
    cheers: [
      ['UBOB', 'clap'],
      ['UCAROL', 'heart'],
      ['UHENRIK', 'clap'],
      ['UINES', 'raised_hands'],
    ],
    replies: [['UCAROL', 'She wrote to us, too. The ring is sixty years old. Thank you, Grace.']],
  },
  {
    week: 0,
    day: 3,
    at: '15:40',
    by: 'UHENRIK',
    about: ['UBOB'],
    words:
      'The Harrow Road school had no heating and the part was back-ordered for a month. Bob took one out of our own showroom boiler, drove it over before lunch and put a sign on ours: “Cold for a good cause.”',
    kind: 'customer',
    customer: 'Harrow Road Primary School',
    thanks: 'The children made a card. It says: you are the warm man.',
    cheers: [
      ['UALICE', 'fire'],
      ['UCAROL', 'button'],
      ['UFATIMA', 'clap'],
      ['UJUN', 'clap'],
      ['UERIN', 'heart'],
    ],
    replies: [
      ['UFATIMA', 'The warm man! That stays.'],
      ['UBOB', 'It was a very cold showroom.'],
    ],
  },
  {
    week: 0,
    day: 5,
    at: '09:15',
    by: 'UFATIMA',
    about: ['UJUN'],
    words:
      'A clinic could not print its labels and had forty people waiting. Jun stayed on the phone for ninety minutes, and when nothing helped he wrote them a page that prints from any browser. They use it still.',
    lesson: 'First get them through the day. Then find out why.',
    cheers: [
      ['UALICE', 'rocket'],
      ['UINES', 'clap'],
    ],
  },
  {
    week: 1,
    day: 2,
    at: '11:05',
    by: 'UINES',
    about: ['UALICE', 'UGRACE'],
    words:
      'A football team of ten-year-olds missed their connection. Alice found them seats on two flights, and Grace turned the wait into a tournament in the empty hall, with luggage trolleys as goals.',
    photo: {
      file: 'trolleys.png',
      shows: 'Two luggage trolleys standing as goals, with a ball between them',
    },
    cheers: [
      ['UBOB', 'tada'],
      ['UCAROL', 'clap'],
      ['UDAVE', 'joy'],
      ['UHENRIK', 'clap'],
      ['UERIN', 'clap'],
    ],
    replies: [
      ['UDAVE', 'Who won?'],
      ['UGRACE', 'Everybody, on penalties.'],
    ],
  },
  {
    week: 1,
    day: 4,
    at: '16:30',
    by: 'UBOB',
    about: ['UFATIMA'],
    words:
      'Our paint supplier was about to lose a whole pallet because his lorry had broken down. Fatima found him a dry corner in our yard and helped unload by hand. He will not forget it, and neither will we.',
    kind: 'supplier',
    lesson: 'Suppliers have bad days as well. Be their good one.',
    cheers: [
      ['UALICE', 'muscle'],
      ['UHENRIK', 'clap'],
    ],
  },
  {
    week: 2,
    day: 1,
    at: '09:50',
    by: 'UCAROL',
    about: ['UINES'],
    words:
      'An old gentleman came in every morning to ask whether his wife’s results were there. On the fourth day Inês did not look at the screen. She made him a tea and called the laboratory herself. They came twenty minutes later.',
    lesson: 'When somebody asks for the fourth time, the process is the problem.',
    cheers: [
      ['UALICE', 'heart'],
      ['UBOB', 'heart'],
      ['UGRACE', 'pray'],
      ['UJUN', 'clap'],
      ['UDAVE', 'button'],
    ],
  },
  {
    week: 2,
    day: 3,
    at: '14:10',
    by: 'UJUN',
    about: ['UHENRIK'],
    words:
      'Henrik noticed that a customer ordered the same odd screw every week. He rang her up. Her machine was eating them, because of a bent plate that he fixed for free. We lost a weekly order, and she tells everybody.',
    cheers: [
      ['UALICE', 'star-struck'],
      ['UCAROL', 'clap'],
      ['UFATIMA', 'clap'],
    ],
    replies: [['UALICE', '“We lost a weekly order” is my favourite sentence this month.']],
  },
  {
    week: 2,
    day: 4,
    at: '17:20',
    by: 'UERIN',
    about: ['UBOB'],
    words:
      'I have been a guest here for two weeks and did not know where anything was. Bob drew me a map of the whole building with the good coffee marked in red.',
    kind: 'colleague',
    cheers: [
      ['UALICE', 'clap'],
      ['UFATIMA', 'clap'],
    ],
  },
]

const MIDDLE_WEEKS: SeedStory[] = [
  {
    week: 3,
    day: 2,
    at: '12:00',
    by: 'UGRACE',
    about: ['UALICE'],
    words:
      'A musician was told that his cello needs a seat of its own, which he had not paid for. Alice found that the row behind was empty, moved three people who did not mind, and strapped the cello in by the window. It had a better view than I ever had.',
    photo: { file: 'cello.png', shows: 'A cello in a window seat with its belt fastened' },
    cheers: [
      ['UBOB', 'clap'],
      ['UCAROL', 'airplane'],
      ['UINES', 'joy'],
      ['UJUN', 'clap'],
      ['UHENRIK', 'tada'],
      ['UFATIMA', 'button'],
    ],
    replies: [['UHENRIK', 'Did it get the tomato juice?']],
  },
  {
    week: 3,
    day: 4,
    at: '10:45',
    by: 'UALICE',
    about: ['UJUN', 'UFATIMA'],
    words:
      'The library’s system went down on the first day of exams. Jun and Fatima took turns through the night, and at six in the morning it was Fatima who found the full disk. The doors opened at eight, and no student noticed a thing.',
    customer: 'The city library',
    lesson: 'Look at the dull causes first.',
    cheers: [
      ['UBOB', 'rocket'],
      ['UDAVE', 'clap'],
      ['UGRACE', 'clap'],
      ['UINES', 'clap'],
    ],
  },
  {
    week: 4,
    day: 1,
    at: '13:30',
    by: 'UFATIMA',
    about: ['UGRACE'],
    words:
      'A little boy would not let go of his teddy for the scan. Grace scanned the teddy first, printed the picture and explained to him that it was all wool in there. Then he climbed up by himself.',
    photo: { file: 'teddy.png', shows: 'A teddy bear on the table of a scanner' },
    thanks: 'He has the picture over his bed.',
    cheers: [
      ['UALICE', 'heart'],
      ['UBOB', 'heart'],
      ['UCAROL', 'heart'],
      ['UDAVE', 'heart'],
      ['UINES', 'hugging_face'],
      ['UERIN', 'heart'],
      ['UHENRIK', 'button'],
    ],
    replies: [
      ['UCAROL', 'All wool in there. I will tell this one for years.'],
      ['UINES', 'We now do it for every teddy.'],
    ],
  },
  {
    week: 4,
    day: 3,
    at: '11:25',
    by: 'UDAVE',
    about: ['UHENRIK'],
    words:
      'A lady wanted to hang a picture and was afraid of the drill. Henrik did not sell her one. He showed her how on a piece of wall in the workshop, until she laughed at the noise, and lent her his own for the weekend.',
    lesson: 'People do not want a drill. They want the picture on the wall.',
    cheers: [
      ['UALICE', 'clap'],
      ['UJUN', 'hammer'],
      ['UGRACE', 'clap'],
    ],
  },
  {
    week: 5,
    day: 2,
    at: '15:15',
    by: 'UBOB',
    about: ['UALICE'],
    words:
      'A journalist asked us at five to six why so many flights had been late in August. Alice did not write around it. She sent the true numbers with one honest sentence. The article called it refreshing.',
    kind: 'partner',
    lesson: 'The truth in time is the best press release.',
    cheers: [
      ['UCAROL', 'clap'],
      ['UDAVE', 'button'],
      ['UGRACE', '100'],
    ],
  },
  {
    week: 5,
    day: 4,
    at: '09:40',
    by: 'UINES',
    about: ['UJUN'],
    words:
      'A shop owner wrote to us in capitals: everything was gone. Jun answered within a minute: “I am here. We look together.” It was a filter that was switched on. He never said “just a filter”.',
    thanks: 'SORRY FOR THE CAPITALS. You were so kind that I wrote to your boss.',
    lesson: 'Nobody’s emergency is “just” something.',
    cheers: [
      ['UALICE', 'clap'],
      ['UFATIMA', 'clap'],
      ['UCAROL', 'heart'],
      ['UBOB', 'clap'],
    ],
  },
]

const LATE_WEEKS: SeedStory[] = [
  {
    week: 6,
    day: 1,
    at: '10:10',
    by: 'UHENRIK',
    about: ['UCAROL'],
    words:
      'The youth club’s roof leaked the week before their summer play. Carol asked around in the yard, and on Saturday seven of us stood on that roof. The play was about a ship, and nobody got wet.',
    kind: 'community',
    cheers: [
      ['UALICE', 'muscle'],
      ['UBOB', 'muscle'],
      ['UGRACE', 'clap'],
      ['UDAVE', 'clap'],
      ['UFATIMA', 'muscle'],
    ],
    replies: [['UCAROL', 'I only asked. You climbed.']],
  },
  {
    week: 6,
    day: 3,
    at: '16:05',
    by: 'UALICE',
    about: ['UINES'],
    words:
      'A patient who speaks only Portuguese had signed everything and understood nothing. Inês sat down on her break and went through all six pages with her, word by word. She changed her mind about one of them.',
    lesson: 'A signature is not understanding.',
    cheers: [
      ['UBOB', 'clap'],
      ['UCAROL', 'clap'],
      ['UJUN', 'pray'],
      ['UERIN', 'clap'],
    ],
  },
  {
    week: 7,
    day: 2,
    at: '11:50',
    by: 'UJUN',
    about: ['UBOB', 'UHENRIK'],
    words:
      'The ferry company needed a pump that nobody makes any more. Bob remembered one in a cellar from a job years ago, Henrik rebuilt it overnight with parts from three others. The first boat left on time.',
    customer: 'The river ferry',
    cheers: [
      ['UALICE', 'rocket'],
      ['UCAROL', 'clap'],
      ['UGRACE', 'clap'],
      ['UINES', 'clap'],
      ['UFATIMA', 'button'],
    ],
  },
  {
    week: 7,
    day: 4,
    at: '14:35',
    by: 'UGRACE',
    about: ['UFATIMA'],
    words:
      'A father had to be at a birth and stood in the wrong airport. Fatima booked the train while she talked to him, held the gate at the other end by telephone, and asked him to send one word. It came at midnight: “Girl!”',
    thanks: 'Girl!',
    cheers: [
      ['UALICE', 'tada'],
      ['UBOB', 'heart'],
      ['UCAROL', 'tada'],
      ['UDAVE', 'tada'],
      ['UHENRIK', 'tada'],
      ['UINES', 'heart'],
      ['UJUN', 'button'],
    ],
    replies: [['UALICE', 'I read this one out at home.']],
  },
  {
    week: 8,
    day: 1,
    at: '09:30',
    by: 'UCAROL',
    about: ['UALICE'],
    words:
      'A couple had saved for years for one flight, and the storm took it. Alice rebuilt their whole trip around the next morning, called the hotel herself, and wrote them the new plan by hand, because their phone was empty.',
    lesson: 'A plan on paper calms more than a promise.',
    cheers: [
      ['UBOB', 'clap'],
      ['UGRACE', 'heart'],
      ['UINES', 'clap'],
    ],
  },
  {
    week: 8,
    day: 2,
    at: '15:20',
    by: 'UINES',
    about: ['UJUN'],
    words:
      'Our own night shift could not see the rota on their telephones. Jun spent his lunch with them instead of with the ticket, and now it fits on the smallest screen in the house.',
    kind: 'colleague',
    cheers: [
      ['UALICE', 'clap'],
      ['UFATIMA', 'clap'],
    ],
  },
  {
    week: 8,
    day: 4,
    at: '11:15',
    by: 'UFATIMA',
    about: ['UHENRIK'],
    words:
      'A boy came in with his late grandfather’s watch and four coins. Henrik opened it, cleaned it, took one coin and gave him the receipt, so that it was a proper repair between men.',
    photo: { file: 'watch.png', shows: 'An open pocket watch on a workbench, beside three coins' },
    lesson: 'Dignity costs nothing. Sometimes one coin.',
    cheers: [
      ['UALICE', 'heart'],
      ['UCAROL', 'clap'],
      ['UGRACE', 'heart'],
      ['UDAVE', 'clap'],
    ],
    replies: [['UALICE', 'A proper repair between men. Oh, Henrik.']],
  },
]

export const STORIES: SeedStory[] = [...FIRST_WEEKS, ...MIDDLE_WEEKS, ...LATE_WEEKS]
