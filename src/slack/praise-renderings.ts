/** How deliveries about praise look. */
import type { Delivery } from '../domain/delivery.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { showReminder } from '../usecases/triage.ts'
import { showGroup, showPraise } from '../usecases/triage-showing.ts'
import type { Look } from '../views/look.ts'
import { praiseCard, praiseGroup, praiseReminder, praiseUnchosen } from '../views/praise-card.ts'

export const praiseRenderings = {
  'praise.card': async (reader: Reader, { subjectId, postId }: Delivery, look: Look) => {
    const praise = await showPraise(reader, subjectId)
    if (!praise || (praise.settled && !postId)) return undefined
    return { message: praiseCard(praise, look), subjectIds: [subjectId] }
  },
  'praise.group': async (reader: Reader, { subjectId, postId }: Delivery, look: Look) => {
    const group = await showGroup(reader, subjectId)
    if (!group || (group.waiting === 0 && !postId)) return undefined
    return { message: praiseGroup(group, look), subjectIds: [subjectId] }
  },
  'praise.reminder': async (reader: Reader, { subjectId }: Delivery, look: Look) => {
    const { count } = await showReminder(reader)
    return count === 0 ? undefined : { message: praiseReminder(count, look), subjectIds: [subjectId] }
  },
  'praise.unchosen': async (reader: Reader, { subjectId }: Delivery, look: Look) => {
    const { triageChannel } = await getSettings(reader)
    return triageChannel ? undefined : { message: praiseUnchosen(look), subjectIds: [subjectId] }
  },
}
