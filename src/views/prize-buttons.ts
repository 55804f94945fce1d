import { button } from './controls.ts'
import { actions } from './ids.ts'
import type { Look } from './look.ts'

/** A press on it in a form takes back to the list. */
const BACK = 'back'

export const isBack = (value: string): boolean => value === BACK

export const backButton = ({ w: { prizes: s } }: Look) => button(s.back, actions.prizesOpen, BACK)

export const retireButton = (prizeId: string, { w: { prizes: s } }: Look) =>
  button(s.retire, actions.prizeRetire, prizeId, { style: 'danger', confirm: s.retireConfirm })
