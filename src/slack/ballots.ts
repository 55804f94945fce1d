/** Voting: `Vote for…`, `/wow vote`, and `Read the reasons`. */
import { listBallot, showBallots, vote } from '../usecases/ballots.ts'
import { readOwnWords, showReasons } from '../usecases/reasons.ts'
import { isOwnBallot, nomineeOptions, ownBallots, votedSentence } from '../views/ballot.ts'
import { actions, subjectOf } from '../views/ids.ts'
import { notice } from '../views/notice.ts'
import { reasonsIn, reasonsPage } from '../views/reasons.ts'
import { asReader } from './actor.ts'
import type { Act } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerBallots(listen: Listen, slack: Slack): void {
  const { app } = slack

  listen.suggest(actions.ballotVote, async ({ actor, channel }, typed, blockId) => {
    return nomineeOptions(
      await listBallot(app, await asReader(slack, actor, channel), subjectOf(blockId), typed),
    )
  })
  // Thousands press at once: it is answered where they pressed, and Slack is asked nothing.
  listen.press(actions.ballotVote, async ({ actor, channel, blockId, value, look, answer, replace }) => {
    const voter = await asReader(slack, actor, channel)
    const voted = votedSentence(await vote(app, voter, subjectOf(blockId), value), look)
    if (!isOwnBallot(blockId)) return answer(notice(voted))
    await replace(ownBallots(await showBallots(app, voter), voted, look))
  })

  listen.press(actions.ballotReasons, async ({ actor, channel, value, look, open }) => {
    await open(reasonsPage(await showReasons(app, await asReader(slack, actor, channel), value), look))
  })
  listen.press(actions.wordsRead, async ({ actor, value, look, open }) => {
    await open(reasonsPage(await readOwnWords(app, actor, value), look))
  })
  for (const id of [actions.reasonsPrevious, actions.reasonsNext]) {
    listen.press(id, async ({ actor, value, view, look, update }) => {
      if (!view) return
      const { roundId, of } = reasonsIn(view)
      const page = Number(value)
      const shown =
        of === 'own'
          ? await readOwnWords(app, actor, roundId, page)
          : await showReasons(app, await asReader(slack, actor), roundId, page)
      await update(reasonsPage(shown, look))
    })
  }
}

/** `/wow vote` */
export async function answerBallots(slack: Slack, { actor, look, answer }: Act): Promise<void> {
  const ballots = await showBallots(slack.app, await asReader(slack, actor))
  await answer(ownBallots(ballots, undefined, look))
}
