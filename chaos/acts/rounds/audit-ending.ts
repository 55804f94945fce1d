/** Whether a round went as its people and hosts have it, and ended as it must: with whom they chose, or without a champion and why. */
import { isOver } from '../../../src/domain/round.ts'
import { hasStep, isSame, type Step, type StoredRound, said } from './stored.ts'
import { hosts, type RoundTale } from './tale.ts'

export const auditEnding = (tale: RoundTale, stored: StoredRound): string[] => [
  ...auditSteps(stored),
  ...hosts.flatMap((host) => auditDeeds(tale, stored, host)),
  ...auditQuorum(tale, stored),
  ...auditWinners(tale, stored),
  ...auditUnwon(tale, stored),
]

/** Hosts may change a round again and again, be asked again, and give more time again. */
const often = ['changed', 'asked-again', 'fell-short']

/** Whatever happens to a round by itself happens once, and not before it is due, whatever the clock does. */
function auditSteps({ steps, state }: StoredRound): string[] {
  const counts = Map.groupBy(steps, ({ step }) => step)
  const twice = [...counts].filter(([step, all]) => all.length > 1 && !often.includes(step))
  const shorts = counts.get('fell-short')?.length ?? 0
  const changes = counts.get('changed')?.length ?? 0
  const last = steps.at(-1)?.step
  return [
    ...twice.map(([step, all]) => `${step} happened ${all.length} times`),
    ...(shorts > 1 + changes ? [`too few voted ${shorts} times, and hosts changed it ${changes} times`] : []),
    ...steps
      .filter(({ dueAt, takenAt }) => dueAt !== null && takenAt < dueAt)
      .map(({ step, dueAt, takenAt }) => `${step} was due at ${dueAt}, and happened at ${takenAt}`),
    ...steps
      .filter(({ by }) => by !== null && !hosts.some((host) => host === by))
      .map(({ step, by }) => `${step} is of ${by}, who is no host`),
    ...(isOver({ state }) && last !== state ? [`it is ${state}, and ${last} was last`] : []),
  ]
}

/** What follows at once from a count that a host asked for is no other deed of theirs. */
const followsCount = (before: Step | undefined): boolean => before?.step === 'counted'

/** Every step of a host is what they did; and what they read that it was done is a step. */
function auditDeeds({ deeds }: RoundTale, { steps }: StoredRound, host: string): string[] {
  const kinds = ['changed', 'counted', 'unwon', 'decided'] as const
  return kinds.flatMap((kind) => {
    const taken = steps.filter(
      ({ step, by }, at) => step === kind && by === host && !followsCount(steps[at - 1]),
    ).length
    const own = deeds.filter(({ by, step }) => by === host && step === kind)
    const sure = own.filter(({ outcome }) => outcome === 'acknowledged').length
    const most = sure + own.filter(({ outcome }) => outcome === 'unknown').length
    return taken >= sure && taken <= most
      ? []
      : [`${host} did “${kind}” ${taken} times, and knows of ${sure}${most > sure ? ` to ${most}` : ''}`]
  })
}

/** Only hosts have it counted when too few voted. */
function auditQuorum(
  { quorum, decidedBy }: RoundTale,
  { steps, state, turnout, count }: StoredRound,
): string[] {
  const isShort = turnout.length < quorum
  const counted = steps.find(({ step }) => step === 'counted')
  const lines = (counted !== undefined) === (count !== undefined) ? [] : ['it is counted, and has no count']
  if (decidedBy === 'host') return turnout.length > 0 || counted ? ['it is for hosts, and has votes'] : lines
  if (counted && counted.by === null && isShort)
    lines.push(`${turnout.length} voted, and were counted; it takes ${quorum}`)
  if (state === 'short' && !isShort) lines.push(`${turnout.length} voted, and it takes ${quorum} only`)
  return lines
}

/** The champion is whom hosts chose of those whom they may choose; or whoever came first, as far as they did not step aside. */
function auditWinners({ deeds, decidedBy }: RoundTale, stored: StoredRound): string[] {
  const { state, steps, winners, nominees, asides, count } = stored
  if (state !== 'decided') return winners.length > 0 ? [`it is ${state}, and ${said(winners)} won`] : []
  const able = (decidedBy === 'host' ? nominees : (count?.firstIds ?? [])).filter((id) => !asides.has(id))
  const at = steps.findIndex(({ step }) => step === 'decided')
  const by = steps[at]?.by
  if (by && !followsCount(steps[at - 1])) {
    const isChosen = deeds.some(
      (one) => one.by === by && one.step === 'decided' && one.whom === winners.join(),
    )
    const wrong = winners.filter((id) => !able.includes(id))
    return [
      ...(isChosen ? [] : [`${by} did not choose ${said(winners)}`]),
      ...(wrong.length > 0 ? [`${by} could not choose ${said(wrong)}, but ${said(able)}`] : []),
    ]
  }
  if (decidedBy === 'host') return ['no host decided it']
  return isSame(able, winners) ? [] : [`the champion is ${said(winners)}, and should be ${said(able)}`]
}

/** Without a champion only for a reason that its people know of. */
function auditUnwon({ quorum }: RoundTale, stored: StoredRound): string[] {
  const { state, steps, nominees, asides, count, turnout } = stored
  if (state !== 'unwon') return []
  const why = steps.find((one) => one.step === 'unwon')?.why
  const areAside = (ids: readonly string[] = []) => ids.length > 0 && ids.every((id) => asides.has(id))
  const isTied = hasStep(stored, 'tied')
  const holds =
    (why === 'no-nominations' && nominees.length === 0) ||
    (why === 'nobody-left' && (areAside(nominees) || (isTied && areAside(count?.firstIds)))) ||
    (why === 'too-few' && (count ? count.firstIds.length === 0 : turnout.length < quorum))
  return holds ? [] : [`it ended without a champion (${why}), and should not`]
}
