import { announcementPost } from '../../../src/views/announcement.ts'
import { ownBallots, votedSentence, votePost } from '../../../src/views/ballot.ts'
import { judgeNote, judgeReminder, judgingList } from '../../../src/views/judging.ts'
import { notice } from '../../../src/views/notice.ts'
import { ownWords } from '../../../src/views/own-words.ts'
import { reasonsPage } from '../../../src/views/reasons.ts'
import { scoreForm } from '../../../src/views/score-form.ts'
import {
  aBallot,
  aFullReason,
  aJudged,
  aJudging,
  aLongReason,
  aLongRound,
  anAnnouncement,
  aReason,
  many,
  someWords,
} from './ballots-cast.ts'
import { alice, aStory, bob, carol, erin, look } from './cast.ts'
import type { Examples } from './examples.ts'

const vote = { round: aBallot({ turnout: 1234 }), own: undefined, nobodyElse: false }

export const ballots: Examples = {
  'votes are open': () => votePost(aBallot(), look),
  'with what it honours, and some who voted': () =>
    votePost(aBallot({ honours: 'Whoever went out of their way for a customer.', turnout: 1234 }), look),
  'of one nominee, with one vote': () => votePost(aBallot({ nominees: 1, turnout: 1 }), look),
  'votes are closed': () => votePost(aBallot({ state: 'tied', turnout: 3 }), look),
  'too few voted': () => votePost(aBallot({ state: 'short', turnout: 3 }), look),
  'it is decided': () => votePost(aBallot({ state: 'decided', winners: [bob] }), look),
  'it is decided for two': () => votePost(aBallot({ state: 'decided', winners: [bob, erin] }), look),
  'it is cancelled': () => votePost(aBallot({ state: 'cancelled' }), look),
  'it has no champion': () => votePost(aBallot({ state: 'unwon' }), look),
  'a vote is counted': () => notice(votedSentence({ round: aBallot(), nominee: bob }, look)),
  'one’s own, before the vote': () => ownBallots({ votes: [vote], judging: [] }, undefined, look),
  'one’s own, right after the vote': () =>
    ownBallots(
      { votes: [{ ...vote, own: bob }], judging: [] },
      votedSentence({ round: aBallot(), nominee: bob }, look),
      look,
    ),
  'one’s own, where nobody else is nominated': () =>
    ownBallots({ votes: [{ ...vote, nobodyElse: true }], judging: [] }, undefined, look),
  'one’s own, of several, one of them to judge': () =>
    ownBallots(
      {
        votes: [vote, { ...vote, round: aBallot({ id: 'R2', title: 'Helper of the Quarter' }), own: erin }],
        judging: [{ round: aJudged(), left: 2 }],
      },
      undefined,
      look,
    ),
  'one’s own, of very many': () =>
    ownBallots(
      {
        votes: Array.from({ length: 12 }, (_, n) => ({
          ...vote,
          round: aBallot({ id: `R${n}`, title: `Round ${n}` }),
        })),
        judging: [],
      },
      undefined,
      look,
    ),
}

const nominees = [
  { person: bob, reasons: [aReason(), aFullReason()] },
  {
    person: erin,
    reasons: [aReason({ words: 'הוא מצא את החלק שאבד ונסע איתו בשלג אל הלקוחה, ולמחרת התקשר.' })],
  },
]
const aPage = { round: aBallot(), nominees, page: 0, pages: 1, of: 'all' } as const

export const reasons: Examples = {
  'all on one page': () => reasonsPage(aPage, look),
  'the first of several pages': () => reasonsPage({ ...aPage, pages: 3 }, look),
  'one in between': () => reasonsPage({ ...aPage, page: 1, pages: 3 }, look),
  'the last of them': () => reasonsPage({ ...aPage, page: 2, pages: 3 }, look),
  'what may be quoted of the champion': () => reasonsPage({ ...aPage, of: 'winners' }, look),
  'what was written about oneself': () =>
    reasonsPage({ ...aPage, nominees: nominees.slice(0, 1), of: 'own' }, look),
  'nothing left': () => reasonsPage({ ...aPage, nominees: [] }, look),
}

export const judgings: Examples = {
  'a judge is asked': () => judgeNote(aJudged(), true, look),
  'there is nothing to judge any more': () => judgeNote(aJudged({ state: 'decided' }), true, look),
  'somebody judges no more': () => judgeNote(aJudged(), false, look),
  'the reminder': () => judgeReminder(aJudged(), 2, look),
  'the reminder, of one': () => judgeReminder(aJudged(), 1, look),
  'the reminder, when it is done': () => judgeReminder(aJudged(), 0, look),
  'the reminder, when it is over': () => judgeReminder(aJudged({ state: 'tied' }), 2, look),
  'the list of nominees': () => judgingList(aJudging(), 0, look),
  'the list when all is done': () => judgingList(aJudging({ left: 0 }), 0, look),
  'the list with nobody to score': () =>
    judgingList(
      aJudging({ nominees: [{ person: carol, reasons: [], excluded: 'oneself' }], left: 0 }),
      0,
      look,
    ),
  'the form, before': () =>
    scoreForm.render(
      { round: aJudged(), nominee: { person: erin, reasons: [aFullReason()] }, page: 0 },
      look,
    ),
  'the form, after': () =>
    scoreForm.render(
      {
        round: aJudged(),
        nominee: { person: bob, reasons: [aReason()], scores: [5, 4], note: 'Ask about the snow.' },
        page: 1,
      },
      look,
    ),
}

const decided = (more = {}) => aBallot({ state: 'decided', ...more })

export const announcements: Examples = {
  'a champion': () => announcementPost(anAnnouncement(), look),
  'a champion about whom nothing may be quoted': () =>
    announcementPost(
      anAnnouncement({ winners: [{ person: bob, reasons: [], evidence: [] }], others: [] }),
      look,
    ),
  'by judges, with what it honours': () =>
    announcementPost(
      anAnnouncement({
        round: aJudged({ state: 'decided', honours: 'Whoever helped most.', winners: [bob] }),
      }),
      look,
    ),
  'by hosts': () => announcementPost(anAnnouncement({ round: decided({ decidedBy: 'host' }) }), look),
  'two who share it': () =>
    announcementPost(
      anAnnouncement({
        tie: 'shared',
        winners: [bob, erin].map((person) => ({ person, reasons: [aReason()], evidence: [aStory()] })),
      }),
      look,
    ),
  'a tie that hosts decided': () => announcementPost(anAnnouncement({ tie: 'hosts' }), look),
  'the words of the champion': () =>
    ownWords(someWords({ won: true, round: decided({ winners: [bob] }) }), look),
  'the words of one of two champions': () =>
    ownWords(someWords({ won: true, round: decided({ winners: [bob, erin] }) }), look),
  'the words of who did not win': () => ownWords(someWords(), look),
  'the words of who did not win, by one': () => ownWords(someWords({ reasons: [aReason()] }), look),
  'the words without a champion': () => ownWords(someWords({ round: aBallot({ state: 'unwon' }) }), look),
  'the words of who stepped aside': () => ownWords(someWords({ steppedAside: true }), look),
}

const sixty = many(60)
const longReasons = Array.from({ length: 60 }, (_, n) => aLongReason(n))

/** Too long to read as a snapshot; held to the limits all the same. */
export const longBallots: Examples = {
  'votes of sixty nominees': () => votePost(aLongRound({ decidedBy: 'everybody', nominees: 60 }), look),
  'a page of reasons': () =>
    reasonsPage(
      { ...aPage, nominees: sixty.slice(0, 10).map((person, n) => ({ person, reasons: [aLongReason(n)] })) },
      look,
    ),
  'a judge is asked about sixty': () => judgeNote(aLongRound({ nominees: 60 }), true, look),
  'sixty to be judged': () => {
    const all = sixty.map((person) => ({ person, reasons: [aReason()], scores: [1, 2, 3, 4, 5] }))
    return [0, 1, 2].map((page) => judgingList({ round: aLongRound(), nominees: all, left: 60 }, page, look))
  },
  'a form with sixty reasons': () =>
    scoreForm.render(
      { round: aLongRound(), nominee: { person: alice, reasons: longReasons }, page: 0 },
      look,
    ),
  'a champion with sixty reasons, of sixty': () =>
    announcementPost(
      {
        round: aLongRound({ state: 'decided' }),
        winners: [
          { person: bob, reasons: longReasons, evidence: longReasons.flatMap(({ evidence }) => evidence) },
        ],
        others: sixty,
      },
      look,
    ),
  'thirty champions': () =>
    announcementPost(
      {
        round: aLongRound({ state: 'decided' }),
        tie: 'shared',
        winners: many(30).map((person) => ({
          person,
          reasons: longReasons,
          evidence: longReasons.flatMap(({ evidence }) => evidence),
        })),
        others: many(300),
      },
      look,
    ),
  'sixty who wrote about one': () =>
    ownWords(someWords({ round: aLongRound({ state: 'decided' }), reasons: longReasons }), look),
  'thirty who share it, to one of them': () =>
    ownWords(someWords({ won: true, round: aLongRound({ state: 'decided', winners: many(30) }) }), look),
}
