import { counted, list } from './say.ts'

/** A story that was made of a message: on its card, and in its form. */
export const capture = {
  from: (author: string) => `From a message by ${author}`,
  fromOwn: 'From a message',
  see: 'see it where it was written',
  author: (author: string) =>
    `These are ${author}’s words. ${author} is named, hears of it, and can take them back.`,
  ownWords: 'These are your words, from the message. Change them as you like.',
  photo: 'The picture in the message',
  photoChoice: 'Take it along',
  told: (teller: string) => `${teller} has made a story of this message already.`,
  ownCard: (teller: string) =>
    `This is the story that ${teller} told. Cheer for it, or say what you saw of it.`,
  asked: (author: string) =>
    `This was not written for everybody, so ${author} is asked first, and nothing of it is copied before. You will hear from Plaudit.`,
}

/** Who told it, too. */
export const voice = {
  add: 'Add your voice',
  said: (who: string, words: string) => `Also told by ${who}: “${words}”`,
  more: (names: readonly string[], more: number) =>
    more > 0
      ? `Also told by ${list([...names, counted(more, 'more colleague', 'more colleagues')])}.`
      : `Also told by ${list(names)}.`,
}

export const voiceForm = {
  title: 'Add your voice',
  submit: 'Add it',
  close: 'Not now',
  about: (teller: string, champions: string) => `${teller} told a story about ${champions}.`,
  words: 'What did you see of it?',
  wordsHint: 'A sentence or two in your own words. Everybody reads it under the story, with your name.',
  hidden: 'We hid private data in it. This is how everybody will read it: add it like this, or change it.',
  takeBack: 'Take my words back',
  takenBack: 'Your words are gone from the story. You can add your voice again any time.',
}

/** What is said to one person. */
export const captureNotes = {
  ask: 'You reacted to this message. Turn it into a story?',
  askLetter: 'You reacted to this message. Turn it into a customer’s letter that everybody can read?',
  askTold: (teller: string) =>
    `You reacted to this message. ${teller} has made a story of it: add your voice?`,
  openMessage: 'Open the message',
  yesPlease: 'Make a story of it',
  yesLetter: 'Share it as a letter',
  request: (who: string) =>
    `${who} would like to share a message of yours with everybody, as a story. It was not written for everybody, so it is your say, and nothing of it is copied before. Your name would stand beside your words.`,
  requestSpoken: (who: string) => `${who} would like to share a message of yours with everybody. May they?`,
  allow: 'Yes, share it',
  refuse: 'No, leave it there',
  allowed: (who: string) => `You said yes. ${who} can share it now, and you will hear when it is out.`,
  refused: 'You said no. Your words stay where they are, and nobody asks again about this message.',
  requestShared: 'You said yes, and it is a story now.',
  requestOld: 'This question was open for two weeks and is closed now. Nothing was shared.',
  yes: (author: string) =>
    `${author} is happy to have this message shared. Open it, and choose “Share as a WOW” from its menu once more: now the form opens.`,
  no: (author: string) =>
    `${author} would rather leave these words where they are. You can still tell the story in your own words.`,
  noAnswer: (author: string) =>
    `${author} has not answered for two weeks, so nothing of the message was shared. You can still tell the story in your own words.`,
  tell: 'Tell it in my own words',
  answerShared: 'It is shared. Thank you!',
  answerOld: 'This was open for two weeks and is closed now. Share the message again if you like.',
  author: (teller: string) =>
    `${teller} shared a message of yours as a story, with your name. Thank you for writing it!`,
  takeBack: 'Take my words back',
  takeBackConfirm: {
    title: 'Take your words back?',
    text: 'The story leaves everything, at once, and no story is made of this message again. Whoever shared it hears that you prefer it so.',
    confirm: 'Take them back',
    deny: 'Leave them',
  },
  tookBack: 'You took your words back. The story is gone from everything.',
  goneToTeller: (author: string) =>
    `${author} would rather keep the words of the message where they were written, so the story that you made of it is no longer shown. It says nothing about you. You can tell it in your own words: type /wow.`,
}

/** Which reactions ask whether to make a story, channel by channel. */
export const captureForm = {
  title: 'Stories from reactions',
  submit: 'Save',
  close: 'Leave it as it is',
  explain:
    'Whoever reacts with one of these emoji is asked, privately and once for each message, whether to make a story of it. Plaudit has to be in the channel.',
  now: (channels: number) => `On in ${counted(channels, 'channel', 'channels')}:`,
  channel: 'In which channel?',
  channelPlaceholder: 'Choose a channel',
  story: 'Emoji that ask for a story',
  letter: 'Emoji that ask for a customer’s letter',
  hint: 'To switch it off in a channel, choose it and leave both empty.',
  suggestedStory: ':star2:',
  suggestedLetter: ':love_letter:',
  saved: 'Saved.',
}
