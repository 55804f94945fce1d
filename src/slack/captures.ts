/** Making stories of messages: the shortcut, the authors' say, reactions, and voices. */
import type { CaptureKind } from '../domain/capture.ts'
import { inputOf } from '../domain/capture.ts'
import { getSettings } from '../store/settings.ts'
import { saveCaptures, showCaptures } from '../usecases/capture-settings.ts'
import { answerCapture, type Begun, beginCapture, getAsk, takeWordsBack } from '../usecases/captures.ts'
import { showSetupState } from '../usecases/setup.ts'
import { addVoice, showVoice, takeVoiceBack } from '../usecases/voices.ts'
import { captureForm } from '../views/capture-form.ts'
import { toldAlready } from '../views/capture-notes.ts'
import { actions, shortcuts } from '../views/ids.ts'
import { notice, noticeModal } from '../views/notice.ts'
import { setupHint } from '../views/setup-notes.ts'
import { storyForm } from '../views/story-form.ts'
import { voiceForm } from '../views/voice-form.ts'
import type { AboutMessage, Act } from './acts.ts'
import { findMessage, readCaptured } from './capture-message.ts'
import { readChannels } from './channels.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerCaptures(listen: Listen, slack: Slack): void {
  const { app } = slack

  listen.shortcut(shortcuts.shareStory, (act) => capture(slack, act, act.message))
  listen.press(actions.captureShare, async (press) => {
    const { at, kind } = await getAsk(app, press.actor, press.value)
    await capture(slack, press, await findMessage(slack, at), kind)
  })

  for (const [id, answer] of [
    [actions.captureAllow, 'yes'],
    [actions.captureRefuse, 'no'],
  ] as const) {
    listen.press(id, async ({ actor, value, look, answer: say }) => {
      const asked = await answerCapture(app, actor, value, answer)
      const { allowed, refused } = look.w.captureNotes
      await say(notice(answer === 'yes' ? allowed(asked.name) : refused))
    })
  }
  listen.press(actions.captureTakeBack, async ({ actor, value, look, answer }) => {
    await takeWordsBack(app, actor, value)
    await answer(notice(look.w.captureNotes.tookBack))
  })

  listen.press(actions.voiceAdd, (press) => openVoice(slack, press, press.value))
  listen.press(actions.voiceTakeBack, async ({ actor, value, look, update }) => {
    await takeVoiceBack(app, actor, value)
    await update(noticeModal(look.w.voiceForm.takenBack, look))
  })
  listen.submit(voiceForm, async ({ actor, look }, sent) => {
    const { masked } = await addVoice(app, actor, sent.storyId, sent.words)
    if (masked === undefined) return undefined
    return { update: voiceForm.render({ ...sent, words: masked, masked: sent.masked + 1 }, look) }
  })

  listen.submit(captureForm, async ({ actor, look }, input) => {
    await showCaptures(app, actor) // who may not is told so before Slack is asked
    const ids = input.channel ? [input.channel] : []
    await saveCaptures(app, actor, input, { channels: await readChannels(slack, ids) })
    return { update: noticeModal(look.w.captureForm.saved, look) }
  })
}

async function capture(slack: Slack, act: Act, message: AboutMessage, kind?: CaptureKind): Promise<void> {
  const { setUp, ...hint } = await showSetupState(slack.app, act.actor)
  if (!setUp) return act.answer(setupHint(hint, act.look))
  await show(slack, act, await beginCapture(slack.app, act.actor, await readCaptured(slack, message), kind))
}

async function show(slack: Slack, { look, open, answer }: Act, begun: Begun): Promise<void> {
  if ('asked' in begun) return answer(notice(look.w.capture.asked(begun.asked.name)))
  if ('story' in begun) return answer(toldAlready(begun.story, begun.isCard, look))
  const { draft, author } = begun
  const { celebrationChannel } = await slack.app.store.read(getSettings)
  const { source, photo } = draft
  const capture = {
    source,
    ...(author ? { authorName: author.name } : {}),
    ...(photo ? { photo: { fileId: photo.fileId, isTaken: true } } : {}),
  }
  const aside = photo?.description ? { photoDescription: photo.description } : undefined
  await open(storyForm.render({ input: inputOf(draft), capture, celebrationChannel, aside }, look))
}

/** From a card's menu, and from private answers. */
export async function openVoice({ app }: Slack, { actor, look, open }: Act, storyId: string): Promise<void> {
  const { story, words } = await showVoice(app, actor, storyId)
  await open(voiceForm.render({ storyId, story, words, isAdded: words !== undefined }, look))
}

/** `/wow capture`. */
export async function openCaptures({ app }: Slack, { actor, look, open }: Act): Promise<void> {
  await open(captureForm.render(await showCaptures(app, actor), look))
}
