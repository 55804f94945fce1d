/** The prize of a round, when it could not be given at once. */
import { giveRoundPrizeNow } from '../usecases/round-prizes.ts'
import { actions } from '../views/ids.ts'
import { notice } from '../views/notice.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerRoundPrizes(listen: Listen, { app }: Slack): void {
  listen.press(actions.roundPrize, async ({ actor, value, look, answer }) => {
    await giveRoundPrizeNow(app, actor, value)
    await answer(notice(look.w.roundPrize.done))
  })
}
