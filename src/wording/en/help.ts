/** `/wow help`: everything, each with an example, and what is kept about whom. */
export const help = {
  title: 'How Plaudit works',
  intro: (channel: string) =>
    `Plaudit celebrates colleagues who did something great for a customer. Stories appear in ${channel}.`,
  introNotSetUp:
    'Plaudit celebrates colleagues who did something great for a customer. It is not set up yet.',
  commandsTitle: 'What you can do',
  commands: {
    tell: { example: '/wow', does: 'tell a story: who, and what happened' },
    tellFilled: {
      example: '/wow @bob stayed two hours to find a part',
      does: 'the same, with the form filled in',
    },
    letter: {
      example: '/wow letter Your colleague saved our opening day',
      does: 'share what a customer wrote, in their own words: just /wow letter opens the form empty',
    },
    leaderboard: {
      example: '/wow leaderboard',
      does: 'who was in stories, told them, cheered. Only you see it',
    },
    leaderboardOff: {
      example: '/wow leaderboard off',
      does: 'not be listed there, nor in the digest’s totals (/wow leaderboard on brings you back)',
    },
    digest: { example: '/wow digest', does: 'the stories of the week so far. Only you see it' },
    nominate: {
      example: '/wow nominate @bob',
      does: 'nominate a colleague while a round is open. Your words are shown without your name',
    },
    vote: {
      example: '/wow vote',
      does: 'vote for a nominee while votes are open, or change your vote. Only you see it',
    },
    prize: { example: '/wow prize', does: 'answer a story with a small prize (managers)' },
    prizes: {
      example: '/wow prizes',
      does: 'what you can still give (managers), the catalogue and the budgets (hosts)',
    },
    prizesTodo: { example: '/wow prizes todo', does: 'the prizes that wait to be handed over' },
    letters: {
      example: '/wow letters',
      does: 'customers’ letters from other systems that wait for a look. For hosts and the triage channel',
    },
    share: {
      example: 'Share as a WOW',
      does: 'in the menu of any message (the three dots): make a story of it. Its author is named and hears of it',
    },
    capture: {
      example: '/wow capture',
      does: 'choose the channels in which a reaction asks whether to make a story of a message. For hosts',
    },
    rounds: {
      example: '/wow rounds',
      does: 'which rounds are open, what you can do there, and past champions',
    },
    round: {
      example: '/wow round',
      does: 'plan a round, such as “Customer Champion of the month”. For hosts',
    },
    setup: { example: '/wow setup', does: 'change the settings' },
    help: { example: '/wow help', does: 'this page' },
  },
  onCardsTitle: 'Under every story',
  onCards: [
    'Cheer with any reaction, or with the button: one cheer per person and story.',
    'Award a prize, if you are a manager: with your reason, which everybody reads.',
    'Edit or take back what you told.',
    'Add your voice to what a colleague told: a sentence or two with your name. You can change it or take it back.',
    'Nominate a champion of it while a round is open: the story is your evidence already.',
    'Take your name off a story about you: at once, everywhere, and nobody asks why.',
    'Under a customer’s letter: thank the customer, with a reply to copy. Then everybody sees that somebody did.',
  ],
  keptTitle: 'What is kept about you',
  kept: [
    'The stories you tell and the stories about you, with their photos and earlier versions. Everybody in the channels where they appear can read a story; only Plaudit’s operators can read earlier versions.',
    'Customers’ letters: their words, who wrote them and how they came, whether the name may be shown, and which colleague asked. Others see the name only as far as the customer allowed, and who shared the letter or a host can change that at any time.',
    'When a message becomes a story: whose message it was, and where. Its author can take the words back at any time. Of words that were not written for everybody nothing is copied before their author said yes.',
    'Your cheers. Plaudit shows how many there are, not whose; a reaction shows your name, as always in Slack.',
    'The prizes you give and get, each with its reason, what it is worth and what became of it. Everybody reads who got which prize and why, unless it was given privately. Hosts can download them for payroll, with e-mail addresses where Slack tells them.',
    'Whom you nominated, and why. Nominees and everybody who votes or judges read the words, without your name; in public they are quoted only if you said so. What you withdraw is gone. A host can look at who nominated only where something seems wrong: that is recorded, and the other hosts are told.',
    'That you voted or judged; and until the count whom for, which nobody but you can see. The count keeps the votes and scores without their voters, and deletes the rest, with judges’ notes.',
    'The titles that you won: everybody can see them.',
    'Your name, time zone and language as Slack has them, and whether you are a guest or have left.',
    'If leaderboards are on: how many stories you are in or told, and how many cheers you gave. Everybody can see that, unless you leave the boards.',
    'E-mail addresses and phone numbers in a story are hidden before it is shown; in a letter also numbers of orders and postal addresses. Card and bank account numbers are never stored.',
    'What was hidden in a letter, apart from it: only hosts can read that, every reading is recorded, and a host can erase it. It goes when the letter is taken back. Backups hold it, and its draft for a day while you look at the preview.',
  ],
  tell: 'Tell a story',
}
