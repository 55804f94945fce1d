/** Customers' letters: saying what may be shown of who wrote it, thanking them. */
import { Problem } from '../domain/problem.ts'
import { eraseOriginal, readOriginal } from '../usecases/letter-originals.ts'
import { changePermission, thankCustomer } from '../usecases/letters.ts'
import { showStory } from '../usecases/showing.ts'
import { readWhole } from '../usecases/whole-letters.ts'
import { actions } from '../views/ids.ts'
import { letterOriginal } from '../views/letter-original.ts'
import { letterPermissionForm } from '../views/letter-permission-form.ts'
import { letterThanksForm } from '../views/letter-thanks-form.ts'
import { notice } from '../views/notice.ts'
import { wholeIn, wholeLetter } from '../views/whole-letter.ts'
import { asTriager } from './actor.ts'
import type { Press } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerLetters(listen: Listen, slack: Slack): void {
  const { app } = slack
  listen.submit(letterPermissionForm, async ({ actor }, { storyId, permission }) => {
    await changePermission(app, actor, storyId, permission)
  })
  listen.press(actions.letterOriginal, async ({ actor, value, look, open }) => {
    await open(letterOriginal(await readOriginal(app, actor, value), look))
  })
  listen.press(actions.letterErase, async ({ actor, value, look, replace }) => {
    await eraseOriginal(app, actor, value)
    await replace(notice(look.w.letterOriginal.erased))
  })
  listen.press(actions.letterWhole, async ({ actor, value: storyId, look, open }) => {
    await open(wholeLetter(await readWhole(app, actor, { storyId }), look))
  })
  listen.press(actions.praiseWhole, async ({ actor, value: praiseId, look, open }) => {
    await open(wholeLetter(await readWhole(app, await asTriager(slack, actor), { praiseId }), look))
  })
  for (const id of [actions.wholePrevious, actions.wholeNext]) {
    listen.press(id, async ({ actor, value, view, look, update }) => {
      if (!view) return
      const about = wholeIn(view)
      const reader = 'praiseId' in about ? await asTriager(slack, actor) : actor
      await update(wholeLetter(await readWhole(app, reader, about, Number(value)), look))
    })
  }
  listen.submit(letterThanksForm, async ({ actor }, { storyId }) => {
    await thankCustomer(app, actor, storyId)
  })
}

export async function openThanks({ app }: Slack, { look, open }: Press, storyId: string): Promise<void> {
  const story = await app.store.read((reader) => showStory(reader, storyId))
  if (!story?.letter) throw new Problem('not_found', 'letter.not-found')
  if (story.retracted) throw new Problem('closed', 'story.taken-back')
  await open(letterThanksForm.render(story, look))
}
