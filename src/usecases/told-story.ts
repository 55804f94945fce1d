import type { Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import { mayRetract } from '../domain/story.ts'
import type { Reader } from '../store/store.ts'
import { findStory, type StoredStory } from '../store/stories.ts'
import { type Actor, authorityOf, look, type Plaudit } from './plaudit.ts'

/** A story that stands. Throws `not_found`, and `closed` for one that was taken back. */
export async function getToldStory(reader: Reader, id: string): Promise<StoredStory> {
  const story = await findStory(reader, id)
  if (!story) throw new Problem('not_found', 'story.not-found')
  if (story.retraction) throw new Problem('closed', 'story.taken-back')
  return story
}

/** For its teller, and hosts. Throws as `getToldStory` does, and `forbidden` `story.not-yours-to-take-back`. */
export async function getStoryToRetract(reader: Reader, by: Person, id: string): Promise<StoredStory> {
  const story = await getToldStory(reader, id)
  const { mayRun } = await authorityOf(reader, by)
  if (!mayRetract(story, by, mayRun)) throw new Problem('forbidden', 'story.not-yours-to-take-back')
  return story
}

/** Before the form that asks why. Throws as `getStoryToRetract` does. */
export const requireMayRetract = (app: Plaudit, actor: Actor, id: string): Promise<void> =>
  look(app, actor, async (reader, by) => void (await getStoryToRetract(reader, by, id)))

/** What is theirs to do with a story that stands. Throws as `getToldStory` does. */
export const showOwnPart = (
  app: Plaudit,
  actor: Actor,
  id: string,
): Promise<{ isNamed: boolean; mayChange: boolean }> =>
  look(app, actor, async (reader, by) => {
    const story = await getToldStory(reader, id)
    const { mayRun } = await authorityOf(reader, by)
    return { isNamed: story.championIds.includes(by.id), mayChange: mayRetract(story, by, mayRun) }
  })
