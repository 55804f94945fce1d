import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { SetupInput, SetupRest } from '../domain/settings-input.ts'
import type { Setup } from '../domain/shown.ts'
import type { Weekday } from '../domain/time.ts'
import {
  checkboxes,
  field,
  modal,
  people,
  place,
  places,
  searchSelect,
  select,
  textInput,
  timepicker,
} from './controls.ts'
import { answers, type Form, keep, kept, type SentView } from './form.ts'
import { actions, forms } from './ids.ts'
import { divider, lines, words } from './kit.ts'
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
  managerIds: 'managerIds',
  managerGroupId: 'managerGroupId',
  boards: 'boards',
  cheerEmoji: 'cheerEmoji',
} as const

const Metadata = z.object({ only: z.literal('first-two').optional(), zone: z.string() })
const days: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const ON = 'on'

export const setupForm: Form<SetupInput, SetupModel> = {
  id: forms.setup,
  fields,

  render(model, look) {
    const { settings } = model.setup
    const rest = model.only ? [] : [divider(), ...digestFields(model, look), ...peopleFields(model, look)]
    const metadata = keep({ only: model.only, zone: settings.zone })
    return modal(forms.setup, look.w.setup, [...firstTwo(model, look), ...rest], metadata)
  },

  read(view) {
    const sent = answers(view)
    const celebrationChannel = sent.place(fields.celebrationChannel)
    const { only, zone } = kept(view, Metadata)
    return {
      ...(celebrationChannel && { celebrationChannel }),
      hostIds: sent.people(fields.hostIds),
      ...(!only && { rest: readRest(view, zone) }),
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
  return [
    ...lines([words(s.rest)]),
    field(fields.digestChannels, s.digestChannels, channels, { optional: true, hint: s.digestChannelsHint }),
    field(fields.digestDay, s.digestDay, select(weekdays, String(settings.digestDay))),
    field(fields.digestTime, s.digestTime, timepicker(settings.digestTime)),
    field(fields.zone, s.zone, zone),
  ]
}

function peopleFields({ setup, managerGroupName }: SetupModel, { w: { setup: s } }: Look): KnownBlock[] {
  const { settings, managers, managerGroupId } = setup
  const managerIds = managers.map(({ id }) => id)
  const group = managerGroupId && { value: managerGroupId, text: managerGroupName ?? s.managerGroupNow }
  const emoji =
    settings.cheerEmoji === 'any' ? s.anyEmoji : settings.cheerEmoji.map((name) => `:${name}:`).join(' ')
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
    field(fields.cheerEmoji, s.cheerEmoji, textInput(emoji, { max: 1000 }), {
      optional: true,
      hint: s.cheerEmojiHint,
    }),
  ]
}

function readRest(view: SentView, zoneBefore: string): SetupRest {
  const sent = answers(view)
  const managerGroupId = sent.option(fields.managerGroupId)
  return {
    digestChannels: sent.places(fields.digestChannels),
    digestDay: days.find((day) => String(day) === sent.option(fields.digestDay)) ?? 5,
    digestTime: sent.time(fields.digestTime) ?? '16:00',
    zone: sent.option(fields.zone) ?? zoneBefore,
    managerIds: sent.people(fields.managerIds),
    ...(managerGroupId && { managerGroupId }),
    boards: sent.options(fields.boards).includes(ON),
    cheerEmoji: readEmoji(sent.text(fields.cheerEmoji) ?? ''),
  }
}

/** `any`, or names apart from each other by spaces or commas, with or without colons. */
function readEmoji(typed: string): 'any' | string[] {
  const names = typed
    .split(/[\s,;]+|(?<=:)(?=:)/u)
    .map((part) => part.replace(/^:|:$/gu, ''))
    .filter((name) => name !== '' && !name.startsWith('skin-tone-'))
  return names.length === 0 || names.some((name) => name.toLowerCase() === 'any')
    ? 'any'
    : [...new Set(names)]
}
