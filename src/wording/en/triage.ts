/** What the triage channel and hosts read about customers' letters from other systems. */
import { counted, list, number } from './say.ts'

const letters = (n: number): string => counted(n, 'letter', 'letters')

export const triage = {
  headline: (source: string) => `A customer’s letter came in from ${source}`,
  spoken: (words: string) => `A customer wrote: “${words}”`,
  forPeople: (people: string) => `It names ${people}.`,
  nobody: 'It names nobody that Plaudit knows: whoever shares it chooses whom it praises.',
  others: (names: readonly string[]) =>
    `It also names ${list(names)}, whom Plaudit could not match to one colleague.`,
  rating: (rating: number) => `rated ${number(rating)}`,
  reference: (reference: string) => `Its reference there: ${reference}`,
  wholeLater: 'This is its beginning',
  share: 'Share',
  dismiss: 'Not a WOW …',
  shared: (name: string) => `${name} shared it.`,
  see: 'See the letter',
  dismissed: (name: string) => `${name} said that it is not a WOW.`,
  why: (reason: string) => `Why: ${reason}`,
  forgotten: 'Its words are not kept any more.',

  many: (n: number) => `${letters(n)} from customers came in.`,
  manyLeft: (n: number, left: number) =>
    left === 0
      ? `${letters(n)} from customers came in, and all of them were looked at. Thank you!`
      : `${letters(n)} from customers came in. ${counted(left, 'waits', 'wait')} for a look.`,
  open: 'Open the list',
  reminder: (n: number) =>
    `${letters(n)} from customers ${n === 1 ? 'waits' : 'wait'} for a look, some for more than two working days. Share what deserves it, and say “Not a WOW” to the rest.`,
  unchosen:
    'Customers’ letters are arriving from another system, and nobody sees them yet: choose the channel in which they wait for a look. They are kept until then.',
  choose: 'Choose the channel',
}

export const praiseList = {
  title: 'Letters that wait',
  close: 'Close',
  none: 'Nothing waits for a look. What arrives from other systems will be here, and in the triage channel.',
  count: (n: number) => `${letters(n)} ${n === 1 ? 'waits' : 'wait'} for a look, the oldest first.`,
  noChannel: 'No triage channel is chosen yet, so only hosts see these, here.',
  page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  previous: 'Previous page',
  next: 'Next page',
  settings: 'Settings',
  sources: 'Sources',
  done: 'That is settled.',
}

export const praiseDismissForm = {
  title: 'Not a WOW?',
  submit: 'Not a WOW',
  close: 'Back',
  explain: 'It leaves the list, and its words are forgotten after 30 days.',
  reason: 'Why?',
  reasonHint: 'A few words for colleagues in the triage channel: it is a complaint, spam, came twice …',
}

export const praiseSettingsForm = {
  title: 'Customers’ letters',
  submit: 'Save',
  close: 'Not now',
  channel: 'Where do letters from other systems wait?',
  channelHint:
    'A channel of those who decide what is shared. They see the customers’ names. If it is private, invite Plaudit there first: /invite @Plaudit.',
  channelPlaceholder: 'Choose a channel',
  minRating: 'The lowest rating to celebrate',
  minRatingHint:
    'Of what comes with a lower rating nothing is kept but its reference: this is no file of complaints. Empty: everything comes.',
}

export const sources = {
  title: 'Sources of letters',
  close: 'Close',
  intro: 'Systems that send customers’ letters to Plaudit. Each has its own secret.',
  none: 'There are none yet.',
  line: (name: string, state: string, praises: number) => `${name}: ${state}, ${letters(praises)} so far`,
  states: { open: 'open', revoked: 'closed', 'files-only': 'from files only' },
  overlap: (at: string) => `Its old secret holds until ${at}.`,
  add: 'Add a source',
  rotate: 'New secret',
  revoke: 'Close it',
  reopen: 'Open it again',
  confirm: {
    revoke: {
      title: 'Close this source?',
      text: 'Its secret and token hold no more, at once. What it sent stays.',
      confirm: 'Close it',
      deny: 'Leave it open',
    },
    rotate: {
      title: 'Make a new secret?',
      text: 'The old one holds for another 24 hours, so that you can put the new one in its place.',
      confirm: 'Make it',
      deny: 'Not now',
    },
  },
  once: (name: string) => `“${name}” is open. Copy these now: they are shown once and cannot be read again.`,
  secret: 'Signing secret, for systems that sign (Standard Webhooks)',
  token: 'Bearer token, for those that cannot',
  how: 'Where to put them is in docs/praise.md.',
}

export const sourceForm = {
  title: 'Add a source',
  submit: 'Add it',
  close: 'Back',
  name: 'What is it called?',
  namePlaceholder: 'Zendesk',
}
