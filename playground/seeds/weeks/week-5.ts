import type { Week } from '../shapes.ts'

export const week5: Week = {
  remarks: [
    {
      in: 'general',
      on: 'Tue',
      at: '13:10',
      by: 'grace',
      says: 'The night-flight people sent the café a postcard. It is addressed to “The Toast, Gate 3”.',
      reactions: { bread: ['alice', 'bob', 'ines'], heart: ['fatima'] },
    },
    {
      in: 'support-desk',
      on: 'Fri',
      at: '14:48',
      by: 'fatima',
      says: 'New greeting for the line from Monday, shorter by nine seconds. Nine seconds times four hundred callers is an hour a day of nobody listening to me.',
      reactions: { clap: ['alice', 'bob', 'grace'] },
    },
  ],
  stories: [
    {
      on: 'Mon',
      at: '13:30',
      by: 'ines',
      about: ['fatima'],
      words:
        'A little boy would not let go of his bear for the scan. So Fatima scanned the bear first, printed the picture, and showed him that it was all wool in there. Then he climbed up by himself. The picture hangs over his bed now.',
      photo: {
        file: 'teddy.png',
        shows: 'A drawing of a teddy bear sitting in a hospital scanner, with a small plaster on its paw',
      },
      cheers: {
        heart: ['alice', 'bob', 'carol', 'dave', 'erin'],
        teddy_bear: ['grace', 'jun'],
        button: ['henrik'],
      },
      replies: [
        { by: 'carol', after: 4, says: 'All wool in there. I will tell this one for years.' },
        { by: 'ines', after: 22, says: 'We now do it for every bear.' },
      ],
    },
    {
      on: 'Tue',
      at: '09:26',
      by: 'grace',
      about: ['erin'],
      words:
        'Night flight from Lisbon, four hours late, ninety people and one vending machine. Erin does not even work for us: she runs the café at gate 3 for our caterers. She opened it at twenty to three, in her coat, and made toast until there was no more bread. Then she made porridge.',
      thanks: 'Her sister Maeve, who brought more bread, twice',
      cheers: { bread: ['alice', 'jun', 'dave'], clap: ['carol', 'bob'], heart: ['fatima'] },
      replies: [{ by: 'erin', after: 30, says: 'I was awake anyway. Well, I was by then.' }],
      prizes: [
        {
          by: 'carol',
          after: 84,
          prize: 'The choice of the team’s',
          why: 'Whoever feeds ninety people from one cupboard should say where the rest of us eat.',
          handedOver: {
            after: 10_140,
            note: 'Gate 3, at her own counter. She let somebody else make the toast.',
          },
        },
      ],
    },
    {
      on: 'Wed',
      at: '11:25',
      by: 'dave',
      about: ['henrik'],
      words:
        'A lady wanted to hang a picture and was afraid of the drill. Henrik did not sell her one. He let her practise on the old wall in the workshop until she laughed at the noise, and lent her his own for the weekend.',
      lesson: 'Nobody wants a drill. They want the picture on the wall.',
      cheers: { hammer: ['jun', 'bob'], clap: ['alice', 'grace'] },
    },
    {
      on: 'Thu',
      at: '15:03',
      by: 'alice',
      about: ['bob'],
      words:
        'Mr Whitlock’s stairlift stopped at half past four on a Friday, halfway up, with Mr Whitlock in it. Bob talked him through the hand crank and stayed on the phone until both feet were on the carpet. Mr Whitlock wants everybody to have the number that saved him, 0161 496 0721, and says that Bob may have the stairlift when he is done with it.',
      customer: 'Mr Whitlock, eighty-four',
      cheers: { clap: ['carol', 'henrik', 'fatima'], joy: ['grace', 'jun'], button: ['ines'] },
      replies: [{ by: 'bob', after: 10, says: 'I told him that I live in a bungalow. He said: not yet.' }],
    },
    {
      on: 'Fri',
      at: '09:58',
      by: 'carol',
      about: ['alice'],
      words:
        'A journalist asked us at five to six why so many flights had been late last month. Alice did not write her way around it. She sent the true numbers, and one honest sentence. The article called that refreshing.',
      kind: 'partner',
      customer: 'The evening paper',
      lesson: 'The truth, in time, is the best press release.',
      cheers: { '100': ['dave', 'grace'], clap: ['bob', 'ines'] },
    },
  ],
  shelf: {
    on: 'Mon',
    at: '12:15',
    adds: [
      { name: 'an umbrella with a duck’s head', cost: '18', stock: '3', photo: 'umbrella.png' },
      { name: 'an afternoon off', days: '0.5' },
    ],
    approval: { above: '40', by: ['carol', 'dave'] },
  },
  friday: {
    asked: {
      who: 'carol',
      with: 'Five stories, and not one of them is about being fast. Would you write a line?',
      writes:
        'A bear, a stairlift, a slice of toast at three in the morning. None of it is in anybody’s job description, and I would not know how to write it in. Please go on.',
    },
  },
}
