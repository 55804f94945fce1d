import { expect, test } from '@jest/globals'
import { startPlaudit } from '../support/plaudit.ts'

const words = 'stayed two hours longer to find the part that was lost'

test('what Slack keeps answering with a code nobody knows is given up aloud, and kept', async () => {
  const { alice, bob, dave, slack, celebrations, expectLog } = await startPlaudit({
    timing: { timeout: 100, giveUp: { unknownCode: 0, silence: Number.POSITIVE_INFINITY } },
  })
  expectLog(/in doubt/)
  expectLog(/given up/)
  slack.faults.next('chat.postMessage', {
    kind: 'error',
    error: 'never_heard_of_it',
    times: Number.POSITIVE_INFINITY,
    when: ({ channel }) => channel === celebrations.id,
  })
  await alice.opens('/wow')
  await alice.submits({ championIds: [bob.id], words })
  await slack.until(() => dave.dms().some((text) => text.includes('never_heard_of_it')))
  await slack.until(() => alice.dms().some((text) => text.includes('safe with us')))
  slack.faults.clear()
  await dave.presses(await dave.dm('never_heard_of_it'), 'delivery.retry')
  await celebrations.shows(words)
  expect(celebrations.texts().filter((text) => text.includes(words))).toHaveLength(1)
})
