/** Whether the prize of a round was given with the title, one to each champion, and charged to the workspace once. */
import { dayOf } from '../../../src/domain/time.ts'
import { ROOM } from '../../cast.ts'
import type { Company } from '../../company.ts'
import { budget, gifts } from '../../template.ts'
import { ZONE } from './moments.ts'
import { isSame, type StoredRound, said } from './stored.ts'
import { hosts, type RoundTale } from './tale.ts'

type Share = { award: string; prize: string; person: string; pence: number; entries: string }
/** `entries` as `reserved 500 0 UMAX`: what is reserved, what is spent, and of whose budget. */
const SHARES = `select a.id as award, prize_id as prize, person_id as person, money_minor as pence,
  (select group_concat(entry || ' ' || reserved_minor || ' ' || spent_minor || ' ' || given_by, ', ') from ledger_entries e
    where e.award_id = a.id and e.person_id = s.person_id) as entries
  from awards a join award_shares s on s.award_id = a.id where round_id = ?`

export function auditPrize(company: Company, tale: RoundTale, stored: StoredRound): string[] {
  const shares = company.read<Share>(SHARES, stored.id)
  const { prize, given } = tale
  const notes = stored.said.filter(({ kind }) => kind === 'round.prize')
  if (stored.state !== 'decided' || !prize)
    return shares.length + notes.length > 0 ? [`it is ${stored.state}, and its prize ${prize} was given`] : []
  if (shares.length > 0) {
    const isLate = notes.length > 0
    return [
      ...auditShares(company, prize, stored.winners, shares),
      ...(isLate && given === 'never sent'
        ? ['hosts are told that the prize was not given, and it was']
        : []),
    ]
  }
  const told = notes.map(({ lane }) => lane)
  return [
    ...(isSame(told, hosts) ? [] : [`the prize was not given, and told to ${said(told)}`]),
    ...(given === 'acknowledged' ? ['a host gave the prize, and it is not given'] : []),
    ...auditWhy(company, prize, stored, notes[0]?.why),
  ]
}

function auditShares(
  { read }: Company,
  prize: keyof typeof gifts,
  winners: readonly string[],
  shares: readonly Share[],
): string[] {
  const { cost } = gifts[prize]
  const people = shares.map(({ person }) => person)
  const [award] = shares
  const lanesOf = (kind: string) =>
    read<{ lane: string }>(
      'select lane from deliveries where kind = ? and subject_id = ? and post_id is null',
      kind,
      award?.award,
    ).map(({ lane }) => lane)
  return [
    ...(isSame(people, winners) ? [] : [`the prize is given to ${said(people)}, and ${said(winners)} won`]),
    ...shares
      .filter((one) => one.prize !== prize || one.pence !== cost || one.entries !== `reserved ${cost} 0 `)
      .map((one) => `${one.person} gets a ${one.prize} of ${one.pence}, charged with “${one.entries}”`),
    ...(isSame(lanesOf('award.note'), winners)
      ? []
      : [`the prize is told to ${said(lanesOf('award.note'))}`]),
    ...(isSame(lanesOf('award.post'), [ROOM])
      ? []
      : [`the prize is posted in ${said(lanesOf('award.post'))}`]),
  ]
}

/** It could not be given only if there may have been too little: of what was ever reserved some may have been given back since. */
function auditWhy(
  { read }: Company,
  prize: keyof typeof gifts,
  { winners, steps }: StoredRound,
  why: string | null | undefined,
): string[] {
  const at = steps.find(({ step }) => step === 'decided')?.takenAt ?? ''
  const month = dayOf(at, ZONE).slice(0, 7)
  const { cost, stock } = gifts[prize]
  const [taken] = read<{ pence: number; pieces: number }>(
    `select coalesce(sum(case when charged_on like ? then reserved_minor end), 0) as pence,
       coalesce(sum(prize_id = ?), 0) as pieces
       from ledger_entries join awards on awards.id = award_id where entry = 'reserved'`,
    `${month}%`,
    prize,
  )
  const { pence = 0, pieces = 0 } = taken ?? {}
  const isSpent = why === 'spent' && pence + cost * winners.length > budget.workspace
  const isSoldOut = why === 'sold-out' && pieces + winners.length > stock
  return isSpent || isSoldOut
    ? []
    : [
        `${winners.length} × ${prize} could not be given (${why}), and there was enough: ${pence} taken, ${pieces} given`,
      ]
}

/** All together, month by month: at no time more than the budget as hosts may have raised it. */
export function auditWorkspace({ read }: Company, tales: readonly RoundTale[]): string[] {
  const limit = tales.some(({ raised }) => raised === 'acknowledged' || raised === 'unknown')
    ? budget.raised
    : budget.workspace
  return read<{ month: string; pence: number }>(
    'select substr(charged_on, 1, 7) as month, sum(reserved_minor + spent_minor) as pence from ledger_entries group by 1',
  )
    .filter(({ pence }) => pence > limit)
    .map(({ month, pence }) => `all took ${pence} of ${limit} in ${month}`)
}
