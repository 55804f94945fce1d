import { counted, number } from './say.ts'

/** The weekly digest, its preview for hosts, and the notes that go on top. */
export const digest = {
  title: 'The week’s WOW stories',
  notYet: 'No story has been told yet. Type /wow and be the first.',
  soFarTitle: 'The week so far',
  facts: (days: string, stories: number, champions: number, cheers: number) =>
    `${days}: ${counted(stories, 'story', 'stories')} about ${counted(champions, 'colleague', 'colleagues')} who did something great for somebody${cheers > 0 ? `, and ${counted(cheers, 'cheer', 'cheers')} for them` : ''}.`,
  quiet: (days: string) =>
    `${days} was a quiet week for stories, and surely not for good deeds. Did you see somebody go out of their way for a customer? Two sentences are plenty: type /wow.`,
  quietSoFar:
    'No stories yet this week. Did you see somebody go out of their way for a customer? Two sentences are plenty: type /wow.',
  noteBy: (name: string) => `${name} writes:`,
  lead: 'Story of the week',
  leadHeadline: (champions: string) => `WOW, ${champions}!`,
  others: 'More stories',
  storiesInAll: 'The stories',
  cheered: (n: number) => `${number(n)} cheered`,
  readIt: 'Read it',
  moreInThread: (n: number) => `… and ${number(n)} more, in the thread.`,
  more: (n: number) => `… and ${number(n)} more.`,
  lessons: 'What we learned',
  champions: 'Champions of the week',
  championLine: (stories: number, cheers: number) =>
    `${counted(stories, 'story', 'stories')}${cheers > 0 ? `, ${counted(cheers, 'cheer', 'cheers')}` : ''}`,
  pageTitle: (page: number, pages: number) =>
    pages === 1 ? 'The rest of the week' : `The rest of the week, ${number(page)} of ${number(pages)}`,
  pageGone: 'Nothing is left to show here.',
  tell: 'Tell a story',
}

export const digestPreview = {
  intro: (due: string) =>
    `The digest below goes out on ${due}, by itself, with the stories there are by then. Nothing to do for you; these are your choices until then.`,
  spoken: (due: string) => `A preview of the digest that goes out on ${due}.`,
  skipped: (by: string) =>
    `${by} skipped this digest: it will not be posted, and its stories join the next one.`,
  unskip: 'Post it after all',
  issued: 'This digest is out, so nothing can be changed in it any more.',
  addNote: 'Add a note',
  changeNote: 'Change your note',
  askLeader: 'Ask a leader for a note',
  skip: 'Skip this week',
  skipConfirm: {
    title: 'Skip this week?',
    text: 'No digest is posted this time. Its stories are not lost: they join the next one.',
    confirm: 'Skip it',
    deny: 'Keep it',
  },
  lead: 'Lead with another',
  leaveOut: 'Leave one out',
  leftOut: (story: string) => `Left out: ${story}`,
  putBack: 'Put it back',
}

export const digestNoteForm = {
  title: 'Add a note',
  submit: 'Add it',
  close: 'Not now',
  again: { title: 'Change your note', submit: 'Change it' },
  explain:
    'It stands on top of the digest, with your name. A sentence or two from you mean a lot to the people in it.',
  words: 'Your note',
  placeholder: 'What made you proud this week?',
}

export const digestAskForm = {
  title: 'Ask for a note',
  submit: 'Ask',
  close: 'Not now',
  explain: 'They get the preview with a button to add a note, and see that you asked.',
  person: 'Whom would you like to ask?',
  personPlaceholder: 'Choose somebody',
  message: 'A word to them',
  messagePlaceholder: 'Bob’s team would love to read something from you',
}

export const digestAsk = {
  intro: (by: string) =>
    `${by} asks: would you write a note for the week’s WOW digest? A sentence or two are plenty. It stands on top, with your name.`,
  due: (due: string) => `The digest below goes out on ${due}.`,
  tooLate: 'This digest is out, so it takes no more notes. Thank you all the same.',
}
