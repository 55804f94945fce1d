import { counted, list } from './say.ts'

/** A prize as everybody reads of it: in the thread, on the card, in the digest. */
export const award = {
  button: 'Award a prize',
  headline: (giver: string, people: string, prize: string) => `${giver} awarded ${people} ${prize}`,
  line: (prize: string, people: string, giver: string) => `${prize} for ${people}, from ${giver}`,
  ofRound: (people: string, prize: string) => `With the title comes a prize: ${prize} for ${people}`,
  because: (reason: string) => `“${reason}”`,
  more: (n: number) => `… and ${counted(n, 'more prize', 'more prizes')}`,
  late: 'Prizes for earlier stories',
}

/** The form that awards a prize. */
export const awardForm = {
  title: 'Award a prize',
  submit: 'Award it',
  close: 'Not now',
  forOne: (person: string) => `It is for ${person}.`,
  prize: 'Which prize?',
  prizePlaceholder: 'Choose a prize',
  free: 'costs nothing',
  leaves: (left: string, period: 'month' | 'quarter') => `leaves you ${left} this ${period}`,
  noDays: 'no days',
  pieces: (n: number) => (n === 1 ? 'the last one' : counted(n, 'left', 'left')),
  people: 'Who gets it?',
  split: 'One each, or one for all?',
  splitHint: 'One each is charged to your budget for every one of them, a shared one once.',
  splits: { each: 'One for each of them', shared: 'One prize, shared by all' },
  reason: 'Why?',
  reasonPlaceholder: 'What did they do that you want to see again?',
  reasonHint: 'Everybody reads it in the story’s thread, with your name. A sentence or two are plenty.',
  privacy: 'Who is told?',
  privately: 'Give privately: only the champions are told',
  approval: (limits: readonly string[]) =>
    `What takes more than ${limits.join(' or ')} waits until somebody has approved it. Nobody else hears of it before.`,
  refused: {
    'no-budget': (prizes: string) =>
      `Not yet: ${prizes}. A host has to say first how much managers may give: one question in /wow setup.`,
    'money-spent': (prizes: string, left: string, period: string) =>
      `Too much for what is left this ${period} (${left}): ${prizes}. A host can raise that.`,
    'days-spent': (prizes: string, left: string, period: string) =>
      `Too much for what is left this ${period} (${left}): ${prizes}. A host can raise that.`,
    'sold-out': (prizes: string) => `The last one is gone: ${prizes}.`,
  },
  nothing: 'There is no prize that you could give right now.',
  noCatalogue: 'There is no prize to give yet. A host can add some with /wow prizes.',
  waits:
    'Your prize waits to be approved. You will hear from Plaudit once somebody has decided; nobody else hears of it before.',
}

/** What is asked before a prize is awarded. */
export const awardQuestions = {
  title: 'Before you award it',
  submit: 'Yes, award it',
  close: 'Back',
  leftOut: (names: readonly string[]) =>
    `Everybody will see that ${list(names)} ${names.length === 1 ? 'gets' : 'get'} none.`,
  again: (names: readonly string[], prize: string) =>
    `${list(names)} already ${names.length === 1 ? 'has' : 'have'} ${prize} for this story. Again?`,
  masked: (kinds: readonly string[]) =>
    `We hid ${list(kinds)} in your reason, so that private data stays private.`,
  preview: 'This is what everybody will read:',
  previewPrivate: 'This is what the champions will read:',
}

/** `/wow prize`, and the shortcut on a message that is no story. */
export const awardPick = {
  title: 'Award a prize',
  close: 'Not now',
  intro: 'The latest stories without a prize. Which one do you want to answer?',
  nothing: 'Every recent story has a prize. What a good problem to have: type /wow to tell another one.',
  noStory:
    'This message is no story that can get a prize. Use the shortcut on a story’s card or in its thread, or type /wow prize to see the stories without one.',
}

/** To a champion: what they get, and what happens next. */
export const awardNote = {
  headline: (giver: string, prize: string) => `${giver} awarded you ${prize}`,
  withTitle: (title: string, prize: string) => `You are ${title}, and with the title comes ${prize}`,
  sharedWith: (others: string) => `You share it with ${others}.`,
  yourPart: (others: string, part: string) => `You share it with ${others}; your part is ${part}.`,
  privately: 'It was given privately: only you and who hands it over know of it.',
  privatelyWith: (others: string) =>
    `It was given privately: only you, ${others} and who hands it over know of it.`,
  nameOff: 'Your name is off the story, so nobody else reads of this prize. It is yours all the same.',
  next: 'What happens next',
  nextSteps: {
    money: 'It is paid with your salary; taxes may apply.',
    day_off: 'Agree the date with your own manager.',
    gift: 'Somebody will bring it to you or tell you where it waits.',
  },
  lunch: 'Tell your team where you would like to go.',
  handedOver: (by: string, day: string) => `Handed over by ${by}, ${day}.`,
  noted: 'What was noted',
  cancelled: (giver: string) =>
    `A prize from ${giver} was cancelled before it could be handed over. The thanks stay, and so does what you did.`,
}
