import { counted, number } from './say.ts'

/** App Home: what one can do, one's stories, the last digest; for hosts what waits for them. */
export const home = {
  title: 'Plaudit',
  intro: 'Somebody did something great for a customer? Tell everybody.',
  tell: 'Tell a story',
  digest: 'The week so far',
  board: 'Leaderboard',
  help: 'How it works',
  setup: 'Open the setup',
  notSetUp: 'Plaudit is not set up yet. An admin or owner of this Slack workspace can do it with /wow setup.',
  about: 'Stories about you',
  told: 'Stories you told',
  toldNone: 'None yet. Whom did you see do something great lately?',
  edit: 'Edit or take back',
  nameOff: 'Take my name off',
  read: 'Read it',
  cheered: (n: number) => `${number(n)} cheered`,
  lastDigest: 'The last digest',
  lastDigestLine: (days: string, stories: number) => `${days}: ${counted(stories, 'story', 'stories')}`,
  hosts: 'For hosts',
  noChannel: 'No celebration channel is chosen, so no story can be told yet.',
  failed: (n: number) => `${counted(n, 'message', 'messages')} could not be posted:`,
  nothingFailed: 'Everything could be posted. Nothing waits for you.',
  retry: 'Try again',
}
