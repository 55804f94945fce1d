import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ShareState } from '../../src/domain/award.ts'
import type { ShownAward } from '../../src/domain/shown-prizes.ts'
import { approvalNote, approvalReminder, decidedNote, waitingNote } from '../../src/views/award-approval.ts'
import { awardCancelForm, awardDeclineForm, awardHandOverForm } from '../../src/views/award-close-forms.ts'
import { notedAnswer } from '../../src/views/award-noted.ts'
import {
  cancelledForChampion,
  cancelledForManager,
  todoNote,
  uncreditedNote,
} from '../../src/views/award-notes.ts'
import { isPrizesTodoList, prizesTodoList } from '../../src/views/prizes-todo.ts'
import { problemsOf } from '../support/block-kit.ts'
import { hostileText, MARK } from '../support/hostile-text.ts'
import { submit } from '../support/submit.ts'
import { aStory, bob, carol, dave, erin, look } from './gallery/cast.ts'
import { aWaiting } from './gallery/closing.ts'
import { anAward, aShare, voucher } from './gallery/prizes-cast.ts'

const states: readonly ShareState[] = ['waiting', 'open', 'fulfilled', 'declined', 'lapsed', 'cancelled']
const awards: fc.Arbitrary<ShownAward> = fc
  .record({
    names: fc.array(hostileText(80), { minLength: 1, maxLength: 10 }),
    state: fc.constantFrom(...states),
    reason: hostileText(500),
    note: hostileText(500),
    prize: hostileText(60),
    words: hostileText(2800),
    odd: fc.boolean(),
    split: fc.constantFrom('each', 'shared'),
  })
  .map(({ names, state, reason, note, prize, words, odd, split }) => {
    const people = names.map((name, n) => ({ id: `U${n}`, name }))
    const [by = bob] = people
    return anAward({
      ...{ reason, split, givenBy: by, approvers: people, story: aStory({ words, champions: people }) },
      prize: { ...voucher, name: prize },
      shares: people.map((person) =>
        aShare({
          ...{ person, state, moneyMinor: 50_00, hasLeft: odd, isUncredited: odd },
          ...(state === 'waiting' || state === 'open'
            ? {}
            : { ended: { by, at: '2026-11-20T16:00:00.000Z', note } }),
        }),
      ),
    })
  })

function expectSafe(shown: unknown): void {
  expect(problemsOf(shown)).toEqual([])
  expect(JSON.stringify(shown)).not.toMatch(/"type":"(mrkdwn|broadcast|usergroup|emoji|user)"/)
  for (const [, url] of JSON.stringify(shown).matchAll(/"url":"([^"]*)"/g))
    expect(url).toMatch(/^https:\/\/acme\.slack\.com\//)
}

describe('whatever people type', () => {
  test('stays text in what approvers, managers, champions and who hands over read, and mentions nobody', () => {
    fc.assert(
      fc.property(awards, (award) => {
        const model = { award, from: 'list', readerId: dave.id } as const
        const personId = award.shares[0]?.person.id ?? ''
        for (const shown of [
          approvalNote(award, dave.id, look),
          approvalReminder(award, { why: 'waiting', readerId: dave.id }, look),
          approvalReminder(award, { why: 'retracted', readerId: dave.id }, look),
          waitingNote(award, look),
          decidedNote(award, look),
          todoNote(award, look),
          cancelledForChampion(award, personId, look),
          cancelledForManager(award, [personId], look),
          uncreditedNote(award, { personId, fulfillers: award.approvers }, look),
          notedAnswer(award, personId, look),
          notedAnswer(award, 'SOMEBODY', look),
          awardDeclineForm.render(model, look),
          awardHandOverForm.render(model, look),
          awardCancelForm.render(model, look),
          prizesTodoList(
            {
              ...{ open: [award], ofLeavers: [award], waiting: [award] },
              ...{ more: 1, moreOfLeavers: 1, moreWaiting: 1 },
            },
            look,
          ),
        ])
          expectSafe(shown)
      }),
      { numRuns: 40 },
    )
  })

  test('is gone with a story that was taken back', () => {
    const retracted = { by: bob, nobodyLeft: false }
    const award = aWaiting({ story: aStory({ words: `${MARK} words`, retracted }) })
    for (const shown of [approvalNote(award, dave.id, look), waitingNote(award, look), todoNote(award, look)])
      expect(JSON.stringify(shown)).not.toContain(MARK)
  })
})

describe('a form that closes an award', () => {
  const pair = anAward({ shares: [aShare(), aShare({ person: erin })] })

  test('gives back who, why, and where it was opened', () => {
    const decline = awardDeclineForm.render({ award: aWaiting() }, look)
    expect(awardDeclineForm.read(submit(decline))).toEqual({ awardId: 'A1' })
    expect(awardDeclineForm.read(submit(decline, { reason: { value: 'Not now' } }))).toEqual({
      awardId: 'A1',
      reason: 'Not now',
    })
    const done = awardHandOverForm.render({ award: pair, from: 'list' }, look)
    const both = { awardId: 'A1', from: 'list', personIds: [bob.id, erin.id] }
    expect(awardHandOverForm.read(submit(done))).toEqual(both)
    const sent = submit(done, {
      personIds: { selected_options: [{ value: erin.id }] },
      note: { value: 'Voucher 4711' },
    })
    expect(awardHandOverForm.read(sent)).toEqual({ ...both, personIds: [erin.id], note: 'Voucher 4711' })
    const cancel = awardCancelForm.render({ award: pair, from: 'message', readerId: carol.id }, look)
    expect(awardCancelForm.read(submit(cancel, { reason: { value: 'Sold out' } }))).toEqual({
      ...both,
      ...{ from: 'message', reason: 'Sold out' },
    })
  })

  test.each([
    ['one is left', { ...pair, shares: [aShare()] }],
    ['it is shared', { ...pair, split: 'shared' as const }],
  ])('asks not for whom when %s', (_, award) => {
    const done = awardHandOverForm.render({ award, from: 'message' }, look)
    expect(awardHandOverForm.read(submit(done))).toEqual({ awardId: 'A1', from: 'message' })
  })

  test('knows the list that it was opened from', () => {
    const { private_metadata = '' } = prizesTodoList(
      { open: [], more: 0, ofLeavers: [], moreOfLeavers: 0, waiting: [], moreWaiting: 0 },
      look,
    )
    const state = { values: {} }
    expect(isPrizesTodoList({ state, private_metadata })).toBe(true)
    expect(isPrizesTodoList({ state, private_metadata: '' })).toBe(false)
    expect(isPrizesTodoList(undefined)).toBe(false)
  })
})
