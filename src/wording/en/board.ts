import type { Period } from '../../domain/calendar.ts'
import type { Day } from '../../domain/time.ts'
import { counted, day, month, number } from './say.ts'

const counts = {
  champions: (stories: number, cheers: number) =>
    `${counted(stories, 'story', 'stories')}${cheers > 0 ? `, ${counted(cheers, 'cheer', 'cheers')}` : ''}`,
  storytellers: (stories: number) => `told ${counted(stories, 'story', 'stories')}`,
  cheerers: (cheers: number) => `cheered ${counted(cheers, 'time', 'times')}`,
}

/** Boards: who had something to show, never who had not. */
export const board = {
  title: (view: string, period: string) => `${view}, ${period}`,
  views: { champions: 'Champions', storytellers: 'Storytellers', cheerers: 'Cheerers' },
  periods: { week: 'This week', month: 'This month', quarter: 'This quarter', year: 'This year' },
  /** `week of 16 November`, `November 2026`, `2026`. */
  period: (period: Period, startsOn: Day): string => {
    switch (period) {
      case 'week':
        return `week of ${day(startsOn)}`
      case 'month':
        return month(startsOn)
      case 'quarter':
        return `quarter ${(Number(startsOn.slice(5, 7)) + 2) / 3} of ${startsOn.slice(0, 4)}`
      case 'year':
        return startsOn.slice(0, 4)
    }
  },
  counts,
  more: (n: number) => `… and ${number(n)} more with as many.`,
  empty: 'Nobody is here yet. The first story changes that: type /wow.',
  own: {
    champions: (stories: number, cheers: number) =>
      `You are in ${counted(stories, 'story', 'stories')}${cheers > 0 ? `, and ${counted(cheers, 'cheer', 'cheers')} came for ${stories === 1 ? 'it' : 'them'}` : ''}.`,
    storytellers: (stories: number) => `You told ${counted(stories, 'story', 'stories')}.`,
    cheerers: (cheers: number) => `You cheered ${counted(cheers, 'time', 'times')}.`,
  },
  hidden: 'You are not listed, as you wished. /wow leaderboard on brings you back.',
  left: 'You are off the leaderboards, and off the digest’s totals. Stories about you still reach you. /wow leaderboard on brings you back.',
  back: 'Welcome back: you are on the leaderboards again. /wow leaderboard off takes you off.',
  periodPlaceholder: 'Period',
  viewPlaceholder: 'List',
  monthTitle: (month: string) => `Champions of ${month}`,
  monthIntro: 'The colleagues who were in the most stories. Thank you, and thanks to everybody who told one.',
  monthEmpty: 'Nobody is listed any more.',
}
