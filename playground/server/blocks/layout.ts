import { asList, asObject, asText, isObject, type Json } from '../json.ts'
import {
  anything,
  boolean,
  byType,
  type Check,
  list,
  type ObjectRule,
  type Rule,
  report,
  type Surface,
  shape,
  string,
} from './check.ts'
import { checkElement, type Place } from './elements.ts'
import { anyText, id, imageProps, imageSource, plainText, TEXT_MAX } from './objects.ts'
import { richText } from './rich-text.ts'

const common: Record<string, Rule> = { type: anything, block_id: id }
const element =
  (place: Place): Rule =>
  (check, at, value) =>
    checkElement(check, at, value, place)

const block = (props: Record<string, Rule>, required: string[], also?: ObjectRule): Rule =>
  shape({ ...common, ...props }, required, also)

const only =
  (surfaces: Surface[], rule: Rule): Rule =>
  (check, at, value) =>
    surfaces.includes(check.surface)
      ? rule(check, at, value)
      : report(check, at, `block ${String(asObject(value).type)} is not allowed on surface ${check.surface}`)

/** The blocks that render everywhere we know of; newer ones are refused, because sources disagree about them. */
const BLOCKS: Record<string, Rule> = {
  header: block({ text: plainText(150) }, ['text']),
  divider: block({}, []),
  section: block(
    {
      text: anyText(TEXT_MAX),
      fields: list(anyText(2000), 1, 10),
      accessory: element('section'),
      expand: boolean,
    },
    [],
    (check, at, value) => {
      if (value.text === undefined && value.fields === undefined)
        report(check, at, 'missing required field: text or fields')
    },
  ),
  context: block({ elements: list(contextElement, 1, 10) }, ['elements']),
  actions: block({ elements: list(element('actions'), 1, 25) }, ['elements'], actionIdsDiffer),
  image: block({ ...imageProps, title: plainText(2000) }, ['alt_text'], imageSource),
  input: block(
    {
      label: plainText(2000),
      element: element('input'),
      hint: plainText(2000),
      optional: boolean,
      dispatch_action: boolean,
    },
    ['label', 'element'],
  ),
  rich_text: richText,
  markdown: only(['message'], block({ text: string(12_000, 1) }, ['text'])),
  video: block(
    {
      alt_text: string(200, 1),
      title: plainText(200),
      title_url: string(3000),
      thumbnail_url: string(3000, 1),
      video_url: string(3000, 1, /^https:\/\//),
      author_name: string(50),
      description: plainText(200),
      provider_icon_url: string(3000),
      provider_name: string(50),
    },
    ['alt_text', 'title', 'thumbnail_url', 'video_url'],
  ),
  file: only(
    ['message'],
    block({ external_id: string(255, 1), source: string() }, ['external_id', 'source']),
  ),
}

const anyBlock = byType(BLOCKS)

/** Checks a list of blocks: each block, and what must hold between them. */
export function checkBlocks(check: Check, at: string, blocks: unknown, max: number): void {
  list(anyBlock, 0, max)(check, at, blocks)
  const seen = new Set<string>()
  for (const [index, entry] of asList(blocks).entries()) {
    const blockId = isObject(entry) ? asText(entry.block_id) : undefined
    if (blockId === undefined || blockId === '') continue
    if (seen.has(blockId)) report(check, `${at}/${index}/block_id`, `\`block_id\` ${blockId} already exists`)
    seen.add(blockId)
  }
  if (check.focused > 1) report(check, at, 'focus_on_load may be true for one element only')
}

function contextElement(check: Check, at: string, value: unknown): void {
  const type = asObject(value).type
  if (type === 'plain_text' || type === 'mrkdwn') anyText(TEXT_MAX)(check, at, value)
  else checkElement(check, at, value, 'context')
}

function actionIdsDiffer(check: Check, at: string, value: Json): void {
  const seen = new Set<string>()
  for (const [index, entry] of asList(value.elements).entries()) {
    const actionId = asText(asObject(entry).action_id)
    if (actionId === undefined) continue
    if (seen.has(actionId))
      report(
        check,
        `${at}/elements/${index}/action_id`,
        `\`action_id\` "${actionId}" already exists in this block`,
      )
    seen.add(actionId)
  }
}
