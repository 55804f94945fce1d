import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { ShownReasons } from '../domain/shown-rounds.ts'
import { button, row } from './controls.ts'
import { keep, kept, type SentView } from './form.ts'
import { actions } from './ids.ts'
import { bold, context, cut, header, lines, plain, words } from './kit.ts'
import type { Look } from './look.ts'
import { reasonParts } from './reason-parts.ts'

/** `Read the reasons`, a page at a time. */
export function reasonsPage(shown: ShownReasons, look: Look): ModalView {
  const { reasons: s } = look.w
  const { round, nominees, of } = shown
  const intro = { all: s.intro, winners: s.introOfWinners, own: s.introOfOwn }[of]
  const blocks = nominees.flatMap(({ person, reasons }): KnownBlock[] => [
    ...(of === 'own' ? [] : lines([bold(cut(person.name, 80))])),
    ...reasonParts(reasons, look),
  ])
  return {
    type: 'modal',
    title: plain(of === 'own' ? s.ownTitle : s.title, 24),
    close: plain(s.close, 24),
    private_metadata: keep({ roundId: round.id, of }),
    blocks: [
      header(round.title),
      ...(blocks.length > 0 ? [context(intro), ...blocks] : lines([words(s.nothing)])),
      ...pager(shown, look),
    ],
  }
}

function pager({ page, pages }: ShownReasons, { w: { reasons: s } }: Look): KnownBlock[] {
  if (pages === 1) return []
  const steps = [
    ...(page > 0 ? [button(s.previous, actions.reasonsPrevious, String(page - 1))] : []),
    ...(page < pages - 1 ? [button(s.next, actions.reasonsNext, String(page + 1))] : []),
  ]
  return [context(s.page(page + 1, pages)), row(steps)]
}

const Metadata = z.object({ roundId: z.string(), of: z.enum(['all', 'winners', 'own']) })

/** Whose reasons are open. */
export const reasonsIn = (view: SentView): { readonly roundId: string; readonly of: ShownReasons['of'] } =>
  kept(view, Metadata)
