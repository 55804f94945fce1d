import { describe, expect, test } from '@jest/globals'
import { setUpBy, startPlaudit } from '../../support/plaudit.ts'

const answers = { celebrationChannel: 'CCHEERS', hostIds: ['UDAVE'] }

describe('the welcome post', () => {
  test('ends the setup: what this is, how to tell a story, one example; sent as it stands', async () => {
    const { dave, alice, celebrations, settled } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    await dave.submits(answers)
    expect(dave.formShows()).toContain('Plaudit’s first post in #celebrations')
    expect((await dave.submits()).outcome).toBe('closed')
    await settled()
    const [post, ...others] = celebrations.messages()
    expect(others).toEqual([])
    if (!post) throw new Error('no welcome post')
    expect(celebrations.text(post)).toContain('what colleagues do for customers')
    expect(celebrations.text(post)).toContain('Type /wow')
    expect(celebrations.text(post)).toContain('An example:')
    await alice.presses(post, 'story.tell')
    expect((await alice.form()).title).toBe('Tell a WOW story')
  })

  test('can be edited before it is sent', async () => {
    const { dave, celebrations, settled } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    await dave.submits(answers)
    await dave.submits({ words: 'Hello from Dave! <!channel> & *all*' })
    await settled()
    expect(celebrations.texts()[0]).toContain('Hello from Dave! <!channel> & *all*')
    expect(celebrations.messages()[0]?.text).not.toContain('<!channel>')
  })

  test('need not be sent', async () => {
    const { dave, celebrations, settled } = await startPlaudit({ setUp: false })
    await setUpBy(dave)
    await settled()
    expect(celebrations.texts()).toEqual([])
  })

  test('is offered once: a later change of the settings just closes the form', async () => {
    const { dave } = await startPlaudit()
    await dave.opens('/wow setup')
    expect((await dave.submits({ digestTime: '12:00' })).outcome).toBe('closed')
  })

  test('submitted twice, it is posted once', async () => {
    const { dave, slack, celebrations, settled } = await startPlaudit({ setUp: false })
    await dave.opens('/wow setup')
    await dave.submits(answers)
    await dave.submits()
    const again = slack.sent('view_submission').at(-1)
    await slack.send('interactive', again?.payload ?? {})
    await settled()
    expect(celebrations.texts()).toHaveLength(1)
  })

  test('no digest and no preview come before the first story', async () => {
    const { dave, celebrations, jumpTo } = await startPlaudit()
    const before = dave.dms().length
    await jumpTo('2026-03-13 10:00')
    await jumpTo('2026-03-13 16:00')
    await jumpTo('2026-03-20 16:00')
    expect(celebrations.texts()).toEqual([])
    expect(dave.dms()).toHaveLength(before)
  })
})
