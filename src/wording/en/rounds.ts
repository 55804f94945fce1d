/** What hosts read about rounds, and what everybody sees of them in the list. */
import type { RoundState } from '../../domain/round.ts'
import type { DecisionAsked } from '../../domain/shown-rounds.ts'
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

export const roundDecision = {
  title: 'Choose the champion',
  submit: 'This is the champion',
  close: 'Not yet',
  choose: (title: string) =>
    `It is for the hosts to choose the champion of “${title}”. The first one who does decides it.`,
  chooseCount: (nominees: number) => `${people(nominees)} ${nominees === 1 ? 'is' : 'are'} nominated.`,
  tie: (title: string, names: readonly string[]) =>
    `“${title}” ended in a tie between ${listUpTo(names, 5)}. It is for the hosts to decide.`,
  tieUntil: (when: string) => `If nobody decides by ${when}, they share it.`,
  tiedYourself: 'You are one of them, so another host decides.',
  short: {
    everybody: (title: string, turnout: number, quorum: number) =>
      `${turnout === 0 ? 'Nobody' : `Only ${people(turnout)}`} voted in “${title}”, and it takes ${number(quorum)}. How should it go on?`,
    judges: (title: string, turnout: number, quorum: number) =>
      `${turnout === 0 ? 'No judge has' : `Only ${counted(turnout, 'judge has', 'judges have')}`} scored anybody in “${title}”, and it takes ${number(quorum)}. How should it go on?`,
  },
  shortUntil: (when: string) => `If nobody says so by ${when}, it ends without a champion.`,
  decide: 'Choose…',
  moreTime: '3 more working days',
  count: 'Count what there is',
  end: 'End it',
  endConfirm: {
    title: 'End this round?',
    text: 'Nobody becomes its champion, and nothing is counted. Everybody who is nominated reads what was written about them.',
    confirm: 'End it',
    deny: 'Not yet',
  },
  evidence: 'Evidence:',
  criterion: (criterion: string) => `Shows: ${criterion}`,
  moreTied: (count: number) => `And ${counted(count, 'more', 'more')}: read them with the button.`,
  reasons: 'Read the reasons',
  who: 'Who is the champion?',
  whoPlaceholder: 'Choose from those who are nominated',
  whoHint: 'Several share the title.',
  announced:
    'It is announced in its channel at once, and everybody who is nominated reads what was written about them.',
  chosen: 'Decided. It is announced in a moment.',
  goesOn: (until: string) => `Votes are open until ${until} now. People can vote at once.`,
  counted: 'Counted. What came of it is announced in a moment, or asked if it is a tie.',
  ended: 'Ended. Everybody who is nominated reads what was written about them.',
  asked: {
    choose: (title: string) => `The hosts were asked to choose the champion of “${title}”.`,
    tie: (title: string) => `“${title}” ended in a tie.`,
    short: (title: string) => `Too few voted in “${title}”.`,
  } satisfies Record<DecisionAsked, (title: string) => string>,
  /** How it was settled; `by` is absent where nobody did it, `You` for the reader. */
  settled: {
    decided: (names: readonly string[], why: DecisionAsked, by?: string) => {
      const champions = `${list(names)} ${names.length === 1 ? 'is the champion' : 'share the title'}`
      if (by) return `${by} ${why === 'short' ? 'had it counted' : 'decided'}: ${champions}.`
      return why === 'tie' ? `Nobody decided in time: ${champions}.` : `Since then: ${champions}.`
    },
    voting: (until: string, by?: string) =>
      by ? `${by} gave it more time: votes are open until ${until}.` : `Votes are open until ${until}.`,
    tied: (by?: string) => (by ? `${by} had it counted, and it is a tie.` : 'Since then it ended in a tie.'),
    short: 'Since then the time was up, and too few had voted.',
    unwon: (by?: string) => (by ? `${by} ended it without a champion.` : 'It ended without a champion.'),
    cancelled: (by?: string) => (by ? `${by} cancelled it.` : 'It was cancelled.'),
  } satisfies Partial<Record<RoundState, unknown>>,
  you: 'You',
}

export const roundUnwon = {
  because: {
    'no-nominations': (title: string) =>
      `“${title}” has ended, and nobody was nominated. Nothing is announced. Maybe the next one needs a word in the channel, or a little more time.`,
    'nobody-left': (title: string) =>
      `“${title}” has ended without a champion: everybody who was nominated has stepped aside or left. Nothing is announced.`,
    'too-few': (title: string) =>
      `“${title}” has ended without a champion: too few voted. Nothing is announced; everybody who was nominated reads what was written about them.`,
    missed: (title: string) =>
      `“${title}” could not begin: Plaudit was not running until its nominations should have been closed. Nothing is announced. Plan it again if you like.`,
  } as Readonly<Record<string, (title: string) => string>>,
  otherwise: (title: string) => `“${title}” has ended without a champion. Nothing is announced.`,
}

export const roundCancelled = {
  intro: (title: string) =>
    `The round “${title}” was cancelled: nobody becomes its champion. Thank you for nominating.`,
  words: (names: readonly string[]) =>
    `What you wrote about ${listUpTo(names, 5)} is read by nobody now. If it is worth telling, tell it with /wow: a story reaches everybody.`,
  tell: 'Tell the story',
}

export const roundExamine = {
  title: 'Look at who nominated',
  submit: 'Look',
  close: 'Leave it',
  explain:
    'Nominations are made in confidence. Look only where something seems wrong, such as a made-up reason. The other hosts will read that you looked, and why.',
  why: 'Why do you need to look?',
  told: (by: string, title: string) => `${by} looked at who nominated whom in “${title}”.`,
  because: (why: string) => `The reason: ${why}`,
  hint: 'Nominations are made in confidence, so every look is recorded, and the other hosts are told.',
  none: 'Nobody nominated anybody in this round.',
  about: (nominee: string) => `For ${nominee}`,
  by: (nominator: string, on: string) => `${nominator}, on ${on}: `,
  confidence: 'Nobody but you sees this. Please keep it so.',
  previous: 'Back',
  next: 'Next page',
  page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
}
