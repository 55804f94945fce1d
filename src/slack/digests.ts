/** The hosts' choices for the digest to come, and `/wow digest`. */
import {
  addNote,
  askForNote,
  leadWith,
  leaveOut,
  listChoices,
  putBack,
  showChoices,
  showOwnNote,
  skipDigest,
  unskipDigest,
} from '../usecases/digest-choices.ts'
import { showDigestSoFar } from '../usecases/digest-showing.ts'
import { digestSoFar } from '../views/digest.ts'
import { digestAskForm, digestNoteForm } from '../views/digest-forms.ts'
import { leadOptions, leaveOutOptions } from '../views/digest-preview.ts'
import { actions, subjectOf } from '../views/ids.ts'
import { notice } from '../views/notice.ts'
import { asReader } from './actor.ts'
import type { Act } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerDigests(listen: Listen, slack: Slack): void {
  const { app, directory } = slack

  listen.press(actions.digestNote, async ({ actor, value, look, open }) => {
    const words = await showOwnNote(app, actor, value)
    await open(digestNoteForm.render({ digestId: value, ...(words ? { words } : {}) }, look))
  })
  listen.submit(digestNoteForm, async ({ actor }, { digestId, words }) => {
    await addNote(app, actor, digestId, words)
  })
  listen.press(actions.digestAsk, async ({ actor, value, look, open }) => {
    await showChoices(app, actor, value) // who may not ask is told so
    await open(digestAskForm.render({ digestId: value }, look))
  })
  listen.submit(digestAskForm, async ({ actor }, { digestId, leaderId = '', message }) => {
    await directory.meet([leaderId].filter(Boolean))
    await askForNote(app, actor, digestId, { leaderId, message })
  })

  listen.press(actions.digestLead, ({ actor, blockId, value }) =>
    leadWith(app, actor, subjectOf(blockId), value),
  )
  listen.press(actions.digestLeaveOut, ({ actor, blockId, value }) =>
    leaveOut(app, actor, subjectOf(blockId), value),
  )
  listen.press(actions.digestPutBack, ({ actor, blockId, value }) =>
    putBack(app, actor, subjectOf(blockId), value),
  )
  listen.press(actions.digestSkip, ({ actor, value }) => skipDigest(app, actor, value))
  listen.press(actions.digestUnskip, ({ actor, value }) => unskipDigest(app, actor, value))
  listen.suggest(actions.digestLead, async ({ actor, look }, query, blockId) => {
    return leadOptions(await listChoices(app, actor, subjectOf(blockId)), query, look)
  })
  listen.suggest(actions.digestLeaveOut, async ({ actor, look }, query, blockId) => {
    return leaveOutOptions(await listChoices(app, actor, subjectOf(blockId)), query, look)
  })

  listen.press(actions.homeDigest, (press) => answerDigest(slack, press))
}

/** The week so far, for the one who asks. */
export async function answerDigest(slack: Slack, { actor, look, answer }: Act): Promise<void> {
  const digest = await showDigestSoFar(slack.app, await asReader(slack, actor))
  await answer(digest ? digestSoFar(digest, look) : notice(look.w.digest.notYet))
}
