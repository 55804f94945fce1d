/** What a listener is given: who did what, and the ways to answer them. */
import type { ModalView } from '@slack/types'
import type { Actor } from '../usecases/plaudit.ts'
import type { SentView } from '../views/form.ts'
import type { Look, Message } from '../views/look.ts'

/** Somebody did something: who, how they read, and the ways to answer them. */
export type Act = {
  readonly actor: Actor
  readonly look: Look
  /** The channel of the message that was pressed in: they are in it. */
  readonly channel?: string
  /** Answers privately, where they are. */
  readonly answer: (message: Message) => Promise<void>
  /** Opens a form. In a form that is open, on top of it. */
  readonly open: (view: ModalView) => Promise<void>
}

/** A message of anybody's, as Slack tells it. */
export type AboutMessage = {
  readonly channel: string
  readonly ts: string
  /** Of the thread that it is in; its own ts when it has replies. */
  readonly threadTs?: string
  readonly text?: string
  /** Who wrote it; absent for some bots. */
  readonly userId?: string
  /** An app wrote it, also in somebody's name. */
  readonly isByApp?: boolean
  readonly files?: readonly FileOfMessage[]
}

/** What Slack says of a file in a message. */
export type FileOfMessage = {
  readonly id: string
  readonly mimetype: string
  readonly size: number
  /** For who cannot see it. */
  readonly alt?: string
}

/** A shortcut from a message's menu. */
export type OnMessage = Act & { readonly message: AboutMessage }

/** A press on a button, or a choice from a menu. */
export type Press = Act & {
  /** The platform's own time of it: text of fixed width. */
  readonly at: string
  /** The button's value, or the chosen option's. */
  readonly value: string
  readonly blockId: string
  /** The form that it is in, as it stands. */
  readonly view?: SentView & { readonly id: string; readonly hash: string }
  /** Shows the form that it is in anew. */
  readonly update: (view: ModalView) => Promise<void>
  /** Replaces the private message that it is in. */
  readonly replace: (message: Message) => Promise<void>
}

/**
 * What follows a submission: nothing (the form closes), another form on top, or in place of it. `after` is done once it
 * is acknowledged, and says itself what goes wrong.
 */
export type Then =
  | { readonly push: ModalView }
  | { readonly update: ModalView; readonly after?: () => Promise<void> }
  | { readonly clear: true }
  | undefined
