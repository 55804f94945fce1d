/** Sources of customers' letters, for hosts: what `npx plaudit source` does. */
import { addSource, revokeSource, rotateSource, showSources } from '../usecases/sources.ts'
import { actions } from '../views/ids.ts'
import { secretModal, sourceForm, sourcesModal } from '../views/sources.ts'
import type { Act } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerSources(listen: Listen, slack: Slack): void {
  const { app } = slack

  listen.press(actions.sourcesOpen, (press) => openSources(slack, press))
  listen.press(actions.sourceAdd, async ({ actor, look, open }) => {
    await showSources(app, actor)
    await open(sourceForm.render({}, look))
  })
  listen.submit(sourceForm, async ({ actor, look }, { name }) => ({
    update: secretModal(await addSource(app, actor, name), look),
  }))
  listen.press(actions.sourceReopen, async ({ actor, value, look, open }) => {
    await open(secretModal(await addSource(app, actor, value), look))
  })
  listen.press(actions.sourceRotate, async ({ actor, value, look, open }) => {
    await open(secretModal(await rotateSource(app, actor, value), look))
  })
  listen.press(actions.sourceRevoke, async ({ actor, value, look, update }) => {
    await revokeSource(app, actor, value)
    await update(sourcesModal(await showSources(app, { id: actor.id }), look))
  })
}

/** `/wow sources`, and a button in the list of letters. */
export async function openSources({ app }: Slack, { actor, look, open }: Act): Promise<void> {
  await open(sourcesModal(await showSources(app, actor), look))
}
