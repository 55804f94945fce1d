import { button } from './controls.ts'
import { actions } from './ids.ts'
import type { Look } from './look.ts'

/** Too few voted: what a host can say. */
export const shortButtons = (roundId: string, { w: { roundDecision: s } }: Look) => [
  button(s.moreTime, actions.roundMoreTime, roundId, { style: 'primary' }),
  button(s.count, actions.roundCount, roundId),
  button(s.end, actions.roundEnd, roundId, { style: 'danger', confirm: s.endConfirm }),
]
