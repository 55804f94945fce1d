/** What a delivery looks like, and how that is found out. */
import type { Delivery } from '../domain/delivery.ts'
import type { Reader } from '../store/store.ts'
import type { Look, Message } from '../views/look.ts'

export type Shown = {
  readonly message: Message
  /** Everything that the message is about: when any of it changes, the post follows. */
  readonly subjectIds: readonly string[]
  /** How many more messages belong in its thread. */
  readonly more?: number
}
/** What there is to say; or `gone`: what was said is taken away, and what was not said yet never is. */
export type Rendered = Shown | { readonly gone: true }

export type Rendering = (reader: Reader, delivery: Delivery, look: Look) => Promise<Rendered | undefined>
