import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { ShownWhole, WholeOf } from '../domain/shown-whole.ts'
import { button, row } from './controls.ts'
import { keep, kept, type SentView } from './form.ts'
import { actions } from './ids.ts'
import { context, plain, quote } from './kit.ts'
import type { Look } from './look.ts'

/** A letter that is too long for its card, a page at a time. */
export function wholeLetter(whole: ShownWhole, look: Look): ModalView {
  const { wholeLetter: s } = look.w
  return {
    type: 'modal',
    title: plain(s.title, 24),
    close: plain(s.close, 24),
    private_metadata: keep(whole.about),
    blocks: [...quote(whole.text), ...pager(whole, look)],
  }
}

function pager({ page, pages }: ShownWhole, { w: { wholeLetter: s } }: Look): KnownBlock[] {
  if (pages === 1) return []
  const steps = [
    ...(page > 0 ? [button(s.previous, actions.wholePrevious, String(page - 1))] : []),
    ...(page < pages - 1 ? [button(s.next, actions.wholeNext, String(page + 1))] : []),
  ]
  return [context(s.page(page + 1, pages)), row(steps)]
}

const About = z.union([z.object({ storyId: z.string() }), z.object({ praiseId: z.string() })])

/** Which letter is open. */
export const wholeIn = (view: SentView): WholeOf => kept(view, About)
