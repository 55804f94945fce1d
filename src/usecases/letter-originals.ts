/** What was masked in a letter is kept apart, for hosts: each reading is recorded, and it can be erased. */
import { type Hiding, isMasked } from '../domain/private-data.ts'
import { Problem } from '../domain/problem.ts'
import type { Story, StoryInput } from '../domain/story.ts'
import { originalsIn, type TextField, typedIn } from '../domain/story-texts.ts'
import { withoutName } from '../domain/text.ts'
import type { Instant } from '../domain/time.ts'
import {
  deleteOriginals,
  insertErasure,
  insertOriginals,
  insertReading,
  listOriginals,
  listReadings,
  type Original,
  updateOriginals,
} from '../store/originals.ts'
import { listNames } from '../store/people.ts'
import type { Tx } from '../store/store.ts'
import { type Actor, authorityOf, look, type Plaudit, perform, requireHost } from './plaudit.ts'
import { getToldStory } from './told-story.ts'

/** A letter's texts as they were, and who read them before. */
export type ReadOriginal = {
  readonly storyId: string
  readonly texts: readonly Original[]
  /** The latest first, a few. */
  readonly readBefore: readonly { readonly name: string; readonly at: Instant }[]
}
const MOST_READINGS = 10

/** Whether this person may read an original, and there is one. */
export const mayReadOriginal = (app: Plaudit, actor: Actor, storyId: string): Promise<boolean> =>
  look(
    app,
    actor,
    async (reader, by) =>
      (await authorityOf(reader, by)).mayRun && (await listOriginals(reader, storyId)).length > 0,
  )

/**
 * For hosts, who are remembered as its readers. Throws `forbidden` `host.only`, `not_found` `letter.original-gone`, and
 * as `getToldStory` does.
 */
export const readOriginal = (app: Plaudit, actor: Actor, storyId: string): Promise<ReadOriginal> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    await getToldStory(tx, storyId)
    const texts = await listOriginals(tx, storyId)
    if (texts.length === 0) throw new Problem('not_found', 'letter.original-gone')
    const readings = await listReadings(tx, storyId, MOST_READINGS)
    const nameOf = await listNames(tx, [...new Set(readings.map((reading) => reading.by))])
    await insertReading(tx, storyId, by.id)
    return {
      storyId,
      texts,
      readBefore: readings.map(({ by: readBy, at }) => ({ name: nameOf(readBy).name, at })),
    }
  })

/** For hosts; the letter stays as it is. Throws as `readOriginal` does. */
export const eraseOriginal = (app: Plaudit, actor: Actor, storyId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    await getToldStory(tx, storyId)
    if (!(await deleteOriginals(tx, storyId))) throw new Problem('not_found', 'letter.original-gone')
    await insertErasure(tx, storyId, by.id)
  })

/** A letter was shared or mended: what was masked in it now is kept, of texts without any mask nothing is. */
export async function originalsFollow(
  tx: Tx,
  story: Story,
  typed: StoryInput,
  hiding: Hiding,
): Promise<void> {
  if (!story.letter) return
  const kept = await listOriginals(tx, story.id)
  // A photo's description is not mended with the rest.
  const isClear = (field: string) =>
    field !== 'photoDescription' && !isMasked(typedIn(story, field as TextField) ?? '')
  const clear = [...new Set(kept.map(({ field }) => field))].filter(isClear)
  if (clear.length > 0) await deleteOriginals(tx, story.id, clear)
  await insertOriginals(tx, story.id, originalsIn(typed, hiding))
}

/** Who takes their name off a letter is not named in its original either. */
export const nameOffOriginals = (tx: Tx, storyId: string, name: string): Promise<void> =>
  updateOriginals(tx, storyId, (text) => withoutName(text, name))
