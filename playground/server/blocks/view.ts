import { asObjects, isObject, type Json } from '../json.ts'
import { anything, boolean, type Check, newCheck, type Rule, report, shape, string } from './check.ts'
import { checkBlocks } from './layout.ts'
import { id, plainText } from './objects.ts'

const MAX_BLOCKS = 100
export const MAX_VIEW_BYTES = 250_000

const common: Record<string, Rule> = {
  type: anything,
  blocks: anything,
  private_metadata: string(3000),
  callback_id: id,
  external_id: id,
}

const modal = shape(
  {
    ...common,
    title: plainText(24),
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
  ['title', 'blocks'],
  (check, at, view) => {
    const hasInput = asObjects(view.blocks).some((block) => block.type === 'input')
    if (hasInput && view.submit === undefined)
      report(check, at, 'missing required field: submit (the view has input blocks)')
  },
)

const home = shape(common, ['blocks'])

/** What Slack would complain about in a view; empty when it would take it. */
export function viewProblems(
  view: unknown,
  type: 'modal' | 'home',
  mayShowFile?: Check['mayShowFile'],
): string[] {
  const check = newCheck(type, mayShowFile)
  if (!isObject(view)) report(check, '/view', 'must provide an object')
  else if (view.type !== type) report(check, '/view/type', `must be ${type}`)
  else checkView(check, view)
  return check.problems
}

function checkView(check: Check, view: Json): void {
  if (view.type === 'home') home(check, '/view', view)
  else modal(check, '/view', view)
  checkBlocks(check, '/view/blocks', view.blocks ?? [], MAX_BLOCKS)
}
