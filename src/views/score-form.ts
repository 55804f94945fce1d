import { z } from 'zod'
import { scores } from '../domain/ballot.ts'
import type { ShownJudging, ShownRound } from '../domain/shown-rounds.ts'
import { select } from './controls.ts'
import { field, modal, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { bold, context, cut, header, lines } from './kit.ts'
import type { Look } from './look.ts'
import { fittingReasons, reasonParts } from './reason-parts.ts'

type Nominee = ShownJudging['nominees'][number]

export type Scores = {
  readonly roundId: string
  /** The page of the list that it came from. */
  readonly page: number
  readonly nomineeId: string
  /** One for each criterion. */
  readonly scores: readonly (number | undefined)[]
  readonly note?: string | undefined
}

const Metadata = z.object({
  roundId: z.string(),
  page: z.number().catch(0),
  nomineeId: z.string(),
  criteria: z.number(),
})
const scoreField = (position: number): string => `score-${position}`
const NOTE = 'note'
const CRITERIA = [0, 1, 2, 3, 4] // as many as a round may have

/** What a form shows of what was written; the list leads to all of it. */
const ROOM = { count: 40, size: 30_000 }

/** What was written about one nominee, and a judge's scores for them. It takes the list's place. */
export const scoreForm: Form<
  Scores,
  { readonly round: ShownRound; readonly nominee: Nominee; readonly page: number }
> = {
  id: forms.ballotScore,
  fields: { ...Object.fromEntries(CRITERIA.map((at) => [scoreField(at), scoreField(at)])), [NOTE]: NOTE },

  render({ round, nominee, page }, look) {
    const { scoreForm: s } = look.w
    const shown = fittingReasons(nominee.reasons, ROOM, look)
    const more = nominee.reasons.length - shown.length
    const note = textInput(nominee.note, { max: 500, lines: 'many' })
    return modal(
      forms.ballotScore,
      s,
      [
        header(nominee.person.name),
        ...lines([bold(look.w.announcement.writtenAbout(cut(nominee.person.name, 80)))]),
        ...reasonParts(shown, look),
        ...(more > 0 ? [context(s.moreReasons(more))] : []),
        ...round.criteria.map((criterion, position) =>
          field(scoreField(position), criterion, scoreSelect(nominee.scores?.[position], look)),
        ),
        field(NOTE, s.note, note, { optional: true, hint: s.noteHint }),
      ],
      keep({ roundId: round.id, page, nomineeId: nominee.person.id, criteria: round.criteria.length }),
    )
  },

  read(view) {
    const { criteria, ...about } = kept(view, Metadata)
    const { option, text } = answers(view)
    const given = CRITERIA.slice(0, criteria).map((at) => option(scoreField(at)))
    return { ...about, scores: given.map((score) => (score ? Number(score) : undefined)), note: text(NOTE) }
  },
}

const scoreSelect = (chosen: number | undefined, { w: { scoreForm: s } }: Look) =>
  select(
    scores.map((score) => ({ value: String(score), text: s.scores[score] })),
    chosen === undefined ? undefined : String(chosen),
    { placeholder: s.choose },
  )
