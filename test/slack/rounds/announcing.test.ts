import { describe, expect, test } from '@jest/globals'
import { stepAside } from '../../../src/usecases/nominations.ts'
import { decideRound } from '../../../src/usecases/round-decisions.ts'
import { storyIn } from '../../support/plaudit/colleague.ts'
import { MODES, type Plaudit, startPlaudit } from '../../support/plaudit.ts'
import { sharesLetter, words } from '../support/letters.ts'
import { appBeside, plansRound, WHY } from '../support/nominating.ts'
import {
  BOB_WHY,
  onTop,
  VOTES_CLOSE,
  VOTES_OPEN,
  votePostOf,
  votes,
  votesOpen,
  writes,
} from '../support/voting.ts'

const announced = ({ celebrations }: Plaudit) => celebrations.shows('# 🏆 Customer Champion of March')
const wordsOf = (who: { dms: () => string[] }) =>
  who.dms().findLast((text) => text.includes('Who wrote it is shown to nobody.')) ?? ''

describe.each(MODES)('at the close, over %s', (mode) => {
  test('the champion is announced with why, and every nominee reads what was written about them', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, carol, frank, celebrations, jumpTo } = plaudit
    await votesOpen(plaudit)
    await votes(alice, await votePostOf(plaudit), bob)
    await jumpTo(VOTES_CLOSE)
    const text = celebrations.text(await announced(plaudit))
    expect(text).toContain('🎉 @bob: Customer Champion of March!')
    expect(text).toContain('It honours: Who went out of their way for somebody.')
    expect(text).toContain(BOB_WHY)
    expect(text).not.toContain('Not for everybody to read.')
    expect(text).toMatch(
      /Honoured with a nomination\n(Carol Cook and Frank Frost|Frank Frost and Carol Cook)\./,
    )
    expect(text).toContain('Decided by everybody’s votes.')
    expect(text).not.toMatch(/Alice|Dave|\d+ votes?/)

    expect(wordsOf(bob)).toContain('Congratulations! The title is yours: Customer Champion of March.')
    expect(wordsOf(bob)).toContain(BOB_WHY)
    expect(wordsOf(bob)).toContain('Not for everybody to read.')
    expect(wordsOf(carol)).toContain('You were nominated for Customer Champion of March.')
    expect(wordsOf(carol)).toContain('What a colleague wrote about you stays true all the same')
    expect(wordsOf(carol)).toContain(WHY)
    expect(wordsOf(frank)).toContain(WHY)
    expect(wordsOf(alice)).toBe('')
    expect([bob, carol, frank].map(wordsOf).join('\n')).not.toMatch(/Alice|Dave/)
    expect(await bob.opensHome()).toMatch(/Your titles\n• Customer Champion of March · 27 March/)
    expect(await carol.opensHome()).not.toContain('Your titles')
  })
})

describe('the announcement', () => {
  test('leads to the stories, and follows when one is taken back or may not name its customer', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, celebrations, jumpTo, settled } = plaudit
    const app = appBeside(plaudit)
    const story = await alice.tells('Drove over in the snow to fit the part.', { about: bob })
    const letter = await sharesLetter(plaudit)
    const ids = (await app.store.read(({ db }) =>
      db.selectFrom('stories').select(['id', 'kind']).execute(),
    )) as {
      id: string
      kind: string
    }[]
    const roundId = await plansRound(plaudit)
    const evidenceIds = ids.map(({ id }) => id)
    const reason = 'Ida Miller wrote to all of us about him, and she has been a customer for thirty years.'
    await writes(app, roundId, [{ by: 'UALICE', about: 'UBOB', reason, quotable: true, evidenceIds }])
    await jumpTo(VOTES_OPEN)
    await votes(alice, await votePostOf(plaudit), bob)
    await alice.answer()
    await jumpTo(VOTES_CLOSE)
    const post = await announced(plaudit)
    expect(celebrations.text(post)).toContain('Ida Miller wrote to all of us')
    expect(celebrations.text(post)).toContain('The stories behind it')
    expect(celebrations.text(post)).toContain('🌟 Drove over in the snow')
    expect(celebrations.text(post)).toContain(`💌 ${words.slice(0, 20)}`)

    await alice.picks(letter, 'edit')
    await alice.form()
    await alice.submits({ permission: 'no' })
    await settled()
    expect(celebrations.text(post)).not.toContain('Ida Miller')
    expect(wordsOf(bob)).not.toContain('Ida Miller')

    await alice.picks(story, 'edit')
    await alice.form()
    await alice.presses(onTop(alice), 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    expect(celebrations.text(post)).not.toContain('Drove over in the snow')
    expect(wordsOf(bob)).not.toContain('Drove over in the snow')
    expect(celebrations.text(post)).toContain('💌')
  })

  test('leads to no story any more that its champion took their name off', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, celebrations, jumpTo, settled } = plaudit
    const app = appBeside(plaudit)
    const story = await alice.tells('Drove over in the snow to fit the part.', { about: [bob, carol] })
    const roundId = await plansRound(plaudit)
    const evidenceIds = [storyIn(plaudit.slack, story)]
    await writes(app, roundId, [{ by: 'UALICE', about: 'UBOB', quotable: true, evidenceIds }])
    await jumpTo(VOTES_OPEN)
    await votes(alice, await votePostOf(plaudit), bob)
    await jumpTo(VOTES_CLOSE)
    const post = await announced(plaudit)
    expect(celebrations.text(post)).toContain('Drove over in the snow')
    await bob.picks(story, 'name-off')
    await bob.form()
    await bob.submits()
    await settled()
    expect(celebrations.text(post)).not.toContain('Drove over in the snow')
    expect(celebrations.text(post)).toContain(WHY)
  })

  test('of many long words is cut, and leads to all that may be quoted; one’s own words are whole', async () => {
    const plaudit = await startPlaudit({
      timing: { timeout: 10_000 }, // it is many messages
      before: (slack) => {
        for (let n = 0; n < 30; n++)
          slack.addPerson({ id: `UCROWD${n}`, name: `crowd${n}`, realName: `Crowd ${n}` })
      },
    })
    const { alice, bob, celebrations, jumpTo } = plaudit
    const roundId = await plansRound(plaudit)
    const long = (n: number) =>
      `Number ${n}: ${'went out of his way for a customer. '.repeat(40)}The end of ${n}.`
    const all = Array.from({ length: 30 }, (_, n) => ({
      ...{ by: `UCROWD${n}`, about: 'UBOB', reason: long(n), quotable: n % 2 === 0 },
    }))
    await writes(appBeside(plaudit), roundId, all)
    await jumpTo(VOTES_OPEN)
    await votes(alice, await votePostOf(plaudit), bob)
    await jumpTo(VOTES_CLOSE)
    const post = await announced(plaudit)
    expect(celebrations.text(post)).toContain('[Read the reasons]')
    const read = async (where: Parameters<typeof bob.presses>[0], action: string) => {
      await bob.presses(where, action)
      await bob.form()
      let text = bob.formShows()
      while (bob.formShows().includes('[Next page]')) {
        await bob.seesChange(() => bob.presses(onTop(bob), 'reasons.next'))
        text += bob.formShows()
      }
      await bob.slack.close({ all: true })
      return [...text.matchAll(/The end of (\d+)\./g)].map(([, n]) => Number(n)).sort((a, b) => a - b)
    }
    const numbers = (count: number, step: number) => Array.from({ length: count }, (_, n) => n * step)
    expect(await read(post, 'ballot.reasons')).toEqual(numbers(15, 2))
    const note = await bob.dm('Congratulations!')
    expect(wordsOf(bob)).toContain('[Read all of it]')
    expect(await read(note, 'words.read')).toEqual(numbers(30, 1))
  })

  test('of two who are tied names both, and how it was decided', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, dave, frank, celebrations, jumpTo, settled } = plaudit
    const roundId = await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    await votes(alice, post, bob)
    await votes(dave, post, carol)
    await jumpTo(VOTES_CLOSE)
    expect(celebrations.text(post)).toBe(
      'Votes for Customer Champion of March are closed. Thank you to everybody who took part.',
    )
    await decideRound(appBeside(plaudit), { id: dave.id }, roundId, [bob.id, carol.id])
    await settled()
    const text = celebrations.text(await announced(plaudit))
    expect(text).toMatch(/@(bob and @carol|carol and @bob): Customer Champion of March!/)
    expect(text).toContain('What colleagues wrote about Bob Baker')
    expect(text).toContain('Several came first together, and the hosts decided.')
    expect(text).toContain('Honoured with a nomination\nFrank Frost.')
    expect(wordsOf(carol)).toContain(
      'The title is yours, together with Bob Baker: Customer Champion of March.',
    )
    expect(wordsOf(frank)).toContain('You were nominated')
  })

  test('does not name who stepped aside, and they read their words gently', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, frank, celebrations, jumpTo } = plaudit
    const roundId = await votesOpen(plaudit)
    const post = await votePostOf(plaudit)
    await votes(alice, post, frank)
    await alice.answer()
    await stepAside(appBeside(plaudit), { id: frank.id }, roundId)
    await alice.runs('/wow vote')
    expect(await alice.answer()).toContain('You have not voted yet.')
    await votes(alice, post, bob)
    await jumpTo(VOTES_CLOSE)
    expect(celebrations.texts().join('\n')).not.toContain('Frank Frost')
    expect(wordsOf(frank)).toContain('You stepped aside from Customer Champion of March')
    expect(wordsOf(frank)).toContain(WHY)
    expect(celebrations.text(post)).not.toContain('Frank')
  })

  test('of a champion who has left by then still stands; without a champion nothing is announced', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, carol, celebrations, jumpTo, slack, settled } = plaudit
    await votesOpen(plaudit, { quorum: '5' })
    await votes(alice, await votePostOf(plaudit), bob)
    await slack.changePerson(bob.id, { deleted: true })
    await settled()
    await jumpTo('2026-04-02 18:00')
    expect(celebrations.texts().join('\n')).not.toContain('# 🏆')
    expect(wordsOf(carol)).toContain('This round ended without a champion.')
  })
})

test('the digest of the week tells who became the champion of what', async () => {
  const plaudit = await startPlaudit()
  const { alice, bob, carol, celebrations, jumpTo, settled } = plaudit
  await votesOpen(plaudit)
  await votes(carol, await votePostOf(plaudit), bob)
  await alice.tells('Stayed two hours longer.', { about: carol })
  await jumpTo(VOTES_CLOSE)
  await alice.tells('Stayed three hours longer.', { about: carol })
  await settled()
  await alice.runs('/wow digest')
  expect(await alice.answer()).toContain('Titles of the week\n• Bob Baker: Customer Champion of March')
  await jumpTo('2026-04-03 16:00')
  const digest = await celebrations.shows('Titles of the week')
  expect(celebrations.text(digest)).toContain('• Bob Baker: Customer Champion of March [Read it](')
})
