import type { KnownBlock } from '@slack/types'
import type { Address } from '../domain/delivery.ts'
import type { Zone } from '../domain/time.ts'
import type { Wording } from '../wording/index.ts'

/** What a view needs besides its model: the reader's language and zone, and how a post's address becomes a link. */
export type Look = {
  readonly w: Wording
  readonly link: (address: Address) => string
  readonly zone: Zone
}

/** `text` stands for the blocks in notifications and screen readers. It is escaped already, and never empty. */
export type Message = { readonly text: string; readonly blocks: KnownBlock[] }
