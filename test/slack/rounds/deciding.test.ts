import { describe, expect, test } from '@jest/globals'
import type { PretendSlack } from '../../../playground/server/index.ts'
import { vote } from '../../../src/usecases/ballots.ts'
import { nominate } from '../../../src/usecases/nominations.ts'
import { onTop, pressesIn } from '../../support/plaudit/list.ts'
import {
  type Colleague,
  MODES,
  type Plaudit,
  type PlauditOptions,
  startPlaudit,
} from '../../support/plaudit.ts'
import { picksOf } from '../support/hosting.ts'
import { appBeside, nominates, plansRound, WHY } from '../support/nominating.ts'

const TITLE = 'Customer Champion of March'
const VOTES_OPEN = '2026-03-23 17:00'
const VOTES_CLOSE = '2026-03-27 17:00'

/** Bob by alice and frank by carol; dave and gina are hosts. */
async function aRound(more: Parameters<typeof plansRound>[1] = {}, options: PlauditOptions = {}) {
  const plaudit = await startPlaudit(options)
  const { alice, bob, carol, dave, frank, gina } = plaudit
  await dave.opens('/wow setup')
  await dave.submits({ hostIds: [dave.id, gina.id] })
  const roundId = await plansRound(plaudit, more)
  await nominates(alice, bob)
  await nominates(carol, frank, { reason: `${WHY} And <!channel> & <b>more</b>.` })
  return { ...plaudit, roundId }
}

const votes = (plaudit: Plaudit, roundId: string, by: Colleague, nominee: Colleague) =>
  vote(appBeside(plaudit), { id: by.id }, roundId, nominee.id)

/** What Plaudit last said to somebody about it, as it is shown now. */
const note = (host: Colleague, text: string) => host.dms().findLast((dm) => dm.includes(text)) ?? ''

describe.each(MODES)('hosts, over %s', (mode) => {
  test('decide a tie with all reasons before them, and the other host reads by whom', async () => {
    const plaudit = await aRound({}, { mode })
    const { roundId, dave, gina, bob, frank, celebrations, jumpTo, settled } = plaudit
    await jumpTo(VOTES_OPEN)
    await votes(plaudit, roundId, dave, bob)
    await votes(plaudit, roundId, gina, frank)
    await jumpTo(VOTES_CLOSE)
    const asked = await dave.dm('ended in a tie')
    const text = note(dave, 'ended in a tie')
    expect(text).toContain(`“${TITLE}” ended in a tie between Bob Baker and Frank Frost.`)
    expect(text).toContain(`Frank Frost\n> ${WHY} And <!channel> & <b>more</b>.`)
    expect(text).toContain('If nobody decides by Wednesday 1 April, 17:00, they share it.')
    expect(text).not.toMatch(/Alice|Carol/)
    await dave.presses(asked, 'round.decide')
    await dave.form()
    expect(dave.formShows()).toContain('▣ Choose the champion')
    expect((await dave.submits({ winnerIds: [frank.id] })).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Decided. It is announced in a moment.')
    await settled()
    expect(note(dave, TITLE)).toBe(`“${TITLE}” ended in a tie.\nYou decided: Frank Frost is the champion.`)
    expect(note(gina, TITLE)).toContain('Dave Dunn decided: Frank Frost is the champion.')
    expect(celebrations.texts().join('\n')).toContain('@frank')
  })

  test('are asked to choose, again after three working days, and choose from the list', async () => {
    const plaudit = await aRound({ decidedBy: 'host' }, { mode })
    const { dave, gina, bob, jumpTo, settled } = plaudit
    await jumpTo(VOTES_OPEN)
    const [first] = [note(gina, 'choose the champion')]
    expect(first).toContain(`It is for the hosts to choose the champion of “${TITLE}”.`)
    expect(first).toContain('2 people are nominated.')
    await jumpTo(VOTES_CLOSE)
    await settled()
    expect(gina.dms().filter((dm) => dm.includes('It is for the hosts to choose'))).toHaveLength(2)
    await dave.opens('/wow rounds')
    expect(dave.formShows()).toContain('The hosts read the reasons and choose.')
    await pressesIn(dave, 'round.decide')
    expect((await dave.submits({ winnerIds: [bob.id] })).outcome).toBe('updated')
    expect(dave.formShows()).toContain(`${TITLE}: Bob Baker · 27 March`)
    await settled()
    expect(gina.dms().filter((dm) => dm.includes('It is for the hosts to choose'))).toEqual([])
    expect(note(gina, TITLE)).toContain('Dave Dunn decided: Bob Baker is the champion.')
  })
})

describe('too few voted, and hosts', () => {
  async function tooFew() {
    const plaudit = await aRound({ quorum: '2' })
    await plaudit.jumpTo(VOTES_OPEN)
    await votes(plaudit, plaudit.roundId, plaudit.alice, plaudit.bob)
    await plaudit.jumpTo(VOTES_CLOSE)
    return { ...plaudit, asked: await plaudit.dave.dm('Only 1 person voted') }
  }

  test('give it more time: whoever reads it later sees until when', async () => {
    const { dave, gina, asked, settled } = await tooFew()
    expect(note(dave, 'Only 1')).toContain('and it takes 2. How should it go on?')
    expect(note(dave, 'Only 1')).toContain('by Wednesday 1 April, 17:00, it ends without a champion.')
    await dave.presses(asked, 'round.moreTime')
    expect(await dave.answer()).toContain('Votes are open until Wednesday 1 April, 17:0')
    await settled()
    expect(note(gina, 'Too few voted')).toContain('Dave Dunn gave it more time: votes are open until')
    await gina.presses(await gina.dm('Too few voted'), 'round.moreTime').catch(() => undefined)
  })

  test('have it counted', async () => {
    const { dave, gina, asked, settled } = await tooFew()
    await dave.presses(asked, 'round.count')
    expect(await dave.answer()).toContain('Counted.')
    await settled()
    expect(note(gina, 'Too few voted')).toContain('Dave Dunn had it counted: Bob Baker is the champion.')
  })

  test('end it from the list; who presses the other button comes second', async () => {
    const { dave, gina, settled, bob } = await tooFew()
    const hers = await gina.dm('Only 1 person voted')
    await dave.opens('/wow rounds')
    expect(dave.formShows()).toContain('Too few voted. The hosts decide how it goes on.')
    await pressesIn(dave, 'round.end')
    expect(dave.formShows()).toContain(`${TITLE}: ended without a champion · 27 March`)
    await gina.presses(hers, 'round.count')
    expect(await gina.answer()).toContain('This is settled already.')
    await settled()
    expect(note(gina, 'Too few voted')).toContain('Dave Dunn ended it without a champion.')
    expect(note(gina, 'too few voted')).toContain('[Plan a round]')
    expect(bob.dms().join('\n')).toContain(WHY)
  })

  test('do nothing for three working days: it ends', async () => {
    const { dave, jumpTo } = await tooFew()
    await jumpTo('2026-04-01 17:00')
    expect(note(dave, 'Too few voted')).toContain('It ended without a champion.')
  })
})

describe('a round that nobody decides', () => {
  test('is shared after a tie', async () => {
    const plaudit = await aRound()
    const { roundId, dave, gina, bob, frank, jumpTo } = plaudit
    await jumpTo(VOTES_OPEN)
    await votes(plaudit, roundId, dave, bob)
    await votes(plaudit, roundId, gina, frank)
    await jumpTo('2026-04-01 17:00')
    expect(note(dave, TITLE)).toContain('Nobody decided in time: Bob Baker and Frank Frost share the title.')
    await dave.opens('/wow rounds')
    expect(dave.formShows()).toContain(`${TITLE}: Bob Baker and Frank Frost · 27 March`)
  })

  test('and in which nobody was nominated is said kindly to hosts, and to nobody else', async () => {
    const plaudit = await startPlaudit()
    const { dave, celebrations, jumpTo } = plaudit
    await plansRound(plaudit)
    await jumpTo('2026-03-20 17:00')
    const said = await dave.dm('nobody was nominated')
    expect(celebrations.texts().join()).not.toContain('nobody was nominated')
    await dave.presses(said, 'round.plan')
    expect((await dave.form()).title).toBe('Plan a round')
  })

  test('a host who is tied leaves it to the others', async () => {
    const plaudit = await aRound()
    const { roundId, alice, bob, carol, dave, gina, frank, jumpTo } = plaudit
    await nominates(frank, dave)
    await jumpTo(VOTES_OPEN)
    await votes(plaudit, roundId, alice, dave)
    await votes(plaudit, roundId, carol, bob)
    await jumpTo(VOTES_CLOSE)
    expect(note(dave, 'in a tie')).toContain('You are one of them, so another host decides.')
    expect(note(dave, 'in a tie')).not.toContain('[Choose…]')
    expect(note(gina, 'in a tie')).toContain('[Choose…]')
    await dave.opens('/wow rounds')
    await dave.presses(onTop(dave), 'round.decide')
    await dave.form()
    expect(dave.formShows()).toContain('You are nominated yourself here, so another host has to decide.')
  })
})

describe('who nominated is looked at', () => {
  test('with a reason, which the other hosts read', async () => {
    const { dave, gina, settled } = await aRound()
    await dave.opens('/wow rounds')
    await picksOf(dave, 'examine')
    expect(dave.formShows()).toContain('The other hosts will read that you looked, and why.')
    expect(dave.formShows()).not.toContain('Alice')
    expect((await dave.isRefused({ why: 'Hm.' })).why).toContain('at least 10 characters')
    expect((await dave.submits({ why: 'One of the reasons seems made up.' })).outcome).toBe('updated')
    expect(dave.formShows()).toContain(`For Bob Baker\n• Alice Archer, on 12 March: ${WHY}`)
    expect(dave.formShows()).toContain('For Frank Frost\n• Carol Cook, on 12 March:')
    await settled()
    expect(gina.dms().at(-1)).toContain(
      `Dave Dunn looked at who nominated whom in “${TITLE}”.\nThe reason: One of the reasons seems made up.`,
    )
    expect(dave.dms().join()).not.toContain('looked at who nominated')
  })

  test('page by page, by who examined it alone', async () => {
    const many = Array.from({ length: 25 }, (_, n) => `UMANY${n}`)
    const before = (slack: PretendSlack) => {
      for (const id of many) slack.addPerson({ id, name: id.toLowerCase(), realName: `Mo ${id}` })
    }
    const plaudit = await startPlaudit({ before })
    const { dave } = plaudit
    const roundId = await plansRound(plaudit)
    const app = appBeside(plaudit)
    const words = { reason: WHY, quotable: false, evidenceIds: [] }
    for (const id of many) await nominate(app, { id }, { roundId, nomineeId: 'UBOB', ...words })
    await dave.opens('/wow rounds')
    await picksOf(dave, 'examine')
    await dave.submits({ why: 'So many at once seem odd.' })
    expect(dave.formShows()).toContain('Page 1 of 2')
    expect(dave.formShows().match(/• /g)).toHaveLength(20)
    await pressesIn(dave, 'examined.next')
    expect(dave.formShows()).toContain('Page 2 of 2')
    expect(dave.formShows().match(/• /g)).toHaveLength(5)
    await pressesIn(dave, 'examined.previous')
    expect(dave.formShows()).toContain('Page 1 of 2')
  })

  test('not by a host who is nominated', async () => {
    const plaudit = await aRound()
    const { dave, carol } = plaudit
    await nominates(carol, dave)
    await dave.opens('/wow rounds')
    await dave.presses(onTop(dave), 'round.menu', `examine:${plaudit.roundId}`)
    await dave.form()
    expect(dave.formShows()).toContain('You are nominated in this round yourself')
  })
})
