/** The announcement of a champion, and the words that every nominee reads. */
import { counted, list, number } from './say.ts'

export const announcement = {
  headline: (champions: string, round: string) => `${champions}: ${round}!`,
  honours: (what: string) => `It honours: ${what}`,
  written: 'What colleagues wrote',
  writtenAbout: (name: string) => `What colleagues wrote about ${name}`,
  evidence: 'The stories behind it',
  evidenceFor: (name: string) => `The stories behind it, about ${name}`,
  moreStories: (more: number) => `… and ${counted(more, 'more story', 'more stories')}.`,
  others: 'Honoured with a nomination',
  moreOthers: (more: number) => `and ${number(more)} more`,
  readAll: 'Read the reasons',
  how: {
    everybody: 'Decided by everybody’s votes.',
    host: 'Chosen by the hosts.',
  },
  judges: (names: readonly string[]) => `Decided by the scores of the judges: ${list(names)}.`,
  tie: {
    shared: 'Several came first together, and share the title.',
    hosts: 'Several came first together, and the hosts decided.',
  },
}

export const ownWords = {
  won: (round: string) => `Congratulations! The title is yours: ${round}.`,
  shared: (round: string, others: string) =>
    `Congratulations! The title is yours, together with ${others}: ${round}.`,
  wonMore: 'It is yours for good, and stands on your Home page. This is what colleagues wrote about you.',
  nominated: (round: string) => `You were nominated for ${round}.`,
  nominatedMore: (colleagues: number) =>
    colleagues === 1
      ? 'Somebody else has the title this time. What a colleague wrote about you stays true all the same, and it is for you to read and keep.'
      : `Somebody else has the title this time. What ${number(colleagues)} colleagues wrote about you stays true all the same, and it is for you to read and keep.`,
  unwonMore:
    'This round ended without a champion. What was written about you stays true all the same, and it is for you to read and keep.',
  aside: (round: string) => `You stepped aside from ${round}, and nobody was told.`,
  asideMore: 'What was written about you is yours all the same, if you would like to read it.',
  nobodySees: 'Who wrote it is shown to nobody.',
  more: (more: number) => `… and ${counted(more, 'more', 'more')}. Nothing is left out there:`,
  readAll: 'Read all of it',
}

export const titles = {
  own: 'Your titles',
  one: (title: string, day: string) => `${title} · ${day}`,
  more: (more: number) => `… and ${number(more)} more.`,
  inDigest: 'Titles of the week',
  wins: (people: string, title: string) => `${people}: ${title}`,
}
