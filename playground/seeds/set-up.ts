import { CELEBRATIONS } from '../demo/cast.ts'
import type { PretendSlack } from '../server/index.ts'
import { need, nextPost } from './front-door.ts'

/** Dave sets Plaudit up, says what managers may give, and posts its welcome. */
export async function setUp(slack: PretendSlack): Promise<void> {
  const dave = slack.person('UDAVE')
  await dave.command('/wow', 'setup', { channel: CELEBRATIONS })
  const form = await dave.nextModal()
  await dave.suggest(form, 'setup.managerGroup', 'leads')
  const saved = await dave.submit({
    celebrationChannel: CELEBRATIONS,
    hostIds: ['UDAVE'],
    managerIds: ['UCAROL'],
    managerGroupId: 'SLEADS',
    managerMoney: '100',
    managerDays: '1',
  })
  need('updated', saved)
  need('closed', await dave.submit())
  await nextPost(slack, CELEBRATIONS, 0, 'the welcome')
}
