/** `/wow prizes`: what each sees there. A list's button shows its form in the list's place, and the list comes back. */
import type { KnownBlock, ModalView } from '@slack/types'
import type { PrizesRoom } from '../domain/shown-prizes.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { divider, lines, plain, words } from './kit.ts'
import type { Look } from './look.ts'
import { budgetsPart, cataloguePart } from './prizes-room-hosts.ts'
import { ownPart } from './prizes-room-own.ts'

/** Hosts see the catalogue and the budgets, managers what they have left and gave, others who gives prizes. */
export function prizesRoom(room: PrizesRoom, look: Look): ModalView {
  const { prizes: s } = look.w
  const parts = [
    room.isManager ? ownPart(room, look) : [],
    room.mayRun ? cataloguePart(room, look) : [],
    room.mayRun ? budgetsPart(room, look) : [],
    room.isFulfiller ? todoPart(room, look) : [],
  ].filter((part) => part.length > 0)
  const blocks = parts.flatMap((part, index) => (index === 0 ? part : [divider(), ...part]))
  return {
    type: 'modal',
    title: plain(s.title, 24),
    close: plain(s.close, 24),
    blocks: blocks.length > 0 ? blocks : forOthers(room, look),
  }
}

const forOthers = ({ managers }: PrizesRoom, { w: { prizes: s } }: Look): KnownBlock[] => [
  ...lines([words(s.what)]),
  ...lines([words(s.who(managers.map(({ name }) => name)))]),
]

/** Exports are for hosts; what is open, also for who hands it over. */
function todoPart({ openCount, waitingCount, mayRun }: PrizesRoom, { w: { prizes: s } }: Look): KnownBlock[] {
  return [
    ...lines([words(`${s.todoLine(openCount, waitingCount)}.`)]),
    row([
      button(s.todo(openCount), actions.prizesTodo, 'prizes'),
      ...(mayRun ? [button(s.download, actions.prizesExport, 'prizes')] : []),
    ]),
  ]
}
