/** `/wow leaderboard`: private, with a switch. */
import type { BoardView } from '../domain/board.ts'
import type { Period } from '../domain/calendar.ts'
import { leaveBoards, returnToBoards, showBoard } from '../usecases/boards.ts'
import { boardAnswer, boardChoice } from '../views/board.ts'
import { actions } from '../views/ids.ts'
import { notice } from '../views/notice.ts'
import { asReader } from './actor.ts'
import type { Act, Press } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

const first: { period: Period; view: BoardView } = { period: 'month', view: 'champions' }

export function registerBoards(listen: Listen, slack: Slack): void {
  const change = async ({ actor, value, look, replace }: Press) => {
    const choice = boardChoice(value)
    if (!choice) return
    const reader = await asReader(slack, actor)
    await replace(boardAnswer(await showBoard(slack.app, reader, choice), look))
  }
  listen.press(actions.boardPeriod, change)
  listen.press(actions.boardView, change)
  listen.press(actions.homeBoard, (press) => answerBoard(slack, press))
}

export async function answerBoard(slack: Slack, { actor, look, answer }: Act): Promise<void> {
  const reader = await asReader(slack, actor)
  await answer(boardAnswer(await showBoard(slack.app, reader, first), look))
}

/** `/wow leaderboard off` and `on`. */
export async function switchBoards({ app }: Slack, { actor, look, answer }: Act, on: boolean): Promise<void> {
  await (on ? returnToBoards(app, actor) : leaveBoards(app, actor))
  await answer(notice(on ? look.w.board.back : look.w.board.left))
}
