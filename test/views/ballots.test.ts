import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Named } from '../../src/domain/shown.ts'
import type { ShownReason } from '../../src/domain/shown-rounds.ts'
import { announcementPost } from '../../src/views/announcement.ts'
import { nomineeOptions, ownBallots, votedSentence, votePost } from '../../src/views/ballot.ts'
import { judgeNote, judgeReminder, judgingList } from '../../src/views/judging.ts'
import { notice } from '../../src/views/notice.ts'
import { ownWords } from '../../src/views/own-words.ts'
import { reasonsPage } from '../../src/views/reasons.ts'
import { scoreForm } from '../../src/views/score-form.ts'
import { problemsOf } from '../support/block-kit.ts'
import { hostileText } from '../support/hostile-text.ts'
import { submit } from '../support/submit.ts'
import { aBallot, aJudged } from './gallery/ballots-cast.ts'
import { aStory, look } from './gallery/cast.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const named = (id: string): fc.Arbitrary<Named> => hostileText(80).map((name) => ({ id, name }))
const reason: fc.Arbitrary<ShownReason> = fc.record({
  nominationId: fc.uuid(),
  words: hostileText(1500),
  quotable: fc.boolean(),
  criterion: maybe(hostileText(75)),
  evidence: fc.array(
    hostileText(2800).map((words) => aStory({ words })),
    { maxLength: 4 },
  ),
})
const reasons = fc.array(reason, { minLength: 1, maxLength: 12 })
const round = fc
  .record({
    title: hostileText(100),
    honours: maybe(hostileText(500)),
    criteria: fc.array(hostileText(75), { minLength: 1, maxLength: 5 }),
    judge: named('UJUDGE'),
  })
  .map(({ judge, ...more }) => aJudged({ ...more, judges: [judge] }))

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, property), { numRuns: 60 })

const mentionsIn = (shown: unknown): string[] =>
  [...JSON.stringify(shown).matchAll(/"user_id":"(\w+)"/g)].map(([, id]) => id ?? '')

describe('whatever people typed', () => {
  test('is text in votes, reasons and judging, within the limits, and mentions nobody', () => {
    holds(fc.tuple(round, reasons, named('UBOB')), ([shown, written, person]) => {
      const nominee = { person, reasons: written }
      const open = aBallot({ ...shown, decidedBy: 'everybody' })
      const decided = aBallot({ ...shown, state: 'decided', winners: [person] })
      const votes = [{ round: open, own: person, nobodyElse: false }]
      const judging = {
        round: shown,
        nominees: [nominee, { ...nominee, excluded: 'oneself' as const }],
        left: 1,
      }
      const all = [
        votePost(open, look),
        votePost(decided, look),
        notice(votedSentence({ round: open, nominee: person }, look)),
        ownBallots({ votes, judging: [{ round: shown, left: 2 }] }, undefined, look),
        reasonsPage({ round: shown, nominees: [nominee], page: 0, pages: 2, of: 'all' }, look),
        judgeNote(shown, true, look),
        judgeReminder(shown, 1, look),
        judgingList({ ...judging, nominees: judging.nominees.slice(0, 1) }, 0, look),
        scoreForm.render({ round: shown, nominee, page: 0 }, look),
        ownWords({ ...nominee, round: decided, won: false, steppedAside: false }, look),
        ownWords({ ...nominee, round: decided, won: true, steppedAside: false }, look),
      ]
      for (const one of all) {
        expect(problemsOf(one)).toEqual([])
        expect(mentionsIn(one)).toEqual([])
      }
    })
  })

  test('is text in the announcement, which mentions its champions and nobody else', () => {
    holds(fc.tuple(round, reasons, named('UBOB'), named('UERIN')), ([shown, written, bob, erin]) => {
      const winners = [
        { person: bob, reasons: written, evidence: written.flatMap(({ evidence }) => evidence) },
      ]
      const post = announcementPost(
        { round: aBallot({ ...shown, state: 'decided' }), winners, others: [erin] },
        look,
      )
      expect(problemsOf(post)).toEqual([])
      expect(mentionsIn(post)).toEqual(['UBOB'])
    })
  })
})

describe('the words of a nominee', () => {
  test('are whole: in the note, or behind its button', () => {
    holds(fc.tuple(reasons, named('UBOB')), ([written, person]) => {
      const note = ownWords(
        { person, reasons: written, round: aBallot({ state: 'decided' }), won: false, steppedAside: false },
        look,
      )
      const text = JSON.stringify(note.blocks)
      const isWhole = written.every(({ words }) => text.includes(JSON.stringify(words).slice(1, -1)))
      expect(isWhole || text.includes('words.read')).toBe(true)
    })
  })
})

describe('the form for scores', () => {
  test('gives back what it was filled in with', () => {
    const filled = fc.record({
      shown: round,
      scores: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }),
      note: maybe(hostileText(500)),
      page: fc.nat({ max: 9 }),
    })
    holds(filled, ({ shown, scores, note, page }) => {
      const given = scores.slice(0, shown.criteria.length)
      const nominee = { person: { id: 'UBOB', name: 'Bob' }, reasons: [], scores: given, note }
      const read = scoreForm.read(submit(scoreForm.render({ round: shown, nominee, page }, look)))
      expect(read).toEqual({
        roundId: shown.id,
        page,
        nomineeId: 'UBOB',
        scores: given,
        note: note || undefined,
      })
    })
  })

  test('knows what was left out', () => {
    const nominee = { person: { id: 'UBOB', name: 'Bob' }, reasons: [] }
    const read = scoreForm.read(submit(scoreForm.render({ round: aJudged(), nominee, page: 0 }, look)))
    expect(read.scores).toEqual([undefined, undefined])
  })
})

test('a hundred can be chosen from at once, and more by typing', () => {
  const many = Array.from({ length: 150 }, (_, n) => ({ id: `U${n}`, name: `Person ${n}` }))
  expect(nomineeOptions(many)).toHaveLength(100)
})
