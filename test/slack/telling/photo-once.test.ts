import { expect, test } from '@jest/globals'
import { startPlaudit } from '../../support/plaudit.ts'

test('a photo is shared once, also when Slack does not say at once where it is', async () => {
  const { alice, bob, slack, celebrations, settled, expectLog } = await startPlaudit({
    timing: { timeout: 250 },
  })
  expectLog(/in doubt/)
  slack.faults.next('conversations.replies', { kind: '429', retryAfter: 1 })
  const file = { name: 'part.png', data: Buffer.from('not really a picture') }
  const words = 'Stayed two hours longer to find the lost part for a customer.'
  const card = await alice.tells(words, { about: bob, photo: [alice.slack.upload(file)] })
  await slack.until(() => celebrations.text(card).includes('(image'))
  await settled()
  expect(celebrations.replies(card)).toHaveLength(1)
})
