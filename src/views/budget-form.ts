import { z } from 'zod'
import type { Allowance, BudgetPeriod } from '../domain/budget.ts'
import type { Named } from '../domain/shown.ts'
import { amountField, typedLimits } from './allowance.ts'
import { row } from './controls.ts'
import { field, modal, person } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { bold, lines, words } from './kit.ts'
import { backButton } from './prize-buttons.ts'

export type SentBudget = {
  readonly personId: string | undefined
  readonly money: string | undefined
  readonly days: string | undefined
  readonly currency: string
}
type Model = {
  readonly currency: string
  readonly budgetPeriod: BudgetPeriod
  /** Whose it is; absent: to be chosen. */
  readonly person?: Named | undefined
  readonly allowance?: Allowance | undefined
}

const Metadata = z.object({ currency: z.string(), personId: z.string().optional() })
const fields = { personId: 'personId', money: 'money', days: 'days' } as const

/** A manager's own budget. */
export const budgetForm: Form<SentBudget, Model> = {
  id: forms.budget,
  fields,

  render({ currency, budgetPeriod, person: whose, allowance }, look) {
    const { budgetForm: s } = look.w
    const typed = typedLimits(allowance ?? {}, currency)
    const blocks = [
      ...lines(whose ? [bold(s.of(whose.name))] : [], [words(s.explain(budgetPeriod))]),
      ...(whose ? [] : [field(fields.personId, s.whose, person(s.whosePlaceholder))]),
      amountField(fields.money, s.money(currency), typed.moneyMinor),
      amountField(fields.days, s.days, typed.halfDays, s.hint),
      row([backButton(look)]),
    ]
    return modal(forms.budget, s, blocks, keep({ currency, personId: whose?.id }))
  },

  read(view) {
    const sent = answers(view)
    const { currency, personId } = kept(view, Metadata)
    return {
      currency,
      personId: personId ?? sent.person(fields.personId),
      money: sent.text(fields.money),
      days: sent.text(fields.days),
    }
  },
}
