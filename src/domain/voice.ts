import { readText } from './field.ts'
import { isColleague, type Person } from './person.ts'
import { Problem, throwAny } from './problem.ts'
import type { Story } from './story.ts'
import { namedAgain } from './story-credit.ts'

/** In code points. */
export const voiceLimits = { min: 10, max: 500 } as const

/**
 * Who may add their voice: any colleague who neither told the story nor is honoured in it. Throws `forbidden`
 * `voice.teller` and `voice.champion`.
 */
export function requireVoice(story: Pick<Story, 'tellerId' | 'championIds'>, person: Person): void {
  if (!isColleague(person)) throw new Problem('forbidden', 'story.may-not-tell')
  if (story.tellerId === person.id) throw new Problem('forbidden', 'voice.teller')
  if (story.championIds.includes(person.id)) throw new Problem('forbidden', 'voice.champion')
}

/**
 * A voice as it is kept: cleaned, its private data masked. Throws Problems on `words`: `voice.missing`,
 * `voice.too-short {min}`, `voice.too-long {max, length}`, and `story.name-taken-off {names}` when it names somebody who
 * does not want to be named in this story.
 */
export function readVoice(
  typed: string,
  {
    story,
    declinedIds,
    people,
    country,
  }: {
    readonly story: Pick<Story, 'championIds'>
    readonly declinedIds: ReadonlySet<string>
    readonly people: ReadonlyMap<string, Person>
    readonly country?: string | undefined
  },
): string {
  const problems: Problem[] = []
  const words = readText(typed, voiceLimits, problems, { field: 'words', keys: 'voice.', country }) ?? ''
  problems.push(...namedAgain({ words }, story.championIds, { declinedIds, people }))
  throwAny(problems)
  return words
}

/** As `requireVoice`, of a story as readers see it. */
export const mayAddVoice = (
  { teller, champions }: { readonly teller: { id: string }; readonly champions: readonly { id: string }[] },
  personId: string,
): boolean => teller.id !== personId && !champions.some(({ id }) => id === personId)
