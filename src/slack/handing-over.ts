/** `/wow prizes todo`: what is open, handing it over, cancelling it, and what was noted about it. */
import type { ModalView } from '@slack/types'
import {
  cancelAward,
  handOver,
  showAwardToClose,
  showHandOver,
  showPrizesTodo,
} from '../usecases/handing-over.ts'
import { awardCancelForm, awardHandOverForm, type OpenedFrom } from '../views/award-close-forms.ts'
import { notedAnswer } from '../views/award-noted.ts'
import { actions } from '../views/ids.ts'
import { isPrizesTodoList, prizesTodoList } from '../views/prizes-todo.ts'
import type { Act, Press, Then } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerHandingOver(listen: Listen, slack: Slack): void {
  const { app } = slack

  listen.press(actions.prizesTodo, (press) => openPrizesTodo(slack, press))

  listen.press(actions.awardHandOver, async (press) => {
    const { actor, value, look } = press
    const award = await showAwardToClose(app, actor, value, 'fulfilled')
    await showForm(press, (from) => awardHandOverForm.render({ award, from }, look))
  })
  listen.submit(awardHandOverForm, async (act, { from, note, ...which }) => {
    await handOver(app, act.actor, which, note)
    return back(act, from)
  })

  listen.press(actions.awardCancel, async (press) => {
    const { actor, value, look } = press
    const award = await showAwardToClose(app, actor, value, 'cancelled')
    await showForm(press, (from) => awardCancelForm.render({ award, from, readerId: actor.id }, look))
  })
  listen.submit(awardCancelForm, async (act, { from, reason, ...which }) => {
    await cancelAward(app, act.actor, which, reason)
    return back(act, from)
  })

  listen.press(actions.awardNoted, async ({ actor, value, look, answer }) => {
    await answer(notedAnswer(await showHandOver(app, actor, value), actor.id, look))
  })

  /** After a form that took the list's place, the list as it is now. */
  async function back({ actor, look }: Pick<Act, 'actor' | 'look'>, from: OpenedFrom): Promise<Then> {
    return from === 'list' ? { update: prizesTodoList(await showPrizesTodo(app, actor), look) } : undefined
  }
}

export async function openPrizesTodo({ app }: Slack, { actor, look, open }: Act): Promise<void> {
  await open(prizesTodoList(await showPrizesTodo(app, actor), look))
}

/** In the list, in its place; from a message, a form of its own. */
async function showForm(
  { view, update, open }: Press,
  render: (from: OpenedFrom) => ModalView,
): Promise<void> {
  await (isPrizesTodoList(view) ? update(render('list')) : open(render('message')))
}
