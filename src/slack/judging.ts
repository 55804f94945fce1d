/** Judging: the list of nominees, and the form for one of them in its place. */
import { Problem } from '../domain/problem.ts'
import { judge, showJudging } from '../usecases/judging.ts'
import { actions } from '../views/ids.ts'
import { judgingIn, judgingList } from '../views/judging.ts'
import { scoreForm } from '../views/score-form.ts'
import { asReader } from './actor.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerJudging(listen: Listen, slack: Slack): void {
  const { app } = slack

  listen.press(actions.roundJudge, async ({ actor, channel, value, look, open }) => {
    await open(judgingList(await showJudging(app, await asReader(slack, actor, channel), value), 0, look))
  })
  for (const id of [actions.judgingPrevious, actions.judgingNext]) {
    listen.press(id, async ({ actor, value, view, look, update }) => {
      if (!view) return
      const { roundId } = judgingIn(view)
      const judging = await showJudging(app, await asReader(slack, actor), roundId)
      await update(judgingList(judging, Number(value), look))
    })
  }
  listen.press(actions.ballotScore, async ({ actor, value, view, look, update }) => {
    if (!view) return
    const { roundId, page } = judgingIn(view)
    const { round, nominees } = await showJudging(app, await asReader(slack, actor), roundId)
    const nominee = nominees.find(({ person, excluded }) => person.id === value && !excluded)
    if (!nominee) throw new Problem('invalid', 'ballot.not-a-nominee')
    await update(scoreForm.render({ round, nominee, page }, look))
  })
  listen.submit(scoreForm, async ({ actor, look }, { roundId, page, ...sheet }) => {
    const reader = await asReader(slack, actor)
    await judge(app, reader, roundId, sheet)
    return { update: judgingList(await showJudging(app, reader, roundId), page, look) }
  })
}
