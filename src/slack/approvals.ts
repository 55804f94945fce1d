/** Awards that wait: approved with a press, declined with a reason. */
import { approveAward, declineAward, showAwardToDecide } from '../usecases/approvals.ts'
import { showAward } from '../usecases/award-showing.ts'
import { approvedAnswer } from '../views/award-approval.ts'
import { awardDeclineForm } from '../views/award-close-forms.ts'
import { actions } from '../views/ids.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerApprovals(listen: Listen, { app }: Slack): void {
  listen.press(actions.awardApprove, async ({ actor, value, look, answer }) => {
    await approveAward(app, actor, value)
    const award = await app.store.read((reader) => showAward(reader, value))
    if (award) await answer(approvedAnswer(award, look))
  })
  listen.press(actions.awardDecline, async ({ actor, value, look, open }) => {
    await open(awardDeclineForm.render({ award: await showAwardToDecide(app, actor, value) }, look))
  })
  listen.submit(awardDeclineForm, async ({ actor }, { awardId, reason }) => {
    await declineAward(app, actor, awardId, reason)
  })
}
