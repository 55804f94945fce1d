import { type ChampionRefusal, type Person, refusalAsChampion } from './person.ts'
import { Problem } from './problem.ts'
import { withoutName } from './text.ts'

/** How many people a story may credit. */
export const championLimits = { min: 1, max: 10 } as const

const refusals: Readonly<Record<ChampionRefusal, string>> = {
  unknown: 'story.champion-unknown',
  bot: 'story.champion-is-bot',
  left: 'story.champion-has-left',
  foreign: 'story.champion-is-foreign',
}

/**
 * Why these people cannot be credited in this story, each on `championIds`: `story.champions-missing`,
 * `story.champions-too-many {max, count}`, `story.about-someone-else {others}` (the teller, with so many others),
 * `story.name-taken-off {names}`, and `story.champion-unknown`, `…-is-bot`, `…-has-left`, `…-is-foreign {names}`.
 * Who is credited already stays, whatever they have become.
 */
export function creditProblems(
  championIds: readonly string[],
  {
    tellerId,
    creditedIds,
    declinedIds,
    people,
    tellerMayBe = false,
  }: {
    readonly tellerId: string
    readonly creditedIds: readonly string[]
    readonly declinedIds: ReadonlySet<string>
    readonly people: ReadonlyMap<string, Person>
    /** The teller may be credited: it is a letter. */
    readonly tellerMayBe?: boolean
  },
): Problem[] {
  const count = championIds.length
  const others = championIds.filter((id) => tellerMayBe || id !== tellerId)
  const declined = others.filter((id) => declinedIds.has(id))
  const added = others.filter((id) => !declinedIds.has(id) && !creditedIds.includes(id))
  const namesOf = (ids: readonly string[]) => ids.map((id) => people.get(id)?.name ?? id)

  const problems: Problem[] = []
  const refuse = (key: string, details = {}) =>
    problems.push(new Problem('invalid', key, 'championIds', details))
  if (count < championLimits.min) refuse('story.champions-missing')
  if (others.length < count) refuse('story.about-someone-else', { others: others.length })
  if (declined.length > 0) refuse('story.name-taken-off', { names: namesOf(declined) })
  for (const [refusal, ids] of refused(added, people)) refuse(refusals[refusal], { names: namesOf(ids) })
  if (count > championLimits.max) refuse('story.champions-too-many', { max: championLimits.max, count })
  return problems
}

/**
 * `story.name-taken-off {names}` on each of the texts that names somebody who took their name off, as far as no
 * champion is called alike.
 */
export function namedAgain(
  texts: Readonly<Record<string, unknown>>,
  championIds: readonly string[],
  { declinedIds, people }: { declinedIds: ReadonlySet<string>; people: ReadonlyMap<string, Person> },
): Problem[] {
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  return Object.entries(texts).flatMap(([field, text]) => {
    if (typeof text !== 'string') return []
    const rest = championIds.map(nameOf).reduce(withoutName, text)
    const names = [...declinedIds].map(nameOf).filter((name) => withoutName(rest, name) !== rest)
    return names.length > 0 ? [new Problem('invalid', 'story.name-taken-off', field, { names })] : []
  })
}

function refused(
  ids: readonly string[],
  people: ReadonlyMap<string, Person>,
): Map<ChampionRefusal, string[]> {
  const found = new Map<ChampionRefusal, string[]>()
  for (const id of ids) {
    const person = people.get(id)
    const refusal = person === undefined ? 'unknown' : refusalAsChampion(person)
    if (refusal !== undefined) found.set(refusal, [...(found.get(refusal) ?? []), id])
  }
  return found
}
