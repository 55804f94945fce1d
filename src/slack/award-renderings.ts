/** How what is said of an award looks: its post in the thread, and the notes to the champions. */
import type { Delivery } from '../domain/delivery.ts'
import { findAward } from '../store/awards.ts'
import type { Reader } from '../store/store.ts'
import { showAward } from '../usecases/award-showing.ts'
import { showStory } from '../usecases/showing.ts'
import { awardNote } from '../views/award-note.ts'
import { awardPost, roundPrizePost } from '../views/award-post.ts'
import type { Look } from '../views/look.ts'
import type { Rendered } from './rendered.ts'

export const awardRenderings = {
  /** Gone once nobody in it is named in public any more, or the story is taken back. */
  'award.post': async (
    reader: Reader,
    { subjectId }: Delivery,
    look: Look,
  ): Promise<Rendered | undefined> => {
    const award = await findAward(reader, subjectId)
    if (award?.roundId !== undefined) {
      const shown = await showAward(reader, subjectId)
      const post = shown && roundPrizePost(shown, look)
      return post ? { message: post, subjectIds: [subjectId] } : { gone: true }
    }
    const story = award && (await showStory(reader, award.storyId))
    const shown = story?.prizes.find(({ awardId }) => awardId === subjectId)
    if (!shown || story?.retracted) return { gone: true }
    return { message: awardPost(shown, look), subjectIds: [subjectId] }
  },
  'award.note': async (
    reader: Reader,
    { subjectId, lane, postId }: Delivery,
    look: Look,
  ): Promise<Rendered | undefined> => {
    const award = await showAward(reader, subjectId)
    const share = award?.shares.find(({ person }) => person.id === lane)
    if (!award || !share) return undefined
    const isTheirs = share.state === 'open' || share.state === 'fulfilled'
    if (!isTheirs && !postId) return undefined
    return { message: awardNote(award, share, look), subjectIds: [subjectId] }
  },
}
