/** How it looks what hosts are asked and told about rounds, and what nominators hear when one is cancelled. */
import type { DecisionAsked } from '../domain/shown-rounds.ts'
import { listNominations } from '../store/nominations.ts'
import { listNames } from '../store/people.ts'
import { findRound } from '../store/rounds.ts'
import { showDecision } from '../usecases/round-decisions.ts'
import { showRound } from '../usecases/round-showing.ts'
import { cancelledNote, decisionNote, examinedNote, unwonNote } from '../views/round-notes.ts'
import type { Rendering } from './rendered.ts'

const whys: readonly DecisionAsked[] = ['choose', 'tie', 'short']

/** What was not said yet is only said while there is something to decide. */
export const asked: Rendering = async (reader, { subjectId, args, lane, postId }, look) => {
  const why = whys.find((one) => one === args.why)
  if (!why || !(await findRound(reader, subjectId))) return undefined
  const decision = await showDecision(reader, subjectId, why)
  if (decision.settled && !postId) return undefined
  return { message: decisionNote(decision, lane, look), subjectIds: [subjectId] }
}

export const unwon: Rendering = async (reader, { subjectId, args }, look) => {
  const round = await showRound(reader, subjectId)
  return round && { message: unwonNote(round, args.why, look), subjectIds: [subjectId] }
}

export const cancelled: Rendering = async (reader, { subjectId, lane }, look) => {
  const round = await showRound(reader, subjectId)
  if (!round) return undefined
  const nomineeIds = (await listNominations(reader, subjectId, { by: lane })).map((one) => one.nomineeId)
  const nameOf = await listNames(reader, nomineeIds)
  return { message: cancelledNote(round, nomineeIds.map(nameOf), look), subjectIds: [subjectId] }
}

export const examined: Rendering = async (reader, { subjectId, args }, look) => {
  const round = await showRound(reader, subjectId)
  const by = args.by ?? ''
  const message = round && examinedNote(round, (await listNames(reader, [by]))(by), args.why ?? '', look)
  return message && { message, subjectIds: [subjectId] }
}
