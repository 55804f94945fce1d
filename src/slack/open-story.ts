/** Opens the form, filled in with what stands after the command, as Slack escapes it. */
import type { StoryInput } from '../domain/story.ts'
import { getSettings } from '../store/settings.ts'
import { showSetupState } from '../usecases/setup.ts'
import { setupHint } from '../views/setup-notes.ts'
import { storyForm } from '../views/story-form.ts'
import type { Act } from './acts.ts'
import type { Slack } from './slack.ts'
import { readTyped, withoutNamedFirst } from './typed.ts'

type Typed = Pick<StoryInput, 'championIds' | 'words' | 'letter'>

/** `/wow`, a button, Home. `<@U1|bob> stayed two hours`: Bob is a champion, and the words say his name. */
export async function openStoryForm(slack: Slack, act: Act, typed: string): Promise<void> {
  await openFilled(slack, act, typed.trim() ? await readTyped(slack, typed) : undefined)
}

/** `/wow letter <@U1|bob> Thank you so much`: who is named before the customer's words is praised by them. */
export async function openLetterForm(slack: Slack, act: Act, typed: string): Promise<void> {
  const after = typed.trim().replace(/^letter\s*/i, '')
  const read = await readTyped(slack, after, withoutNamedFirst(after))
  await openFilled(slack, act, { ...read, letter: {} })
}

/** Before the setup: whom to ask. */
async function openFilled(
  slack: Slack,
  { actor, look, open, answer }: Act,
  input: Typed | undefined,
): Promise<void> {
  const { setUp, ...hint } = await showSetupState(slack.app, actor)
  if (!setUp) return answer(setupHint(hint, look))
  const { celebrationChannel } = await slack.app.store.read(getSettings)
  await open(storyForm.render({ ...(input && { input }), celebrationChannel }, look))
}
