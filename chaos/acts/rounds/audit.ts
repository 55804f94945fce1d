/** Whether the rounds that are stored are those that people planned, nominated, voted and judged in, and hosts settled. */
import { readDatabase } from '../../../src/store/inspect.ts'
import { verifyCounts } from '../../../src/usecases/round-verifying.ts'
import type { Company } from '../../company.ts'
import { mayBe } from '../act.ts'
import { type Belief, NOTHING, possible } from '../belief.ts'
import { auditBallots } from './audit-ballots.ts'
import { auditEnding } from './audit-ending.ts'
import { auditPrize, auditWorkspace } from './audit-prize.ts'
import { auditSaid } from './audit-said.ts'
import { auditSeries } from './audit-series.ts'
import { type Row, readRound } from './stored.ts'
import { OFF, type RoundTale } from './tale.ts'

/** Those that people planned; what repeats them is in audit-series.ts. */
const ROUNDS = 'select id, title, state from rounds where turn = 0'

export async function auditRounds(company: Company, tales: readonly RoundTale[]): Promise<string[]> {
  const rows = company.read<Row>(ROUNDS)
  const strangers = rows.filter(({ title }) => !tales.some((tale) => tale.title === title))
  const lines = [
    ...strangers.map(({ title }) => `nobody planned this round: ${title}`),
    ...tales.flatMap((tale) => {
      const stored = rows.filter(({ title }) => title === tale.title)
      const said = mayBe(tale.outcome, stored.length)
        ? stored.flatMap((row) => auditRound(company, tale, row))
        : [`it was ${tale.outcome}, and is stored ${stored.length} times`]
      return said.map((line) => `the round ${tale.word}: ${line}`)
    }),
    ...auditWorkspace(company, tales),
  ]
  return [...lines, ...(await auditCounts(company))]
}

/** As `round verify` does. */
const auditCounts = ({ slack, database }: Company): Promise<string[]> =>
  readDatabase(database, slack.team.id, async (reader) =>
    (await verifyCounts(reader))
      .filter(({ problems }) => problems.length > 0)
      .map(({ title, problems }) => `the count of ${title} is wrong: ${problems.join(', ')}`),
  )

function auditRound(company: Company, tale: RoundTale, row: Row): string[] {
  const stored = readRound(company, row)
  const off = tale.judges.filter((id) => !stored.judges.includes(id))
  const strange = stored.judges.filter((id) => !tale.judges.includes(id))
  return [
    ...compare('nomination', tale.nominations, stored.nominations),
    ...compare('step aside', tale.asides, stored.asides),
    ...compare('leave', tale.panel, new Map(off.map((id) => [id, OFF]))),
    ...strange.map((id) => `nobody made ${id} a judge`),
    ...auditBallots(tale, stored),
    ...auditEnding(tale, stored),
    ...auditSaid(company, tale, stored),
    ...auditPrize(company, tale, stored),
    ...auditSeries(company, tale, stored),
  ]
}

/** What is stored is what was acknowledged last, or what nobody knows of; and nothing that nobody said. */
function compare(what: string, beliefs: ReadonlyMap<string, Belief>, stored: ReadonlyMap<string, string>) {
  const strangers = [...stored].filter(([key]) => !beliefs.has(key))
  const others = [...beliefs].flatMap(([key, belief]) => {
    const is = stored.get(key) ?? NOTHING
    const all = possible(belief)
    return all.has(is)
      ? []
      : [`the ${what} of ${key} is “${is}”, which should be “${[...all].join('” or “')}”`]
  })
  return [...strangers.map(([key, value]) => `nobody knows of the ${what} of ${key}: ${value}`), ...others]
}

/** After the last moment, and three working days for hosts who do not answer; but what hosts choose waits for them. */
export const auditOver = ({ read }: Company): string[] =>
  read<Row>(
    `${ROUNDS} and state not in ('decided', 'unwon') and not (state = 'voting' and decided_by = 'host')`,
  ).map(({ title, state }) => `${title} is ${state}, and should be over`)

export const tallyRounds = (company: Company, tales: readonly RoundTale[]): string =>
  tales.map((tale) => `${tale.outcome}, ${tallyOf(company, tale)}`).join('; ')

/** `judges: fell-short → tied → decided by UDORA, a trip later, the next, 3 of 5 nominations and 7 of 9 ballots sure`. */
function tallyOf(company: Company, tale: RoundTale): string {
  const { nominations, ballots, decidedBy, prize, given, isNextDue } = tale
  const [row] = company.read<Row>(`${ROUNDS} and title = ?`, tale.title)
  const steps = row ? readRound(company, row).steps : []
  const telling = steps.filter(({ step }) => ['fell-short', 'tied', 'decided', 'unwon'].includes(step))
  const sure = (all: ReadonlyMap<string, Belief>) =>
    [...all.values()].filter(({ last, maybe }) => last !== NOTHING && maybe.size === 0).length
  return [
    `${decidedBy}: ${telling.map(({ step, by }) => (by ? `${step} by ${by}` : step)).join(' → ') || row?.state}`,
    ...(prize ? [`a ${prize}${given === 'never sent' ? '' : ' later'}`] : []),
    ...(isNextDue ? ['the next'] : []),
    `${sure(nominations)} of ${nominations.size} nominations and ${sure(ballots)} of ${ballots.size} ballots sure`,
  ].join(', ')
}
