/** Looking at who nominated, where something seems wrong: for hosts, with a reason, and never unseen. */
import { readText } from '../domain/field.ts'
import { countryOf } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import type { Examined } from '../domain/shown-rounds.ts'
import { insertExamination } from '../store/examinations.ts'
import { listNominations } from '../store/nominations.ts'
import { listNames } from '../store/people.ts'
import { deliver } from './deliveries.ts'
import { type Actor, listHosts, type Plaudit, perform, requireHost } from './plaudit.ts'
import { getRound } from './round-moves.ts'
import { showStoredRound } from './round-showing.ts'

/** In code points. */
const whyLimits = { min: 10, max: 500 }

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
    await requireHost(tx, by)
    const round = await getRound(tx, roundId)
    const nominations = await listNominations(tx, roundId)
    if (nominations.some(({ nomineeId }) => nomineeId === by.id))
      throw new Problem('forbidden', 'round.examine-not-yours')
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
    const nameOf = await listNames(tx, [
      ...nominations.flatMap(({ nomineeId, nominatorId }) => [nomineeId, nominatorId]),
    ])
    return {
      round: await showStoredRound(tx, round),
      nominations: nominations.map(({ nomineeId, nominatorId, reason, madeAt }) => ({
        nominee: nameOf(nomineeId),
        nominator: nameOf(nominatorId),
        reason,
        madeAt,
      })),
    }
  })
