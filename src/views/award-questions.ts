import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { type Award, type AwardInput, splits } from '../domain/award.ts'
import type { AwardQuestion } from '../domain/award-questions.ts'
import type { Named, ShownPrize, ShownStory } from '../domain/shown.ts'
import { cleaned } from '../domain/text.ts'
import { awardParts } from './award-post.ts'
import { modal } from './fields.ts'
import { type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { bold, divider, type Line, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { prizeName } from './prize-parts.ts'
import { hiddenKinds } from './story-preview.ts'

const asks = ['left-out', 'again', 'masked'] as const satisfies readonly AwardQuestion['ask'][]

/** What was asked about an award, which is as it would be made. */
export type AwardQuestions = {
  readonly input: AwardInput
  readonly questions: readonly AwardQuestion[]
  readonly award: Award
  readonly story: ShownStory
  readonly giver: Named
  readonly amountsPublic: boolean
}
export type AnsweredAward = { readonly input: AwardInput; readonly answered: readonly AwardQuestion['ask'][] }

const Metadata = z.object({
  input: z.object({
    storyId: z.string(),
    prizeId: z.string().optional(),
    revision: z.number().optional(),
    personIds: z.array(z.string()),
    split: z.enum(splits).optional(),
    reason: z.string().optional(),
    isPrivate: z.boolean(),
  }),
  answered: z.array(z.enum(asks)),
})

/** What is worth a second look, and the post as it would be. On top of the form: `Back` returns to that. */
export const awardQuestionsForm: Form<AnsweredAward, AwardQuestions> = {
  id: forms.awardQuestions,
  fields: {},

  render(asked, look) {
    const { questions, award } = asked
    // What nobody can see takes six characters each in what a form keeps, which has room for three thousand.
    const input = { ...asked.input, reason: cleaned(asked.input.reason ?? '') }
    const s = look.w.awardQuestions
    const sentences = questions.map((question): Line => [words(sentence(question, asked, look))])
    return modal(
      forms.awardQuestions,
      s,
      [
        ...sentences.flatMap((line) => lines(line)),
        divider(),
        ...lines([bold(award.isPrivate ? s.previewPrivate : s.preview)]),
        ...preview(asked, look),
      ],
      keep({ input, answered: questions.map(({ ask }) => ask) }),
    )
  },

  read: (view) => kept(view, Metadata),
}

function sentence(question: AwardQuestion, { award, story }: AwardQuestions, look: Look): string {
  const { w } = look
  const s = w.awardQuestions
  if (question.ask === 'masked') return `🙈 ${s.masked(hiddenKinds(award.reason, look))}`
  const names = named(story, question.personIds).map(({ name }) => name)
  return question.ask === 'left-out'
    ? `👀 ${s.leftOut(names)}`
    : `🔁 ${s.again(names, prizeName(award.prize, w))}`
}

function preview({ award, story, giver, amountsPublic }: AwardQuestions, look: Look): KnownBlock[] {
  const { id: awardId, prize, split, reason } = award
  const people = named(
    story,
    award.shares.map(({ personId }) => personId),
  )
  const shown: ShownPrize = { awardId, prize, split, people, givenBy: giver, reason, amountsPublic }
  return awardParts(shown, look)
}

const named = ({ champions }: ShownStory, ids: readonly string[]): Named[] =>
  champions.filter(({ id }) => ids.includes(id))
