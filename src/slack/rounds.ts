/** Rounds: `/wow rounds`, and what hosts do about one from the menu beside it. */
import type { ModalView } from '@slack/types'
import { showExamining } from '../usecases/examinations.ts'
import { showHostRound, showRounds } from '../usecases/round-showing.ts'
import { cancelRound, closeNominationsEarly, stopRepeating } from '../usecases/rounds.ts'
import { actions, roundMenuChoice } from '../views/ids.ts'
import { confirmed, roundConfirmForm, roundExamineForm } from '../views/round-host-forms.ts'
import { isBackToRounds, isRoundsList } from '../views/rounds-back.ts'
import { roundsRoom } from '../views/rounds-room.ts'
import { asReader } from './actor.ts'
import type { Act } from './acts.ts'
import type { Listen } from './listen.ts'
import { registerRoundDeciding } from './round-deciding.ts'
import { changeFormFor, registerRoundForms } from './round-forms.ts'
import type { Slack } from './slack.ts'

type Reader = Pick<Act, 'actor' | 'look'>

export function registerRounds(listen: Listen, slack: Slack): void {
  const { app } = slack
  const listFor = (reader: Reader): Promise<ModalView> => roundsFor(slack, reader)
  registerRoundForms(listen, slack, listFor)
  registerRoundDeciding(listen, slack, listFor)

  listen.press(actions.roundsOpen, async (press) => {
    await (isBackToRounds(press.value) ? press.update(await listFor(press)) : openRounds(slack, press))
  })

  listen.press(actions.roundMenu, async (press) => {
    const { actor, look, value, view, update, open } = press
    const { verb, id: roundId } = roundMenuChoice(value) ?? {}
    if (!verb || !roundId) return
    const inList = isRoundsList(view)
    const show = inList ? update : open
    const sure = confirmed.find((one) => one === verb)
    if (sure) {
      const round = await showHostRound(app, actor, roundId)
      await show(roundConfirmForm.render({ round, verb: sure, inList }, look))
    } else if (verb === 'examine') {
      await show(roundExamineForm.render({ ...(await showExamining(app, actor, roundId)), inList }, look))
    } else await show(await changeFormFor(slack, press, { roundId, reopen: verb === 'reopen', inList }))
  })

  listen.submit(roundConfirmForm, async (act, { roundId, verb }) => {
    if (verb === 'cancel') await cancelRound(app, act.actor, roundId)
    if (verb === 'close') await closeNominationsEarly(app, act.actor, roundId)
    if (verb === 'stop') await stopRepeating(app, act.actor, roundId)
    return { update: await listFor(act) }
  })
}

/** `/wow rounds`, a button, Home. */
export async function openRounds(slack: Slack, act: Act): Promise<void> {
  await act.open(await roundsFor(slack, act))
}

const roundsFor = async (slack: Slack, { actor, look }: Reader): Promise<ModalView> =>
  roundsRoom(await showRounds(slack.app, await asReader(slack, actor)), look)
