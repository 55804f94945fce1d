/** The setup: one form, checked against Slack before it is kept, and the welcome post. */

import { Problem } from '../domain/problem.ts'
import type { SetupInput } from '../domain/settings-input.ts'
import { retryDelivery } from '../usecases/outcomes.ts'
import { type SetupFacts, saveSetup, showSetup } from '../usecases/setup.ts'
import { postWelcome } from '../usecases/welcome.ts'
import { choices } from '../views/controls.ts'
import { currencyOptions } from '../views/currencies.ts'
import { actions } from '../views/ids.ts'
import { notice } from '../views/notice.ts'
import { setupForm } from '../views/setup-form.ts'
import { welcomeForm } from '../views/welcome.ts'
import { zoneOptions } from '../views/zones.ts'
import type { Act } from './acts.ts'
import { readChannels } from './channels.ts'
import { findGroup, listGroupMembers, searchGroups } from './groups.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerSetup(listen: Listen, slack: Slack): void {
  const { app, directory } = slack

  listen.press(actions.setupOpen, (press) => openSetup(slack, press))

  listen.submit(setupForm, async ({ actor, look }, input) => {
    await showSetup(app, actor) // who may not set anything is told so before Slack is asked
    await directory.meet([...input.hostIds, ...(input.managers?.personIds ?? [])])
    const { first, celebrationChannel } = await saveSetup(app, actor, input, await factsOf(input))
    if (first) return { update: welcomeForm.render({ channel: celebrationChannel }, look) }
  })

  listen.submit(welcomeForm, async ({ actor }, { words }) => {
    await postWelcome(app, actor, words)
  })

  listen.suggest(actions.setupZone, async (_, query) => zoneOptions(query))
  listen.suggest(actions.setupCurrency, async (_, query) => currencyOptions(query))
  listen.suggest(actions.setupManagerGroup, async ({ actor }, query) => {
    await showSetup(app, actor)
    return choices(await searchGroups(slack, query))
  })

  listen.press(actions.deliveryRetry, async ({ actor, value, look, answer }) => {
    const found = await retryDelivery(app, actor, value)
    await answer(notice(found ? look.w.trouble.retrying : look.w.trouble.nothingToRetry))
  })

  async function factsOf({ settings, managers }: SetupInput): Promise<SetupFacts> {
    const ids = [
      ...(settings.celebrationChannel ? [settings.celebrationChannel] : []),
      ...(settings.digestChannels ?? []),
    ]
    const channels = await readChannels(slack, [...new Set(ids)])
    if (!managers?.groupId) return { channels }
    const groupMembers = await listGroupMembers(slack, managers.groupId)
    if (!groupMembers) throw new Problem('invalid', 'setup.group-unreadable', 'managerGroupId')
    return { channels, groupMembers }
  }
}

/** `/wow setup`, a button, Home. */
export async function openSetup(slack: Slack, { actor, look, open }: Act): Promise<void> {
  const { setup, mayRun } = await showSetup(slack.app, actor)
  const group = setup.managerGroupId ? await findGroup(slack, setup.managerGroupId) : undefined
  await open(
    setupForm.render(
      {
        setup,
        ...(mayRun ? {} : { only: 'first-two' as const }),
        ...(group ? { managerGroupName: group.text } : {}),
      },
      look,
    ),
  )
}
