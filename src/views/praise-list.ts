import type { KnownBlock, ModalView } from '@slack/types'
import type { PraisePage } from '../domain/shown-praise.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { context, divider, lines, plain, words } from './kit.ts'
import type { Look } from './look.ts'
import { buttons, praiseParts } from './praise-card.ts'

/** The beginning of each. */
const WORDS = 300

/** What waits, a page at a time; for hosts with the ways to settings and sources. */
export function praiseListModal(list: PraisePage, look: Look): ModalView {
  const { praiseList: s } = look.w
  const items = list.praises.flatMap((praise) => [
    divider(),
    ...praiseParts(praise, look, WORDS),
    buttons(praise, look, WORDS),
  ])
  return {
    type: 'modal',
    title: plain(s.title, 24),
    close: plain(s.close, 24),
    private_metadata: JSON.stringify({ page: list.page }),
    blocks: [
      ...lines([words(list.total === 0 ? s.none : s.count(list.total))]),
      ...(list.triageChannel ? [] : [context(s.noChannel)]),
      ...(list.mayRun ? [hostButtons(look)] : []),
      ...items,
      ...pager(list, look),
    ].slice(0, 100),
  }
}

const hostButtons = ({ w: { praiseList: s } }: Look): KnownBlock =>
  row([button(s.settings, actions.praisesSettings, 'list'), button(s.sources, actions.sourcesOpen, 'list')])

function pager({ page, pages }: PraisePage, { w: { praiseList: s } }: Look): KnownBlock[] {
  if (pages === 1) return []
  const steps = [
    ...(page > 0 ? [button(s.previous, actions.praisesPrevious, String(page - 1))] : []),
    ...(page < pages - 1 ? [button(s.next, actions.praisesNext, String(page + 1))] : []),
  ]
  return [divider(), context(s.page(page + 1, pages)), row(steps)]
}
