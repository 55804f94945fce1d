/** Telling, mending and taking back stories; taking one's name off. */
import { getSettings } from '../store/settings.ts'
import { previewDraft, shareDraft, submitStory } from '../usecases/drafts.ts'
import { mayReadOriginal } from '../usecases/letter-originals.ts'
import { showOwnStory, showStory } from '../usecases/showing.ts'
import { retractStory, takeNameOff } from '../usecases/stories.ts'
import { requireMayRetract, showOwnPart } from '../usecases/told-story.ts'
import { actions, storyMenuChoice } from '../views/ids.ts'
import { letterPermissionForm } from '../views/letter-permission-form.ts'
import { nameOffForm } from '../views/name-off-form.ts'
import { notice, noticeModal } from '../views/notice.ts'
import { storyForm } from '../views/story-form.ts'
import { storyOwn } from '../views/story-own.ts'
import { storyPreview } from '../views/story-preview.ts'
import { storyRetractForm } from '../views/story-retract-form.ts'
import { asTriager } from './actor.ts'
import type { Press } from './acts.ts'
import { openVoice } from './captures.ts'
import { openThanks } from './letters.ts'
import type { Listen } from './listen.ts'
import { openNomination } from './nominations.ts'
import { openStoryForm } from './open-story.ts'
import type { Slack } from './slack.ts'

export function registerStories(listen: Listen, slack: Slack): void {
  const { app, directory } = slack

  for (const id of [actions.storyTell, actions.homeTell]) {
    listen.press(id, (press) => openStoryForm(slack, press, ''))
  }

  listen.press(actions.storyMenu, async (press) => {
    const choice = storyMenuChoice(press.value)
    if (choice?.verb === 'tell') await openStoryForm(slack, press, '')
    if (choice?.verb === 'edit') await edit(press, choice.id)
    if (choice?.verb === 'thank') await openThanks(slack, press, choice.id)
    if (choice?.verb === 'voice') await openVoice(slack, press, choice.id)
    if (choice?.verb === 'name-off') await askNameOff(press, choice.id)
    if (choice?.verb === 'own') await own(press, choice.id)
    if (choice?.verb === 'nominate') await openNomination(slack, press, { storyId: choice.id })
  })
  listen.press(actions.storyEdit, (press) => edit(press, press.value))
  listen.press(actions.storyNameOff, (press) => nameOff(press, press.value))
  listen.press(actions.storyRetract, async ({ actor, open, value, look }) => {
    await requireMayRetract(app, actor, value)
    await open(storyRetractForm.render({ storyId: value }, look))
  })
  listen.press(actions.storyMore, async ({ view, look, update }) => {
    if (view) await update(storyForm.render({ ...storyForm.read(view), more: true }, look))
  })
  // What was switched or chosen is in the form already: it is shown anew with what is asked now.
  for (const id of [actions.letterSwitch, actions.letterPermission]) {
    listen.press(id, async ({ view, look, update }) => {
      if (view) await update(storyForm.render(storyForm.read(view), look))
    })
  }

  listen.submit(storyForm, async ({ actor, look }, sent) => {
    await directory.meet(sent.input.championIds)
    const teller = sent.praiseId ? await asTriager(slack, actor) : actor
    const submitted = await submitStory(app, teller, { ...sent, source: sent.capture?.source })
    if ('draftId' in submitted) return { push: storyPreview.render(submitted, look) }
  })
  for (const id of [actions.letterLift, actions.letterHide]) {
    listen.press(id, async ({ actor, view, look, update }) => {
      if (!view) return
      const { draftId, choices } = storyPreview.read(view)
      await update(storyPreview.render(await previewDraft(app, actor, draftId, choices), look))
    })
  }
  listen.submit(storyPreview, async ({ actor, look }, { draftId, choices, isShown }) => {
    // Nobody says yes to what they did not see.
    if (!isShown)
      return { update: storyPreview.render(await previewDraft(app, actor, draftId, choices), look) }
    await shareDraft(app, actor, draftId, choices)
    return { clear: true }
  })
  listen.submit(nameOffForm, async ({ actor, look }, { storyId }) => {
    await takeNameOff(app, actor, storyId)
    return { update: noticeModal(look.w.story.nameIsOff, look) }
  })
  listen.submit(storyRetractForm, async ({ actor }, { storyId, reason }) => {
    await retractStory(app, actor, storyId, reason)
    return { clear: true }
  })

  /** For its teller, the form; for a host, who may only take it back, that, or of a letter say what may be shown. */
  async function edit({ actor, look, open }: Press, storyId: string): Promise<void> {
    const { mayEdit, told, hasPhoto } = await showOwnStory(app, actor, storyId)
    const { letter } = told
    const hasOriginal = await mayReadOriginal(app, actor, storyId)
    if (!mayEdit && letter) {
      const { permission } = letter
      return open(letterPermissionForm.render({ storyId, permission, hasOriginal }, look))
    }
    if (!mayEdit) return open(storyRetractForm.render({ storyId }, look))
    const { celebrationChannel } = await app.store.read(getSettings)
    const kept = letter ? { staysLetter: true, hasPhoto, hasOriginal } : {}
    await open(storyForm.render({ input: told, editing: storyId, celebrationChannel, ...kept }, look))
  }

  /** Champions take their name off, tellers and hosts edit; who is both says which. */
  async function own(press: Press, storyId: string): Promise<void> {
    const { actor, look, open } = press
    const { isNamed, mayChange } = await showOwnPart(app, actor, storyId)
    if (isNamed && mayChange) return open(storyOwn(storyId, look))
    await (isNamed ? askNameOff(press, storyId) : edit(press, storyId))
  }

  /** A menu cannot ask by itself. Who is not named in the story hears that at once. */
  async function askNameOff(press: Press, storyId: string): Promise<void> {
    const story = await app.store.read((reader) => showStory(reader, storyId))
    const isNamed = story?.champions.some(({ id }) => id === press.actor.id) && !story.retracted
    if (isNamed) await press.open(nameOffForm.render({ storyId }, press.look))
    else await nameOff(press, storyId)
  }

  async function nameOff({ actor, look, answer }: Press, storyId: string): Promise<void> {
    await takeNameOff(app, actor, storyId)
    await answer(notice(look.w.story.nameIsOff))
  }
}
