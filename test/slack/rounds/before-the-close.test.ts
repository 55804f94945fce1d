/** Before the close nobody learns how it stands: what they see is the same, whoever is ahead. */
import { describe, expect, test } from '@jest/globals'
import { type Colleague, type Plaudit, startPlaudit } from '../../support/plaudit.ts'
import { offered, VOTES_CLOSE, votePostOf, votes, votesOpen } from '../support/voting.ts'

const at = (plaudit: Plaudit, name: 'bob' | 'carol' | 'frank') => plaudit[name]
type Nominee = Parameters<typeof at>[1]

/** Ids in links and times of posts are others each time. */
const levelled = (text: string): string => text.replace(/p\d{10,}/g, 'p…')

/** All that can be seen of a round in which these were voted for. */
async function seen(chosen: readonly Nominee[]): Promise<{ everything: string; written: string }> {
  const plaudit = await startPlaudit()
  const { alice, dave, erin, gina, bob, celebrations, passes } = plaudit
  await votesOpen(plaudit)
  const post = await votePostOf(plaudit)
  for (const [n, voter] of [alice, dave, gina].entries()) {
    await votes(voter, post, at(plaudit, chosen[n] ?? 'bob'))
    await voter.answer()
  }
  await passes({ minutes: 6 })
  const readers: readonly Colleague[] = [erin, bob]
  const private_ = await Promise.all(readers.map((who) => answerTo(who, '/wow vote')))
  const rooms = [
    await formOf(erin, '/wow rounds'),
    await formOf(bob, '/wow rounds'),
    await formOf(dave, '/wow rounds'),
  ]
  const homes = [await erin.opensHome(), await bob.opensHome(), await dave.opensHome()]
  const options = [await offered(erin, post), await offered(bob, post), await offered(dave, post)]
  await erin.presses(post, 'ballot.reasons')
  await erin.form()
  const everything = [
    ...celebrations.texts(),
    ...[alice, dave, gina, erin, bob, plaudit.carol, plaudit.frank].flatMap((who) => who.dms()),
    ...private_,
    ...rooms,
    ...homes,
    JSON.stringify(options.map((names) => names.toSorted())),
    // Everybody's order is theirs, in each round another one.
    [...erin.formShows()].sort().join(''),
  ].map(levelled)
  await plaudit.jumpTo(VOTES_CLOSE)
  return { everything: everything.join('\n————\n'), written: plaudit.written() }
}

async function answerTo(who: Colleague, typed: string): Promise<string> {
  await who.runs(typed)
  return who.answer()
}

async function formOf(who: Colleague, typed: string): Promise<string> {
  await who.opens(typed)
  const shown = who.formShows()
  await who.slack.close({ all: true })
  return shown
}

describe('while votes are open', () => {
  test('posts, options, rounds, Home and answers are the same, whoever is ahead', async () => {
    const one = await seen(['bob', 'bob', 'bob'])
    const other = await seen(['carol', 'frank', 'carol'])
    expect(other.everything).toBe(one.everything)
    expect(one.everything).toContain('3 people have voted so far.')
  })

  test('no line of the log has a voter and whom they voted for', async () => {
    const { written } = await seen(['bob', 'carol', 'frank'])
    const lines = written.split('\n').filter((line) => /UALICE|UDAVE|UGINA/.test(line))
    expect(lines.filter((line) => /UBOB|UCAROL|UFRANK/.test(line))).toEqual([])
    expect(written).not.toMatch(/Bob Baker|Carol Cook|Frank Frost/)
  })
})
