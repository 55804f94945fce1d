/** Adding one's voice to a story that somebody told: a second teller, in a few words of their own. */
import { countryOf } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import type { ShownStory } from '../domain/shown.ts'
import { maskedIn } from '../domain/story-texts.ts'
import { readVoice, requireVoice } from '../domain/voice.ts'
import { listPeople } from '../store/people.ts'
import { listDeclined } from '../store/stories.ts'
import { deleteVoice, listVoices, upsertVoice } from '../store/voices.ts'
import { refreshPosts } from './deliveries.ts'
import { type Actor, look, type Plaudit, perform } from './plaudit.ts'
import { showStory } from './showing.ts'
import { getToldStory } from './told-story.ts'

/** The form: whose story it is, and one's own voice if there is one. Throws as `requireVoice` does, and `closed`. */
export const showVoice = (
  app: Plaudit,
  actor: Actor,
  storyId: string,
): Promise<{ story: ShownStory; words?: string }> =>
  look(app, actor, async (reader, by) => {
    requireVoice(await getToldStory(reader, storyId), by)
    const story = await showStory(reader, storyId)
    if (!story) throw new Problem('not_found', 'story.not-found')
    const voices = (await listVoices(reader, [storyId])).get(storyId) ?? []
    const own = voices.find(({ personId }) => personId === by.id)
    return { story, ...(own ? { words: own.words } : {}) }
  })

/**
 * Adds a voice, or says one's own anew. Where private data has to be masked nothing is kept yet: its author sees the
 * masked words first, and sends those. Throws Problems as `readVoice` and `requireVoice` do, and `closed`.
 * @returns the words as they would be shown, when something was masked in them
 */
export async function addVoice(
  app: Plaudit,
  actor: Actor,
  storyId: string,
  typed: string,
): Promise<{ masked?: string }> {
  const country = await look(app, actor, async (_, by) => countryOf(by))
  const [masked] = maskedIn({ words: typed }, { country })
  if (masked) return { masked: masked.text }
  return perform(app, actor, async (tx, by) => {
    const story = await getToldStory(tx, storyId)
    requireVoice(story, by)
    const declinedIds = await listDeclined(tx, storyId)
    const people = await listPeople(tx, [...story.championIds, ...declinedIds])
    await upsertVoice(tx, storyId, by.id, readVoice(typed, { story, declinedIds, people, country }))
    await refreshPosts(tx, storyId, { kinds: ['story.card'] })
    return {}
  })
}

/** Takes one's own voice back. */
export const takeVoiceBack = (app: Plaudit, actor: Actor, storyId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    if (await deleteVoice(tx, storyId, by.id)) await refreshPosts(tx, storyId, { kinds: ['story.card'] })
  })
