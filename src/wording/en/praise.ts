/** Praise from other systems: what they are answered, and what hosts and the triage channel read. */
import { amount, it, type Sentences } from './details.ts'
import { counted, number } from './say.ts'

/** What a system that sends praise is told. It quotes nothing of what was sent. */
export const praiseDoor = {
  noJson: 'The body is not JSON in UTF-8.',
  expectedObject: 'The body must be a JSON object with "words".',
  expected: {
    words: '"words" is required, and is text: what the customer wrote.',
    customer: '"customer" is an object with name, company and email, each of them text.',
    receivedAt: '"receivedAt" is text: 2026-11-20, or 2026-11-20T16:00:00Z.',
    channel: '"channel" is text: email, review, call, card, survey, chat or in_person.',
    reference: '"reference" is text or a number.',
    rating: '"rating" is a number.',
    recipients: '"recipients" is a list of texts: e-mail addresses, names or Slack ids.',
    url: '"url" is text: an http or https address.',
    language: '"language" is text: a language tag such as en or pt-BR.',
  } as Readonly<Record<string, string>>,
  notJson: 'Send application/json in UTF-8, not compressed.',
  tooLarge: 'The body is larger than 256 KiB.',
  tooSlow: 'The body did not arrive in time.',
  brokenOff: 'The body broke off.',
  tooMany: 'Too much at once. Try again after the seconds in Retry-After.',
  notReady: 'Plaudit cannot keep it now. Try again after the seconds in Retry-After.',
  unknownSender: 'The signature or token belongs to no source that is open.',
  doubts: {
    unsigned: 'Sign the request (webhook-id, webhook-timestamp, webhook-signature), or send a bearer token.',
    stale: 'webhook-timestamp is more than five minutes away from now.',
    plain: 'A bearer token is taken over TLS only: use https.',
  },
}

export const praiseProblems: Sentences = {
  'praise.words-missing': () => 'Write down what the customer said: "words" is empty.',
  'praise.words-too-short': (d) => `The customer’s words need at least ${amount(d.min)} characters.`,
  'praise.words-too-long': (d) => `At most ${amount(d.max)} characters of the customer’s words can be kept.`,
  'praise.channel-unknown': () =>
    'Write how it arrived as one of email, review, call, card, survey, chat or in_person.',
  'praise.received-unreadable': () =>
    'Write when it was received as 2026-11-20, or with its time as 2026-11-20T16:00:00Z.',
  'praise.received-to-come': () => 'That day is still to come. Write the day on which it was received.',
  'praise.url-unreadable': () => 'Write the whole address, beginning with https:// or http://.',
  'praise.language-unreadable': () => 'Write the language as a tag, such as en, de or pt-BR.',
  'praise.rating-unreadable': (d) => `Write a rating from ${amount(d.min)} to ${amount(d.max)}.`,
  'praise.too-many-recipients': (d) => `Name at most ${amount(d.max)} recipients.`,
  'praise.triage-only': () =>
    'Only hosts and colleagues in the triage channel can do this. Ask one of them to add you there.',
  'praise.not-found': () => 'This letter is not here any more. /wow letters shows what waits.',
  'praise.shared-by': ({ name }) => `${it(name)} was faster, and shared it. /wow letters shows what waits.`,
  'praise.dismissed-by': ({ name }) =>
    `${it(name)} was faster, and said that it is not a WOW. /wow letters shows what waits.`,
  'praise.channel-needed': () => 'Choose the channel in which customers’ letters wait.',
  'praise.min-rating-unreadable': (d) =>
    `Write a number from ${amount(d.min)} to ${amount(d.max)}, or leave it empty.`,
  'import.missing': ({ file }) => `There is no file ${it(file)}. Nothing was imported.`,
  'import.no-words': ({ names }) =>
    `The first line must name a column “words”; it names ${it(names)}. docs/praise.md lists the columns.`,
  'import.not-utf8': ({ file }) =>
    `The file ${it(file)} is not in UTF-8 from some line on. In Excel, save it as “CSV UTF-8”, then run this again: nothing comes twice.`,
  'source.name-missing': () => 'Give the source a name, such as Zendesk.',
  'source.name-too-long': (d) => `That name is too long: ${amount(d.max)} characters fit.`,
  'source.exists': ({ name }) =>
    `There is a source called ${it(name)} already. Choose another name, or rotate its secret.`,
  'source.unknown': ({ name, names }) =>
    `There is no open source called ${it(name)}. There ${[names ?? []].flat().length > 0 ? `is ${it(names)}` : 'are none open'}.`,
}

/** What `npx plaudit source` prints. */
export const sourceCommands = {
  made: (name: string) => `The source “${name}” is open. This is shown once and cannot be read again:`,
  rotated: (name: string) =>
    `The source “${name}” has a new secret; the old one holds for another 24 hours. This is shown once:`,
  secret: (secret: string) => `  signing secret  ${secret}`,
  token: (token: string) => `  bearer token    ${token}`,
  how: 'docs/praise.md says how to sign, and where to put the token for systems that cannot.',
  revoked: (name: string) => `The source “${name}” is closed: nothing is taken from it any more.`,
  none: 'There are no sources yet. Add one: npx plaudit source add Zendesk',
  line: (name: string, state: string, praises: number) =>
    `${name}  ${state}  ${counted(praises, 'letter', 'letters')}`,
  states: { open: 'open', revoked: 'closed', 'files-only': 'files only' },
  overlap: (at: string) => `  (its old secret holds until ${at})`,
}

type Counts = Readonly<Record<'imported' | 'known' | 'not-celebrated' | 'refused', number>>
const rest = (counts: Counts): string =>
  [
    counts.known > 0 ? `${counted(counts.known, 'was', 'were')} here before.` : '',
    counts['not-celebrated'] > 0
      ? `${counted(counts['not-celebrated'], 'has', 'have')} a rating below what is celebrated: nothing is kept of the words.`
      : '',
    counts.refused > 0
      ? `${counted(counts.refused, 'row', 'rows')} could not be taken, for the reasons above.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')

/** What `npx plaudit import letters` prints. */
export const importing = {
  refused: (line: number, reason: string) => `Line ${number(line)}: ${reason}`,
  broken:
    'From here on it cannot be read, perhaps over several rows. Check the quotes, then run this again: nothing comes twice.',
  progress: (rows: number) => `${number(rows)} rows …`,
  done: (counts: Counts) =>
    `${counted(counts.imported, 'letter is', 'letters are')} imported and ${counts.imported === 1 ? 'waits' : 'wait'} for a look. ${rest(counts)}`.trim(),
  wouldBe: (counts: Counts) =>
    `${counted(counts.imported, 'letter', 'letters')} would be imported; nothing was changed. ${rest(counts)}`.trim(),
}
