import { describe, expect, test } from '@jest/globals'
import { nominate } from '../../../src/usecases/nominations.ts'
import { cancelRound } from '../../../src/usecases/rounds.ts'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { appBeside, plansRound, WHY } from '../support/nominating.ts'
import { offered, onTop, VOTES_CLOSE, VOTES_OPEN, votePostOf, votes, votesOpen } from '../support/voting.ts'

describe.each(MODES)('when votes open, over %s', (mode) => {
  test('everybody votes in one post, and the last vote counts', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, carol, frank, celebrations, jumpTo, slack } = plaudit
    await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    expect(celebrations.text(post)).toContain('3 colleagues are nominated.')
    expect(celebrations.text(post)).toContain('Votes are open until Friday 27 March, 17:00.')
    expect(celebrations.text(post)).toContain('Nobody has voted yet.')

    slack.clearLog()
    await votes(alice, post, carol)
    expect(await alice.answer()).toBe(
      'Your vote for Customer Champion of March is for Carol Cook. You can change it until Friday 27 March, 17:00. Nobody else sees it.',
    )
    await votes(alice, post, bob)
    expect(await alice.answer()).toContain('is for Bob Baker')
    await votes(bob, post, frank)
    await votes(carol, post, bob)
    await bob.answer()
    await carol.answer()
    const asked = slack.log().filter(({ direction }) => direction === 'to slack')
    expect(asked.filter(({ name }) => name !== 'chat.update').map(({ name }) => name)).toEqual(
      Array.from({ length: 4 }, () => 'response_url'),
    )
    await jumpTo(VOTES_CLOSE)
    expect(celebrations.text(post)).toBe(
      'Votes for Customer Champion of March are closed. The champion: Bob Baker.',
    )
    expect(celebrations.texts().at(-1)).toContain('🎉 @bob: Customer Champion of March!')
  })

  test('/wow vote is the same privately, with one’s own vote', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, carol } = plaudit
    await alice.runs('/wow vote')
    expect(await alice.answer()).toContain('There is nothing to vote for right now.')
    await votesOpen(plaudit)
    await alice.runs('/wow vote')
    expect(await alice.answer()).toContain('You have not voted yet.')
    await votes(alice, alice.lastAnswer(), bob)
    const shown = await alice.answer()
    expect(shown).toContain('✅ Your vote for Customer Champion of March is for Bob Baker.')
    expect(shown).toContain('Your vote is for Bob Baker. To change it, choose somebody else.')
    // From another device, in the post.
    await votes(alice, await votePostOf(plaudit), carol)
    expect(await alice.answer()).toContain('is for Carol Cook')
    await alice.runs('/wow vote')
    expect(await alice.answer()).toContain('Your vote is for Carol Cook.')
  })
})

describe('whom one can vote for', () => {
  test('everybody but oneself, in one’s own order, filtered by what one types', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob } = plaudit
    await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    const all = await offered(alice, post)
    expect(all.toSorted()).toEqual(['Bob Baker', 'Carol Cook', 'Frank Frost'])
    expect(await offered(alice, post)).toEqual(all)
    expect((await offered(bob, post)).toSorted()).toEqual(['Carol Cook', 'Frank Frost'])
    expect(await offered(alice, post, 'cóok')).toEqual(['Carol Cook'])
    expect(await offered(alice, post, 'frost fr')).toEqual(['Frank Frost'])
    expect(await offered(alice, post, 'nobody')).toEqual([])
  })

  test('seventy on one ballot, the one who was looked for among them', async () => {
    const crowd = Array.from({ length: 70 }, (_, n) => `UCROWD${n}`)
    const plaudit = await startPlaudit({
      timing: { timeout: 10_000 }, // it is many messages
      before: (slack) => {
        for (const [n, id] of crowd.entries())
          slack.addPerson({ id, name: id.toLowerCase(), realName: `Crowd Number${n}` })
      },
    })
    const { alice, bob, jumpTo, meet } = plaudit
    const roundId = await plansRound(plaudit)
    const app = appBeside(plaudit)
    for (const nomineeId of crowd)
      await nominate(
        app,
        { id: 'UBOB' },
        { roundId, nomineeId, reason: WHY, quotable: false, evidenceIds: [] },
      )
    await jumpTo(VOTES_OPEN)
    const post = await votePostOf(plaudit)
    const orders = [await offered(alice, post), await offered(bob, post)]
    expect(orders.map((order) => order.length)).toEqual([70, 70])
    expect(orders[0]).not.toEqual(orders[1])
    expect(await offered(alice, post, 'number69')).toEqual(['Crowd Number69'])
    await votes(alice, post, meet('UCROWD69'))
    expect(await alice.answer()).toContain('is for Crowd Number69')

    await alice.presses(post, 'ballot.reasons')
    await alice.form()
    expect(alice.formShows()).toContain('Page 1 of 7')
    const seen = new Set<string>()
    for (let page = 1; ; page++) {
      for (const [name] of alice.formShows().matchAll(/Crowd Number\d+/g)) seen.add(name)
      if (page === 7) break
      await alice.seesChange(() => alice.presses(onTop(alice), 'reasons.next'))
    }
    expect([...seen]).toEqual(orders[0])
    expect(alice.formShows()).not.toContain('[Next page]')
    await alice.seesChange(() => alice.presses(onTop(alice), 'reasons.previous'))
    expect(alice.formShows()).toContain('Page 6 of 7')
  })

  test('a guest of the celebration channel, too, without a question to Slack; and no other guest', async () => {
    const plaudit = await startPlaudit({
      before: (slack) => {
        slack.addPerson({ id: 'UOUT', name: 'otto', realName: 'Otto Out', isGuest: 'restricted' })
        slack.channel('CNEWS').members.add('UOUT')
      },
    })
    const { erin, bob, meet, slack } = plaudit
    await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    slack.clearLog()
    await votes(erin, post, bob)
    expect(await erin.answer()).toContain('is for Bob Baker')
    expect(slack.log().map(({ name }) => name)).not.toContain('users.conversations')
    const otto = meet('UOUT')
    await otto.runs('/wow vote', 'CNEWS')
    expect(await otto.answer()).toContain('Guests can see this once they are in the channel')
  })
})

describe('a vote', () => {
  test('too late says so; a nominee who left cannot be chosen any more', async () => {
    const plaudit = await startPlaudit()
    const { alice, carol, frank, slack, settled, leapTo, celebrations } = plaudit
    await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    await alice.slack.suggest(post, 'ballot.vote', '')
    await slack.changePerson(frank.id, { deleted: true })
    await settled()
    await alice.presses(post, 'ballot.vote', frank.id)
    expect(await alice.answer()).toBe('This person is not in the round any more. Choose somebody else.')
    const before = await offered(carol, post)
    expect(before).not.toContain('Frank Frost')
    await alice.runs('/wow vote')
    await alice.answer()
    const list = alice.lastAnswer()
    await alice.slack.suggest(list, 'ballot.vote', '')
    await leapTo(VOTES_CLOSE)
    await alice.presses(list, 'ballot.vote', carol.id)
    expect(await alice.answer()).toBe(
      'Votes for Customer Champion of March are closed. /wow rounds shows what came of it.',
    )
    expect(await offered(alice, list)).toEqual([])
    expect(celebrations.texts().join('\n')).not.toContain('🎉')
  })

  test('whose answer does not arrive is counted all the same', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, slack, expectLog } = plaudit
    await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    expectLog(/a private answer did not arrive/)
    slack.faults.next('response_url', { kind: '500' })
    await votes(alice, post, bob)
    await slack.until(() => plaudit.log().some(({ msg }) => msg === 'a private answer did not arrive'))
    expect(JSON.stringify(plaudit.log())).not.toContain(bob.id)
    await alice.runs('/wow vote')
    expect(await alice.answer()).toContain('Your vote is for Bob Baker.')
  })

  test('that comes twice is one', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, slack, passes, celebrations } = plaudit
    await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    slack.faults.next('interactive', { kind: 'twice' })
    await votes(alice, post, bob)
    await alice.answer()
    await votes(carol, post, bob)
    await carol.answer()
    await passes({ minutes: 6 })
    expect(celebrations.text(post)).toContain('2 people have voted so far.')
  })

  test('in a round that is cancelled is never counted, and the post says so', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, celebrations, settled } = plaudit
    const roundId = await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    await votes(alice, post, bob)
    await alice.answer()
    await cancelRound(appBeside(plaudit), { id: 'UDAVE' }, roundId)
    await settled()
    expect(celebrations.text(post)).toContain('was cancelled before its end')
    expect(celebrations.text(post)).not.toContain('[')
  })
})

test('/wow vote says who decides where it is not everybody, and what is not open yet', async () => {
  const plaudit = await startPlaudit()
  const { alice, jumpTo } = plaudit
  const roundId = await plansRound(plaudit, { decidedBy: 'judges', judgeIds: ['UDAVE'] })
  await alice.runs('/wow vote')
  expect(await alice.answer()).toBe(
    'Votes for Customer Champion of March are not open yet. /wow rounds says when.',
  )
  const words = { roundId, nomineeId: 'UBOB', reason: WHY, quotable: false, evidenceIds: [] }
  await nominate(appBeside(plaudit), { id: 'UALICE' }, words)
  await jumpTo(VOTES_OPEN)
  await alice.runs('/wow vote')
  expect(await alice.answer()).toBe('Judges decide this round. /wow rounds shows who won, once they have.')
})
