import { list } from './say.ts'

const weekdays = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}

/** What hosts and admins read while they set Plaudit up. */
export const setup = {
  weekdays,
  title: 'Set up Plaudit',
  submit: 'Save',
  close: 'Not now',
  firstTwo: 'Two answers are enough to start. Hosts can settle the rest later, in this same form.',
  rest: 'These work as they are. Change what you like, now or later with /wow setup.',
  celebrationChannel: 'Where should stories appear?',
  celebrationChannelHint:
    'A channel that everybody reads. Not one that is shared with another company. If it is private, invite Plaudit there first: /invite @Plaudit.',
  celebrationChannelPlaceholder: 'Choose a channel',
  hosts: 'Who are the hosts?',
  hostsHint:
    'They run Plaudit: settings, the preview of the digest, taking a story back. Two or three are best.',
  peoplePlaceholder: 'Choose people',
  digestChannels: 'Where should the weekly digest appear?',
  digestChannelsHint: 'None chosen: where the stories appear.',
  digestChannelsPlaceholder: 'Choose channels',
  digestDay: 'On which day?',
  digestTime: 'At what time?',
  zone: 'In which time zone?',
  zonePlaceholder: 'Type a city: London, São Paulo, Kolkata',
  workingDays: 'Which are your working days?',
  workingDaysHint:
    'The board of the month comes on the first one, and the preview of an early digest on the one before.',
  managers: 'Who are the managers?',
  managersHint: 'They can answer a story with a small prize.',
  managerGroup: 'A user group whose members are managers too',
  managerGroupPlaceholder: 'Choose a user group',
  managerGroupNow: 'The group chosen now',
  boards: 'Leaderboards',
  boardsOn: 'Show who was in the most stories',
  boardsHint: 'Off: nobody sees totals per person anywhere.',
  cheerEmoji: 'Which emoji count as cheers?',
  cheerEmojiHint:
    'Name them, as in :tada: :clap: :heart:, or leave it empty: any emoji counts then. A thumbs down never does.',
  anyEmoji: 'Any emoji',
  prizes: 'Prizes',
  prizesIntro:
    'A hand-written card and the choice of the team’s next lunch place cost nothing and can be given at once. For a day off or a voucher there is one question: how much may a manager give?',
  currency: 'In which currency?',
  currencyPlaceholder: 'Type a code or a name: EUR, Yen, Rupee',
  managerMoney: (period: 'month' | 'quarter') => `How much money may a manager give a ${period}?`,
  managerDays: (period: 'month' | 'quarter') => `How many days off may a manager give a ${period}?`,
  managerBudgetHint:
    'In the currency above. Both empty: nothing that costs money or time. More about prizes is in /wow prizes.',
}

export const setupHint = {
  toAdmin:
    'Hello! Plaudit celebrates colleagues who did something great for a customer. It needs two answers to start: the channel where stories appear, and who its hosts are. It takes a minute.',
  toOthers:
    'Plaudit is not set up yet. Any admin or owner of this Slack workspace can do it with /wow setup. It takes a minute: best ask one of them.',
  toOthersWithHosts: (hosts: readonly string[]) =>
    `Plaudit has no celebration channel yet. ${list(hosts)} can choose one with /wow setup: best ask them.`,
  open: 'Set up Plaudit',
}

export const setupChanged = {
  intro: (by: string) => `${by} changed Plaudit’s settings:`,
  change: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
  nothing: 'nothing',
  on: 'on',
  off: 'off',
  anyEmoji: 'any',
  group: 'a user group',
  names: {
    celebrationChannel: 'Celebration channel',
    digestChannels: 'Digest channels',
    digestDay: 'Digest day',
    digestTime: 'Digest time',
    zone: 'Time zone',
    workingDays: 'Working days',
    boards: 'Leaderboards',
    cheerEmoji: 'Emoji that cheer',
    hosts: 'Hosts',
    managers: 'Managers',
    managerGroup: 'Managers’ user group',
    currency: 'Currency of prizes',
    managerBudget: 'What a manager may give',
    budgetPeriod: 'How long a budget lasts',
    workspaceBudget: 'All managers together',
    approvalAbove: 'Awards wait for approval above',
    amountsPublic: 'Everybody sees amounts of money',
    nextSteps: 'What champions read about what happens next',
    approvers: 'Who approves prizes',
    fulfillers: 'Who hands prizes over',
    triageChannel: 'Triage channel of customers’ letters',
    minRating: 'The lowest rating to celebrate',
    captures: 'Stories from reactions',
  } as Readonly<Record<string, string>>,
  open: 'Open the setup',
}

export const welcome = {
  title: 'Say hello',
  submit: 'Post it',
  close: 'Not now',
  intro: (channel: string) =>
    `Everything is set. This would be Plaudit’s first post in ${channel}. Make it yours, or leave it.`,
  words: 'The welcome post',
  text: [
    'Hello! From today, this is where we celebrate what colleagues do for customers. And everyone has customers: the people who buy from us, suppliers, partners, the team next door.',
    'Did you see somebody go out of their way? Type /wow, name who did it, and tell what happened. Two sentences are plenty.',
    'An example: “A customer stood in front of our closed door on Christmas Eve, without the part for her heating. Bob drove back, found it, and fitted it himself.”',
    'React to a story with any emoji to cheer for it. On Fridays, everybody gets the stories of the week. /wow help explains the rest.',
  ].join('\n\n'),
  tell: 'Tell a story',
}
