import { expect, test } from '@jest/globals'
import { startPlaudit } from '../support/plaudit.ts'

test('a press in a form that Slack did not wait for is a warning, and no fault', async () => {
  const { alice, bob, slack, settled, expectLog } = await startPlaudit()
  const card = await alice.tells('Stayed two hours longer to find the lost part.', { about: bob })
  await settled()
  await alice.picks(card, 'edit')
  const form = await alice.form()
  slack.faults.next('views.push', { kind: 'error', error: 'expired_trigger_id', times: 2 })
  expectLog(/did not wait/)
  await alice.presses(form, 'story.retract')
  await slack.until(() => slack.calls('views.push').length === 2)
  expect(alice.formShows()).toContain('to find the lost part')
})
