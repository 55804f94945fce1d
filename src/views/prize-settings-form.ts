import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { budgetPeriods } from '../domain/budget.ts'
import { prizeKinds } from '../domain/prize.ts'
import { nextStepFields, type PrizeSettingsInput } from '../domain/prize-settings.ts'
import type { PrizeSetup } from '../domain/shown-prizes.ts'
import { allowanceFields, amountField, managerAllowance, typedLimits } from './allowance.ts'
import { row, select } from './controls.ts'
import { checkboxes, field, modal, people, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { forms } from './ids.ts'
import { bold, divider, lines } from './kit.ts'
import type { Look } from './look.ts'
import { backButton } from './prize-buttons.ts'

export type SentPrizeSettings = PrizeSettingsInput & { readonly currency: string }

const fields = {
  ...allowanceFields,
  budgetPeriod: 'budgetPeriod',
  workspaceMoney: 'workspaceMoney',
  workspaceDays: 'workspaceDays',
  approvalMoney: 'approvalMoney',
  approvalDays: 'approvalDays',
  approverIds: 'approverIds',
  fulfillerIds: 'fulfillerIds',
  amountsPublic: 'amountsPublic',
  nextMoney: nextStepFields.money,
  nextDayOff: nextStepFields.day_off,
  nextGift: nextStepFields.gift,
} as const

const Metadata = z.object({ currency: z.string() })
const ON = 'on'

/** What hosts decide about prizes, beside the catalogue. */
export const prizeSettingsForm: Form<SentPrizeSettings, PrizeSetup> = {
  id: forms.prizeSettings,
  fields,

  render(setup, look) {
    const blocks = [
      ...budgetFields(setup, look),
      divider(),
      ...approvalFields(setup, look),
      divider(),
      ...handingOverFields(setup, look),
      row([backButton(look)]),
    ]
    const { currency } = setup.settings
    return modal(forms.prizeSettings, look.w.prizeSettingsForm, blocks, keep({ currency }))
  },

  read(view) {
    const sent = answers(view)
    const typed = (name: keyof typeof fields) => sent.text(fields[name])
    return {
      currency: kept(view, Metadata).currency,
      managerMoney: typed('managerMoney'),
      managerDays: typed('managerDays'),
      budgetPeriod: sent.option(fields.budgetPeriod) ?? '',
      workspaceMoney: typed('workspaceMoney'),
      workspaceDays: typed('workspaceDays'),
      approvalMoney: typed('approvalMoney'),
      approvalDays: typed('approvalDays'),
      approverIds: sent.people(fields.approverIds),
      fulfillerIds: sent.people(fields.fulfillerIds),
      amountsPublic: sent.options(fields.amountsPublic).includes(ON),
      nextSteps: { money: typed('nextMoney'), day_off: typed('nextDayOff'), gift: typed('nextGift') },
    }
  },
}

function budgetFields({ settings }: PrizeSetup, { w: { prizeSettingsForm: s } }: Look): KnownBlock[] {
  const { currency, budgetPeriod, workspaceBudget } = settings
  const together = typedLimits(workspaceBudget, currency)
  const periods = budgetPeriods.map((value) => ({ value, text: s.periods[value] }))
  return [
    ...lines([bold(s.budgets)]),
    field(fields.budgetPeriod, s.period, select(periods, budgetPeriod)),
    ...managerAllowance(settings, {
      money: s.managerMoney(currency),
      days: s.managerDays,
      hint: s.managerHint,
    }),
    amountField(fields.workspaceMoney, s.workspaceMoney(currency), together.moneyMinor, s.noLimitHint),
    amountField(fields.workspaceDays, s.workspaceDays, together.halfDays),
  ]
}

function approvalFields(
  { settings, approvers }: PrizeSetup,
  { w: { prizeSettingsForm: s } }: Look,
): KnownBlock[] {
  const { currency, approvalAbove } = settings
  const above = typedLimits(approvalAbove, currency)
  const chosen = approvers.map(({ id }) => id)
  return [
    ...lines([bold(s.approval)]),
    amountField(fields.approvalMoney, s.approvalMoney(currency), above.moneyMinor, s.approvalHint),
    amountField(fields.approvalDays, s.approvalDays, above.halfDays),
    field(fields.approverIds, s.approvers, people(chosen, 20, s.peoplePlaceholder), {
      optional: true,
      hint: s.approversHint,
    }),
  ]
}

function handingOverFields({ settings, fulfillers }: PrizeSetup, look: Look): KnownBlock[] {
  const { prizeSettingsForm: s, awardNote } = look.w
  const chosen = fulfillers.map(({ id }) => id)
  const amounts = checkboxes([{ value: ON, text: s.amountsOn }], settings.amountsPublic ? [ON] : [])
  return [
    ...lines([bold(s.handingOver)]),
    field(fields.fulfillerIds, s.fulfillers, people(chosen, 50, s.peoplePlaceholder), {
      optional: true,
      hint: s.fulfillersHint,
    }),
    field(fields.amountsPublic, s.amounts, amounts, { optional: true, hint: s.amountsHint }),
    ...lines([bold(s.next)]),
    ...prizeKinds.map((kind) => {
      const placeholder = awardNote.nextSteps[kind]
      const input = textInput(settings.nextSteps[kind], { max: 300, lines: 'many', placeholder })
      return field(nextStepFields[kind], s.nextSteps[kind], input, { optional: true, hint: s.nextHint })
    }),
  ]
}
