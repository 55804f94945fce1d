/** How voting, judging and announcing looks. */
import type { ShownNominee, ShownRound } from '../domain/shown-rounds.ts'
import { findRound } from '../store/rounds.ts'
import { showAnnouncement, showWords } from '../usecases/announcing-rounds.ts'
import { countUnjudged } from '../usecases/round-people.ts'
import { showRound } from '../usecases/round-showing.ts'
import { announcementPost } from '../views/announcement.ts'
import { votePost } from '../views/ballot.ts'
import { judgeNote, judgeReminder } from '../views/judging.ts'
import type { Look, Message } from '../views/look.ts'
import { ownWords } from '../views/own-words.ts'
import type { Rendering } from './rendered.ts'

/** What was not said yet is only said while there is something to do. */
const whileOpen =
  (say: (round: ShownRound, look: Look) => Message): Rendering =>
  async (reader, { subjectId, postId }, look) => {
    const round = await showRound(reader, subjectId)
    if (!round || (round.state !== 'voting' && !postId)) return undefined
    return { message: say(round, look), subjectIds: [subjectId] }
  }

export const ballotRenderings = {
  'round.vote': whileOpen(votePost),
  'round.judge': async (reader, delivery, look) => {
    const isJudge = (await findRound(reader, delivery.subjectId))?.judgeIds.includes(delivery.lane) ?? false
    if (!isJudge && !delivery.postId) return undefined
    return whileOpen((round) => judgeNote(round, isJudge, look))(reader, delivery, look)
  },
  'round.judge-reminder': async (reader, delivery, look) => {
    const round = await findRound(reader, delivery.subjectId)
    const isJudge = round?.judgeIds.includes(delivery.lane) ?? false
    const left = round && isJudge ? await countUnjudged(reader, round, delivery.lane) : 0
    if (left === 0 && !delivery.postId) return undefined
    return whileOpen((shown) => judgeReminder(shown, left, look))(reader, delivery, look)
  },
  'round.announced': async (reader, { subjectId }, look) => {
    const announced = await showAnnouncement(reader, subjectId)
    if (!announced) return undefined
    const stories = announced.winners.flatMap(({ evidence }) => evidence.map(({ id }) => id))
    return { message: announcementPost(announced, look), subjectIds: [subjectId, ...stories] }
  },
  'round.words': async (reader, { subjectId, lane }, look) => {
    const words = await showWords(reader, subjectId, lane)
    return words && { message: ownWords(words, look), subjectIds: [subjectId, ...storiesOf(words)] }
  },
} satisfies Record<string, Rendering>

const storiesOf = ({ reasons }: ShownNominee): string[] =>
  reasons.flatMap(({ evidence }) => evidence.map(({ id }) => id))
