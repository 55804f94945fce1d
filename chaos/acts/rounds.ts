/**
 * A round, from its plan to its champion: a host plans it, people nominate, step aside, vote or judge, hosts settle what is to be
 * settled, and the clock walks through its moments meanwhile. What each of them does is in rounds/, beside what must hold.
 */
import type { Values } from '../../playground/server/index.ts'
import { forms } from '../../src/views/ids.ts'
import { cast, ROOM } from '../cast.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import { askFor, insist, send, waitForForm } from '../hands.ts'
import type { Act, Course, DrawnCourse } from './act.ts'
import { auditRounds, tallyRounds } from './rounds/audit.ts'
import { comeToNext, during, newPhases, type Phase, walking } from './rounds/clock.ts'
import { createHands } from './rounds/hands.ts'
import { createHosts } from './rounds/hosts.ts'
import { createJudges } from './rounds/judges.ts'
import { type Drawn, drawMoments, wallOf } from './rounds/moments.ts'
import { describeTale, drawTale, type RoundTale } from './rounds/tale.ts'

export type RoundCourse = Course & {
  /** Long after everything else: the next of those that repeat opens. @returns whether there is one */
  readonly comeToNext: () => Promise<boolean>
}

const nominators = [...cast.tellers, ...cast.fans, ...cast.pressers]

export function openRounds(company: Company): RoundCourse {
  const tales: RoundTale[] = []

  function draw(dice: Dice): DrawnCourse {
    if (dice.oneIn(4)) return { before: [], acts: [], faults: [] }
    const tale = drawTale(dice)
    tales.push(tale)
    const phases = newPhases()
    const many = (least: number, most: number, phase: Phase, drawOne: () => Act) =>
      Array.from({ length: dice.between(least, most) }, () => during(company, tale, phase, drawOne()))

    const moments = drawMoments(dice)
    const plan: Act = {
      by: cast.host,
      what: describeTale(tale),
      play: async () => {
        await planning(company, tale, moments)
        phases.nominating.begin()
      },
    }
    const isBefore = dice.coin()
    const hands = createHands(company, tale)
    const hosts = createHosts(company, tale)
    const judges = createJudges(company, tale)
    const aside = dice.pick(['closed', 'voting', 'settling'] as const)
    const acts = [
      ...(isBefore ? [] : [plan]),
      ...many(6, 10, phases.nominating, () => hands.nominate(dice, nominators)),
      ...many(1, 3, phases.nominating, () => hands.withdraw(dice, nominators)),
      ...many(0, 1, phases[aside], () => hands.stepAside(dice)),
      ...deciding(phases.voting, 1),
      ...many(0, 4, phases.settling, () => hosts.settle(dice)),
      ...deciding(phases.again, 3),
    ]
    const walk = walking(company, tale, phases, dice)
    return { before: isBefore ? [plan] : [], acts: [...acts, ...walk.acts], faults: walk.faults }

    /** @param part the more time is given for it, the fewer are left */
    function deciding(phase: Phase, part: number): Act[] {
      if (tale.decidedBy === 'everybody') return many(9 / part, 18 / part, phase, () => hands.vote(dice))
      if (tale.decidedBy === 'host') return part > 1 ? [] : many(0, 2, phase, () => hosts.settle(dice))
      const scores = many(9 / part, 15 / part, phase, () => judges.score(dice))
      const isTakenOff = part === 1 && !dice.oneIn(4)
      return [...scores, ...(isTakenOff ? many(1, 1, phase, () => judges.takeOff(dice)) : [])]
    }
  }

  return {
    name: 'rounds',
    draw,
    audit: () => auditRounds(company, tales),
    tally: () => tallyRounds(company, tales),
    comeToNext: async () =>
      (await Promise.all(tales.map((tale) => comeToNext(company, tale)))).includes(true),
  }
}

/** There is no round without it, so the host is patient, and sends it so often. */
const PATIENCE_MS = 20_000
const TRIES = 20

async function planning(company: Company, tale: RoundTale, moments: Drawn) {
  const person = company.person(cast.host)
  const ask = async () => (await person.command('/wow', 'round', { channel: ROOM })).ack
  const view = await insist(async () => {
    const asked = await askFor(company, person, forms.round, ask)
    if (!asked || tale.decidedBy === 'everybody') return asked
    // Who decides says what else is asked.
    const choose = () => person.press(asked, 'round.decidedBy', { value: tale.decidedBy })
    return waitForForm(company, person, forms.round, choose)
  }, PATIENCE_MS)
  if (!view) return
  tale.outcome = 'unknown'
  tale.moments = wallOf(moments)
  const values = { ...valuesOf(tale), ...tale.moments }
  tale.outcome = (await send(company, person, { view, values, tries: TRIES })).outcome
}

const valuesOf = ({ title, criteria, judges, quorum, prize, decidedBy, nextTitles }: RoundTale): Values => ({
  title,
  criteria: criteria.join('\n'),
  ...(decidedBy === 'judges' ? { judgeIds: [...judges] } : {}),
  ...(decidedBy === 'host' ? {} : { quorum: String(quorum) }),
  prizeId: prize ?? 'none',
  repeats: nextTitles.length > 0 ? 'month' : 'none',
})
