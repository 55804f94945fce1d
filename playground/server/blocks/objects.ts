import { asObjects, asText, type Json } from '../json.ts'
import { anything, boolean, byType, list, oneOf, type Rule, report, shape, string } from './check.ts'

export const TEXT_MAX = 3000
const ID_MAX = 255

export const id = string(ID_MAX)

export const plainText = (max: number): Rule =>
  shape({ type: oneOf('plain_text'), text: string(max, 1), emoji: boolean }, ['type', 'text'])

const mrkdwn = (max: number): Rule =>
  shape({ type: oneOf('mrkdwn'), text: string(max, 1), verbatim: boolean }, ['type', 'text'])

export const anyText = (max: number): Rule => byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) })

export const confirm = shape(
  {
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: oneOf('primary', 'danger'),
  },
  ['title', 'text', 'confirm', 'deny'],
)

/** Only radio buttons and checkboxes show mrkdwn in options, and only overflow menus take a url. */
export const option = (kind: 'menu' | 'boxes' | 'overflow'): Rule =>
  shape(
    {
      text: kind === 'boxes' ? anyText(75) : plainText(75),
      value: string(150, 1),
      description: kind === 'boxes' ? anyText(75) : plainText(75),
      ...(kind === 'overflow' && { url: string(3000) }),
    },
    ['text', 'value'],
  )

export const optionGroup = shape({ label: plainText(75), options: list(option('menu'), 1, 100) }, [
  'label',
  'options',
])

export const conversationFilter = shape(
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 1, 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  [],
)

export const dispatchConfig = shape(
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 1, 2) },
  [],
)

/** A picture's source: a public address, or a file that Slack keeps. */
export function imageSource(check: Parameters<Rule>[0], at: string, image: Json): void {
  if ((image.image_url === undefined) === (image.slack_file === undefined))
    report(check, at, 'must provide exactly one of image_url, slack_file')
  const file = image.slack_file
  if (file !== undefined && check.mayShowFile?.(file as Json) === false)
    report(check, `${at}/slack_file`, 'invalid slack file')
}

export const imageProps: Record<string, Rule> = {
  type: anything,
  image_url: string(3000, 1, /^https?:\/\//),
  slack_file: shape({ id: string(), url: string() }, []),
  alt_text: string(2000),
}

/** Every choice that a select, radio group or checkbox group offers. */
export const offeredOptions = (element: Json): Json[] => [
  ...asObjects(element.options),
  ...asObjects(element.option_groups).flatMap((group) => asObjects(group.options)),
]

export const sameOption = (a: Json, b: Json): boolean =>
  asText(a.value) === asText(b.value) &&
  asText((a.text as Json | undefined)?.text) === asText((b.text as Json | undefined)?.text)
