import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { typedDays } from '../domain/days-off.ts'
import { typedAmount } from '../domain/money.ts'
import { builtinPrizes, type Prize, type PrizeInput, prizeKinds, prizeLimits } from '../domain/prize.ts'
import { amountField } from './allowance.ts'
import { row, select } from './controls.ts'
import { field, images, modal, textInput } from './fields.ts'
import { answers, type Form, keep, kept, type SentView } from './form.ts'
import { actions, forms } from './ids.ts'
import { context } from './kit.ts'
import type { Look } from './look.ts'
import { backButton, retireButton } from './prize-buttons.ts'
import { prizeName } from './prize-parts.ts'

const Metadata = z.object({
  currency: z.string(),
  id: z.string().optional(),
  revision: z.number().optional(),
  builtin: z.enum(builtinPrizes).optional(),
  stockShown: z.number().optional(),
  hasPhoto: z.boolean().default(false),
  retired: z.boolean().default(false),
})

/** A prize on its way: with `id` one that is edited. */
export type PrizeDraft = z.infer<typeof Metadata> & PrizeInput

const fields = {
  kind: 'kind',
  name: 'name',
  cost: 'cost',
  days: 'days',
  stock: 'stock',
  photo: 'photo',
} as const

/** A new prize: a gift, until something else is chosen. */
export const newPrize = (currency: string): PrizeDraft => ({
  currency,
  hasPhoto: false,
  retired: false,
  kind: 'gift',
})

/** A prize of the catalogue, as it is edited. */
export const editedPrize = (prize: Prize, currency: string): PrizeDraft => ({
  ...newPrize(currency),
  id: prize.id,
  revision: prize.revision,
  stockShown: prize.stock,
  builtin: prize.builtin,
  hasPhoto: prize.hasPhoto,
  retired: prize.retiredAt !== undefined,
  kind: prize.kind,
  name: prize.name,
  cost: prize.cost.moneyMinor > 0 ? typedAmount(prize.cost.moneyMinor, currency) : undefined,
  days: prize.cost.halfDays > 0 ? typedDays(prize.cost.halfDays) : undefined,
  stock: prize.stock?.toString(),
})

export const prizeForm: Form<PrizeDraft, PrizeDraft> = {
  id: forms.prize,
  fields,

  render(draft, look) {
    const { prizeForm: s } = look.w
    const kinds = prizeKinds.map((value) => ({ value, text: s.kinds[value] }))
    const kind = select(kinds, draft.kind, { action: actions.prizeKind })
    const { currency, id, revision, builtin, stockShown, hasPhoto, retired } = draft
    return modal(
      forms.prize,
      id ? { ...s, title: s.editTitle } : s,
      [
        field(fields.kind, s.kind, kind, { dispatch: true }),
        nameField(draft, look),
        ...valueFields(draft, look),
        ...(id ? [context(s.pastHint)] : []),
        row([backButton(look), ...(id && !retired ? [retireButton(id, look)] : [])]),
      ],
      keep({ currency, id, revision, builtin, stockShown, hasPhoto, retired }),
    )
  },

  read: (view) => ({ ...kept(view, Metadata), ...readInput(view) }),
}

function readInput(view: SentView): PrizeInput {
  const sent = answers(view)
  return {
    kind: prizeKinds.find((kind) => kind === sent.option(fields.kind)) ?? 'gift',
    name: sent.text(fields.name),
    cost: sent.text(fields.cost),
    days: sent.text(fields.days),
    stock: sent.text(fields.stock),
    photoFileId: sent.file(fields.photo),
  }
}

function nameField({ name, builtin, kind }: PrizeDraft, { w }: Look): KnownBlock {
  const { prizeForm: s } = w
  const input = textInput(name, {
    max: prizeLimits.name.max,
    ...(builtin ? { placeholder: prizeName({ builtin }, w) } : {}),
  })
  const hint = s.nameHint(s.nameExamples[kind])
  return field(fields.name, s.name, input, {
    optional: builtin !== undefined,
    hint: builtin ? `${hint} ${s.nameOwn}` : hint,
  })
}

/** What it takes from a budget; of a gift also how many there are, and what it looks like. */
function valueFields(draft: PrizeDraft, { w: { prizeForm: s } }: Look): KnownBlock[] {
  const { kind, currency, cost, days, stock, hasPhoto } = draft
  if (kind === 'day_off')
    return [field(fields.days, s.days, textInput(days, { max: 40 }), { hint: s.daysHint })]
  if (kind === 'money') return [field(fields.cost, s.cost(currency), textInput(cost, { max: 40 }))]
  return [
    amountField(fields.cost, s.costOfGift(currency), cost, s.costOfGiftHint),
    amountField(fields.stock, s.stock, stock, s.stockHint),
    field(fields.photo, s.photo, images(), {
      optional: true,
      hint: hasPhoto ? `${s.photoHint} ${s.photoThere}` : s.photoHint,
    }),
  ]
}
