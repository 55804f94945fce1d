/** Boards: who is celebrated in a calendar period, for those who want to see it. */
import { type BoardView, rank } from '../domain/board.ts'
import { nextPeriodStart, type Period, periodStart, previousPeriodStart } from '../domain/calendar.ts'
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
import { listIssuedSince } from '../store/digests.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import { findFirstStoryAt } from '../store/stories.ts'
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
    await refreshBoards(tx)
  })

export const returnToBoards = (app: Plaudit, actor: Actor): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await deleteBoardLeave(tx, by.id)
    await refreshBoards(tx)
  })

/** Who is listed changed: every post that lists people follows, however old; the newest first. */
export async function refreshBoards(tx: Tx): Promise<void> {
  const { zone } = await getSettings(tx)
  const today = dayOf(tx.now, zone)
  const first = await findFirstStoryAt(tx)
  if (!first) return
  const months: Day[] = []
  for (let day = dayOf(first, zone); day <= today; day = nextPeriodStart('month', day))
    months.push(periodStart('month', day))
  const digests = await listIssuedSince(tx, first)
  await refreshPosts(tx, [...digests, ...months], { kinds: ['digest', 'board.month'] })
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
