/** Whether what repeats a round is planned as it was, once, with the title of its time, and is open from its opening on. */
import type { Company } from '../../company.ts'
import { opensAfter } from './moments.ts'
import type { StoredRound } from './stored.ts'
import type { RoundTale } from './tale.ts'

type Row = {
  id: string
  turn: number
  title: string
  state: string
  opens: string
  plan: string
  openedAt: string | null
  said: number
}
/** `plan`: how it is decided, by whom, and for which prize. */
const ROWS = `select id, turn, title, state, opens_at as opens,
  decided_by || ' ' || quorum || ' ' || coalesce(prize_id, '') || ' ' || (select coalesce(group_concat(person_id), '')
    from (select person_id from round_judges where round_id = rounds.id order by 1)) as plan,
  (select group_concat(due_at) from round_steps where round_id = rounds.id and step = 'opened') as openedAt,
  (select count(*) from deliveries where subject_id = rounds.id and kind = 'round.opened' and post_id is null) as said
  from rounds where series_id = ? and turn > 0 order by opens_at`

export function auditSeries({ read }: Company, tale: RoundTale, { id, steps }: StoredRound): string[] {
  const rows = read<Row>(ROWS, id)
  const isBegun = steps.some(({ step }) => step === 'opened')
  // One is planned when one opens.
  const titles = isBegun ? tale.nextTitles.slice(0, tale.isNextDue ? 2 : 1) : []
  const is = rows.map(({ title }) => title).join('; ')
  if (is !== titles.join('; ')) return [`it is repeated by “${is}”, and should be by “${titles.join('; ')}”`]
  return rows.flatMap((row, nth) => auditNext(tale, row, nth + 1).map((line) => `${row.title}: ${line}`))
}

function auditNext(tale: RoundTale, row: Row, turn: number): string[] {
  const { decidedBy, quorum, prize, judges } = tale
  const opens = opensAfter(tale, turn)
  const plan = [decidedBy, quorumOf(decidedBy, quorum), prize ?? '', judges.toSorted().join()].join(' ')
  const isOpen = tale.isNextDue && turn === 1
  return [
    ...(row.turn === turn ? [] : [`it is number ${row.turn}, and should be ${turn}`]),
    ...(row.opens === opens ? [] : [`it opens at ${row.opens}, and should at ${opens}`]),
    ...(row.plan === plan ? [] : [`it is planned as “${row.plan}”, and should be as “${plan}”`]),
    ...(row.state === (isOpen ? 'nominating' : 'planned') ? [] : [`it is ${row.state}`]),
    ...(row.openedAt === (isOpen ? opens : null) ? [] : [`it was opened at ${row.openedAt}`]),
    ...(row.said === (isOpen ? 1 : 0) ? [] : [`it is said ${row.said} times that it is open`]),
  ]
}

/** Hosts alone need no others. */
const quorumOf = (decidedBy: RoundTale['decidedBy'], quorum: number): number =>
  decidedBy === 'host' ? 1 : quorum
