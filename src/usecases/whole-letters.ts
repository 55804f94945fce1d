/** A letter that is too long to be quoted is kept whole, and read in pages. */
import { letterLimits, withoutAuthor } from '../domain/letter.ts'
import { pagesOf } from '../domain/praise-words.ts'
import { maskPrivateData } from '../domain/private-data.ts'
import { Problem } from '../domain/problem.ts'
import type { ShownWhole, WholeOf } from '../domain/shown-whole.ts'
import { lengthOf, withoutName } from '../domain/text.ts'
import { deleteWhole, findWhole, insertWhole, updateWhole } from '../store/letter-wholes.ts'
import { findPraise, findPraiseOfStory, forgetPraise, stateOf, updatePraiseWords } from '../store/praises.ts'
import type { Reader, Tx } from '../store/store.ts'
import { refreshPosts } from './deliveries.ts'
import { type Actor, look, type Plaudit } from './plaudit.ts'
import { getToldStory } from './told-story.ts'
import { requireTriager } from './triage-showing.ts'

/**
 * A page of the whole, of a letter that was shared for everybody, of one that waits for who decides about it. A page
 * that is not there is the last. Throws `not_found` `letter.whole-gone`, and as `getToldStory` and `requireTriager` do.
 */
export const readWhole = (app: Plaudit, actor: Actor, about: WholeOf, asked = 0): Promise<ShownWhole> =>
  look(app, actor, async (reader, by) => {
    if ('praiseId' in about) await requireTriager(reader, by, actor)
    const whole =
      'storyId' in about ? await shared(reader, about.storyId) : await waiting(reader, about.praiseId)
    if (whole === undefined) throw new Problem('not_found', 'letter.whole-gone')
    const pages = pagesOf(whole)
    const page = Math.min(Math.max(0, asked), pages.length - 1)
    return { about, text: pages[page] ?? '', page, pages: pages.length }
  })

async function shared(reader: Reader, storyId: string): Promise<string | undefined> {
  const { letter } = await getToldStory(reader, storyId)
  const whole = await findWhole(reader, storyId)
  // Before it is cut into pages: a name may stand across two of them.
  return letter && whole && withoutAuthor(whole, letter)
}

async function waiting(reader: Reader, praiseId: string): Promise<string | undefined> {
  const stored = await findPraise(reader, praiseId)
  return stored && stateOf(stored) === 'waiting' ? stored.praise?.words : undefined
}

/** It was shared: of what is longer than a letter quotes, the whole stays. */
export async function keepWhole(tx: Tx, storyId: string, praiseId: string): Promise<void> {
  const words = (await findPraise(tx, praiseId))?.praise?.words ?? ''
  if (lengthOf(words) > letterLimits.words.max) await insertWhole(tx, storyId, words)
}

/** What its teller hides in the passage is hidden in the whole, too. */
export async function wholeHides(tx: Tx, storyId: string, words: readonly string[] = []): Promise<void> {
  if (words.length > 0) await updateWhole(tx, storyId, (text) => maskPrivateData(text, { words }).text)
}

/** Who takes their name off a letter is not named in the whole, nor where it waited. */
export async function nameOffWhole(tx: Tx, storyId: string, name: string): Promise<void> {
  await updateWhole(tx, storyId, (text) => withoutName(text, name))
  const praiseId = await findPraiseOfStory(tx, storyId)
  if (!praiseId) return
  await updatePraiseWords(tx, praiseId, (text) => withoutName(text, name))
  await refreshPosts(tx, praiseId)
}

/** It was taken back: nothing of it stays where it waited either, but that it was here. */
export async function wholeGone(tx: Tx, storyId: string): Promise<void> {
  await deleteWhole(tx, storyId)
  const praiseId = await findPraiseOfStory(tx, storyId)
  if (!praiseId) return
  await forgetPraise(tx, praiseId)
  await refreshPosts(tx, praiseId)
}
