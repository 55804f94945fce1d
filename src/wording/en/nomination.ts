import { counted, list } from './say.ts'

/** Nominating somebody in a round. */
export const nomination = {
  nominate: 'Nominate',
  /** In a card’s menu. */
  item: 'Nominate for this',
  criterionAll: 'All of it, or something else',
  sent: (name: string, title: string) => `Thank you! Your nomination of ${name} for ${title} is in.`,
  next: (name: string, closes: string) =>
    `It is shown without your name, to everybody. Nominations close on ${closes}: then ${name} hears that somebody nominated them, and after the decision reads your words.`,
  until: (name: string) =>
    `Until the close you can change or withdraw it: here, with /wow rounds, or when you nominate ${name} again.`,
  change: 'Change it',
  withdraw: 'Withdraw',
  withdrawConfirm: {
    title: 'Withdraw it?',
    text: 'Your words are gone then, and nobody has seen them. You can nominate again until nominations close.',
    confirm: 'Withdraw it',
    deny: 'Leave it',
  },
  withdrawn: 'It is withdrawn, and your words are gone. Nobody hears of it.',
  instead: (names: readonly string[], title: string) =>
    names.length === 1
      ? `You can do something else: nominate ${list(names)} for ${title}.`
      : `You can do something else: nominate one of them for ${title}: ${list(names)}.`,
  homeButton: 'Nominate a colleague',
}

export const nominationForm = {
  title: 'Nominate a colleague',
  submit: 'Nominate',
  close: 'Not now',
  again: { title: 'Your nomination', submit: 'Save', close: 'Leave it as it is' },
  round: 'What for?',
  about: (title: string, closes: string) => `For ${title}. Nominations close on ${closes}.`,
  nominee: 'Whom do you nominate?',
  nomineePlaceholder: 'Choose a colleague',
  among: 'Which of them do you nominate?',
  yours: (name: string) => `You nominated ${name} already. Here are your words: mend them, or withdraw them.`,
  fixed: (name: string) => `You nominated ${name}. Mend your words, or withdraw them.`,
  reason: 'Why?',
  reasonPlaceholder: 'What did they do, for whom, and what came of it?',
  reasonHint: (name: string) => `${name} will read these words, without your name.`,
  reasonHintAny: 'They will read these words, without your name.',
  hidden: 'We hid private data in it. This is how it will be read: send it like this, or change it.',
  criterion: 'What does it show best?',
  quotable: 'May it be quoted in public?',
  quotableChoice: 'Yes, if they win, without my name',
  quotableHint: 'Whoever votes or decides reads it in any case.',
  evidence: (name: string) => `Stories and letters about ${name} that show it`,
  evidenceHint: 'Search by a word of the story or the customer’s name.',
  evidencePlaceholder: 'Search stories',
  evidenceLater: 'Once you have chosen somebody, you can add stories about them.',
}

/** What a card’s menu asks of who could mean two things with one choice. */
export const ownStory = {
  item: 'Edit, take back, or take my name off',
  explain: 'You are in this one, and you can change it, too. What would you like to do?',
}

/** What the round’s channel reads while it goes on. */
export const roundPosts = {
  opened: (title: string) => `Nominations are open: ${title}`,
  criteria: 'What counts',
  until: (closes: string) => `Nominate somebody until ${closes}.`,
  after: {
    everybody: (opens: string, closes: string) => `Then everybody votes, from ${opens} to ${closes}.`,
    judges: (judges: string, closes: string) => `Then the judges decide, until ${closes}: ${judges}.`,
    host: () => 'Then the hosts decide.',
  },
  prize: (prize: string) => `The prize: ${prize}.`,
  departments: 'This round is for some departments. Plaudit says so when somebody is not in one of them.',
  rests: (rounds: number) =>
    rounds === 1
      ? 'Who won the last time lets others have their turn.'
      : `Who won one of the last ${rounds} times lets others have their turn.`,
  how: 'Everybody can nominate, here or with /wow nominate. Reasons are shown without the names of those who wrote them.',
  reminder: (title: string, closes: string) =>
    `Nominations for ${title} close on ${closes}. Who went out of their way for a customer? A few sentences are enough.`,
  closed: {
    everybody: (opens: string) => `Nominations are closed. Votes open on ${opens}.`,
    judges: (opens: string) => `Nominations are closed. The judges begin on ${opens}.`,
    host: (opens: string) => `Nominations are closed. The hosts decide after ${opens}.`,
  },
  voting: {
    everybody: (closes: string) => `Nominations are closed. Everybody can vote until ${closes}: /wow vote.`,
    judges: (closes: string) => `Nominations are closed. The judges decide until ${closes}.`,
    host: () => 'Nominations are closed. The hosts are deciding.',
  },
  deciding: 'Votes are closed. The hosts are looking at the outcome.',
  won: (names: readonly string[]) => `${list(names)} won. Congratulations!`,
  unwon: 'This round ended without a champion.',
  cancelled: 'This round was cancelled.',
}

/** To who was nominated, before it is decided. */
export const nomineeNote = {
  nominated: (count: number, title: string) =>
    count === 1
      ? `A colleague nominated you for ${title}. What you do is seen.`
      : `${counted(count, 'colleague', 'colleagues')} nominated you for ${title}. What you do is seen.`,
  next: {
    everybody: (opens: string) =>
      `Votes open on ${opens}: from then on colleagues see that you are nominated, and why. Once it is decided you read every word that was written about you, whoever wins.`,
    judges: (opens: string) =>
      `The judges read the reasons from ${opens}. Once it is decided you read every word that was written about you, whoever wins.`,
    host: (opens: string) =>
      `The hosts read the reasons from ${opens}. Once it is decided you read every word that was written about you, whoever wins.`,
  },
  voting:
    'It is being decided now. Once it is, you read every word that was written about you, whoever wins.',
  aside:
    'With the champion everybody who was nominated is named, with thanks. Would you rather not be in it? You can step aside until it is decided. Nobody asks why.',
  stepAside: 'Step aside',
  stepAsideConfirm: {
    title: 'Step aside?',
    text: 'You are not in this round any more, and nobody is told. It cannot be undone in this round. You read what was written about you all the same.',
    confirm: 'Step aside',
    deny: 'Stay in it',
  },
  steppedAside: (title: string) =>
    `You stepped aside from ${title}. Nobody was told, and nobody asks why. Once it is decided you read what was written about you all the same.`,
  decided: (title: string) => `You were nominated for ${title}. It is decided now.`,
  cancelled: (title: string) =>
    `You were nominated for ${title}. The round was cancelled, so nothing comes of it.`,
  unwon: (title: string) => `You were nominated for ${title}. It ended without a champion.`,
}
