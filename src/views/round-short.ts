import type { ShownRound } from '../domain/shown-rounds.ts'
import { button } from './controls.ts'
import { actions } from './ids.ts'
import type { Look } from './look.ts'

/** Too few voted: what a host can say. */
export const shortButtons = ({ id, turnout }: ShownRound, { w: { roundDecision: s } }: Look) => [
  button(s.moreTime, actions.roundMoreTime, id, { style: 'primary' }),
  ...(turnout > 0 ? [button(s.count, actions.roundCount, id)] : []),
  button(s.end, actions.roundEnd, id, { style: 'danger', confirm: s.endConfirm }),
]
