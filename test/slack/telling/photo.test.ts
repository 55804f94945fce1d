import { describe, expect, test } from '@jest/globals'
import { MODES, startPlaudit } from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'
const file = { name: 'part.png', data: Buffer.from('not really a picture') }

describe.each(MODES)('a photo, over %s', (mode) => {
  test('appears in the thread of the card and in the card, with its description', async () => {
    const { alice, bob, slack, celebrations, settled } = await startPlaudit({ mode })
    const photo = [alice.slack.upload(file)]
    const card = await alice.tells(words, { about: bob, photo, photoDescription: 'The part on the counter' })
    await settled()
    const [reply, ...others] = celebrations.replies(card)
    expect(others).toEqual([])
    expect(reply?.files).toHaveLength(1)
    const copy = slack.file(reply?.files?.[0] ?? '')
    expect(copy?.data.equals(file.data)).toBe(true)
    expect(copy?.title).toBe('The part on the counter')
    expect(copy?.fromForm).toBe(false)
    expect(celebrations.text(card)).toContain('(image: The part on the counter)')
  })
})

describe('a photo', () => {
  test('where Slack does not take it in the card it stays in the thread, and the card is as good as new', async () => {
    const { alice, bob, slack, celebrations, settled } = await startPlaudit()
    slack.faults.next('chat.update', {
      kind: 'error',
      error: 'invalid_blocks',
      times: Number.POSITIVE_INFINITY,
      when: ({ blocks }) => JSON.stringify(blocks).includes('slack_file'),
    })
    const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(file)] })
    await settled()
    expect(celebrations.replies(card)).toHaveLength(1)
    expect(celebrations.text(card)).not.toContain('(image')
    expect(celebrations.text(card)).toContain(words)
  })

  test('a description is asked for, for colleagues who cannot see it', async () => {
    const { alice } = await startPlaudit()
    await alice.opens('/wow')
    expect(alice.formShows()).toContain('What is in the photo?')
    expect(alice.formShows()).toContain('for colleagues who cannot see it')
  })

  test.each([
    ['cannot be downloaded', 'download', '500'],
    ['cannot be uploaded', 'upload', '500'],
    ['is lost on the way', 'files.completeUploadExternal', 'reset_after'],
    ['meets a tired Slack', 'files.getUploadURLExternal', '500'],
  ] as const)(
    'a story is told at once although its photo %s, and the photo follows',
    async (_, method, kind) => {
      const { alice, bob, slack, celebrations, settled, expectLog } = await startPlaudit({
        timing: { timeout: 250 },
      })
      expectLog(/in doubt/)
      if (kind === 'reset_after') expectLog(/fetch failed/)
      slack.faults.next(method, { kind })
      const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(file)] })
      await bob.dm('told everybody what you did')
      await slack.until(() => celebrations.text(card).includes('(image'))
      await settled()
      expect(celebrations.replies(card)).toHaveLength(1)
    },
  )

  test('a story is told although its photo never can be shared, and hosts hear of it', async () => {
    const { alice, bob, dave, slack, celebrations, settled, expectLog } = await startPlaudit()
    expectLog(/a delivery failed/)
    slack.faults.next('files.info', { kind: 'error', error: 'file_not_found' })
    const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(file)] })
    await settled()
    expect(celebrations.text(card)).toContain(words)
    expect(celebrations.replies(card)).toEqual([])
    expect(dave.dms().at(-1)).toContain('A story’s photo could not reach')
  })

  test('larger than 20 MB is left out of its story, and hosts hear why', async () => {
    const { alice, bob, dave, celebrations, settled, expectLog } = await startPlaudit()
    expectLog(/a photo is too large/)
    const large = { name: 'part.png', data: Buffer.alloc(20 * 1024 * 1024 + 1) }
    const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(large)] })
    await settled()
    expect(celebrations.text(card)).toContain(words)
    expect(celebrations.replies(card)).toEqual([])
    expect(dave.dms().at(-1)).toContain('It is larger than 20 MB, so the story stands without it.')
  })

  test('without the scopes for files the story is told all the same', async () => {
    const { alice, bob, celebrations, settled, expectLog, expectRefusal } = await startPlaudit({
      grantedOptionalScopes: false,
    })
    expectLog(/a delivery failed/)
    expectRefusal(/missing_scope/)
    const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(file)] })
    await settled()
    expect(celebrations.text(card)).toContain(words)
  })

  test('goes with its story when that is taken back', async () => {
    const { alice, bob, slack, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(file)] })
    await settled()
    const copy = celebrations.replies(card)[0]?.files?.[0] ?? ''
    expect(slack.file(copy)).toBeDefined()
    await alice.picks(card, 'edit')
    const form = await alice.form()
    await alice.presses(form, 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    expect(slack.file(copy)).toBeUndefined()
    expect(celebrations.text(card)).not.toContain('(image')
    expect(celebrations.replyTexts(card)).toEqual([])
  })

  test('what was deleted by somebody else meanwhile is simply gone', async () => {
    const { alice, bob, slack, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(file)] })
    await settled()
    slack.faults.next('files.delete', { kind: 'error', error: 'file_not_found' })
    await alice.picks(card, 'edit')
    await alice.presses(await alice.form(), 'story.retract')
    await alice.form()
    await alice.submits()
    await settled()
    expect(celebrations.replyTexts(card)).toEqual([])
  })

  test('does not carry the names of champions, who may take them off', async () => {
    const { alice, bob, slack, celebrations, settled } = await startPlaudit()
    const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(file)] })
    await settled()
    const copy = slack.file(celebrations.replies(card)[0]?.files?.[0] ?? '')
    expect(`${copy?.altText} ${copy?.title} ${celebrations.replies(card)[0]?.text}`).not.toContain('Bob')
  })

  test('is described without the name of a champion who takes it off', async () => {
    const { alice, bob, carol, celebrations, settled } = await startPlaudit()
    const photo = [alice.slack.upload(file)]
    const card = await alice.tells(words, { about: [bob, carol], photo, photoDescription: 'Bob at the door' })
    await settled()
    expect(celebrations.text(card)).toContain('(image: Bob at the door)')
    await bob.picks(card, 'name-off')
    await bob.form()
    await bob.submits({})
    await settled()
    expect(celebrations.text(card)).toContain('(image: ••• at the door)')
  })

  test('only pictures can be chosen', async () => {
    const { alice, bob } = await startPlaudit()
    await alice.opens('/wow')
    const pdf = alice.slack.upload({ name: 'offer.pdf', data: 'x' })
    const result = await alice.submits({ championIds: [bob.id], words, photo: [pdf] })
    expect(result.outcome).toBe('stopped by client')
  })
})
