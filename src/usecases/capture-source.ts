/** The message that a story was made of: whether it may be, and what its author is told. */
import { needsYes, type StorySource } from '../domain/capture.ts'
import type { Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import {
  findRequest,
  findStoryFrom,
  forgetRequest,
  isWithdrawn,
  listSources,
  upsertSource,
} from '../store/captures.ts'
import { findPerson, listNames } from '../store/people.ts'
import type { Reader, Tx } from '../store/store.ts'
import { findStory, type StoredStory } from '../store/stories.ts'
import { deliver, refreshPosts } from './deliveries.ts'

/**
 * In the transaction that tells the story. Throws `conflict` `capture.shared-already {name}` when somebody was faster,
 * `closed` `capture.withdrawn {name}`, and `forbidden` `capture.not-allowed {name}` when the author did not say yes.
 */
export async function storyCaptured(tx: Tx, by: Person, source: StorySource, storyId: string): Promise<void> {
  const told = await findToldFrom(tx, source)
  if (told) {
    const { name } = (await listNames(tx, [told.tellerId]))(told.tellerId)
    throw new Problem('conflict', 'capture.shared-already', undefined, { name })
  }
  await requireNotWithdrawn(tx, source)
  const request = await findRequest(tx, source.at)
  if (needsYes(source, by.id) && request?.answer !== 'yes') {
    throw new Problem('forbidden', 'capture.not-allowed', undefined, await nameOf(tx, source.authorId))
  }
  await upsertSource(tx, storyId, source)
  await forgetRequest(tx, source.at)
  if (request) await refreshPosts(tx, request.id)
}

/** The story of this message that stands. */
export async function findToldFrom(
  reader: Reader,
  { at }: Pick<StorySource, 'at'>,
): Promise<StoredStory | undefined> {
  const id = await findStoryFrom(reader, at)
  const story = id ? await findStory(reader, id) : undefined
  return story?.retraction ? undefined : story
}

/** Throws `closed` `capture.withdrawn {name}`: its author wants these words to stay where they are. */
export async function requireNotWithdrawn(reader: Reader, { at, authorId }: StorySource): Promise<void> {
  if (await isWithdrawn(reader, at))
    throw new Problem('closed', 'capture.withdrawn', undefined, await nameOf(reader, authorId))
}

/** The card is out: whose words they are hears of it, unless they shared them. */
export async function tellAuthor(tx: Tx, story: StoredStory): Promise<void> {
  const source = (await listSources(tx, [story.id])).get(story.id)
  if (!source || source.authorId === story.tellerId) return
  await deliver(tx, {
    kind: 'capture.author',
    subjectId: story.id,
    lane: source.authorId,
    key: `author ${story.id}`,
  })
}

const nameOf = async (reader: Reader, id: string) => ({ name: (await findPerson(reader, id))?.name || id })
