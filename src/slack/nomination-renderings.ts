/** How what is said while nominations are open looks, and what nominees hear before the decision. */
import { getSettings } from '../store/settings.ts'
import { showWords } from '../usecases/announcing-rounds.ts'
import { showRound } from '../usecases/round-showing.ts'
import { nomineeNote } from '../views/nomination-notes.ts'
import { roundOpened, roundReminder } from '../views/round-posts.ts'
import type { Rendering } from './rendered.ts'

/** What is over when it could be said at last is not said any more. */
export const nominationRenderings: Record<'round.opened' | 'round.reminder' | 'round.nominee', Rendering> = {
  'round.opened': async (reader, { subjectId, postId }, look) => {
    const round = await showRound(reader, subjectId)
    if (!round || (!postId && round.state !== 'nominating')) return undefined
    const { amountsPublic, currency } = await getSettings(reader)
    const message = roundOpened(round, amountsPublic ? currency : undefined, look)
    return { message, subjectIds: [subjectId] }
  },
  'round.reminder': async (reader, { subjectId, postId }, look) => {
    const round = await showRound(reader, subjectId)
    if (!round || (!postId && round.state !== 'nominating')) return undefined
    return { message: roundReminder(round, look), subjectIds: [subjectId] }
  },
  /** Gone once all that was written was withdrawn, after nominations were opened again. */
  'round.nominee': async (reader, { subjectId, args, postId }, look) => {
    const shown = await showWords(reader, subjectId, args.personId ?? '')
    if (!shown) return { gone: true }
    const isOver = ['decided', 'unwon', 'cancelled'].includes(shown.round.state)
    if (!postId && isOver) return undefined
    return { message: nomineeNote(shown, look), subjectIds: [subjectId] }
  },
}
