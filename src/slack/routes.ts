/**
 * One listener of Bolt's for each kind of interaction, which looks up whom it is for. Bolt asks every listener about every
 * request, which with a hundred of them is most of its work.
 */
import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  BlockElementAction,
  MessageShortcut,
  SlackActionMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import type { ActionId, ShortcutId } from '../views/ids.ts'

type Listener<Args> = (args: Args & AllMiddlewareArgs) => Promise<void>
type Pressed = SlackActionMiddlewareArgs<BlockAction<BlockElementAction>>
type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction>
type Suggested = SlackOptionsMiddlewareArgs<'block_suggestion'>
type Chosen = SlackShortcutMiddlewareArgs<MessageShortcut>

/** What has no listener is not acknowledged: Bolt's receiver answers it. */
export function createRoutes(bolt: App) {
  const presses = new Map<string, Listener<Pressed>>()
  const forms = new Map<string, Listener<Submitted>>()
  const suggestions = new Map<string, Listener<Suggested>>()
  const shortcuts = new Map<string, Listener<Chosen>>()

  bolt.action<BlockAction>({ type: 'block_actions' }, async (args) =>
    presses.get(args.action.action_id)?.(args),
  )
  bolt.view<ViewSubmitAction>({ type: 'view_submission' }, async (args) =>
    forms.get(args.view.callback_id)?.(args),
  )
  bolt.options<'block_suggestion'>({ type: 'block_suggestion' }, async (args) =>
    suggestions.get(args.options.action_id)?.(args),
  )
  bolt.shortcut<MessageShortcut>({ type: 'message_action' }, async (args) =>
    shortcuts.get(args.shortcut.callback_id)?.(args),
  )

  return {
    press: (id: ActionId, listener: Listener<Pressed>) => void presses.set(id, listener),
    submit: (id: string, listener: Listener<Submitted>) => void forms.set(id, listener),
    suggest: (id: ActionId, listener: Listener<Suggested>) => void suggestions.set(id, listener),
    shortcut: (id: ShortcutId, listener: Listener<Chosen>) => void shortcuts.set(id, listener),
  }
}
