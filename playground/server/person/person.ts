import type { Ack } from '../delivery/delivery.ts'
import { keepFile, type NewFile } from '../files.ts'
import type { Json } from '../json.ts'
import type { Ephemeral, Message, MessageRef, User, View } from '../types.ts'
import type { World } from '../world.ts'
import { type PressOptions, pressElement, type Target } from './buttons.ts'
import { type CommandResult, runCommand, runGlobalShortcut, runMessageShortcut } from './commands.ts'
import {
  closeModal,
  fillForm,
  type SubmitOptions,
  type SubmitResult,
  submitForm,
  type Values,
} from './forms.ts'
import { openHome, react, type SayOptions, say, unreact } from './messages.ts'
import { suggestOptions } from './suggestions.ts'

/** A person at the keyboard: everything that somebody can do in Slack with this app, and what they see. */
export type Person = {
  id: string
  user(): User
  /** Types a slash command; in the first channel they are in, unless told. */
  command(name: string, text?: string, options?: { channel?: string }): Promise<CommandResult>
  shortcut(callbackId: string, message: MessageRef): Promise<Ack>
  globalShortcut(callbackId: string): Promise<Ack>
  /** The form on top, if one is open. */
  modal(): View | undefined
  modals(): View[]
  /** The form on top, as soon as there is one that this function has not given before. */
  nextModal(options?: { timeoutMs?: number }): Promise<View>
  /** Fills in the form on top and sends it; fields go by action_id or block_id. */
  submit(values?: Values, options?: SubmitOptions): Promise<SubmitResult>
  /** Types into the form on top without sending it. */
  fill(values: Values, options?: { view?: View }): void
  /** A form that the person still has open, whoever it was made for: as from another day, or made up. */
  keeps(view: Json): View
  /** Closes the form on top, or the whole stack. */
  close(options?: { all?: boolean }): Promise<Ack[]>
  /** Presses a button, or picks from a menu, in a message or a view. */
  press(
    where: Target,
    action: string | { actionId: string; blockId?: string; value?: string },
    options?: PressOptions,
  ): Promise<Ack>
  /** Types into an external select; the options that the app offers. */
  suggest(where: Target, actionId: string, text: string): Promise<Json[]>
  /** Uploads a file into a form; its id is what `submit` takes for a file input. */
  upload(file: NewFile): string
  react(message: MessageRef, emoji: string, options?: { itemUser?: boolean }): Promise<Ack | undefined>
  unreact(message: MessageRef, emoji: string, options?: { itemUser?: boolean }): Promise<Ack | undefined>
  /** `blocks` are what Slack's composer makes of the text: mentions, emoji, links. */
  says(channel: string, text: string, options?: SayOptions): Promise<Message>
  /** Writes to the app. */
  dm(text: string, options?: { thread?: string; blocks?: Json[] }): Promise<Message>
  mention(channel: string, text?: string): Promise<Message>
  opensHome(tab?: 'home' | 'messages'): Promise<Ack | undefined>
  home(): View | undefined
  ephemerals(channel?: string): Ephemeral[]
  /** What the app and the person wrote to each other. */
  dmMessages(): Message[]
}

export function createPerson(world: World, id: string): Person {
  const { workspace, views } = world
  const given = new Map<string, string>()
  const fresh = (): View | undefined => {
    const view = views.top(id)
    return view && given.get(view.id) !== view.hash ? view : undefined
  }
  return {
    id,
    user() {
      const user = workspace.users.get(id)
      if (user === undefined) throw new Error(`nobody has the id ${id}`)
      return user
    },
    command: (name, text = '', options = {}) => runCommand(world, id, name, text, options.channel),
    shortcut: (callbackId, message) => runMessageShortcut(world, id, callbackId, message),
    globalShortcut: (callbackId) => runGlobalShortcut(world, id, callbackId),
    modal: () => views.top(id),
    modals: () => views.stack(id),
    async nextModal(options = {}) {
      const view = await world.changes.until(fresh, { what: `a form for ${id}`, ...options })
      given.set(view.id, view.hash)
      return view
    },
    submit: (values = {}, options = {}) => submitForm(world, id, values, options),
    fill: (values, options = {}) => void fillForm(world, id, values, options.view),
    keeps: (view) => views.open(id, view),
    close: (options = {}) => closeModal(world, id, options.all ?? false),
    press: (where, action, options = {}) => pressElement(world, id, where, action, options),
    suggest: (where, actionId, text) => suggestOptions(world, id, where, actionId, text),
    upload: (file) => keepFile(world, id, file, true).id,
    react: (message, emoji, options = {}) => react(world, id, message, emoji, options.itemUser ?? true),
    unreact: (message, emoji, options = {}) => unreact(world, id, message, emoji, options.itemUser ?? true),
    says: (channel, text, options = {}) => say(world, id, channel, text, options),
    dm: (text, options = {}) => {
      if (!world.manifest.messagesTab || world.manifest.messagesTabReadOnly)
        throw new Error('the app takes no messages: its Messages tab is off or read-only')
      return say(world, id, workspace.directMessages(id).id, text, options)
    },
    mention: (channel, text = '') =>
      say(world, id, channel, `<@${workspace.app.botUserId}> ${text}`.trim(), {}),
    opensHome: (tab = 'home') => openHome(world, id, tab),
    home: () => views.home(id),
    ephemerals: (channel) =>
      workspace.ephemerals(id).filter((entry) => channel === undefined || entry.channel === channel),
    dmMessages: () => workspace.findDirectMessages(id)?.timeline.all() ?? [],
  }
}
