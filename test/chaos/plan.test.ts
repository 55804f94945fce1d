import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openBooks } from '../../chaos/acts/acts.ts'
import { type Company, openCompany } from '../../chaos/company.ts'
import { plainDisk } from '../../chaos/disk.ts'
import { drawPlan, drawWork, describe as schedule } from '../../chaos/plan.ts'

// Nothing is started: a schedule is drawn before anything begins.
let company: Company
beforeAll(async () => {
  const template = { copyTo: () => undefined, secret: '', remove: () => undefined }
  company = await openCompany('http', template, plainDisk)
})
afterAll(() => company.close())

const draw = (seed: number, round: number): string[] => {
  const plan = drawPlan(seed, round)
  return schedule(plan, drawWork(plan, openBooks(company)))
}

test('a seed is the same schedule each time, and a round the same whatever was drawn before it', () => {
  const alone = draw(7, 13)
  for (let round = 1; round <= 13; round += 1) draw(7, round)
  expect(draw(7, 13)).toEqual(alone)
})

test('rounds and seeds differ, and every kind of fault and act comes up', () => {
  const rounds = Array.from({ length: 200 }, (_, round) => draw(1, round).join('\n'))
  expect(new Set([...rounds, draw(2, 0).join('\n')]).size).toBe(201)
  const all = rounds.join('\n')
  const faults = [
    'kill -9',
    'reset_after',
    '429',
    'lost',
    'again',
    'full',
    'locked',
    'frozen',
    'clock',
    'drop',
  ]
  const acts = ['tells', 'mends', 'takes a story back', 'name off', 'taps', 'Cheer', 'gives', 'decides']
  const more = ['praise', 'no WOW', 'Friday', '2 processes', 'socket', 'http']
  expect([...faults, ...acts, ...more].filter((word) => !all.includes(word))).toEqual([])
})
