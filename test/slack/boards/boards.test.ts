import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { type Colleague, MODES, startPlaudit } from '../../support/plaudit.ts'

const found = 'Found the lost part in the cellar and drove it to the customer.'
const stayed = 'Stayed two hours longer to explain the bill to a customer.'

async function board(who: Colleague, where?: string): Promise<string> {
  await who.runs('/wow leaderboard', where)
  return who.answer()
}

/** Picks from one of the two switches of the board that somebody sees. */
async function switchTo(who: Colleague, which: 'period' | 'view', value: string): Promise<string> {
  await who.presses(who.lastAnswer(), `board.${which}`, value)
  return who.answer()
}

describe.each(MODES)('/wow leaderboard, over %s', (mode) => {
  test('shows privately who was in stories, with a switch for period and view', async () => {
    const { alice, bob, carol, frank, celebrations, settled } = await startPlaudit({ mode })
    const card = await alice.tells(found, { about: [bob, carol] })
    await alice.tells(stayed, { about: bob })
    await frank.reacts(card)
    await settled()
    const champions = await board(frank)
    expect(champions).toContain('Champions, March 2026')
    expect(champions).toContain('1. Bob Baker · 2 stories, 1 cheer')
    expect(champions).toContain('2. Carol Cook · 1 story, 1 cheer')
    const tellers = await switchTo(frank, 'view', 'month:storytellers')
    expect(tellers).toContain('Storytellers, March 2026')
    expect(tellers).toContain('1. Alice Archer · told 2 stories')
    const cheerers = await switchTo(frank, 'view', 'month:cheerers')
    expect(cheerers).toContain('1. Frank Frost · cheered 1 time')
    expect(await switchTo(frank, 'period', 'year:cheerers')).toContain('Cheerers, 2026')
    expect(frank.slack.ephemerals()).toHaveLength(1)
    expect(celebrations.texts()).toHaveLength(2)
    expect(JSON.stringify(frank.lastAnswer())).not.toMatch(/"type":"user"|<@/)
  })
})

describe('boards', () => {
  test('the periods are those of the calendar, in the workspace’s zone', async () => {
    const { alice, bob, carol, dave, frank, gina, jumpTo, settled } = await startPlaudit({
      at: '2025-12-31 10:00',
    })
    await alice.tells(found, { about: dave })
    await jumpTo('2026-01-05 00:05') // Monday of the second week of January
    await alice.tells(found.replace('lost', 'first'), { about: frank })
    await jumpTo('2026-03-01 12:00')
    await alice.tells(found.replace('lost', 'second'), { about: gina })
    await jumpTo('2026-03-31 23:58') // still March in London, by summer time
    await alice.tells(stayed, { about: carol })
    await jumpTo('2026-04-01 00:02')
    await alice.tells(found.replace('lost', 'third'), { about: bob })
    await settled()
    const names = (text: string) => [...text.matchAll(/\d\. (\w+) /g)].map(([, name]) => name)
    expect(names(await board(alice))).toEqual(['Bob'])
    expect(names(await switchTo(alice, 'period', 'week:champions'))).toEqual(['Bob', 'Carol'])
    expect(names(await switchTo(alice, 'period', 'quarter:champions'))).toEqual(['Bob'])
    expect(names(await switchTo(alice, 'period', 'year:champions'))).toEqual([
      'Bob',
      'Carol',
      'Frank',
      'Gina',
    ])
  })

  test('who did alike shares a rank; nobody without anything to show is listed', async () => {
    const { alice, bob, carol, frank, settled } = await startPlaudit()
    await alice.tells(found, { about: [bob, frank] })
    await alice.tells(stayed, { about: [bob, frank] })
    await alice.tells(stayed.replace('two', 'six'), { about: carol })
    await settled()
    const text = await board(alice)
    expect(text).toContain('1. Bob Baker')
    expect(text).toContain('1. Frank Frost')
    expect(text).toContain('3. Carol Cook')
    expect(text).not.toContain('Dave')
    expect(text).not.toContain('Alice')
  })

  test('ten ranks are listed', async () => {
    const crowd = Array.from({ length: 12 }, (_, n) => `UCROWD${n}`)
    const { alice, meet, settled } = await startPlaudit({
      before: (slack) => {
        for (const id of crowd) slack.addPerson({ id, name: id.toLowerCase() })
      },
    })
    for (const [n] of crowd.entries()) {
      const about = crowd
        .slice(0, n + 1)
        .slice(-10)
        .map(meet)
      await alice.tells(`${found} Time number ${n}.`, { about })
    }
    await settled()
    const ranks = [...(await board(alice)).matchAll(/^(\d+)\. /gm)].map(([, rank]) => Number(rank))
    expect(Math.max(...ranks)).toBeLessThanOrEqual(10)
  })

  test('your own line says how many stories you are in, never a rank', async () => {
    const { alice, bob, carol, settled } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await alice.tells(stayed, { about: [bob, carol] })
    await settled()
    expect((await board(carol)).split('\n').at(-1)).toBe('· You are in 1 story.')
    expect((await board(bob)).split('\n').at(-1)).toBe('· You are in 2 stories.')
    expect(await board(alice)).not.toContain('You are in')
  })

  test('with nothing to show yet it invites a story', async () => {
    const { alice } = await startPlaudit()
    expect(await board(alice)).toContain('Nobody is here yet. The first story changes that: type /wow.')
  })

  test('who leaves them is acknowledged when that is kept, and not before', async () => {
    const { bob, databasePath } = await startPlaudit()
    const db = new Database(databasePath)
    const left = db.prepare('select count(*) from board_leaves').pluck()
    db.exec('begin immediate')
    let isAcknowledged = false
    const typed = bob.runs('/wow leaderboard off').then(() => {
      isAcknowledged = true
    })
    // Others are served meanwhile: over the same connection, so that what was sent before has arrived.
    await bob.runs('/wow help')
    await bob.answer()
    expect(isAcknowledged).toBe(false)
    db.exec('rollback')
    await typed
    expect(left.get()).toBe(1)
    db.close()
  })

  test('anyone can leave them, the digest’s included, and come back; they still get their stories', async () => {
    const { alice, bob, carol, celebrations, jumpTo, settled } = await startPlaudit()
    await bob.runs('/wow leaderboard off')
    expect(await bob.answer()).toContain('Stories about you still reach you')
    await alice.tells(found, { about: [bob, carol] })
    await settled()
    expect(bob.dms()).toHaveLength(1)
    expect(await board(alice)).not.toContain('Bob')
    expect(await board(bob)).toContain('You are not listed, as you wished')
    await jumpTo('2026-03-13 16:00')
    const digest = celebrations.texts().at(-1) ?? ''
    expect(digest).toContain('WOW, Bob Baker and Carol Cook!')
    expect(digest.slice(digest.indexOf('Champions of the week'))).not.toContain('Bob')
    expect(digest.slice(digest.indexOf('Champions of the week'))).toContain('Carol Cook: 1 story')
    await bob.runs('/wow leaderboard on')
    expect(await bob.answer()).toContain('Welcome back')
    expect(await board(alice)).toContain('Bob Baker · 1 story')
  })

  test('leavers are not listed', async () => {
    const { slack, alice, bob, carol, settled } = await startPlaudit()
    await alice.tells(found, { about: [bob, carol] })
    await settled()
    await slack.changePerson('UBOB', { deleted: true })
    await settled()
    expect(await board(alice)).not.toContain('Bob')
    expect(await board(alice)).toContain('Carol Cook')
  })

  test('off means no totals per person anywhere', async () => {
    const { dave, alice, bob, celebrations, jumpTo, settled } = await startPlaudit()
    await dave.opens('/wow setup')
    await dave.submits({ boards: [] })
    await alice.tells(found, { about: bob })
    await settled()
    expect(await board(alice)).toContain('Leaderboards are off here')
    expect(await alice.opensHome()).not.toContain('Leaderboard')
    await alice.runs('/wow help')
    expect(await alice.answer()).not.toContain('/wow leaderboard')
    await jumpTo('2026-03-13 16:00')
    const digest = celebrations.texts().at(-1)
    expect(digest).toContain('WOW, Bob Baker!')
    expect(digest).not.toContain('Champions of the week')
    await jumpTo('2026-04-01 09:00')
    expect(celebrations.texts().join()).not.toContain('Champions of March')
  })

  test('guests see them as members of the celebration channel only', async () => {
    const { slack, erin, alice, bob, settled } = await startPlaudit()
    await alice.tells(found, { about: bob })
    await settled()
    expect(await board(erin, 'CLOBBY')).toContain('Bob Baker')
    await slack.kick('CCHEERS', erin.id)
    expect(await board(erin, 'CLOBBY')).toContain('Guests can see this once they are in the channel')
  })

  test('a new time zone moves what counts where', async () => {
    const { alice, bob, dave, settled, jumpTo } = await startPlaudit()
    await jumpTo('2026-03-31 23:00')
    await alice.tells(found, { about: bob })
    await settled()
    await dave.opens('/wow setup')
    const form = dave.slack.modal()
    if (!form) throw new Error('no form')
    const [zone] = await dave.slack.suggest(form, 'setup.zone', 'auckland')
    await dave.submits({ zone: String(zone?.value) })
    await settled() // counted anew in steps, so that nobody waits
    expect(await board(alice)).toContain('Champions, April 2026')
    expect(await board(alice)).toContain('Bob Baker · 1 story')
  })
})

describe('the board of the month', () => {
  test('is posted on the first working day, at nine, about the month before, and pings nobody', async () => {
    const { alice, bob, frank, celebrations, jumpTo, settled } = await startPlaudit({
      at: '2026-04-30 10:00',
    })
    const card = await alice.tells(found, { about: bob })
    await frank.reacts(card)
    await jumpTo('2026-05-01 08:59')
    expect(celebrations.texts().join()).not.toContain('Champions of April')
    await jumpTo('2026-05-01 09:00')
    await settled()
    const month = await celebrations.shows('Champions of April 2026')
    expect(celebrations.text(month)).toContain('1. Bob Baker · 1 story, 1 cheer')
    expect(JSON.stringify(month.blocks)).not.toContain('"type":"user"')
    await jumpTo('2026-05-04 09:00')
    expect(celebrations.texts().filter((text) => text.includes('Champions of April'))).toHaveLength(1)
  })

  test('waits for Monday when the month begins on a weekend', async () => {
    const { alice, bob, celebrations, jumpTo } = await startPlaudit({ at: '2026-07-30 10:00' })
    await alice.tells(found, { about: bob })
    await jumpTo('2026-08-02 23:00')
    expect(celebrations.texts().join()).not.toContain('Champions of July')
    await jumpTo('2026-08-03 09:00')
    expect(celebrations.texts().join()).toContain('Champions of July 2026')
  })

  test('follows: a story taken back leaves it, a name taken off too, and who leaves the boards', async () => {
    const { alice, bob, carol, celebrations, jumpTo, settled } = await startPlaudit({
      at: '2026-04-30 10:00',
    })
    const card = await alice.tells(found, { about: [bob, carol] })
    await alice.tells(stayed, { about: carol })
    await jumpTo('2026-05-01 16:00')
    await settled()
    const month = await celebrations.shows('Champions of April 2026')
    const digest = await celebrations.shows('Champions of the week')
    expect(celebrations.text(month)).toContain('2. Bob Baker · 1 story')
    await bob.picks(card, 'name-off')
    await bob.form()
    await bob.submits({})
    await settled()
    expect(celebrations.text(month)).not.toContain('Bob')
    expect(celebrations.text(month)).toContain('1. Carol Cook · 2 stories')
    await carol.runs('/wow leaderboard off')
    expect(await carol.answer()).toContain('You are off the leaderboards')
    await settled()
    expect(celebrations.text(month)).toContain('Nobody is listed any more')
    expect(celebrations.text(digest)).not.toContain('Champions of the week')
    await carol.runs('/wow leaderboard on')
    await alice.picks(card, 'edit')
    await alice.presses(await alice.form(), 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    expect(celebrations.text(month)).toContain('1. Carol Cook · 1 story')
    expect(celebrations.text(digest)).toContain('Carol Cook: 1 story')
  })

  test('shows nobody any more once boards are switched off, and neither does the last digest', async () => {
    const { dave, alice, bob, celebrations, jumpTo, settled } = await startPlaudit({ at: '2026-04-30 10:00' })
    await alice.tells(found, { about: bob })
    await jumpTo('2026-05-01 16:00')
    await settled()
    const month = await celebrations.shows('Champions of April 2026')
    const digest = await celebrations.shows('Champions of the week')
    await dave.opens('/wow setup')
    await dave.submits({ boards: [] })
    await settled()
    expect(celebrations.text(month)).not.toContain('Bob')
    expect(celebrations.text(digest)).not.toContain('Champions of the week')
  })

  test('there is none after a month without stories', async () => {
    const { alice, bob, celebrations, jumpTo } = await startPlaudit({ at: '2026-03-31 10:00' })
    await jumpTo('2026-04-01 08:00')
    await alice.tells(found, { about: bob })
    await jumpTo('2026-04-01 09:00')
    expect(celebrations.texts().join()).not.toContain('Champions of March')
  })
})
