import type { ShownAward, ShownShare } from '../domain/shown-prizes.ts'
import { byWhom, peopleIn, when } from './award-facts.ts'
import { bold, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

/** What was noted when a prize was handed over. A champion sees what was noted for them, and nothing of the others. */
export function notedAnswer(award: ShownAward, readerId: string, look: Look): Message {
  const own = award.shares.filter(({ person }) => person.id === readerId)
  if (own[0])
    return {
      text: spoken(...said(own[0], look)),
      blocks: lines(...said(own[0], look).map((one) => [words(one)])),
    }
  const each = award.shares.map((share) => ({
    name: `${peopleIn([share], look)}: `,
    said: said(share, look).join(' '),
  }))
  return {
    text: spoken(...each.map((one) => one.name + one.said)),
    blocks: lines(...each.map((one) => [bold(one.name), words(one.said)])),
  }
}

function said({ state, ended }: ShownShare, look: Look): string[] {
  const { awardNoted: s, awardParts } = look.w
  if (state === 'cancelled' && ended)
    return [
      s.cancelled(byWhom(ended), when(ended, look)),
      ...(ended.note ? [awardParts.because(ended.note)] : []),
    ]
  if (state !== 'fulfilled' || !ended) return [s.open]
  return [s.handedOver(byWhom(ended), when(ended, look)), ended.note ? s.note(ended.note) : s.noNote]
}
