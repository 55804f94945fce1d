import { asObject, asObjects, isObject, type Json } from '../json.ts'
import {
  anything,
  boolean,
  type Check,
  integer,
  list,
  type ObjectRule,
  oneOf,
  type Rule,
  report,
  type Surface,
  shape,
  string,
} from './check.ts'
import {
  confirm,
  conversationFilter,
  dispatchConfig,
  id,
  imageProps,
  imageSource,
  offeredOptions,
  option,
  optionGroup,
  plainText,
  sameOption,
} from './objects.ts'
import { richText } from './rich-text.ts'

export type Place = 'section' | 'actions' | 'input' | 'context'

type Element = { rule: Rule; places: Place[]; surfaces: Surface[] }

const EVERYWHERE: Surface[] = ['message', 'modal', 'home']
const MANY = Number.POSITIVE_INFINITY

const common: Record<string, Rule> = { type: anything, action_id: id, confirm, focus_on_load: boolean }
const placeholder = plainText(150)
const day = string(10, 10, /^\d{4}-\d\d-\d\d$/)
const time = string(5, 5, /^([01]\d|2[0-3]):[0-5]\d$/)
const interactive: Place[] = ['section', 'actions', 'input']

const element = (
  props: Record<string, Rule>,
  required: string[],
  places: Place[],
  surfaces: Surface[] = EVERYWHERE,
  also?: ObjectRule,
): Element => ({ rule: shape({ ...common, ...props }, required, also), places, surfaces })

/** The element types that Slack takes inside blocks, and where. */
const ELEMENTS: Record<string, Element> = {
  button: element(
    {
      text: plainText(75),
      url: string(3000),
      value: string(2000),
      style: oneOf('primary', 'danger'),
      accessibility_label: string(75),
    },
    ['text'],
    ['section', 'actions'],
  ),
  overflow: element({ options: list(option('overflow'), 1, 5) }, ['options'], ['section', 'actions']),
  image: {
    rule: shape(imageProps, ['alt_text'], imageSource),
    places: ['section', 'context'],
    surfaces: EVERYWHERE,
  },
  static_select: menu({ initial_option: option('menu') }),
  multi_static_select: menu({ initial_options: list(option('menu'), 1, 100), ...multi() }),
  external_select: picker({ initial_option: option('menu'), min_query_length: integer(0, 3000) }),
  multi_external_select: picker({
    initial_options: list(option('menu'), 1, 100),
    min_query_length: integer(0, 3000),
    ...multi(),
  }),
  users_select: picker({ initial_user: string(255, 1) }),
  multi_users_select: picker({ initial_users: list(string(255, 1), 0, MANY), ...multi() }),
  channels_select: picker({ initial_channel: string(255, 1), response_url_enabled: boolean }),
  multi_channels_select: picker({ initial_channels: list(string(255, 1), 0, MANY), ...multi() }),
  conversations_select: picker({
    initial_conversation: string(255, 1),
    default_to_current_conversation: boolean,
    response_url_enabled: boolean,
    filter: conversationFilter,
  }),
  multi_conversations_select: picker({
    initial_conversations: list(string(255, 1), 0, MANY),
    default_to_current_conversation: boolean,
    filter: conversationFilter,
    ...multi(),
  }),
  radio_buttons: element(
    { options: list(option('boxes'), 1, 10), initial_option: option('boxes') },
    ['options'],
    interactive,
    EVERYWHERE,
    initialIsOffered,
  ),
  checkboxes: element(
    { options: list(option('boxes'), 1, 10), initial_options: list(option('boxes'), 1, 10) },
    ['options'],
    interactive,
    EVERYWHERE,
    initialIsOffered,
  ),
  datepicker: element({ placeholder, initial_date: day }, [], interactive),
  timepicker: element({ placeholder, initial_time: time, timezone: string() }, [], interactive),
  datetimepicker: element(
    { initial_date_time: integer(1_000_000_000, 9_999_999_999) },
    [],
    ['actions', 'input'],
    ['message', 'modal'],
  ),
  plain_text_input: textInput(
    {
      multiline: boolean,
      initial_value: string(3000),
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
    EVERYWHERE,
    lengthsAgree,
  ),
  email_text_input: textInput({ initial_value: string() }, ['modal']),
  url_text_input: textInput({ initial_value: string() }, ['modal']),
  number_input: {
    ...textInput(
      {
        is_decimal_allowed: boolean,
        initial_value: numeric(),
        min_value: numeric(),
        max_value: numeric(),
      },
      ['modal'],
      rangeAgrees,
    ),
  },
  file_input: element(
    { filetypes: list(string(255, 1), 1, MANY), max_files: integer(1, 10) },
    [],
    ['input'],
    ['modal'],
  ),
  rich_text_input: element(
    { initial_value: richText, placeholder, dispatch_action_config: dispatchConfig },
    [],
    ['input', 'actions'],
    ['modal', 'home'],
  ),
}

/** Checks an element in its place: known, allowed there and on this surface, and within its limits. */
export function checkElement(check: Check, at: string, value: unknown, place: Place): void {
  const type = String(asObject(value).type)
  const known = ELEMENTS[type]
  if (!isObject(value)) report(check, at, 'must provide an object')
  else if (known === undefined) report(check, `${at}/type`, `unsupported type: ${type}`)
  else if (!known.places.includes(place))
    report(check, at, `element ${type} cannot be used in a block of type ${place}`)
  else if (!known.surfaces.includes(check.surface))
    report(check, at, `element ${type} is not allowed on surface ${check.surface}`)
  else {
    known.rule(check, at, value)
    if (value.focus_on_load === true) check.focused += 1
  }
}

function menu(props: Record<string, Rule>): Element {
  return element(
    {
      placeholder,
      options: list(option('menu'), 1, 100),
      option_groups: list(optionGroup, 1, 100),
      ...props,
    },
    [],
    interactive,
    EVERYWHERE,
    (check, at, value) => {
      if ((value.options === undefined) === (value.option_groups === undefined))
        report(check, at, 'must provide exactly one of options, option_groups')
      initialIsOffered(check, at, value)
    },
  )
}

function picker(props: Record<string, Rule>): Element {
  return element({ placeholder, ...props }, [], interactive)
}

function multi(): Record<string, Rule> {
  return { max_selected_items: integer(1, MANY) }
}

function textInput(props: Record<string, Rule>, surfaces: Surface[], also?: ObjectRule): Element {
  return element(
    { placeholder, dispatch_action_config: dispatchConfig, ...props },
    [],
    ['input'],
    surfaces,
    also,
  )
}

function numeric(): Rule {
  return string(255, 1, /^-?\d+(\.\d+)?$/)
}

function initialIsOffered(check: Check, at: string, value: Json): void {
  const initial = [
    ...(isObject(value.initial_option) ? [value.initial_option] : []),
    ...asObjects(value.initial_options),
  ]
  const offered = offeredOptions(value)
  for (const choice of initial)
    if (!offered.some((entry) => sameOption(entry, asObject(choice))))
      report(check, at, 'initial option must exactly match one of the provided options')
}

function lengthsAgree(check: Check, at: string, value: Json): void {
  const { min_length: min, max_length: max, initial_value: initial } = value
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    report(check, at, 'min_length must not be more than max_length')
  if (typeof max === 'number' && typeof initial === 'string')
    string(max)(check, `${at}/initial_value`, initial)
}

function rangeAgrees(check: Check, at: string, value: Json): void {
  const { min_value: min, max_value: max } = value
  if (value.is_decimal_allowed === undefined) report(check, at, 'missing required field: is_decimal_allowed')
  if (min !== undefined && max !== undefined && Number(min) > Number(max))
    report(check, at, 'min_value must not be more than max_value')
}
