/** Customers' letters from other systems: the cards in the triage channel, the list, and its settings. */
import { z } from 'zod'
import { getSettings } from '../store/settings.ts'
import { savePraiseSettings, showPraiseSettings } from '../usecases/praise-settings.ts'
import { dismissPraise, draftFromPraise } from '../usecases/triage.ts'
import { showWaiting } from '../usecases/triage-showing.ts'
import { readWhole } from '../usecases/whole-letters.ts'
import { actions } from '../views/ids.ts'
import { noticeModal } from '../views/notice.ts'
import { praiseDismissForm, praiseSettingsForm } from '../views/praise-forms.ts'
import { praiseListModal } from '../views/praise-list.ts'
import { storyForm } from '../views/story-form.ts'
import { asTriager } from './actor.ts'
import type { Act, Press } from './acts.ts'
import { readChannels } from './channels.ts'
import type { Listen } from './listen.ts'
import { createRecipients } from './recipients.ts'
import type { Slack } from './slack.ts'

export function registerPraises(listen: Listen, slack: Slack): void {
  const { app } = slack
  const matchRecipients = createRecipients(slack)

  listen.press(actions.praiseShare, async ({ actor, value, look, open }) => {
    const triager = await asTriager(slack, actor)
    await draftFromPraise(app, triager, value) // who may not, or comes second, is told so before Slack is asked
    await matchRecipients([value])
    const input = await draftFromPraise(app, triager, value)
    const { celebrationChannel } = await app.store.read(getSettings)
    const { pages } = await readWhole(app, triager, { praiseId: value })
    const whole = pages > 1 ? { whole: true } : {}
    await open(storyForm.render({ input, praiseId: value, celebrationChannel, ...whole }, look))
  })

  listen.press(actions.praiseDismiss, async ({ actor, value, view, look, open, update }) => {
    await draftFromPraise(app, await asTriager(slack, actor), value)
    const page = pageIn(view)
    const form = praiseDismissForm.render({ praiseId: value, ...(page === undefined ? {} : { page }) }, look)
    await (page === undefined ? open(form) : update(form))
  })
  listen.submit(praiseDismissForm, async ({ actor, look }, { praiseId, reason, page }) => {
    const triager = await asTriager(slack, actor)
    await dismissPraise(app, triager, praiseId, reason)
    if (page === undefined) return undefined
    return { update: praiseListModal(await showWaiting(app, triager, page), look) }
  })

  listen.press(actions.praisesOpen, (press) => openPraises(slack, press))
  for (const id of [actions.praisesPrevious, actions.praisesNext]) {
    listen.press(id, async ({ actor, value, look, update }) => {
      const list = await showWaiting(app, await asTriager(slack, actor), Number(value))
      await update(praiseListModal(list, look))
    })
  }

  listen.press(actions.praisesSettings, async ({ actor, look, open }) => {
    await open(praiseSettingsForm.render(await showPraiseSettings(app, actor), look))
  })
  listen.submit(praiseSettingsForm, async ({ actor, look }, input) => {
    await showPraiseSettings(app, actor) // who may not is told so before Slack is asked
    const ids = input.triageChannel ? [input.triageChannel] : []
    await savePraiseSettings(app, actor, input, { channels: await readChannels(slack, ids) })
    return { update: noticeModal(look.w.praiseList.done, look) }
  })
}

/** `/wow letters`, and the button under many at once. */
export async function openPraises(slack: Slack, { actor, look, open }: Act): Promise<void> {
  const list = await showWaiting(slack.app, await asTriager(slack, actor))
  await open(praiseListModal(list, look))
}

const Metadata = z.looseObject({ page: z.number().optional() })

/** The page of the list that was pressed in; undefined in a channel. */
const pageIn = (view: Press['view']): number | undefined =>
  view ? Metadata.parse(JSON.parse(view.private_metadata || '{}')).page : undefined
