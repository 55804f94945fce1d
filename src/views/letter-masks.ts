import { createHash } from 'node:crypto'
import type { KnownBlock } from '@slack/types'
import {
  type Hidden,
  hideLimits,
  linesOf,
  type MaskChoices,
  type TypedChoices,
} from '../domain/mask-choices.ts'
import { oneLine } from '../domain/text.ts'
import { button, row } from './controls.ts'
import { checkboxes, field, textInput } from './fields.ts'
import { answers, type SentView } from './form.ts'
import { actions } from './ids.ts'
import type { Look } from './look.ts'

/** What is hidden in a letter, and what its teller decided about that. */
export type LetterMasks = { readonly hidden: readonly Hidden[]; readonly choices: MaskChoices }

/** As many checkboxes as Slack shows together; and a box's value holds no longer text. */
const TOGETHER = 10
const MOST = 30
const LONGEST = 75

const lift = (part: number): string => `lift${part}`
export const maskFields = { hide: 'hide' } as const

/** A box for each thing that was hidden, and room for what is to be hidden, too. */
export function masksPart(
  draftId: string,
  { hidden, choices }: LetterMasks,
  { w: { letterPreview: s } }: Look,
): KnownBlock[] {
  const offered = hidden.filter(({ text }) => text.length <= LONGEST).slice(0, MOST)
  const boxes = Array.from({ length: Math.ceil(offered.length / TOGETHER) }, (_, part) => {
    const few = offered
      .slice(part * TOGETHER, (part + 1) * TOGETHER)
      .map(({ kind, text }) => ({ value: text, text: oneLine(text), description: s.kinds[kind] }))
    const box = checkboxes(few, choices.lifted, actions.letterLift)
    return field(lift(part), part === 0 ? s.lift : s.liftMore, box, { optional: true, dispatch: true })
  })
  const typed = textInput(choices.words.join('\n'), { max: hideLimits.max, lines: 'many' })
  return [
    ...boxes,
    field(maskFields.hide, s.hide, typed, { optional: true, hint: s.hideHint }),
    row([button(s.showMe, actions.letterHide, draftId)]),
  ]
}

export function readMasks(view: SentView): TypedChoices {
  const sent = answers(view)
  const parts = Array.from({ length: MOST / TOGETHER }, (_, part) => lift(part))
  return { lifted: parts.flatMap((part) => sent.options(part)), hide: sent.text(maskFields.hide) }
}

/** The same for the same choices: whether what is shown is what was chosen. */
export function choicesMark({ lifted, words }: MaskChoices): string {
  const said = JSON.stringify([lifted.toSorted(), words])
  return createHash('sha256').update(said).digest('base64url')
}

export const typedMark = ({ lifted, hide }: TypedChoices): string =>
  choicesMark({ lifted, words: linesOf(hide) })
