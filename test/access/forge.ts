import type { ModalView } from '@slack/types'
import type { Company } from './company.ts'

/** A button's value, the block that it is in, and the form around it where that matters. */
export type Pressed = { readonly value?: string; readonly block?: string; readonly view?: object }
export type Sent = { readonly view: ModalView; readonly values?: Record<string, string | string[]> }
export type Typed = { readonly query: string; readonly block?: string }
export type Forge<T> = (company: Company) => T | Promise<T>

/** A form with nothing in it but what was kept in it. */
export const keeping = (kept: object, callback_id = ''): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Kept' },
  callback_id,
  blocks: [],
  private_metadata: JSON.stringify(kept),
})
