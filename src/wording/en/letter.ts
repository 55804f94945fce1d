import { list, number } from './say.ts'

/** A customer's letter: its card, and where it stands in the digest. */
export const letter = {
  writes: 'A customer writes:',
  aloud: (words: string) => `A customer writes: “${words}”`,
  /** `In the customer’s words, by e-mail, 12 November`. */
  provenance: (...known: readonly (string | undefined)[]) =>
    ['In the customer’s words', ...known].filter((part) => part !== undefined).join(', '),
  via: {
    email: 'by e-mail',
    review: 'in a review',
    call: 'on a call',
    card: 'on a card',
    survey: 'in a survey',
    chat: 'in a chat',
    in_person: 'in person',
  },
  dayOfYear: (day: string, year: string) => `${day} ${year}`,
  author: (name: string, role: string) => `${name}, ${role}`,
  receivedBy: (teller: string) => `Shared by ${teller}, who received it`,
  thankedBy: (who: string) => `${who} thanked the customer`,
  reference: 'Where it came in',
  photoOf: (champions: string) => `The letter about ${champions}, as it arrived`,
  photoNote: 'The letter as it arrived.',
  thank: 'Thank the customer',
  aloudAbout: (champions: string, words: string) => `A customer about ${champions}: “${words}”`,
  digestTitle: 'Letters from customers',
}

/** The form of `/wow letter`: what differs from a story's. */
export const letterForm = {
  title: 'Share a letter',
  editTitle: 'Edit the letter',
  editedIn: 'The letter changes wherever it is shown. Colleagues see that it was edited.',
  appearsIn: (channel: string) => `It will appear in ${channel}, with your name as the one who shared it.`,
  isLetter: 'In whose words?',
  isLetterChoice: 'A customer wrote this',
  words: 'What the customer wrote',
  wordsHint:
    'The best sentence is enough, exactly as it was written, in any language. Of a letter longer than 2,800 characters, quote the best passage and attach the whole.',
  wordsPlaceholder: 'Your colleague stayed until midnight so that our shop could open',
  champions: 'Whom does it praise?',
  championsHint: 'One to ten colleagues. If it is about you, you are one of them.',
  more: 'Who wrote it, scan, permission …',
  authorName: 'Who wrote it?',
  authorNamePlaceholder: 'Mrs. Miller',
  authorNameHint: 'Shown only as far as you say below. Until then it is hidden in the letter, too.',
  authorRole: 'Company or role',
  authorRolePlaceholder: 'Acme, or head of a school',
  via: 'How did it arrive?',
  viaPlaceholder: 'Choose one',
  vias: {
    email: 'E-mail',
    review: 'Review',
    call: 'Call',
    card: 'Card or paper letter',
    survey: 'Survey',
    chat: 'Chat',
    in_person: 'In person',
  },
  receivedOn: 'When did it arrive?',
  permission: 'May we show the name?',
  permissionHint: 'Only if the customer said so. You can change this at any time.',
  permissions: {
    yes: 'Yes',
    first_name: 'The first name only',
    no: 'No',
    not_asked: 'Nobody asked yet',
  },
  askedBy: 'Who asked the customer?',
  askedByPlaceholder: 'Choose a colleague',
  askedOn: 'When did they say so?',
  reference: 'Link or ticket number',
  referencePlaceholder: 'https://…, or TICKET-123',
  photo: 'A scan or photo',
  scanIsClear: 'The scan or photo',
  scanIsClearChoice: 'It names nobody',
  scanIsClearHint: 'While the name may not be shown, a scan is shown only if it names nobody.',
}

/** A letter that is too long for its card. */
export const wholeLetter = {
  open: 'Read the whole letter',
  title: 'The whole letter',
  close: 'Close',
  field: 'It is longer than what is quoted',
  choice: 'Everybody may read all of it',
  hint: 'Quote the best passage above. The whole is one press away on the card.',
  page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  previous: 'Previous page',
  next: 'Next page',
}

/** What a host may change of a letter that somebody else shared. */
export const letterPermissionForm = {
  title: 'This letter',
  submit: 'Save',
  close: 'Leave it as it is',
  explain: 'What you choose holds at once, wherever the letter is shown.',
}

/** The preview of a letter in which something was masked. */
export const letterPreview = {
  hidden: (kinds: readonly string[]) =>
    `We hid ${list(kinds)}, so that private data stays private. This is the letter as everybody will see it. Share it like this, change what is hidden, or go back.`,
  nothingHidden:
    'Nothing is hidden now. This is the letter as everybody will see it. Share it like this, change what is hidden, or go back.',
  lift: 'Show it after all',
  liftMore: 'More of what we hid',
  kinds: {
    email: 'E-mail address',
    phone: 'Phone number',
    card: 'Card number',
    'bank-account': 'Bank account number',
    order: 'Number of an order, a customer or the like',
    address: 'Address',
    words: 'Words',
  },
  hide: 'Hide this, too',
  hideHint: 'Words exactly as they stand in the letter, each passage on a line of its own.',
  showMe: 'Show me',
}

/** What was masked in a letter, for a host. */
export const letterOriginal = {
  title: 'The original',
  close: 'Close',
  read: 'Read the original',
  explain:
    'What was hidden in this letter, for hosts alone. Card and bank account numbers are not kept. Everybody who reads it is remembered here: you, too.',
  fields: {
    words: 'What the customer wrote',
    lesson: 'What we can learn',
    customerName: 'The customer',
    deeds: 'Who did what',
    thanks: 'Thanks',
    photoDescription: 'What is in the photo',
    authorName: 'Who wrote it',
    authorRole: 'Company or role',
    reference: 'Link or ticket number',
  },
  keptOn: (day: string) => `as of ${day}`,
  readBy: (name: string, day: string) => `${name} on ${day}`,
  readBefore: (who: readonly string[]) => `Read before by ${list(who)}.`,
  readByNobody: 'Nobody has read it before you.',
  erase: 'Erase the original',
  eraseConfirm: {
    title: 'Erase the original?',
    text: 'The letter stays as everybody sees it. What was hidden in it is gone for good, but for backups that were made before.',
    confirm: 'Erase it',
    deny: 'Keep it',
  },
  erased: 'The original is erased, and it is remembered that you did. The letter stays as it is.',
}

export const letterThanks = {
  title: 'Thank the customer',
  submit: 'I thanked them',
  close: 'Not now',
  explain:
    'Plaudit does not write to customers: copy this, make it yours, and send it the way the letter came. Then everybody sees on the card that somebody answered.',
  reply: 'A reply to copy',
  text: (champions: string, count: number, name?: string) =>
    `${name ? `Dear ${name}` : 'Hello'},\n\nthank you for your kind words. We read them to all our colleagues, and ${champions} ${count === 1 ? 'was' : 'were'} very happy about them. It is good to know what helped you, and we will do our best to keep it up.\n\nWith warm regards`,
}

/** What is said to one person about a letter. */
export const letterNotes = {
  creditIntro: (teller: string) => `${teller} shared a customer’s letter that praises you:`,
  creditSpoken: (teller: string) => `${teller} shared a customer’s letter that praises you.`,
  receipt: (champions: string) => `The letter about ${champions} is out. Thank you for sharing it.`,
}

export const letterHome = 'A customer wrote something kind? /wow letter shares it in their own words.'
