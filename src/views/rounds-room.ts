/** `/wow rounds`: what is open and where it stands, with what this reader can do; for hosts what is planned, too. */
import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types'
import type { OwnRound, ShownRound, ShownRounds } from '../domain/shown-rounds.ts'
import { dayOf } from '../domain/time.ts'
import { button, menu, row, withButton } from './controls.ts'
import { actions, blockAbout, menuValue, type RoundVerb } from './ids.ts'
import { bold, bullets, context, divider, lines, plain, words } from './kit.ts'
import type { Look } from './look.ts'
import { listOfRounds } from './rounds-back.ts'
import { buttonsFor, factLines } from './rounds-room-parts.ts'

/** How many stand in the list, so that it never has too many blocks. */
const OPEN = 10
const PLANNED = 10

export function roundsRoom(rounds: ShownRounds, look: Look): ModalView {
  const { roundsRoom: s } = look.w
  const top = [
    ...(rounds.open.length + rounds.planned.length === 0
      ? lines([words(rounds.mayRun ? s.nothingForHosts : s.nothing)])
      : []),
    ...(rounds.mayRun ? [row([button(s.plan, actions.roundPlan, 'list', { style: 'primary' })])] : []),
  ]
  const parts = [
    ...rounds.open.slice(0, OPEN).map((own) => openPart(own, rounds.mayRun, look)),
    moreThan(OPEN, rounds.open.length, look),
    plannedPart(rounds, look),
    pastPart(rounds, look),
  ]
  return {
    type: 'modal',
    title: plain(s.title, 24),
    close: plain(s.close, 24),
    private_metadata: listOfRounds(),
    blocks: [top, ...parts]
      .filter((part) => part.length > 0)
      .flatMap((part, index) => (index === 0 ? part : [divider(), ...part])),
  }
}

function openPart(own: OwnRound, mayRun: boolean, look: Look): KnownBlock[] {
  const elements: ActionsBlock['elements'] = [
    ...buttonsFor(own, mayRun, look),
    ...(mayRun ? [menuOf(own.round, look)] : []),
  ]
  return [
    ...lines([bold(own.round.title)], ...factLines(own, look)),
    ...(elements.length > 0 ? [row(elements, blockAbout('round', own.round.id))] : []),
  ]
}

/** What a host can do about it as it stands. */
function menuOf(round: ShownRound, { w: { roundsRoom: s } }: Look) {
  const { state, repeats, nominations } = round
  const may: Record<RoundVerb, boolean> = {
    edit: ['planned', 'nominating', 'closed', 'voting'].includes(state),
    close: state === 'nominating',
    reopen: state === 'closed',
    stop: repeats !== undefined && !isEnded(round),
    examine: nominations > 0,
    cancel: !isEnded(round),
  }
  const choices = (Object.keys(may) as RoundVerb[])
    .filter((verb) => may[verb])
    .map((verb) => ({ text: s.menu[verb], value: menuValue(verb, round.id) }))
  return menu(actions.roundMenu, choices)
}

const isEnded = ({ state }: ShownRound): boolean =>
  state === 'decided' || state === 'unwon' || state === 'cancelled'

function plannedPart({ planned }: ShownRounds, look: Look): KnownBlock[] {
  const { w, zone } = look
  const { roundsRoom: s } = w
  if (planned.length === 0) return []
  return [
    ...lines([bold(s.planned)]),
    ...planned.slice(0, PLANNED).map((round) => {
      const repeats = round.repeats && s.repeats[round.repeats]
      const line = [round.title, s.opens(w.moment(round.opensAt, zone)), repeats].filter(Boolean).join(' · ')
      return withButton(line, menuOf(round, look), blockAbout('planned', round.id))
    }),
    ...moreThan(PLANNED, planned.length, look),
  ]
}

/** For hosts also what came to nothing; and where somebody was nominated, the way to look at by whom. */
function pastPart({ past, mayRun }: ShownRounds, look: Look): KnownBlock[] {
  if (past.length === 0) return []
  const title = lines([bold(look.w.roundsRoom.past)])
  if (!mayRun) return [...title, ...bullets(past.map((round) => [words(pastLine(round, look))]))]
  return [
    ...title,
    ...past.flatMap((round): KnownBlock[] =>
      round.nominations > 0
        ? [withButton(pastLine(round, look), menuOf(round, look), blockAbout('past', round.id))]
        : lines([words(pastLine(round, look))]),
    ),
  ]
}

/** `Customer Champion of October: Bob · 6 November`. */
function pastLine({ title, state, winners, votesCloseAt, zone }: ShownRound, { w }: Look): string {
  const { roundsRoom: s } = w
  const names = winners.map(({ name }) => name)
  const said =
    state === 'unwon' ? s.unwon(title) : state === 'cancelled' ? s.cancelled(title) : s.won(title, names)
  return `${said} · ${w.day(dayOf(votesCloseAt, zone))}`
}

const moreThan = (shown: number, all: number, { w: { roundsRoom: s } }: Look): KnownBlock[] =>
  all > shown ? [context(s.more(all - shown))] : []
