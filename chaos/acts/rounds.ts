/**
 * A round, from its plan to its champion: a host plans it, people nominate, step aside and vote, and the clock walks through its
 * moments while some of them are still at it. What each of them does is in round-hands.ts, what must hold in rounds-audit.ts.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { RoundState } from '../../src/domain/round.ts'
import { forms } from '../../src/views/ids.ts'
import { cast, everybody, ROOM } from '../cast.ts'
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import { askFor, send } from '../hands.ts'
import type { Act, Course } from './act.ts'
import { createHands, type RoundTale } from './round-hands.ts'
import { closeOf, drawMoments, type Moments, wallOf } from './round-moments.ts'
import { auditRounds, tallyRounds } from './rounds-audit.ts'

/** For how long the clock waits for those who are slow. */
const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 30

const nominators = [...cast.tellers, ...cast.fans, ...cast.pressers]
const voters = everybody.filter((id) => id !== cast.host)
/** Few, so that votes meet, and are tied at times. */
const nominees = cast.champions

/** Acts that belong to the time between two moments. */
type Phase = { acts: number; done: number; begin: () => void; readonly begun: Promise<void> }

export function openRounds(company: Company): Course {
  const tales: RoundTale[] = []

  function draw(dice: Dice) {
    if (dice.oneIn(4)) return { before: [], acts: [] }
    const word = dice.word()
    const tale: RoundTale = {
      word,
      title: `Champion of ${word}`,
      quorum: dice.pick([1, 1, 2, 4]),
      outcome: 'never sent',
      nominations: new Map(),
      asides: new Map(),
      votes: new Map(),
    }
    tales.push(tale)
    const hands = createHands(company, tale)
    const phases = { nominating: newPhase(), closed: newPhase(), voting: newPhase() }
    const during = (phase: Phase, { play, ...act }: Act): Act => {
      phase.acts += 1
      return {
        ...act,
        play: async () => {
          await phase.begun
          await play().finally(() => {
            phase.done += 1
          })
        },
      }
    }
    const many = (least: number, most: number, draw: () => Act) =>
      Array.from({ length: dice.between(least, most) }, draw)
    const moments = drawMoments(dice)
    const tries = dice.between(3, 8)
    const aside = dice.pick(['closed', 'voting'] as const)
    const plan: Act = {
      by: cast.host,
      what: `plans a round (${word})`,
      play: async () => {
        await planning(company, tale, wallOf(moments), tries)
        phases.nominating.begin()
      },
    }
    const isBefore = dice.coin()
    const acts = [
      ...(isBefore ? [] : [plan]),
      ...many(6, 10, () => during(phases.nominating, hands.nominate(dice, nominators, nominees))),
      ...many(1, 3, () => during(phases.nominating, hands.withdraw(dice, nominators, nominees))),
      ...many(0, 1, () => during(phases[aside], hands.stepAside(dice, nominees))),
      ...many(10, 18, () => during(phases.voting, hands.vote(dice, voters))),
      ...walking(company, tale, phases, dice),
    ]
    return { before: isBefore ? [plan] : [], acts }
  }

  return { name: 'rounds', draw, audit: () => auditRounds(company, tales), tally: () => tallyRounds(tales) }
}

function newPhase(): Phase {
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  return { acts: 0, done: 0, begin, begun }
}

async function planning(company: Company, tale: RoundTale, moments: Moments, tries: number) {
  const person = company.person(cast.host)
  for (let left = tries; left > 0; left -= 1) {
    const ask = async () => (await person.command('/wow', 'round', { channel: ROOM })).ack
    const view = await askFor(company, person, forms.round, ask)
    if (!view) continue
    tale.outcome = 'unknown'
    const values = {
      title: tale.title,
      criteria: 'Went above and beyond',
      quorum: String(tale.quorum),
      ...moments,
    }
    tale.outcome = (await send(company, person, { view, values, tries })).outcome
    return
  }
}

type Phases = { readonly nominating: Phase; readonly closed: Phase; readonly voting: Phase }

/** The clock passes moment after moment; a process that was started again is behind, and is told once more. */
function walking(company: Company, tale: RoundTale, phases: Phases, dice: Dice): Act[] {
  const ways = [
    { of: phases.nominating, next: phases.closed, to: 'closed', past: ['planned', 'nominating'] },
    { of: phases.closed, next: phases.voting, to: 'voting', past: ['closed'] },
    { of: phases.voting, next: undefined, to: 'counted', past: ['voting'] },
  ] as const
  return ways.map(({ of, next, to, past }) => {
    const slow = dice.between(0, 2)
    const ms = dice.pick([-800, -200, 0, 0, 1_000, 30_000])
    const back = dice.oneIn(4)
    return {
      by: 'the clock',
      what: `${to}, ${ms} ms past the moment${back ? ', and back by three hours' : ''}`,
      play: async () => {
        await of.begun
        await mostly(of, slow)
        await pass(company, tale, { to, past, ms, back })
        next?.begin()
      },
    }
  })
}

/** Until all but these few have done what they wanted to do. */
async function mostly(phase: Phase, slow: number): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (phase.done < phase.acts - slow && performance.now() < giveUpAt) await pause(LOOK_EVERY_MS)
}

const TIMES = 30
const BETWEEN_MS = 250
const MINUTE_MS = 60_000
const BACK_MS = 3 * 3_600_000

type Way = {
  readonly to: 'closed' | 'voting' | 'counted'
  readonly past: readonly RoundState[]
  readonly ms: number
  readonly back: boolean
}

async function pass(company: Company, { word }: RoundTale, { to, past, ms, back }: Way): Promise<void> {
  for (let left = TIMES; left > 0; left -= 1) {
    const round = closeOf(company, word, to)
    if (!round || !past.includes(round.state)) break
    // A minute that was run before the clock went back is not run again: the next one is.
    await turnTo(company, Date.parse(round.at) + ms + (TIMES - left) * MINUTE_MS)
    await pause(BETWEEN_MS + Math.max(0, -ms))
  }
  const round = back ? closeOf(company, word, to) : undefined
  // Not to before all began: what is told then is older than the first digest.
  if (round) await turnTo(company, Math.max(Date.parse(round.at) - BACK_MS, Date.now()))
}

const turnTo = ({ machines }: Company, ms: number) =>
  Promise.all(machines.alive().map((one) => one.clock(new Date(ms).toISOString()).catch(() => undefined)))
