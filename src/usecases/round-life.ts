/** What happens to a round by itself, and when a host brings it about early: from its opening to its votes. */
import { isColleague } from '../domain/person.ts'
import { type Round, takesNominations } from '../domain/round.ts'
import { listNomineeIds } from '../store/nominees.ts'
import { listPeople } from '../store/people.ts'
import { findDueRound } from '../store/round-lists.ts'
import type { Tx } from '../store/store.ts'
import { closeVotes, decide, endUnwon, isDeserted, listTied } from './round-deciding.ts'
import { findNextStep, moveRound, setDue, type Taken, takeStep } from './round-moves.ts'
import { askHosts, remindJudge, sayInChannel, tellPerson } from './round-notes.ts'
import { listUnfinishedJudges } from './round-people.ts'
import { planNext } from './round-series.ts'

/** All that is due, in order: after downtime, too. */
export async function takeDueSteps(tx: Tx): Promise<void> {
  for (;;) {
    const due = await findDueRound(tx, tx.now)
    if (!due) return
    const next = await findNextStep(tx, due.round, tx.now)
    if (next && next.at <= due.dueAt) await take(tx, due.round, { dueAt: next.at }, next.step)
    else await setDue(tx, due.round.id) // a reminder of what is over is not given, and what follows has its own turn
  }
}

async function take(tx: Tx, round: Round, taken: Taken, step: string): Promise<void> {
  switch (step) {
    case 'opened':
      return open(tx, round, taken)
    case 'reminded':
      return remind(tx, round, taken)
    case 'closed':
      return closeNominations(tx, round, taken)
    case 'votes-opened':
      return openVotes(tx, round, taken)
    case 'judges-reminded':
      return remindJudges(tx, round, taken)
    case 'asked-again':
      return askAgain(tx, round, taken)
    case 'counted':
      return closeVotes(tx, round, taken)
    case 'decided':
      return decide(tx, round, await listTied(tx, round), taken)
    case 'unwon':
      return endUnwon(tx, round, 'too-few', taken)
  }
}

/** Nominations are open, and the round after this one is planned. A round whose time has passed is not begun. */
export async function open(tx: Tx, round: Round, taken: Taken): Promise<void> {
  const isMissed = round.nominationsCloseAt <= tx.now
  if (isMissed) await endUnwon(tx, round, 'missed', taken)
  else {
    await moveRound(tx, round, { from: ['planned'], to: 'nominating', step: 'opened' }, taken)
    await sayInChannel(tx, round, 'round.opened')
  }
  await planNext(tx, round)
}

async function remind(tx: Tx, round: Round, taken: Taken): Promise<void> {
  await takeStep(tx, round.id, 'reminded', taken)
  if (takesNominations(round, tx.now)) await sayInChannel(tx, round, 'round.reminder')
}

/** Every nominee is told, and may step aside. */
export async function closeNominations(tx: Tx, round: Round, taken: Taken): Promise<void> {
  if (!(await moveRound(tx, round, { from: ['nominating'], to: 'closed', step: 'closed' }, taken))) return
  const nomineeIds = await listNomineeIds(tx, round.id)
  if (nomineeIds.length === 0) return endUnwon(tx, round, 'no-nominations', taken)
  for (const personId of nomineeIds) await tellPerson(tx, round, 'round.nominee', personId)
}

/** Who decides can begin. */
export async function openVotes(tx: Tx, round: Round, taken: Taken): Promise<void> {
  if ((await listNomineeIds(tx, round.id)).length === 0) return endUnwon(tx, round, 'nobody-left', taken)
  if (!(await moveRound(tx, round, { from: ['closed'], to: 'voting', step: 'votes-opened' }, taken))) return
  if (round.decidedBy === 'everybody') await sayInChannel(tx, round, 'round.vote')
  if (round.decidedBy === 'host') await askHosts(tx, round, 'choose')
  if (round.decidedBy !== 'judges') return
  const judges = await listPeople(tx, round.judgeIds)
  for (const judge of judges.values())
    if (isColleague(judge)) await tellPerson(tx, round, 'round.judge', judge.id)
}

async function askAgain(tx: Tx, round: Round, taken: Taken): Promise<void> {
  if (await isDeserted(tx, round)) return endUnwon(tx, round, 'nobody-left', taken)
  await takeStep(tx, round.id, 'asked-again', taken)
  await askHosts(tx, round, 'choose')
}

async function remindJudges(tx: Tx, round: Round, taken: Taken): Promise<void> {
  await takeStep(tx, round.id, 'judges-reminded', taken)
  for (const id of await listUnfinishedJudges(tx, round)) await remindJudge(tx, round, id)
}
