/** Looking at who nominated, where something seems wrong: for hosts, with a reason, and never unseen. */
import { readText } from '../domain/field.ts'
import { countryOf, type Person } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import type { Round } from '../domain/round.ts'
import type { Examined, ShownExamination, ShownRound } from '../domain/shown-rounds.ts'
import { findExamination, insertExamination, listExaminations } from '../store/examinations.ts'
import { listNominations } from '../store/nominations.ts'
import { listNames } from '../store/people.ts'
import type { Reader } from '../store/store.ts'
import { deliver } from './deliveries.ts'
import { type Actor, listHosts, look, type Plaudit, perform, requireHost } from './plaudit.ts'
import { getRound } from './round-moves.ts'
import { showStoredRound } from './round-showing.ts'

/** In code points. */
const whyLimits = { min: 10, max: 500 }

/** For the form that asks why: the round, and who looked before. Throws as `examineNominators`. */
export const showExamining = (
  app: Plaudit,
  actor: Actor,
  roundId: string,
): Promise<{ round: ShownRound; before: readonly ShownExamination[] }> =>
  look(app, actor, async (reader, by) => {
    const round = await getExaminable(reader, by, roundId)
    const before = await listExaminations(reader, roundId)
    const nameOf = await listNames(
      reader,
      before.map((one) => one.by),
    )
    return {
      round: await showStoredRound(reader, round),
      before: before.map((one) => ({ ...one, by: nameOf(one.by) })),
    }
  })

async function getExaminable(reader: Reader, by: Person, roundId: string): Promise<Round> {
  await requireHost(reader, by)
  const round = await getRound(reader, roundId)
  if ((await listNominations(reader, roundId, { about: [by.id] })).length > 0)
    throw new Problem('forbidden', 'round.examine-not-yours')
  return round
}

/**
 * Who nominated whom. It is recorded with its reason, and the other hosts are told. Throws `forbidden` `host.only`, and
 * `round.examine-not-yours` for a host who is nominated in it; Problems on `why` after `round.why-`.
 */
export const examineNominators = (
  app: Plaudit,
  actor: Actor,
  roundId: string,
  typed: string | undefined,
): Promise<Examined> =>
  perform(app, actor, async (tx, by) => {
    const round = await getExaminable(tx, by, roundId)
    const problems: Problem[] = []
    const why = readText(typed, whyLimits, problems, {
      field: 'why',
      keys: 'round.why-',
      country: countryOf(by),
    })
    throwAny(problems)
    const id = await insertExamination(tx, { roundId, by: by.id, why: why ?? '' })
    for (const { id: lane } of await listHosts(tx))
      if (lane !== by.id)
        await deliver(tx, {
          kind: 'round.examined',
          subjectId: roundId,
          args: { by: by.id, why: why ?? '' },
          lane,
          key: `round examined ${id} ${lane}`,
        })
    return showPage(tx, round, { id, page: 0 })
  })

/** Another page of what this host examined. Throws `forbidden` `host.only`, and `not_found` for what is not theirs. */
export const showExamined = (
  app: Plaudit,
  actor: Actor,
  { id, page }: { readonly id: string; readonly page: number },
): Promise<Examined> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    const examination = await findExamination(reader, id)
    if (examination?.by !== by.id) throw new Problem('not_found', 'round.not-found')
    return showPage(reader, await getRound(reader, examination.roundId), { id, page })
  })

/** So many nominations on a page. */
const PAGE = 20

async function showPage(
  reader: Reader,
  round: Round,
  { id, page }: { readonly id: string; readonly page: number },
): Promise<Examined> {
  const all = await listNominations(reader, round.id)
  const together = [...Map.groupBy(all, ({ nomineeId }) => nomineeId).values()].flat()
  const pages = Math.max(1, Math.ceil(together.length / PAGE))
  const at = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1)
  const here = together.slice(at * PAGE, (at + 1) * PAGE)
  const nameOf = await listNames(
    reader,
    here.flatMap(({ nomineeId, nominatorId }) => [nomineeId, nominatorId]),
  )
  return {
    examinationId: id,
    round: await showStoredRound(reader, round),
    nominations: here.map(({ nomineeId, nominatorId, reason, madeAt }) => ({
      nominee: nameOf(nomineeId),
      nominator: nameOf(nominatorId),
      reason,
      madeAt,
    })),
    page: at,
    pages,
  }
}
