import type { KnownBlock } from '@slack/types'
import { type BoardView, boardViews } from '../domain/board.ts'
import { type Period, periods } from '../domain/calendar.ts'
import type { ShownBoard } from '../domain/shown.ts'
import { row, select } from './controls.ts'
import { actions } from './ids.ts'
import { bold, context, cut, header, type Line, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

const boardValue = (period: Period, view: BoardView): string => `${period}:${view}`

/** The board that was chosen in a switch, or `undefined` when it is none of ours. */
export function boardChoice(value: string): { period: Period; view: BoardView } | undefined {
  return periods
    .flatMap((period) => boardViews.map((view) => ({ period, view })))
    .find(({ period, view }) => boardValue(period, view) === value)
}

/** The answer to `/wow leaderboard`: only for the one who asks, with a switch for period and view. */
export function boardAnswer(shown: ShownBoard, look: Look): Message {
  const { board: s } = look.w
  const title = s.title(s.views[shown.view], s.period(shown.period, shown.startsOn))
  const own = ownLine(shown, look)
  return {
    text: spoken(`${title}.`, ...aloud(shown, look), own),
    blocks: [header(title), switches(shown, look), ...rankParts(shown, look), ...(own ? [context(own)] : [])],
  }
}

/** The post on the first working day of a month, about the month before. Nobody is pinged. */
export function boardMonth(shown: ShownBoard, look: Look): Message {
  const { board: s, month } = look.w
  const title = s.monthTitle(month(shown.startsOn))
  if (shown.board.rows.length === 0)
    return { text: spoken(`${title}.`, s.monthEmpty), blocks: [header(title), context(s.monthEmpty)] }
  return {
    text: spoken(`${title}.`, s.monthIntro, ...aloud(shown, look)),
    blocks: [header(title), ...lines([words(s.monthIntro)]), ...rankParts(shown, look)],
  }
}

// Each option says the whole board to show, so that one choice is enough to know it.
function switches({ period, view }: ShownBoard, { w: { board: s } }: Look): KnownBlock {
  const spans = periods.map((value) => ({ value: boardValue(value, view), text: s.periods[value] }))
  const kinds = boardViews.map((value) => ({ value: boardValue(period, value), text: s.views[value] }))
  const chosen = boardValue(period, view)
  return row([
    select(kinds, chosen, { action: actions.boardView, placeholder: s.viewPlaceholder }),
    select(spans, chosen, { action: actions.boardPeriod, placeholder: s.periodPlaceholder }),
  ])
}

function rankParts({ view, board }: ShownBoard, { w: { board: s } }: Look): KnownBlock[] {
  if (board.rows.length === 0) return lines([words(s.empty)])
  const rows = board.rows.map(
    ({ rank, name, count, cheers }): Line => [
      words(`${rank}. `),
      bold(cut(name, 80)),
      words(` · ${s.counts[view](count, cheers)}`),
    ],
  )
  return [...lines(...rows), ...(board.more > 0 ? [context(s.more(board.more))] : [])]
}

function aloud({ view, board }: ShownBoard, { w: { board: s } }: Look): string[] {
  if (board.rows.length === 0) return [s.empty]
  return board.rows.map(
    ({ rank, name, count, cheers }) => `${rank}. ${name}, ${s.counts[view](count, cheers)}.`,
  )
}

/** One's own numbers, never a rank. */
function ownLine({ own, view, hidden }: ShownBoard, { w: { board: s } }: Look): string | undefined {
  if (hidden) return s.hidden
  return own && s.own[view](own.count, own.cheers)
}
