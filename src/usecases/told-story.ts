import { Problem } from '../domain/problem.ts'
import type { Reader } from '../store/store.ts'
import { findStory, type StoredStory } from '../store/stories.ts'

/** A story that stands. Throws `not_found`, and `closed` for one that was taken back. */
export async function getToldStory(reader: Reader, id: string): Promise<StoredStory> {
  const story = await findStory(reader, id)
  if (!story) throw new Problem('not_found', 'story.not-found')
  if (story.retraction) throw new Problem('closed', 'story.taken-back')
  return story
}
