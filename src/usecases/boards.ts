/** Boards: who is celebrated in a calendar period, for those who want to see it. */
import { type BoardView, rank } from '../domain/board.ts'
import { type Period, periodStart, previousPeriodStart } from '../domain/calendar.ts'
import { Problem } from '../domain/problem.ts'
import type { ShownBoard } from '../domain/shown.ts'
import { type Day, dayOf, type Instant } from '../domain/time.ts'
import {
  deleteBoardLeave,
  findBoardRow,
  insertBoardLeave,
  listBoardLeaves,
  listBoardRows,
} from '../store/boards.ts'
import { findLastIssue } from '../store/digests.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { type Actor, look, type Plaudit, perform, requireReader } from './plaudit.ts'

const TOP = 10

/** Throws `closed` when boards are off, `forbidden` for guests outside the celebration channel. */
export const showBoard = (
  app: Plaudit,
  actor: Actor,
  { view, period }: { view: BoardView; period: Period },
): Promise<ShownBoard> =>
  look(app, actor, async (reader, by) => {
    requireReader(by, actor)
    const { zone, boards } = await getSettings(reader)
    if (!boards) throw new Problem('closed', 'board.off')
    const startsOn = periodStart(period, dayOf(app.clock.civil(), zone))
    const own = await findBoardRow(reader, { view, period, startsOn, personId: by.id })
    return {
      ...(await showRows(reader, view, period, startsOn)),
      ...(own ? { own } : {}),
      hidden: (await listBoardLeaves(reader, [by.id])).has(by.id),
    }
  })

async function showRows(
  reader: Reader,
  view: BoardView,
  period: Period,
  startsOn: Day,
): Promise<Omit<ShownBoard, 'hidden'>> {
  const rows = await listBoardRows(reader, { view, period, startsOn }, TOP)
  return { view, period, startsOn, board: rank(view, rows, { top: TOP }) }
}

/** Leaves the boards, the digest's included, or comes back. One's stories are told all the same. */
export const leaveBoards = (app: Plaudit, actor: Actor): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await insertBoardLeave(tx, by.id)
    await refreshLatestBoards(tx)
  })

export const returnToBoards = (app: Plaudit, actor: Actor): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await deleteBoardLeave(tx, by.id)
    await refreshLatestBoards(tx)
  })

/** Who is listed changed: what people still read follows, which is the last digest and the last board of a month. */
export async function refreshLatestBoards(tx: Tx): Promise<void> {
  const { zone } = await getSettings(tx)
  await refreshMonthBoard(tx, previousPeriodStart('month', dayOf(tx.now, zone)))
  const last = await findLastIssue(tx)
  if (last) await refreshPosts(tx, last.digestId, { kinds: ['digest'] })
}

/** What counts on that day changed: the board of its month follows, once it was posted. */
export const refreshMonthBoard = (tx: Tx, on: Day): Promise<void> =>
  refreshPosts(tx, periodStart('month', on), { kinds: ['board.month'] })

/** The posted board of a month as it stands: with nobody in it once boards are off. */
export async function showMonthBoard(reader: Reader, startsOn: Day): Promise<ShownBoard> {
  const shown = await showRows(reader, 'champions', 'month', startsOn)
  const { boards } = await getSettings(reader)
  return { ...shown, ...(boards ? {} : { board: { rows: [], more: 0 } }), hidden: false }
}

/** On the first working day of a month: last month's board, when there is something to show. */
export async function postMonthBoard(tx: Tx, dueAt: Instant): Promise<void> {
  const { zone, boards, celebrationChannel } = await getSettings(tx)
  if (!boards || !celebrationChannel) return
  const startsOn = previousPeriodStart('month', dayOf(dueAt, zone))
  const { board } = await showRows(tx, 'champions', 'month', startsOn)
  if (board.rows.length === 0) return
  const key = `board ${startsOn}`
  await deliver(tx, { kind: 'board.month', subjectId: startsOn, lane: celebrationChannel, key })
}
