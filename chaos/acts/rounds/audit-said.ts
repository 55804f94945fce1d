/** Whether all that is to be said about a round is written down once, to whom it is for; that each is said once is for the outbox. */
import { isOver } from '../../../src/domain/round.ts'
import { cast, ROOM } from '../../cast.ts'
import type { Company } from '../../company.ts'
import { shows } from '../cards.ts'
import { hasStep, isSame, type Said, type StoredRound, said } from './stored.ts'
import { hosts, type RoundTale } from './tale.ts'

export function auditSaid(company: Company, tale: RoundTale, stored: StoredRound): string[] {
  const { state, nominees, said: all } = stored
  const rowsOf = (kind: string, why?: string) =>
    all.filter((one) => one.kind === kind && (!why || one.why === why))
  const inRoom = (is: boolean) => (is ? [ROOM] : [])
  const isVoting = hasStep(stored, 'votes-opened')
  const shorts = stored.steps.filter(({ step }) => step === 'fell-short').length
  const told: readonly (readonly [string, readonly Said[], readonly string[]])[] = [
    ['round.opened', rowsOf('round.opened'), inRoom(hasStep(stored, 'opened'))],
    ['round.vote', unlessAgain(rowsOf('round.vote')), inRoom(isVoting && tale.decidedBy === 'everybody')],
    ['round.judge', rowsOf('round.judge'), isVoting ? tale.judges : []],
    ['round.nominee', rowsOf('round.nominee'), hasStep(stored, 'closed') ? nominees : []],
    ['the tie', rowsOf('round.decide', 'tie'), hasStep(stored, 'tied') ? hosts : []],
    ['too few', rowsOf('round.decide', 'short'), Array.from({ length: shorts }, () => hosts).flat()],
    ['round.unwon', rowsOf('round.unwon'), state === 'unwon' ? hosts : []],
    ['round.words', rowsOf('round.words'), isOver({ state }) ? nominees : []],
    ['round.announced', rowsOf('round.announced'), inRoom(state === 'decided')],
  ]
  return [
    ...told.flatMap(([what, rows, lanes]) => {
      const is = rows.map(({ lane }) => lane)
      return isSame(is, lanes) ? [] : [`${what} is said to ${said(is)}, and should be to ${said(lanes)}`]
    }),
    ...auditChoose(tale, stored, rowsOf('round.decide', 'choose')),
    ...[...rowsOf('round.announced'), ...rowsOf('round.words'), ...rowsOf('round.unwon')]
      .filter((row) => row.state === 'dropped')
      .map(({ kind, lane }) => `${kind} to ${lane} was dropped`),
    ...auditTitle(company, tale, stored),
  ]
}

/** Votes that opened and closed while Plaudit was down were not said to be open; when there is more time they are. */
const unlessAgain = (rows: readonly Said[]): readonly Said[] =>
  rows.length > 1 ? rows.filter(({ state }) => state !== 'dropped') : rows

/** Hosts who choose are asked when they can, and again; once where both come at the same moment. */
function auditChoose({ decidedBy }: RoundTale, stored: StoredRound, asked: readonly Said[]): string[] {
  const isAsked = decidedBy === 'host' && hasStep(stored, 'votes-opened')
  const most = isAsked ? 1 + stored.steps.filter(({ step }) => step === 'asked-again').length : 0
  return hosts.flatMap((host) => {
    const times = asked.filter(({ lane }) => lane === host).length
    return times >= Math.min(1, most) && times <= most
      ? []
      : [`${host} is asked to choose ${times} times of ${most}`]
  })
}

/** The announcement names the champions and nobody else, and they alone read that the title is theirs. */
function auditTitle({ slack }: Company, { word, title }: RoundTale, { winners }: StoredRound): string[] {
  const isAnnouncement = `🏆 ${title}`
  const posts = slack.messages(ROOM).filter((message) => shows(message, isAnnouncement))
  const named = posts.flatMap((post) => cast.champions.filter((id) => shows(post, `"user_id":"${id}"`)))
  const proud = cast.champions.filter((id) =>
    slack
      .person(id)
      .dmMessages()
      .some((message) => shows(message, word) && shows(message, 'The title is yours')),
  )
  return [
    ...(isSame(named, winners) ? [] : [`${said(named)} is announced, and ${said(winners)} won`]),
    ...(isSame(proud, winners)
      ? []
      : [`${said(proud)} read that the title is theirs, and ${said(winners)} won`]),
  ]
}
