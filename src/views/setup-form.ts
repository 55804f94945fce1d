import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { type SettingsInput, sayCheerEmoji } from '../domain/settings.ts'
import type { SetupInput } from '../domain/settings-input.ts'
import type { Setup } from '../domain/shown.ts'
import type { Weekday } from '../domain/time.ts'
import { allowanceFields, managerAllowance } from './allowance.ts'
import { searchSelect, select } from './controls.ts'
import { currencyChoice } from './currencies.ts'
import { checkboxes, field, modal, people, place, places, textInput, timepicker } from './fields.ts'
import { answers, type Form, keep, kept, type SentView } from './form.ts'
import { actions, forms } from './ids.ts'
import { bold, divider, lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { zoneChoice } from './zones.ts'

export type SetupModel = {
  readonly setup: Setup
  /** For an admin who is no host: they name hosts and the celebration channel, and nothing else. */
  readonly only?: 'first-two'
  readonly managerGroupName?: string
}

const fields = {
  celebrationChannel: 'celebrationChannel',
  hostIds: 'hostIds',
  digestChannels: 'digestChannels',
  digestDay: 'digestDay',
  digestTime: 'digestTime',
  zone: 'zone',
  workingDays: 'workingDays',
  managerIds: 'managerIds',
  managerGroupId: 'managerGroupId',
  boards: 'boards',
  cheerEmoji: 'cheerEmoji',
  currency: 'currency',
  ...allowanceFields,
} as const

const Metadata = z.object({ only: z.literal('first-two').optional() })
const days: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const ON = 'on'

export const setupForm: Form<SetupInput, SetupModel> = {
  id: forms.setup,
  fields,

  render(model, look) {
    const rest = model.only
      ? []
      : [
          divider(),
          ...digestFields(model, look),
          ...peopleFields(model, look),
          divider(),
          ...prizeFields(model, look),
        ]
    const metadata = keep({ only: model.only })
    return modal(forms.setup, look.w.setup, [...firstTwo(model, look), ...rest], metadata)
  },

  read(view) {
    const sent = answers(view)
    const celebrationChannel = sent.place(fields.celebrationChannel)
    const hostIds = sent.people(fields.hostIds)
    if (kept(view, Metadata).only) return { settings: { celebrationChannel }, hostIds }
    const groupId = sent.option(fields.managerGroupId)
    return {
      settings: { celebrationChannel, ...readRest(view) },
      hostIds,
      managers: { personIds: sent.people(fields.managerIds), ...(groupId && { groupId }) },
    }
  },
}

function firstTwo({ setup: { settings, hosts } }: SetupModel, { w: { setup: s } }: Look): KnownBlock[] {
  const hostIds = hosts.map(({ id }) => id)
  return [
    ...lines([words(s.firstTwo)]),
    field(
      fields.celebrationChannel,
      s.celebrationChannel,
      place(settings.celebrationChannel, s.celebrationChannelPlaceholder),
      { hint: s.celebrationChannelHint },
    ),
    field(fields.hostIds, s.hosts, people(hostIds, 50, s.peoplePlaceholder), { hint: s.hostsHint }),
  ]
}

function digestFields({ setup: { settings } }: SetupModel, { w: { setup: s } }: Look): KnownBlock[] {
  const weekdays = days.map((day) => ({ value: String(day), text: s.weekdays[day] }))
  const channels = places(settings.digestChannels, 20, s.digestChannelsPlaceholder)
  const zone = searchSelect(actions.setupZone, s.zonePlaceholder, zoneChoice(settings.zone))
  const workingDays = checkboxes(weekdays, settings.workingDays.map(String))
  return [
    ...lines([words(s.rest)]),
    field(fields.digestChannels, s.digestChannels, channels, { optional: true, hint: s.digestChannelsHint }),
    field(fields.digestDay, s.digestDay, select(weekdays, String(settings.digestDay))),
    field(fields.digestTime, s.digestTime, timepicker(settings.digestTime)),
    field(fields.zone, s.zone, zone),
    field(fields.workingDays, s.workingDays, workingDays, { hint: s.workingDaysHint }),
  ]
}

function peopleFields({ setup, managerGroupName }: SetupModel, { w: { setup: s } }: Look): KnownBlock[] {
  const { settings, managers, managerGroupId } = setup
  const managerIds = managers.map(({ id }) => id)
  const group = managerGroupId && { value: managerGroupId, text: managerGroupName ?? s.managerGroupNow }
  const emoji = textInput(sayCheerEmoji(settings.cheerEmoji), { max: 1000, placeholder: s.anyEmoji })
  return [
    field(fields.managerIds, s.managers, people(managerIds, 100, s.peoplePlaceholder), {
      optional: true,
      hint: s.managersHint,
    }),
    field(
      fields.managerGroupId,
      s.managerGroup,
      searchSelect(actions.setupManagerGroup, s.managerGroupPlaceholder, group || undefined),
      { optional: true },
    ),
    field(
      fields.boards,
      s.boards,
      checkboxes([{ value: ON, text: s.boardsOn }], settings.boards ? [ON] : []),
      {
        optional: true,
        hint: s.boardsHint,
      },
    ),
    field(fields.cheerEmoji, s.cheerEmoji, emoji, {
      optional: true,
      hint: s.cheerEmojiHint,
    }),
  ]
}

function prizeFields({ setup: { settings } }: SetupModel, { w: { setup: s } }: Look): KnownBlock[] {
  const { currency, budgetPeriod } = settings
  return [
    ...lines([bold(s.prizes)], [words(s.prizesIntro)]),
    field(
      fields.currency,
      s.currency,
      searchSelect(actions.setupCurrency, s.currencyPlaceholder, currencyChoice(currency)),
    ),
    ...managerAllowance(settings, {
      money: s.managerMoney(budgetPeriod),
      days: s.managerDays(budgetPeriod),
      hint: s.managerBudgetHint,
    }),
  ]
}

/** What a field left empty says: the digest in the celebration channel, boards off, any emoji, nothing to give. */
function readRest(view: SentView): SettingsInput {
  const sent = answers(view)
  const day = sent.option(fields.digestDay)
  return {
    digestChannels: sent.places(fields.digestChannels),
    digestDay: day === undefined ? undefined : Number(day),
    digestTime: sent.time(fields.digestTime),
    zone: sent.option(fields.zone),
    workingDays: sent.options(fields.workingDays).map(Number),
    boards: sent.options(fields.boards).includes(ON),
    cheerEmoji: sent.text(fields.cheerEmoji) ?? '',
    currency: sent.option(fields.currency),
    // A form that was opened before the question was there does not answer it.
    ...(fields.managerMoney in view.state.values && {
      managerBudget: { money: sent.text(fields.managerMoney), days: sent.text(fields.managerDays) },
    }),
  }
}
