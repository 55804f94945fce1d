/** `/wow prizes`: the catalogue, the budgets and the settings of prizes, each in one form that returns to the list. */
import type { ModalView } from '@slack/types'
import { saveBudget, savePrizeSettings, showBudget, showPrizeSettings } from '../usecases/prize-settings.ts'
import { bringBackPrize, retirePrize, savePrize, showPrize, showPrizesRoom } from '../usecases/prizes.ts'
import { budgetForm } from '../views/budget-form.ts'
import { actions, prizeMenuChoice } from '../views/ids.ts'
import { isBack } from '../views/prize-buttons.ts'
import { editedPrize, newPrize, prizeForm } from '../views/prize-form.ts'
import { prizeSettingsForm } from '../views/prize-settings-form.ts'
import { prizesRoom } from '../views/prizes-room.ts'
import type { Act, Press } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

type Reader = Pick<Act, 'actor' | 'look'>

export function registerPrizes(listen: Listen, slack: Slack): void {
  const { app, directory } = slack
  const list = (reader: Reader): Promise<ModalView> => roomFor(slack, reader)

  listen.press(actions.prizesOpen, async (press) => {
    await (isBack(press.value) ? press.update(await list(press)) : openPrizes(slack, press))
  })

  listen.press(actions.prizeAdd, async ({ actor, look, update }) => {
    const { currency } = await showPrize(app, actor)
    await update(prizeForm.render(newPrize(currency), look))
  })
  listen.press(actions.prizeMenu, async (press) => {
    const choice = prizeMenuChoice(press.value)
    if (choice?.verb === 'edit') await edit(press, choice.id)
    if (choice?.verb === 'retire') await retire(press, choice.id)
  })
  listen.press(actions.prizeEdit, (press) => edit(press, press.value))
  listen.press(actions.prizeKind, async ({ actor, look, view, update }) => {
    await showPrize(app, actor) // who may not add one is told so
    if (view) await update(prizeForm.render(prizeForm.read(view), look))
  })
  listen.submit(prizeForm, async (act, draft) => {
    await savePrize(app, act.actor, draft)
    return { update: await list(act) }
  })
  listen.press(actions.prizeRetire, (press) => retire(press, press.value))
  listen.press(actions.prizeBringBack, async (press) => {
    await bringBackPrize(app, press.actor, press.value)
    await press.update(await list(press))
  })

  listen.press(actions.budgetAdd, async ({ actor, look, update }) => {
    await update(budgetForm.render(await showBudget(app, actor), look))
  })
  listen.press(actions.budgetEdit, async ({ actor, look, value, update }) => {
    await update(budgetForm.render(await showBudget(app, actor, value), look))
  })
  listen.submit(budgetForm, async (act, sent) => {
    await showBudget(app, act.actor) // who may not set one is told so before Slack is asked
    await directory.meet(sent.personId ? [sent.personId] : [])
    await saveBudget(app, act.actor, sent)
    return { update: await list(act) }
  })

  listen.press(actions.prizesSettings, async ({ actor, look, update }) => {
    await update(prizeSettingsForm.render(await showPrizeSettings(app, actor), look))
  })
  listen.submit(prizeSettingsForm, async (act, sent) => {
    await showPrizeSettings(app, act.actor)
    await directory.meet([...sent.approverIds, ...sent.fulfillerIds])
    await savePrizeSettings(app, act.actor, sent)
    return { update: await list(act) }
  })

  async function edit({ actor, look, update }: Press, prizeId: string): Promise<void> {
    const { prize, currency } = await showPrize(app, actor, prizeId)
    if (prize) await update(prizeForm.render(editedPrize(prize, currency), look))
  }

  /** It can be brought back in the list that follows, so a menu, which cannot ask, needs not to. */
  async function retire(press: Press, prizeId: string): Promise<void> {
    await retirePrize(app, press.actor, prizeId)
    await press.update(await list(press))
  }
}

/** `/wow prizes`, a button, Home. */
export async function openPrizes(slack: Slack, act: Act): Promise<void> {
  await act.open(await roomFor(slack, act))
}

const roomFor = async ({ app }: Slack, { actor, look }: Reader): Promise<ModalView> =>
  prizesRoom(await showPrizesRoom(app, actor), look)
