import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'

describe.each(MODES)('the form, over %s', (mode) => {
  test('/wow opens it: champions and what happened come first and suffice', async () => {
    const { alice, celebrations, settled } = await startPlaudit({ mode })
    await alice.opens('/wow')
    const inputs = alice.slack.modal()?.blocks.filter(({ type }) => type === 'input') ?? []
    expect(inputs.slice(0, 2).map(({ block_id }) => block_id)).toEqual(['championIds', 'words'])
    expect(inputs.slice(2).every(({ optional, block_id }) => optional || block_id === 'customerKind')).toBe(
      true,
    )
    expect((await alice.submits({ championIds: ['UBOB'], words })).outcome).toBe('closed')
    await settled()
    expect(celebrations.texts()).toEqual([expect.stringContaining(words)])
  })

  test('/wow with words and people opens it filled in, one tap from sharing', async () => {
    const { alice, celebrations, settled } = await startPlaudit({ mode })
    await alice.opens('/wow @bob and @carol stayed two hours & found the <lost> part')
    expect((await alice.submits()).outcome).toBe('closed')
    await settled()
    const [card] = celebrations.texts()
    expect(card).toContain('WOW, @bob and @carol!')
    expect(card).toContain('Bob Baker and Carol Cook stayed two hours & found the <lost> part')
  })

  test('each refusal comes back on its field, and what was typed stays', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit({ mode })
    await alice.opens('/wow')
    const errors = await alice.isRefused({ championIds: ['UALICE'], words: 'Short.', lesson: 'Try it' })
    expect(errors.championIds).toContain('You are honoured as the one who tells it')
    expect(errors.words).toContain('A little more, please: 20 characters at least')
    expect((await alice.submits({ championIds: [bob.id], words })).outcome).toBe('closed')
    await settled()
    expect(celebrations.texts()[0]).toContain('Try it')
  })
})

describe('the form', () => {
  test('a first word that is no subcommand begins a story, also when it looks like one', async () => {
    const { alice } = await startPlaudit()
    await alice.opens('/wow help came at once when @bob heard of it')
    expect(alice.formShows()).toContain('help came at once when Bob Baker heard of it')
  })

  test('links and channels in the typed words stay readable', async () => {
    const { alice } = await startPlaudit()
    await alice.opens('/wow @bob answered in #news and linked https://acme.example/x?a=1&b=2 at once')
    expect(alice.formShows()).toContain(
      'Bob Baker answered in #news and linked https://acme.example/x?a=1&b=2 at once',
    )
  })

  test('it says in which channel the story will appear, and under whose name', async () => {
    const { alice } = await startPlaudit()
    await alice.opens('/wow')
    expect(alice.formShows()).toContain(
      'It will appear in #celebrations, with your name as the one who told it.',
    )
  })

  test('it asks who the customer was: five kinds, "customer" chosen', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit()
    await alice.opens('/wow')
    expect(alice.formShows()).toContain('{static_select = A customer}')
    const kind = alice.slack.modal()?.blocks.find(({ block_id }) => block_id === 'customerKind')
    expect(kind?.element).toMatchObject({ options: { length: 5 } })
    await alice.submits({ championIds: [bob.id], words, customerKind: 'supplier' })
    await settled()
    expect(celebrations.texts()[0]).toContain('For a supplier')
  })

  test('Add more shows the rest, keeps what was typed, and all of it is on the card', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit()
    const form = await alice.opens('/wow')
    alice.slack.fill({ championIds: [bob.id], words, lesson: 'Look twice', customerKind: 'partner' })
    expect(alice.formShows()).not.toContain('Who else deserves thanks?')
    await alice.presses(form, 'story.more')
    await alice.form()
    expect(alice.formShows()).toContain('Who else deserves thanks?')
    const rest = { customerName: 'A school in Leeds', deeds: 'Bob found it', thanks: 'The night shift' }
    expect((await alice.submits(rest)).outcome).toBe('closed')
    await settled()
    const [card] = celebrations.texts()
    for (const part of [words, 'What we can learn: Look twice', 'For a partner: A school in Leeds'])
      expect(card).toContain(part)
    for (const part of ['Who did what: Bob found it', 'Thanks also to: The night shift'])
      expect(card).toContain(part)
  })

  test('in the channel nothing shows but the result', async () => {
    const { alice, bob, slack, settled } = await startPlaudit()
    await alice.runs('/wow help')
    await alice.answer()
    await alice.tells(words, { about: bob })
    await settled()
    expect(slack.messages('CCHEERS')).toHaveLength(1)
    expect(bob.slack.ephemerals()).toEqual([])
  })

  test('/wow help lists everything with an example, what is kept and who sees it, to the one who asks', async () => {
    const { alice, celebrations } = await startPlaudit()
    await alice.runs('/wow help')
    const help = await alice.answer()
    for (const part of [
      '/wow @bob stayed',
      '/wow leaderboard',
      '/wow leaderboard off',
      '/wow digest',
      '/wow help',
    ])
      expect(help).toContain(part)
    expect(help).toContain('What is kept about you')
    expect(help).toContain('Everybody in the channels where they appear can read a story')
    expect(help).not.toContain('/wow setup')
    expect(celebrations.texts()).toEqual([])
  })

  test('/wow help tells hosts of the setup too, and no mention in it pings', async () => {
    const { dave, slack } = await startPlaudit()
    await dave.runs('/wow help')
    expect(await dave.answer()).toContain('/wow setup')
    expect(JSON.stringify(slack.sent().at(-1))).not.toContain('<!')
  })

  test('who writes to it or mentions it after the setup gets the help page', async () => {
    const { alice, slack, settled } = await startPlaudit()
    await alice.slack.dm('what can you do?')
    await slack.invite('CLOBBY', slack.botUserId)
    await alice.slack.mention('CLOBBY', 'and here?')
    await settled()
    expect(alice.dms()).toEqual([
      expect.stringContaining('How Plaudit works'),
      expect.stringContaining('How Plaudit works'),
    ])
  })

  test('guests tell stories too', async () => {
    const { erin, bob, celebrations, settled } = await startPlaudit()
    await erin.tells(words, { about: bob })
    await settled()
    expect(celebrations.texts()[0]).toContain('Shared by Erin East')
  })

  test('the same submission, sent again by anybody, tells nothing twice', async () => {
    const { alice, bob, slack, celebrations, settled } = await startPlaudit()
    await alice.tells(words, { about: bob })
    const again = slack.sent('view_submission').at(-1)?.payload ?? {}
    await Promise.all([slack.send('interactive', again), slack.send('interactive', again)])
    await settled()
    expect(celebrations.texts()).toHaveLength(1)
    expect(bob.dms()).toHaveLength(1)
  })
})

describe('refused on the field, with what to do instead', () => {
  const many = [
    'UBOB',
    'UCAROL',
    'UDAVE',
    'UERIN',
    'UFRANK',
    'UGINA',
    'UONE',
    'UTWO',
    'UTHREE',
    'UFOUR',
    'UFIVE',
  ]
  test.each([
    ['oneself among others', { championIds: ['UALICE', 'UBOB'] }, 'championIds', 'Please leave yourself out'],
    ['a bot', { championIds: ['UROBOT'] }, 'championIds', 'Choose the colleague behind it'],
    ['Plaudit itself', { championIds: ['UPLAUDIT'] }, 'championIds', 'Choose the colleague behind it'],
    ['Slackbot', { championIds: ['USLACKBOT'] }, 'championIds', 'Choose the colleague behind it'],
    ['who left', { championIds: ['ULENA'] }, 'championIds', 'Choose colleagues who are here'],
    ['another company', { championIds: ['UFRITZ', 'UBOB'] }, 'championIds', 'thank partners in the text'],
    ['nobody', { championIds: [] }, 'championIds', 'Choose at least one colleague'],
    ['too many', { championIds: many }, 'championIds', 'A story can name 10 colleagues, and you chose 11'],
    ['too short', { words: 'Nineteen characters' }, 'words', '20 characters at least'],
    ['too long', { words: 'x'.repeat(2801) }, 'words', '1 character too long: 2,800 fit'],
    ['blank', { words: '          \n\n          \n' }, 'words', 'Tell what happened'],
    ['invisible', { words: '\u200b\u2060\u00ad\u3164'.repeat(20) }, 'words', 'Tell what happened'],
    ['padded with nothing', { words: `Short.${'\u200b'.repeat(50)}` }, 'words', '20 characters at least'],
    ['a lesson too long', { lesson: 'x'.repeat(501) }, 'lesson', '1 character too long: 500 fit'],
  ])('%s', async (_, typed, field, sentence) => {
    const { alice, celebrations, settled } = await startPlaudit({
      before: (slack) => {
        for (const id of many.slice(-5)) slack.addPerson({ id, name: id.toLowerCase() })
      },
    })
    await alice.opens('/wow')
    const { outcome, errors } = await alice.slack.submit(
      { championIds: ['UBOB'], words, ...typed },
      { raw: true },
    )
    expect(outcome).toBe('errors')
    expect(Object.keys(errors)).toEqual([field])
    expect(errors[field]).toContain(sentence)
    await settled()
    expect(celebrations.texts()).toEqual([])
  })

  test('lengths are counted as people see them: 2,800 emoji fit', async () => {
    const { alice } = await startPlaudit()
    await alice.opens('/wow')
    const { outcome } = await alice.slack.submit(
      { championIds: ['UBOB'], words: '🎉'.repeat(2800) },
      { raw: true },
    )
    expect(outcome).toBe('closed')
  })
})
