/**
 * Block Kit's limits, as far as Plaudit's views could meet them, and Plaudit's own stricter rules: only the core
 * blocks, no mrkdwn anywhere, nothing that pings. Lengths are code points. Everything wrong is listed with its place.
 */
type Json = Readonly<Record<string, unknown>>
type Surface = 'message' | 'modal' | 'home'
type Check = (where: string, ok: boolean, what: string) => void

/** `surface` is a message, a modal or a Home page. */
export function problemsOf(shown: unknown): string[] {
  const surface = object(shown)
  const problems: string[] = []
  const check: Check = (where, ok, what) => void (ok || problems.push(`${where}: ${what}`))
  const kind: Surface = surface.type === 'modal' || surface.type === 'home' ? surface.type : 'message'
  const blocks = list(surface.blocks)
  check(
    'blocks',
    blocks.length >= 1 && blocks.length <= (kind === 'message' ? 50 : 100),
    `${blocks.length} of them`,
  )
  each(blocks, 'blocks', (block, where) => checkBlock(block, where, kind, check))
  const ids = blocks.map((block) => block.block_id).filter((id) => id !== undefined)
  check('blocks', new Set(ids).size === ids.length, 'block ids are not unique')
  if (kind === 'message') checkMessage(surface, check)
  if (kind === 'modal') checkModal(surface, blocks, check)
  check('view', kind === 'message' || JSON.stringify(surface).length <= 250_000, 'more than 250 KB')
  return problems
}

function checkMessage(message: Json, check: Check): void {
  const text = string(message.text)
  check('text', text.trim() !== '' && size(text) <= 4000, `${size(text)} characters`)
  check('text', !/[<>]|&(?!amp;|lt;|gt;)/.test(text), 'is not escaped')
  check('blocks', textSize(message.blocks) < 12_000, `${textSize(message.blocks)} characters of text`)
}

/** All the text of blocks, as Slack's limit for a message sees it. */
export function textSize(value: unknown): number {
  let total = 0
  JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner === 'string' && ['text', 'url', 'alt_text'].includes(key)) total += size(inner)
    return inner
  })
  return total
}

function checkModal(view: Json, blocks: readonly Json[], check: Check): void {
  for (const part of ['title', 'close', 'submit'] as const)
    if (view[part] !== undefined) checkText(object(view[part]), part, 24, check)
  const hasInput = blocks.some(({ type }) => type === 'input')
  check('submit', !hasInput || view.submit !== undefined, 'missing, with inputs')
  check('callback_id', !hasInput || between(view.callback_id, 1, 255), 'missing or too long')
  check('private_metadata', size(string(view.private_metadata ?? '')) <= 3000, 'too long')
}

type CheckPart = (part: Json, where: string, kind: Surface, check: Check) => void

function checkBlock(block: Json, where: string, kind: Surface, check: Check): void {
  check(where, block.block_id === undefined || between(block.block_id, 1, 255), 'block_id')
  const checkKind = blockChecks[string(block.type)]
  check(where, checkKind !== undefined, `no core block: ${string(block.type)}`)
  checkKind?.(block, where, kind, check)
}

const blockChecks: Readonly<Record<string, CheckPart>> = {
  divider: () => {},
  header: (block, where, _, check) => checkText(object(block.text), where, 150, check),
  context: (block, where, _, check) => {
    const elements = list(block.elements)
    check(where, elements.length >= 1 && elements.length <= 10, 'elements')
    each(elements, where, (element, at) => checkText(element, at, 3000, check))
  },
  section: (block, where, kind, check) => {
    checkText(object(block.text), where, 3000, check)
    if (block.accessory) checkControl(object(block.accessory), `${where}.accessory`, kind, check)
  },
  actions: (block, where, kind, check) => checkActions(list(block.elements), where, kind, check),
  image: (block, where, _, check) => {
    check(where, string(object(block.slack_file).id) !== '', 'no file')
    check(where, between(block.alt_text, 1, 2000), 'alt_text')
  },
  input: (block, where, kind, check) => {
    check(where, kind === 'modal', 'input outside a modal')
    check(where, block.block_id !== undefined, 'a field without a name')
    checkText(object(block.label), where, 2000, check)
    if (block.hint) checkText(object(block.hint), where, 2000, check)
    checkControl(object(block.element), `${where}.element`, kind, check)
  },
  rich_text: (block, where, _, check) => {
    check(where, list(block.elements).length >= 1, 'empty')
    each(list(block.elements), where, (element, at) => checkRich(element, at, check))
  },
}

function checkActions(elements: readonly Json[], where: string, kind: Surface, check: Check): void {
  check(where, elements.length >= 1 && elements.length <= 25, `${elements.length} elements`)
  const ids = elements.map(({ action_id }) => action_id)
  check(where, new Set(ids).size === ids.length, 'action ids are not unique')
  each(elements, where, (element, at) => checkControl(element, at, kind, check))
}

function checkText(text: Json, where: string, max: number, check: Check): void {
  check(where, text.type === 'plain_text', `text of type ${String(text.type)}`)
  check(where, text.emoji === false, 'emoji names in typed text would become emoji')
  check(where, between(text.text, 1, max), `text of ${size(string(text.text))}, at most ${max}`)
}

function checkRich(element: Json, where: string, check: Check): void {
  const inner = list(element.elements)
  const isList = element.type === 'rich_text_list'
  const isLine = element.type === 'rich_text_section' || element.type === 'rich_text_quote'
  check(where, isList || isLine, `never in Plaudit: ${string(element.type)}`)
  check(where, inner.length >= 1, 'empty')
  check(where, !isList || element.style === 'bullet', 'style')
  each(inner, where, (item, at) => {
    check(at, !isList || item.type === 'rich_text_section', 'a list holds sections')
    if (isList) checkRich(item, at, check)
    else checkInline(item, at, check)
  })
}

function checkInline(item: Json, where: string, check: Check): void {
  const isLink = item.type === 'link'
  const isText = isLink || item.type === 'text'
  check(where, ['text', 'link', 'user', 'channel'].includes(string(item.type)), `never: ${string(item.type)}`)
  check(where, !isText || string(item.text) !== '', 'empty text')
  check(where, !isLink || (/^https:\/\//.test(string(item.url)) && between(item.url, 1, 3000)), 'url')
  check(where, item.type !== 'user' || string(item.user_id) !== '', 'user_id')
  check(where, item.type !== 'channel' || string(item.channel_id) !== '', 'channel_id')
}

const inModalsOnly = ['file_input', 'plain_text_input']

function checkControl(control: Json, where: string, kind: Surface, check: Check): void {
  const type = string(control.type)
  check(where, between(control.action_id, 1, 255), 'action_id')
  check(where, kind === 'modal' || !inModalsOnly.includes(type), `${type} outside a modal`)
  if (control.placeholder) checkText(object(control.placeholder), where, 150, check)
  if (control.confirm) checkConfirm(object(control.confirm), where, check)
  const checkKind = controlChecks[type]
  check(where, checkKind !== undefined, `unknown control ${type}`)
  checkKind?.(control, where, kind, check)
}

const isMulti: CheckPart = (control, where, _, check) => {
  const chosen = [control.initial_users, control.initial_conversations].flatMap((some) => some ?? [])
  check(where, chosen.length <= Number(control.max_selected_items), 'more are chosen than can be')
}
const hasOptions: CheckPart = (control, where, _, check) => checkOptions(control, where, check)

const controlChecks: Readonly<Record<string, CheckPart>> = {
  button: (control, where, _, check) => {
    checkText(object(control.text), where, 75, check)
    check(where, between(control.value, 1, 2000), 'value')
  },
  plain_text_input: (control, where, _, check) => {
    const max = Number(control.max_length)
    check(where, max >= 1 && max <= 3000, 'max_length')
    const initial = control.initial_value
    check(where, initial === undefined || between(initial, 1, max), 'initial_value does not fit')
  },
  file_input: (control, where, _, check) => check(where, control.max_files === 1, 'max_files'),
  timepicker: (control, where, _, check) =>
    check(where, /^([01]\d|2[0-3]):[0-5]\d$/.test(string(control.initial_time)), 'initial_time'),
  datepicker: ({ initial_date: day }, where, _, check) =>
    check(where, day === undefined || /^\d{4}-\d\d-\d\d$/.test(string(day)), 'initial_date'),
  multi_users_select: isMulti,
  multi_conversations_select: isMulti,
  users_select: () => {},
  conversations_select: () => {},
  multi_external_select: (control, where, _, check) => {
    const chosen = list(control.initial_options)
    check(where, chosen.length <= Number(control.max_selected_items ?? 100), 'initial_options')
    each(chosen, where, (one, at) => checkOption(one, at, check))
  },
  multi_static_select: (control, where, _, check) => {
    if (control.options) return checkOptions(control, where, check)
    const groups = list(control.option_groups)
    check(where, groups.length >= 1 && groups.length <= 100, `${groups.length} groups of options`)
    each(groups, where, (group, at) => checkOptions(group, at, check))
  },
  external_select: (control, where, _, check) => {
    if (control.initial_option) checkOption(object(control.initial_option), where, check)
  },
  overflow: hasOptions,
  static_select: hasOptions,
  checkboxes: hasOptions,
  radio_buttons: hasOptions,
}

const most: Readonly<Record<string, number>> = {
  overflow: 5,
  checkboxes: 10,
  radio_buttons: 10,
  static_select: 100,
}

function checkOptions(control: Json, where: string, check: Check): void {
  const options = list(control.options)
  const max = most[string(control.type)] ?? 100
  check(where, options.length >= 1 && options.length <= max, `${options.length} options`)
  for (const option of options) checkOption(option, where, check)
  const initial = [control.initial_option, control.initial_options].flatMap((some) => some ?? [])
  const texts = options.map((option) => JSON.stringify(option))
  check(where, new Set(texts).size === texts.length, 'the same option twice')
  check(
    where,
    initial.every((one) => texts.includes(JSON.stringify(one))),
    'chosen, but no option',
  )
}

function checkOption(option: Json, where: string, check: Check): void {
  checkText(object(option.text), where, 75, check)
  if (option.description) checkText(object(option.description), where, 75, check)
  check(where, between(option.value, 1, 75), 'option value')
}

function checkConfirm(confirm: Json, where: string, check: Check): void {
  checkText(object(confirm.title), `${where}.confirm`, 100, check)
  checkText(object(confirm.text), `${where}.confirm`, 300, check)
  checkText(object(confirm.confirm), `${where}.confirm`, 30, check)
  checkText(object(confirm.deny), `${where}.confirm`, 30, check)
}

function each(items: readonly Json[], where: string, look: (item: Json, where: string) => void): void {
  for (const [index, item] of items.entries()) look(item, `${where}[${index}]`)
}

const size = (text: string): number => [...text].length
const between = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'string' && size(value) >= min && size(value) <= max
const string = (value: unknown): string => (typeof value === 'string' ? value : '')
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : [])
