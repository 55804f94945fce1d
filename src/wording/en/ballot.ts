/** Voting and judging: the posts, the private answers, the reasons, the forms. */
import { counted, number } from './say.ts'

export const ballot = {
  title: (round: string) => `Vote: ${round}`,
  intro: (nominees: number) =>
    `${counted(nominees, 'colleague is', 'colleagues are')} nominated. Read why, then choose whom you vote for. You can change your vote until the end.`,
  until: (when: string) => `Votes are open until ${when}.`,
  secret: 'Nobody ever sees who voted for whom, and results come only at the end.',
  turnout: (people: number) =>
    people === 0 ? 'Nobody has voted yet.' : `${counted(people, 'person has', 'people have')} voted so far.`,
  voteFor: 'Vote for…',
  reasons: 'Read the reasons',
  closed: (round: string) => `Votes for ${round} are closed. Thank you to everybody who took part.`,
  ended: (round: string, champions: string) => `Votes for ${round} are closed. The champion: ${champions}.`,
  shared: (round: string, champions: string) => `Votes for ${round} are closed. The champions: ${champions}.`,
  cancelled: (round: string) =>
    `${round} was cancelled before its end, and no vote was counted. Thank you to everybody who took part.`,
  voted: (nominee: string, round: string, until: string) =>
    `Your vote for ${round} is for ${nominee}. You can change it until ${until}. Nobody else sees it.`,
}

export const ownBallots = {
  spoken: 'What you can vote on now.',
  notYet: 'You have not voted yet.',
  own: (nominee: string) => `Your vote is for ${nominee}. To change it, choose somebody else.`,
  onlyYou: 'Nobody but you is nominated, so others vote here.',
  more: (rounds: number) =>
    `… and ${counted(rounds, 'more round', 'more rounds')}: vote in the posts in their channels.`,
}

export const reasons = {
  title: 'The reasons',
  ownTitle: 'Written about you',
  close: 'Close',
  intro: 'What colleagues wrote about the nominees. Who wrote it is shown to nobody.',
  introOfWinners: 'What colleagues wrote, as far as it may be quoted. Who wrote it is shown to nobody.',
  introOfOwn: 'What colleagues wrote about you. Who wrote it is shown to nobody.',
  nothing: 'There is nothing to read here any more.',
  shows: (criterion: string) => `It shows: ${criterion}`,
  letter: 'A customer’s letter',
  page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  previous: 'Back',
  next: 'Next page',
}

export const judging = {
  asked: (round: string) => `You are one of the judges of ${round}.`,
  what: (nominees: number) =>
    `${counted(nominees, 'colleague is', 'colleagues are')} nominated. Read what was written about each of them, and score each criterion from 1 to 5. Whom you nominated, and you yourself, are left to the other judges.`,
  criteria: 'What counts',
  until: (when: string) => `Until ${when}, you can change your scores. Nobody else sees them.`,
  score: 'Score the nominees',
  over: (round: string) => `Nothing to score any more: ${round} is closed for judges. Thank you!`,
  reminder: (round: string, left: number) =>
    left === 0
      ? `You have scored everybody in ${round}. Thank you!`
      : `${counted(left, 'nominee is', 'nominees are')} still without your scores in ${round}.`,
  reminderUntil: (when: string) => `There is time until ${when}.`,
  listTitle: 'Score the nominees',
  close: 'Close',
  left: (left: number, all: number) => `Still to be scored: ${number(left)} of ${number(all)}.`,
  done: 'You have scored everybody. Thank you! You can change your scores until the end.',
  nobody: 'Nobody is left for you to score. Thank you!',
  todo: 'still to be scored',
  scored: (scores: string) => `scored: ${scores}`,
  oneself: (name: string) => `${name}: nobody scores themselves.`,
  ownNominee: (name: string) => `${name}: you nominated them, so the other judges score them.`,
  scoreOne: 'Score',
  change: 'Change',
}

export const scoreForm = {
  title: 'Score a nominee',
  submit: 'Save the scores',
  close: 'Not now',
  moreReasons: (more: number) =>
    `… and ${counted(more, 'more reason', 'more reasons')}: read them all from the list.`,
  scores: {
    1: '1: hardly',
    2: '2: a little',
    3: '3: clearly',
    4: '4: strongly',
    5: '5: outstandingly',
  },
  choose: 'Choose from 1 to 5',
  note: 'A note for yourself',
  noteHint: 'Only you see it, and it is deleted when the scores are counted.',
}
