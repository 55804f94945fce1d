/** What hosts are asked about a round: who is the champion, what follows when too few voted; and looking at who nominated. */
import type { ModalView } from '@slack/types'
import { examineNominators, showExamined } from '../usecases/examinations.ts'
import { answerShort, decideRound, type ShortAnswer, showDeciding } from '../usecases/round-decisions.ts'
import { showHostRound } from '../usecases/round-showing.ts'
import { type ActionId, actions } from '../views/ids.ts'
import { notice, noticeModal } from '../views/notice.ts'
import { examinationIn, examinedModal, roundDecideForm, roundExamineForm } from '../views/round-host-forms.ts'
import { isRoundsList } from '../views/rounds-back.ts'
import type { Act, Press } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

type Reader = Pick<Act, 'actor' | 'look'>

/** Too few voted: a button for each answer. */
const shortAnswers: readonly [ActionId, ShortAnswer][] = [
  [actions.roundMoreTime, 'more-time'],
  [actions.roundCount, 'count'],
  [actions.roundEnd, 'end'],
]

/** `listFor` shows the list again, as it is then. */
export function registerRoundDeciding(
  listen: Listen,
  { app }: Slack,
  listFor: (reader: Reader) => Promise<ModalView>,
): void {
  listen.press(actions.roundDecide, async ({ actor, look, value, view, update, open }) => {
    const inList = isRoundsList(view)
    const form = roundDecideForm.render({ decision: await showDeciding(app, actor, value), inList }, look)
    await (inList ? update(form) : open(form))
  })
  listen.submit(roundDecideForm, async (act, { roundId, winnerIds, inList }) => {
    await decideRound(app, act.actor, roundId, winnerIds)
    const { look } = act
    return { update: inList ? await listFor(act) : noticeModal(look.w.roundDecision.chosen, look) }
  })

  for (const [id, answer] of shortAnswers)
    listen.press(id, async (press) => {
      await answerShort(app, press.actor, press.value, answer)
      if (isRoundsList(press.view)) return press.update(await listFor(press))
      await press.answer(notice(await sayAnswer(press, answer)))
    })

  listen.submit(roundExamineForm, async ({ actor, look }, { roundId, why }) => {
    return { update: examinedModal(await examineNominators(app, actor, roundId, why), look) }
  })
  for (const id of [actions.examinedPrevious, actions.examinedNext])
    listen.press(id, async ({ actor, look, value, view, update }) => {
      if (!view) return
      const examined = await showExamined(app, actor, { id: examinationIn(view), page: Number(value) })
      await update(examinedModal(examined, look))
    })

  async function sayAnswer({ actor, value, look }: Press, answer: ShortAnswer): Promise<string> {
    const { roundDecision: s, moment } = look.w
    if (answer === 'end') return s.ended
    if (answer === 'count') return s.counted
    const { votesCloseAt } = await showHostRound(app, actor, value)
    return s.goesOn(moment(votesCloseAt, look.zone))
  }
}
