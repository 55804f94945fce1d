/** A letter after it was shared: what may be shown of who wrote it, and whether somebody thanked them. */
import { type Letter, permissions } from '../domain/letter.ts'
import type { Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import { mayRetract } from '../domain/story.ts'
import { insertReply, updatePermission } from '../store/letters.ts'
import type { Reader } from '../store/store.ts'
import type { StoredStory } from '../store/stories.ts'
import { awardsFollow } from './award-notes.ts'
import { refreshPosts } from './deliveries.ts'
import { scanFollows } from './letter-permission.ts'
import { type Actor, authorityOf, type Plaudit, perform } from './plaudit.ts'
import { getToldStory } from './told-story.ts'

/**
 * The customer changed their mind, or was asked: every place where the letter was said follows. The teller's right, and
 * the hosts'. Throws `not_found`, `closed`, `forbidden` `letter.not-yours`, and `invalid` `letter.permission-unknown`.
 */
export const changePermission = (app: Plaudit, actor: Actor, storyId: string, to: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const { story, letter } = await getLetter(tx, storyId, by)
    const permission = permissions.find((known) => known === to)
    if (!permission) throw new Problem('invalid', 'letter.permission-unknown', 'permission')
    if (permission === letter.permission) return
    await updatePermission(tx, storyId, permission, by.id)
    await scanFollows(tx, storyId)
    await refreshPosts(tx, storyId)
    await awardsFollow(tx, story)
  })

/** Somebody thanked the customer: the card says so, once. Everybody may. Throws `not_found` and `closed`. */
export const thankCustomer = (app: Plaudit, actor: Actor, storyId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const story = await getToldStory(tx, storyId)
    if (!story.letter) throw new Problem('not_found', 'letter.not-found')
    if (await insertReply(tx, storyId, by.id)) await refreshPosts(tx, storyId)
  })

async function getLetter(
  reader: Reader,
  storyId: string,
  by: Person,
): Promise<{ story: StoredStory; letter: Letter }> {
  const story = await getToldStory(reader, storyId)
  if (!story.letter) throw new Problem('not_found', 'letter.not-found')
  if (!mayRetract(story, by, (await authorityOf(reader, by)).mayRun))
    throw new Problem('forbidden', 'letter.not-yours')
  return { story, letter: story.letter }
}
