/** What hosts are asked and told about rounds, and what nominators hear when one is cancelled. */
import type { RoundState } from '../../domain/round.ts'
import type { DecisionAsked } from '../../domain/shown-rounds.ts'
import { counted, list, listUpTo, number } from './say.ts'

const people = (n: number) => counted(n, 'person', 'people')

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
  tieLeft: (title: string, name: string) =>
    `“${title}” ended in a tie, and of those who came first only ${name} is still in it.`,
  tieLeftUntil: (when: string, name: string) => `If nobody decides by ${when}, the title is ${name}’s.`,
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
      `“${title}” has ended without a champion: everybody who could have won it has stepped aside or left. Nothing is announced.`,
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
  looked: 'Who looked before',
  before: (by: string, on: string, why: string) => `${by}, on ${on}: ${why}`,
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
