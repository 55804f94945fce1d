import type {
  Announcement,
  ShownJudging,
  ShownReason,
  ShownRound,
  ShownWords,
} from '../../../src/domain/shown-rounds.ts'
import { aFullLetter, aLongStory, alice, aStory, bob, carol, dave, erin } from './cast.ts'

const moment = (on: string, at = '17:00') => ({ on, at })

/** Everybody votes; three are nominated, and nobody has voted. */
export function aBallot(more: Partial<ShownRound> = {}): ShownRound {
  return {
    id: '01990000-0000-7000-8000-0000000000aa',
    seriesId: '01990000-0000-7000-8000-0000000000aa',
    turn: 0,
    title: 'Customer Champion of November',
    criteria: ['Went above and beyond', 'Made it easy for others'],
    groupIds: [],
    decidedBy: 'everybody',
    plan: {
      opens: moment('2026-11-02', '09:00'),
      nominationsClose: moment('2026-11-13'),
      votesOpen: moment('2026-11-16'),
      votesClose: moment('2026-11-20'),
    },
    opensAt: '2026-11-02T09:00:00.000Z',
    nominationsCloseAt: '2026-11-13T17:00:00.000Z',
    votesOpenAt: '2026-11-16T17:00:00.000Z',
    votesCloseAt: '2026-11-20T17:00:00.000Z',
    channel: 'CWOW',
    quorum: 1,
    restRounds: 0,
    state: 'voting',
    createdAt: '2026-10-30T09:00:00.000Z',
    zone: 'Europe/London',
    judges: [],
    nominations: 5,
    nominees: 3,
    turnout: 0,
    winners: [],
    ...more,
  }
}

export const aJudged = (more: Partial<ShownRound> = {}): ShownRound =>
  aBallot({ decidedBy: 'judges', judges: [carol, dave], ...more })

export function aReason(more: Partial<ShownReason> = {}): ShownReason {
  return {
    nominationId: 'N1',
    words:
      'Found the part that was lost, drove it over in the snow, and called the next day to hear whether it fits.',
    quotable: true,
    evidence: [],
    ...more,
  }
}
export const aFullReason = (more: Partial<ShownReason> = {}): ShownReason =>
  aReason({
    words:
      'She never says “that is not my job”.\n\nWhen the boiler of the school failed she stayed until it was warm.',
    criterion: 'Went above and beyond',
    evidence: [aStory(), aFullLetter(), withoutCard()],
    ...more,
  })
const withoutCard = () => {
  const { card: _, ...story } = aStory({ words: 'Her card is not posted yet.' })
  return story
}

const long = (index: number, size: number) => `${index} Wow! `.repeat(size).slice(0, size)
/** Everything as long as it may be. */
export const aLongReason = (index: number): ShownReason =>
  aReason({
    words: long(index, 1500),
    criterion: long(index, 75),
    evidence: Array.from({ length: 10 }, (_, n) => aLongStory(n)),
  })
export const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `U${n}`, name: long(n, 80) }))
export const aLongRound = (more: Partial<ShownRound> = {}): ShownRound =>
  aJudged({
    title: long(0, 100),
    honours: long(0, 500),
    criteria: [1, 2, 3, 4, 5].map((n) => long(n, 75)),
    judges: many(50),
    ...more,
  })

export function aJudging(more: Partial<ShownJudging> = {}): ShownJudging {
  return {
    round: aJudged(),
    nominees: [
      { person: bob, reasons: [aReason()], scores: [5, 4], note: 'Ask about the snow.' },
      { person: erin, reasons: [aFullReason()] },
      { person: alice, reasons: [aReason()], excluded: 'own-nominee' },
      { person: carol, reasons: [aReason()], excluded: 'oneself' },
    ],
    left: 1,
    ...more,
  }
}

export function anAnnouncement(more: Partial<Announcement> = {}): Announcement {
  return {
    round: aBallot({ state: 'decided', winners: [bob], turnout: 12 }),
    winners: [{ person: bob, reasons: [aReason(), aReason()], evidence: [aStory(), aFullLetter()] }],
    others: [erin, carol],
    ...more,
  }
}

export const someWords = (more: Partial<ShownWords> = {}): ShownWords => ({
  round: aBallot({ state: 'decided', winners: [erin] }),
  person: bob,
  reasons: [aReason(), aFullReason({ quotable: false })],
  won: false,
  steppedAside: false,
  ...more,
})
