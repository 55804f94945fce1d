/** The Cheer button: answered by the message's own address, so that a storm costs no rated call. */
import { cheer, takeCheerBack } from '../usecases/cheers.ts'
import { showStory } from '../usecases/showing.ts'
import { type CheerOutcome, cheerAnswer } from '../views/cheer-answers.ts'
import { actions } from '../views/ids.ts'
import type { Press } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerCheers(listen: Listen, { app }: Slack): void {
  listen.press(actions.storyCheer, async (press) => {
    const outcome = await cheer(app, press.actor, press.value, press.at)
    await press.answer(await say(press, outcome))
  })
  listen.press(actions.storyUncheer, async (press) => {
    await takeCheerBack(app, press.actor, press.value, press.at)
    await press.replace(await say(press, 'taken-back'))
  })

  async function say({ value, look }: Press, outcome: CheerOutcome) {
    const story = await app.store.read((reader) => showStory(reader, value))
    if (!story) throw new Error('the story that was cheered is gone')
    return cheerAnswer(outcome, story, look)
  }
}
