import { describe, expect, test } from '@jest/globals'
import { changeRound } from '../../../src/usecases/rounds.ts'
import { buttonIn } from '../../support/plaudit/list.ts'
import { type Colleague, MODES, startPlaudit } from '../../support/plaudit.ts'
import { appBeside, march, plansRound, WHY } from '../support/nominating.ts'
import { LAST_DAY, onTop, VOTES_CLOSE, VOTES_OPEN, votesOpen, writes } from '../support/voting.ts'

const judged = { decidedBy: 'judges', judgeIds: ['UDAVE', 'UCAROL'] } as const

/** Opens the form for the nominee of that name, from the list that is open. */
const opensForm = (judge: Colleague, name: string) =>
  judge.seesChange(() => judge.presses(onTop(judge), buttonIn(onTop(judge), 'ballot.score', name)))

async function scores(judge: Colleague, name: string, values: object) {
  await opensForm(judge, name)
  const { outcome, errors } = await judge.submits(values as Record<string, string>)
  if (outcome !== 'updated') throw new Error(`not scored: ${outcome} ${JSON.stringify(errors)}`)
}

describe.each(MODES)('judges, over %s', (mode) => {
  test('score one nominee after the other, and leave out themselves and whom they nominated', async () => {
    const plaudit = await startPlaudit({ mode })
    const { carol, dave, alice, jumpTo, celebrations } = plaudit
    await votesOpen(plaudit, judged)
    expect(celebrations.texts().join('\n')).not.toContain('Vote: Customer Champion')
    const note = await carol.dm('You are one of the judges of Customer Champion of March.')
    expect(alice.dms().join('\n')).not.toContain('one of the judges')
    await carol.presses(note, 'round.judge')
    await carol.form()
    expect(carol.formShows()).toContain('Still to be scored: 2 of 2.')
    expect(carol.formShows()).toContain('Carol Cook: nobody scores themselves.')

    await opensForm(carol, 'Bob Baker')
    expect(carol.formShows()).toContain('and the second time with soup.')
    expect(carol.formShows()).not.toMatch(/Alice|Dave/)
    expect((await carol.submits({ 'score-0': '5' })).outcome).toBe('stopped by client')
    const { outcome } = await carol.submits({ 'score-0': '5', 'score-1': '4', note: 'Ask about the soup.' })
    expect(outcome).toBe('updated')
    expect(carol.formShows()).toContain('✅ Bob Baker, scored: 5 · 4')
    expect(carol.formShows()).toContain('Still to be scored: 1 of 2.')
    await opensForm(carol, 'Bob Baker')
    expect(carol.formShows()).toContain('Ask about the soup.')
    await carol.submits({ 'score-0': '5', 'score-1': '5' })
    await scores(carol, 'Frank Frost', { 'score-0': '2', 'score-1': '2' })
    expect(carol.formShows()).toContain('You have scored everybody. Thank you!')

    // dave nominated bob and frank: only carol is his to score.
    await dave.presses(await dave.dm('You are one of the judges'), 'round.judge')
    await dave.form()
    expect(dave.formShows()).toContain('Bob Baker: you nominated them, so the other judges score them.')
    await jumpTo(LAST_DAY)
    expect(dave.dms().at(-1)).toContain(
      '1 nominee is still without your scores in Customer Champion of March.',
    )
    expect(carol.dms().join('\n')).not.toContain('still without your scores')
    await jumpTo(VOTES_CLOSE)
    expect(celebrations.texts().at(-1)).toContain('🎉 @bob: Customer Champion of March!')
    expect(celebrations.texts().at(-1)).toContain('Decided by the scores of the judges')
    expect(carol.dms().join('\n')).not.toContain('[Score the nominees]')
    expect(dave.dms().join('\n')).not.toContain('[Score the nominees]')
  })
})

describe('a judge', () => {
  test('of sixty nominees goes through pages, and comes back to the one they were on', async () => {
    const crowd = Array.from({ length: 60 }, (_, n) => `UCROWD${n}`)
    const plaudit = await startPlaudit({
      timing: { timeout: 10_000 }, // it is many messages
      before: (slack) => {
        for (const [n, id] of crowd.entries())
          slack.addPerson({ id, name: id.toLowerCase(), realName: `Crowd Number${n}` })
      },
    })
    const { carol, jumpTo } = plaudit
    const roundId = await plansRound(plaudit, judged)
    await writes(
      appBeside(plaudit),
      roundId,
      crowd.map((about) => ({ by: 'UBOB', about })),
    )
    await jumpTo(VOTES_OPEN)
    await carol.presses(await carol.dm('You are one of the judges'), 'round.judge')
    await carol.form()
    expect(carol.formShows()).toContain('Page 1 of 2')
    await carol.seesChange(() => carol.presses(onTop(carol), 'judging.next'))
    expect(carol.formShows()).toContain('Page 2 of 2')
    const [, name = ''] = carol.formShows().match(/(Crowd Number\d+), still to be scored/) ?? []
    await scores(carol, name, { 'score-0': '3', 'score-1': '3' })
    expect(carol.formShows()).toContain('Page 2 of 2')
    expect(carol.formShows()).toContain(`✅ ${name}, scored: 3 · 3`)
    expect(carol.formShows()).toContain('Still to be scored: 59 of 60.')
  })

  test('reads all reasons from the list, and who is no judge reads who decides', async () => {
    const plaudit = await startPlaudit()
    const { alice, carol, slack } = plaudit
    const roundId = await votesOpen(plaudit, judged)
    await carol.runs('/wow vote')
    expect(await carol.answer()).toContain('2 nominees are still without your scores')
    await carol.presses(carol.lastAnswer(), 'round.judge')
    await carol.form()
    await carol.presses(onTop(carol), 'ballot.reasons')
    await carol.form()
    expect(carol.formShows()).toContain(WHY)
    const forged = alice.slack.keeps({
      type: 'modal',
      title: { type: 'plain_text', text: 'Forged' },
      blocks: [
        {
          type: 'actions',
          elements: ['round.judge', 'ballot.reasons'].map((action_id) => ({
            ...{ type: 'button', action_id, value: roundId },
            text: { type: 'plain_text', text: 'Press' },
          })),
        },
      ],
    })
    for (const action of ['round.judge', 'ballot.reasons']) {
      await alice.presses(forged, action)
      await slack.until(() => alice.formShows().includes('Judges decide this round.'), { what: action })
      await alice.slack.close()
    }
  })

  test('who is replaced reads that there is nothing to do any more', async () => {
    const plaudit = await startPlaudit()
    const { carol, settled } = plaudit
    const roundId = await votesOpen(plaudit, judged)
    const plan = march.plan
    await changeRound(appBeside(plaudit), { id: 'UDAVE' }, roundId, {
      ...march,
      ...{ plan, decidedBy: 'judges', judgeIds: ['UDAVE'] },
    })
    await settled()
    expect(carol.dms().join('\n')).toContain('Nothing to score any more')
    await carol.runs('/wow vote')
    expect(await carol.answer()).toContain('Judges decide this round.')
  })
})
