/** Telling, mending and taking back stories; taking one's name off. */
import { listNames } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import { showSetupState } from '../usecases/setup.ts'
import { showOwnStory, showStory } from '../usecases/showing.ts'
import { retractStory, shareDraft, submitStory, takeNameOff } from '../usecases/stories.ts'
import { actions, storyMenuChoice } from '../views/ids.ts'
import { nameOffForm } from '../views/name-off-form.ts'
import { notice, noticeModal } from '../views/notice.ts'
import { setupHint } from '../views/setup-notes.ts'
import { storyForm } from '../views/story-form.ts'
import { storyPreview } from '../views/story-preview.ts'
import { storyRetractForm } from '../views/story-retract-form.ts'
import type { Act, Press } from './acts.ts'
import type { Listen } from './listen.ts'
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
    if (choice?.verb === 'name-off') await askNameOff(press, choice.id)
  })
  listen.press(actions.storyEdit, (press) => edit(press, press.value))
  listen.press(actions.storyNameOff, (press) => nameOff(press, press.value))
  listen.press(actions.storyRetract, ({ open, value, look }) =>
    open(storyRetractForm.render({ storyId: value }, look)),
  )
  listen.press(actions.storyMore, async ({ view, look, update }) => {
    if (view) await update(storyForm.render({ ...storyForm.read(view), more: true }, look))
  })

  listen.submit(storyForm, async ({ actor, look }, sent) => {
    await directory.meet(sent.input.championIds)
    const submitted = await submitStory(app, actor, sent)
    if ('draftId' in submitted) return { push: storyPreview.render(submitted, look) }
  })
  listen.submit(storyPreview, async ({ actor }, { draftId }) => {
    await shareDraft(app, actor, draftId)
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

  /** For its teller, the form; for a host, who may only take it back, that. */
  async function edit({ actor, look, open }: Press, storyId: string): Promise<void> {
    const { story, mayEdit } = await showOwnStory(app, actor, storyId)
    if (!mayEdit) return open(storyRetractForm.render({ storyId }, look))
    const { celebrationChannel } = await app.store.read(getSettings)
    const input = { ...story, championIds: story.champions.map(({ id }) => id), photo: undefined }
    await open(
      storyForm.render(
        { input, editing: storyId, ...(celebrationChannel ? { celebrationChannel } : {}) },
        look,
      ),
    )
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

/** `/wow`, a button, Home: the form, filled in with what was typed after the command. Before the setup: whom to ask. */
export async function openStoryForm(
  slack: Slack,
  { actor, look, open, answer }: Act,
  typed: string,
): Promise<void> {
  const { setUp, ...hint } = await showSetupState(slack.app, actor)
  if (!setUp) return answer(setupHint(hint, look))
  const { celebrationChannel } = await slack.app.store.read(getSettings)
  const input = await readTyped(slack, typed)
  await open(
    storyForm.render(
      { ...(input ? { input } : {}), ...(celebrationChannel ? { celebrationChannel } : {}) },
      look,
    ),
  )
}

const MENTION = /<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/g
const CHANNEL = /<#C[A-Z0-9]+(?:\|([^>]*))?>/g
const LINK = /<((?:https?|mailto):[^>|]+)(?:\|([^>]*))?>/g

/** `<@U1|bob> stayed two hours`: Bob is a champion, and the words say his name. */
async function readTyped({ app }: Slack, typed: string) {
  if (!typed.trim()) return undefined
  const championIds = [...new Set([...typed.matchAll(MENTION)].map(([, id]) => id ?? ''))].slice(0, 10)
  const nameOf = await app.store.read((reader) => listNames(reader, championIds))
  const words = typed
    .replace(MENTION, (_, id: string, handle?: string) => {
      const { name } = nameOf(id)
      return name === 'somebody' ? (handle ?? name) : name
    })
    .replace(CHANNEL, (_, name?: string) => `#${name ?? ''}`)
    .replace(LINK, (_, url: string, label?: string) => label ?? url)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
  return { championIds, words }
}
