import { z } from 'zod'
import { button } from './controls.ts'
import { keep, kept, type SentView } from './form.ts'
import { actions } from './ids.ts'
import type { Look } from './look.ts'

/** A press on it in a form takes back to the list of rounds. */
const BACK = 'back'

export const isBackToRounds = (value: string): boolean => value === BACK

export const backToRounds = ({ w: { roundForm: s } }: Look) => button(s.back, actions.roundsOpen, BACK)

const LIST = 'rounds'
const Metadata = z.looseObject({ list: z.string().optional() })

/** What the list keeps, by which its presses are known. */
export const listOfRounds = (): string => keep({ list: LIST })

/** Whether a press came from the list of rounds. */
export const isRoundsList = (view: SentView | undefined): boolean =>
  view !== undefined && kept(view, Metadata).list === LIST
