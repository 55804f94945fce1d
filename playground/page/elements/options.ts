import type { Json, ShownChannel, ShownPerson, State } from '../../server/page-api/shapes.ts'
import { plainText } from '../blocks/text.tsx'
import { asList, asObject, asObjects, asText, isObject } from '../live/json.ts'
import { useSeen } from '../live/store.ts'
import type { PickerOption, Search } from '../ui/picker.tsx'
import { type FieldValue, useSurface } from './surface.ts'

export type Source = { search: Search; byKey(key: string): PickerOption | undefined }

/** Where a select's options come from. */
export function useSource(element: Json, type: string): Source {
  const surface = useSurface()
  const people = useSeen((state) => state.people)
  const channels = useSeen((state) => state.channels)
  const me = useSeen((state) => state.me)
  const known = (options: PickerOption[]): Source => ({
    search: { known: (text) => options.filter((option) => matches(option, text)) },
    byKey: (key) => options.find((option) => option.key === key),
  })
  switch (type) {
    case 'users_select':
      return known(people.filter(({ deleted }) => !deleted).map(personOption))
    case 'channels_select':
      return known(channels.filter(({ kind }) => kind === 'public').map(channelOption))
    case 'conversations_select':
      return known(conversations({ channels, people }, asObject(element.filter), me))
    case 'external_select':
      return {
        search: {
          asked: async (text) => (await surface.suggest(asText(element.action_id) ?? '', text)).map(option),
        },
        byKey: () => undefined,
      }
    default:
      return known(staticOptions(element))
  }
}

/** What is chosen, with its words. */
export function chosenOptions(value: FieldValue | undefined, byKey: Source['byKey']): PickerOption[] {
  if (value === undefined || value === null || value === '') return []
  return [value].flat().map((entry) => {
    if (isObject(entry)) return option(entry)
    return byKey(String(entry)) ?? { key: String(entry), text: String(entry) }
  })
}

const matches = ({ text, hint = '' }: PickerOption, typed: string): boolean =>
  `${text} ${hint}`.toLowerCase().includes(typed.trim().toLowerCase().replace(/^[@#]/, ''))

const option = (json: Json): PickerOption => ({
  key: asText(json.value) ?? '',
  text: plainText(json.text) ?? '',
  hint: plainText(json.description),
  json,
})

const staticOptions = (element: Json): PickerOption[] => [
  ...asObjects(element.options).map(option),
  ...asObjects(element.option_groups).flatMap((group) =>
    asObjects(group.options).map((entry) => ({ ...option(entry), group: plainText(group.label) })),
  ),
]

const personOption = (person: ShownPerson): PickerOption => ({
  key: person.id,
  text: person.displayName,
  hint: person.isBot ? 'app' : person.isGuest ? 'guest' : `@${person.name}`,
})

const channelOption = (channel: ShownChannel): PickerOption => ({
  key: channel.id,
  text: `#${channel.name}`,
  hint: channel.archived ? 'archived' : channel.kind === 'private' ? 'private' : undefined,
})

function conversations(
  { channels, people }: Pick<State, 'channels' | 'people'>,
  filter: Json,
  me: string,
): PickerOption[] {
  const include = asList(filter.include)
  const wants = (kind: string) => include.length === 0 || include.includes(kind)
  const places = channels
    .filter(({ kind }) => kind !== 'im' && wants(kind))
    .filter(({ shared }) => !(shared && filter.exclude_external_shared_channels === true))
    .filter(({ archived }) => !archived)
  const persons = wants('im')
    ? people.filter(({ id, isBot, deleted }) => id !== me && !deleted && !(isBot && filter.exclude_bot_users))
    : []
  return [...places.map(channelOption), ...persons.map(personOption)]
}
