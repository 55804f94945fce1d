import { describe, expect, test } from '@jest/globals'
import { type Colleague, MODES, startPlaudit } from '../support/plaudit.ts'

const found = 'Found the lost part in the cellar and drove it to the customer.'

const page = (who: Colleague) => {
  const home = who.slack.home()
  if (!home) throw new Error('Home is empty')
  return home
}

describe.each(MODES)('Home, over %s', (mode) => {
  test('what you can do here, with a button for each thing that works', async () => {
    const { alice } = await startPlaudit({ mode })
    const text = await alice.opensHome()
    expect(text).toContain('[🌟 Tell a story] [The week so far] [Rounds] [Leaderboard] [How it works]')
    expect(text).not.toContain('For hosts')
    await alice.presses(page(alice), 'home.tell')
    expect((await alice.form()).title).toBe('Tell a WOW story')
    await alice.slack.close()
    for (const [action, sentence] of [
      ['home.digest', 'No story has been told yet'],
      ['home.board', 'Nobody is here yet'],
      ['home.help', 'How Plaudit works'],
    ] as const) {
      await alice.presses(page(alice), action)
      await alice.form()
      expect(alice.formShows()).toContain(sentence)
      await alice.slack.close()
    }
  })
})

describe('Home', () => {
  test('your stories and those about you, each with what you can do', async () => {
    const { alice, bob, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(found, { about: bob })
    await settled()
    const tellers = await alice.opensHome()
    expect(tellers).toContain('Stories you told')
    expect(tellers).toContain('Bob Baker · 12 March')
    expect(tellers).toContain('[Edit or take back]')
    const champions = await bob.opensHome()
    expect(champions).toContain('Stories about you')
    expect(champions).toContain(found)
    expect(champions).toContain('[Take my name off]?')
    await alice.presses(page(alice), 'story.edit')
    await alice.form()
    await alice.submits({ words: `${found} Twice.` })
    await settled()
    expect(celebrations.text(card)).toContain('Twice.')
    expect(await bob.opensHome()).toContain('Twice.')
  })

  test('the last digest, with a link', async () => {
    const { alice, bob, jumpTo } = await startPlaudit()
    await alice.tells(found, { about: bob })
    expect(await bob.opensHome()).not.toContain('The last digest')
    await jumpTo('2026-03-13 16:00')
    const text = await bob.opensHome()
    expect(text).toMatch(/The last digest\n12\s–\s13 March: 1 story \[Read it\]\(https:/)
  })

  test('for hosts: what failed, why, and a button that tries it again', async () => {
    const plaudit = await startPlaudit()
    const { slack, alice, bob, dave, celebrations, settled } = plaudit
    expect(await dave.opensHome()).toContain('Everything could be posted')
    plaudit.expectLog(/a delivery failed/)
    plaudit.expectRefusal(/chat.postMessage .*is_archived/)
    await slack.archive('CCHEERS')
    await alice.opens('/wow')
    await alice.submits({ championIds: [bob.id], words: found })
    await settled()
    const text = await dave.opensHome()
    expect(text).toContain('1 message could not be posted')
    expect(text).toContain('A story `is_archived`')
    expect(text).toContain('Unarchive it and try again')
    await slack.archive('CCHEERS', false)
    await dave.presses(page(dave), 'delivery.retry')
    await dave.form()
    expect(dave.formShows()).toContain('It is being tried again')
    await settled()
    expect(celebrations.texts()).toEqual([expect.stringContaining(found)])
    expect(await dave.opensHome()).toContain('Everything could be posted')
  })

  test('for hosts: what is missing in the setup', async () => {
    const { dave } = await startPlaudit({ setUp: false })
    const text = await dave.opensHome()
    expect(text).toContain('No celebration channel is chosen, so no story can be told yet')
    expect(text).toContain('[Open the setup]')
  })

  test('hosts open the setup from it', async () => {
    const { dave } = await startPlaudit()
    await dave.opensHome()
    await dave.presses(page(dave), 'setup.open')
    expect((await dave.form()).title).toBe('Set up Plaudit')
  })
})
