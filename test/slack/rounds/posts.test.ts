import { describe, expect, test } from '@jest/globals'
import { cancelRound } from '../../../src/usecases/rounds.ts'
import { MODES, startPlaudit } from '../../support/plaudit.ts'
import { appBeside, march, nominates, plansRound } from '../support/nominating.ts'

const TITLE = String(march.title)
const CLOSE = '2026-03-20 17:00'

describe.each(MODES)('a round in its channel, over %s', (mode) => {
  test('says what it honours and until when, is remembered once, and afterwards says where it stands', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, carol, celebrations, jumpTo } = plaudit
    await plansRound(plaudit)
    const [post] = celebrations.messages()
    if (!post) throw new Error('no post')
    expect(celebrations.text(post).split('\n')).toEqual([
      `🏅 Nominations are open: ${TITLE}`,
      'Who went out of their way for somebody.',
      'What counts',
      '• Went above and beyond',
      '• Made it easy for others',
      'Nominate somebody until Friday 20 March, 17:00.',
      'Then everybody votes, from Monday 23 March, 17:00 to Friday 27 March, 17:00.',
      '[🏅 Nominate]',
      '· Everybody can nominate, here or with /wow nominate. Reasons are shown without the names of those who wrote them.',
    ])
    await alice.presses(post, 'round.nominate')
    expect((await alice.form()).title).toBe('Nominate a colleague')
    await alice.slack.close({ all: true })
    await nominates(alice, bob)
    await nominates(carol, bob)

    await jumpTo('2026-03-18 17:00')
    const reminder = await celebrations.shows(`Nominations for ${TITLE} close on`)
    expect(celebrations.text(reminder)).toContain('[🏅 Nominate]')
    expect(celebrations.texts().filter((text) => text.includes('⏳'))).toHaveLength(1)

    await jumpTo(CLOSE)
    expect(celebrations.text(post)).toContain('Nominations are closed. Votes open on Monday 23 March, 17:00.')
    expect(celebrations.text(post)).not.toContain('[🏅 Nominate]')
    expect(celebrations.text(reminder)).toBe(
      `· ${TITLE}: Nominations are closed. Votes open on Monday 23 March, 17:00.`,
    )
    await jumpTo('2026-03-23 17:00')
    expect(celebrations.text(post)).toContain('Everybody can vote until Friday 27 March, 17:00: /wow vote.')
  })

  test('tells every nominee, warmly and without names, and lets them step aside', async () => {
    const plaudit = await startPlaudit({ mode })
    const { alice, bob, carol, frank, jumpTo, settled } = plaudit
    await plansRound(plaudit)
    await nominates(alice, bob)
    await nominates(frank, bob)
    await nominates(bob, carol)
    await settled()
    expect([...bob.dms(), ...carol.dms()]).toEqual([])
    await jumpTo(CLOSE)
    const note = await bob.dm(`2 colleagues nominated you for ${TITLE}.`)
    expect(await carol.dm(`A colleague nominated you for ${TITLE}.`)).toBeDefined()
    expect(bob.dms().join()).toContain('Once it is decided you read every word')
    await bob.presses(note, 'round.stepAside')
    await settled()
    expect(bob.dms().at(-1)).toContain(`You stepped aside from ${TITLE}. Nobody was told`)
    expect(bob.dms().at(-1)).not.toContain('[Step aside]')
    expect(bob.dms()).toHaveLength(1)
    // The only one left wins, and bob is in nothing that is said.
    await jumpTo('2026-03-23 17:00')
    expect(JSON.stringify(plaudit.celebrations.messages())).not.toContain('Bob')
  })
})

describe('a round', () => {
  test('that is cancelled says so where it was opened, and to its nominees', async () => {
    const plaudit = await startPlaudit()
    const { alice, bob, celebrations, jumpTo, settled } = plaudit
    const roundId = await plansRound(plaudit)
    await nominates(alice, bob)
    await jumpTo(CLOSE)
    await bob.dm('nominated you')
    await cancelRound(appBeside(plaudit), { id: 'UDAVE' }, roundId)
    await settled()
    expect(celebrations.texts()[0]).toContain('This round was cancelled.')
    expect(bob.dms().at(-1)).toBe(
      `· You were nominated for ${TITLE}. The round was cancelled, so nothing comes of it.`,
    )
  })

  test('decided by judges names them; one of departments and with a rest says so', async () => {
    const plaudit = await startPlaudit()
    await plansRound(plaudit, {
      ...{ decidedBy: 'judges', judgeIds: ['UCAROL', 'UFRANK'], restRounds: '3' },
    })
    const [text] = plaudit.celebrations.texts()
    expect(text).toContain(
      'Then the judges decide, until Friday 27 March, 17:00: Carol Cook and Frank Frost.',
    )
    expect(text).toContain('Who won one of the last 3 times lets others have their turn.')
  })
})
