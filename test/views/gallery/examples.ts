import type { HomeView, ModalView } from '@slack/types'
import type { Message } from '../../../src/views/look.ts'

export type Shown = Message | ModalView | HomeView
/** What a state of a view is called, and what it shows: one thing, or a message with its thread. */
export type Examples = Readonly<Record<string, () => Shown | readonly Shown[]>>
