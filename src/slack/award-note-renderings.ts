/** How the notes of approving and handing over look: to approvers, to who hands over, to managers and champions. */
import type { Delivery } from '../domain/delivery.ts'
import type { ShownAward } from '../domain/shown-prizes.ts'
import type { Reader } from '../store/store.ts'
import { showAward } from '../usecases/award-showing.ts'
import { listFulfillers } from '../usecases/prize-people.ts'
import { approvalNote, approvalReminder, decidedNote, waitingNote } from '../views/award-approval.ts'
import {
  cancelledForChampion,
  cancelledForManager,
  prizesReminderNote,
  retractedNote,
  todoNote,
  uncreditedNote,
} from '../views/award-notes.ts'
import type { Look, Message } from '../views/look.ts'
import type { Rendering } from './rendered.ts'

type Say = (award: ShownAward, delivery: Delivery, look: Look, reader: Reader) => Message | Promise<Message>

/** What was not said yet is only said while there is something to decide or to do. */
const saying =
  (say: Say, isWorthSaying: (award: ShownAward) => boolean = () => true): Rendering =>
  async (reader, delivery, look) => {
    const award = await showAward(reader, delivery.subjectId)
    if (!award || !(delivery.postId || isWorthSaying(award))) return undefined
    return { message: await say(award, delivery, look, reader), subjectIds: [award.id] }
  }

const isWaiting = ({ shares }: ShownAward): boolean => shares.some(({ state }) => state === 'waiting')
const isOpen = ({ shares }: ShownAward): boolean => shares.some(({ state }) => state === 'open')

export const awardNoteRenderings = {
  'award.approval': saying((award, { lane }, look) => approvalNote(award, lane, look), isWaiting),
  'award.reminder': saying((award, { lane, args }, look) => {
    const why = args.why === 'retracted' ? 'retracted' : 'waiting'
    return approvalReminder(award, { why, readerId: lane }, look)
  }, isWaiting),
  'award.waiting': saying((award, _, look) => waitingNote(award, look), isWaiting),
  'award.decided': saying((award, _, look) => decidedNote(award, look)),
  'award.todo': saying((award, _, look) => todoNote(award, look), isOpen),
  'award.cancelled': saying((award, { args }, look) =>
    args.personId === undefined
      ? cancelledForManager(award, (args.personIds ?? '').split(' '), look)
      : cancelledForChampion(award, args.personId, look),
  ),
  'award.uncredited': saying(async (award, { args }, look, reader) => {
    const fulfillers = await listFulfillers(reader)
    return uncreditedNote(award, { personId: args.personId ?? '', fulfillers }, look)
  }),
  'award.retracted': saying(async (award, _, look, reader) => {
    return retractedNote(award, { fulfillers: await listFulfillers(reader) }, look)
  }),
  'prizes.reminder': async (_: Reader, { subjectId, args }: Delivery, look: Look): ReturnType<Rendering> => ({
    message: prizesReminderNote(Number(args.count), look),
    subjectIds: [subjectId],
  }),
}
