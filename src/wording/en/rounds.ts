/** What hosts read about rounds, and what everybody sees of them in the list. */
import { counted, list, listUpTo, number } from './say.ts'

const people = (n: number) => counted(n, 'person', 'people')

export const roundForm = {
  title: 'Plan a round',
  submit: 'Plan it',
  change: { title: 'Change this round', submit: 'Save' },
  reopen: { title: 'Open nominations again', submit: 'Open them again' },
  close: 'Close',
  name: 'What is it called?',
  nameExample: (month: string) => `Customer Champion of ${month}`,
  nameHint: 'When it repeats, the next one has the next month’s or quarter’s name.',
  honours: 'What does it honour?',
  honoursPlaceholder: 'Colleagues who went out of their way so that a customer was well looked after',
  criteria: 'What counts?',
  criteriaHint: 'One to five criteria, each on a line of its own. Judges score each of them from 1 to 5.',
  criteriaExample: [
    'Went out of their way for a customer',
    'Solved what others had given up on',
    'Brought colleagues along',
  ],
  criteriaLocked: 'Somebody was nominated for these already, so they stay as they are.',
  groups: 'Who can be nominated?',
  groupsPlaceholder: 'Find a user group',
  groupsHint: 'Empty: everybody. Or only the members of these user groups.',
  groupNow: 'A user group',
  times: (zone: string) => `All days and times are those of ${zone}.`,
  reopened: 'Everybody can nominate again until the new close. Votes open after it.',
  opens: 'Nominations open',
  nominationsClose: 'Nominations close',
  votesOpen: 'Votes open',
  votesClose: 'Votes close',
  votesOpenHint: 'In between, everybody who is nominated hears of it and can step aside.',
  at: (what: string) => `${what} at`,
  happened: 'This has happened already, so it stays as it is.',
  decidedBy: 'Who decides?',
  decisions: {
    everybody: { name: 'Everybody votes', does: 'One vote for each person, open for change until the close' },
    judges: { name: 'Judges', does: 'They score every nominee for each criterion' },
    host: { name: 'The hosts', does: 'They read the reasons and choose' },
  },
  decisionLocked: 'Votes are open, so this stays as it is.',
  judges: 'Who are the judges?',
  judgesPlaceholder: 'Choose people',
  judgesHint: 'They hear of it when votes open. Nobody scores themselves, or whom they nominated.',
  quorum: { everybody: 'How many votes does it take?', judges: 'How many judges does it take?' },
  quorumHint: 'With fewer at the close, the hosts are asked what follows.',
  quorumNow: { everybody: 'Votes that it takes', judges: 'Judges that it takes' },
  channel: 'Where is it announced?',
  channelPlaceholder: 'Choose a channel',
  channelHint: 'In /wow rounds everybody finds the round, also when this channel is private.',
  prize: 'Does the champion get a prize?',
  noPrize: 'No prize',
  prizeHint: 'It is charged to the company’s budget when the champion is announced.',
  repeats: 'Does it repeat?',
  repetitions: { never: 'No', month: 'Every month', quarter: 'Every quarter' },
  rest: 'Keep out who won one of the last rounds',
  restHint: 'How many rounds a champion pauses. 0: nobody does.',
  back: 'Back to the list',
}

export const roundsRoom = {
  title: 'Rounds',
  close: 'Close',
  nothing:
    'No round is open right now. When one opens, you read it here and in its channel. Until then: tell stories with /wow. They can be evidence in the next round.',
  nothingForHosts:
    'No round is open or planned. In a round everybody can nominate a colleague, and one of them becomes its champion.',
  plan: 'Plan a round',
  nominating: (until: string, nominations: number) =>
    `Nominations are open until ${until} · ${nominations === 0 ? 'none yet' : `${number(nominations)} so far`}`,
  closed: {
    everybody: (from: string) => `Nominations are closed. Everybody can vote from ${from}.`,
    judges: (from: string) => `Nominations are closed. The judges begin on ${from}.`,
    host: (from: string) => `Nominations are closed. The hosts choose from ${from}.`,
  },
  voting: {
    everybody: (until: string, turnout: number) =>
      `Votes are open until ${until} · ${turnout === 0 ? 'nobody has voted yet' : `${people(turnout)} voted so far`}`,
    judges: (until: string, turnout: number, judges: number) =>
      `The judges have until ${until} · ${number(turnout)} of ${number(judges)} have begun`,
    host: () => 'The hosts read the reasons and choose.',
  },
  short: 'Too few voted. The hosts decide how it goes on.',
  tied: 'It ended in a tie. The hosts decide.',
  prize: (prize: string) => `The prize: ${prize}`,
  nominated: (names: readonly string[]) => `You nominated ${listUpTo(names, 5)}.`,
  voted: 'You have voted. You can change your vote until the close.',
  isJudge: 'You are one of the judges.',
  isJudgeSoon: 'You are one of the judges. You hear from Plaudit when it is your turn.',
  nominate: 'Nominate…',
  nominateMore: 'Nominate somebody else…',
  change: (name: string) => `Your words about ${name}…`,
  changeOne: 'Your words about…',
  vote: 'Vote for…',
  changeVote: 'Change your vote…',
  judge: 'Score the nominees…',
  reasons: 'Read the reasons',
  planned: 'Planned',
  opens: (when: string) => `opens on ${when}`,
  repeats: { month: 'repeats every month', quarter: 'repeats every quarter' },
  more: (count: number) => `And ${counted(count, 'more', 'more')}.`,
  past: 'Champions so far',
  won: (title: string, names: readonly string[]) => `${title}: ${list(names)}`,
  unwon: (title: string) => `${title}: ended without a champion`,
  cancelled: (title: string) => `${title}: cancelled`,
  menu: {
    edit: 'Change or extend…',
    close: 'Close nominations now…',
    reopen: 'Open nominations again…',
    cancel: 'Cancel the round…',
    stop: 'Stop repeating…',
    examine: 'Look at who nominated…',
  },
  open: 'Rounds',
}

export const roundConfirm = {
  cancel: {
    title: 'Cancel this round?',
    submit: 'Cancel the round',
    close: 'Leave it',
    explain:
      'Nobody becomes its champion, and no vote is ever counted. Everybody who nominated somebody is told. This cannot be undone.',
    explainPlanned: 'Nobody has heard of it yet, and nobody will. This cannot be undone.',
    explainNext: 'Only this one is left out: the one after it is planned instead.',
  },
  close: {
    title: 'Close nominations?',
    submit: 'Close them now',
    close: 'Leave them open',
    explain: (nominees: number, votesOpen: string) =>
      `${nominees === 1 ? 'The one colleague who is nominated hears' : `The ${number(nominees)} colleagues who are nominated hear`} of it at once and can step aside. Votes open on ${votesOpen}, as planned; until then you can open nominations again.`,
    explainNone: 'Nobody is nominated yet, so the round ends without a champion. This cannot be undone.',
  },
  stop: {
    title: 'Stop repeating?',
    submit: 'Stop repeating',
    close: 'Let it repeat',
    explain: (title: string) =>
      `“${title}” takes place, and none follows it. If the next one is planned already, it goes.`,
  },
}
