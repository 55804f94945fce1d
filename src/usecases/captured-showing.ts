/** What readers see of the message that a story was made of, and of those who told it, too. */
import type { StorySource } from '../domain/capture.ts'
import type { Named, ShownStory } from '../domain/shown.ts'
import { listSources } from '../store/captures.ts'
import type { Reader } from '../store/store.ts'
import type { StoredStory } from '../store/stories.ts'
import { listVoices, type Voice } from '../store/voices.ts'

export type Captured = {
  readonly sources: ReadonlyMap<string, StorySource>
  readonly voices: ReadonlyMap<string, readonly Voice[]>
  /** Everybody in them. */
  readonly personIds: readonly string[]
}

export async function listCaptured(reader: Reader, storyIds: readonly string[]): Promise<Captured> {
  const sources = await listSources(reader, storyIds)
  const voices = await listVoices(reader, storyIds)
  const authors = [...sources.values()].map(({ authorId }) => authorId)
  const speakers = [...voices.values()].flat().map(({ personId }) => personId)
  return { sources, voices, personIds: [...authors, ...speakers] }
}

/** `shown` takes out what may not be shown of a text. */
export function showCaptured(
  { id, tellerId }: StoredStory,
  { sources, voices }: Captured,
  nameOf: (personId: string) => Named,
  shown: (text: string) => string,
): Pick<ShownStory, 'source' | 'voices'> {
  const source = sources.get(id)
  const added = voices.get(id)
  return {
    ...(source
      ? {
          source: {
            ...(source.authorId === tellerId ? {} : { author: nameOf(source.authorId) }),
            ...(source.isPrivate ? {} : { at: source.at }),
          },
        }
      : {}),
    ...(added
      ? { voices: added.map(({ personId, words }) => ({ by: nameOf(personId), words: shown(words) })) }
      : {}),
  }
}
