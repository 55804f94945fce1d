import { type Demo, type Parts, startDemo } from '../../../playground/demo/start.ts'
import { setUp } from '../../../playground/seeds/tell.ts'
import { atEnd } from './browser.ts'

/** Thursday, 14:02 in London. */
export const THURSDAY = Date.parse('2026-11-19T14:02:00Z')

/** The playground with the real Plaudit, set up, and no stories yet. */
export async function startFreshDemo(mode: 'socket' | 'http' = 'socket'): Promise<Demo> {
  const past = { from: THURSDAY, tell: ({ slack }: Parts) => setUp(slack) }
  const demo = await startDemo({ mode, now: THURSDAY, past })
  atEnd(() => demo.stop())
  return demo
}
