import { pino } from 'pino'
import type { PretendSlack } from '../../../playground/server/index.ts'
import { said } from '../../../src/log.ts'

type Line = { readonly level: number; readonly msg?: string; readonly [key: string]: unknown }

const WARN = 40

/** What Plaudit may log, and Slack may refuse: nothing, unless a test says that it will, and then it must. */
export function createExpectations() {
  const lines: Line[] = []
  const expected: { readonly what: 'log' | 'refusal'; readonly pattern: RegExp; met: boolean }[] = []
  const written: string[] = []
  const leaks: string[] = []
  const keep = (text: string) => {
    written.push(text)
    const line = JSON.parse(text) as Line
    if (line.level >= WARN) lines.push(line)
  }
  const log = pino({ level: 'trace', serializers: { err: said } }, { write: keep })

  const unexpected = (what: 'log' | 'refusal', text: string): boolean => {
    const found = expected.filter((one) => one.what === what && one.pattern.test(text))
    for (const one of found) one.met = true
    return found.length === 0
  }

  return {
    log,
    /** All of the log, also what is only read when somebody looks for a fault. */
    written: (): string => written.join(''),
    lines: (): readonly Line[] => lines,
    /** A warning or an error whose line matches must be logged, and may be as often as it likes. */
    expectLog: (pattern: RegExp) => void expected.push({ what: 'log', pattern, met: false }),
    /** Slack must refuse something whose name and error match: `chat.postMessage is_archived`. */
    expectRefusal: (pattern: RegExp) => void expected.push({ what: 'refusal', pattern, met: false }),
    /** What is readable that nobody should read: the test fails. */
    expectSecret: (readable: readonly string[]) => void leaks.push(...readable),
    /** Throws with all that was not expected, and all that was expected in vain. */
    check(slack: PretendSlack): void {
      const logged = lines.map((line) => JSON.stringify(line)).filter((line) => unexpected('log', line))
      const refused = slack
        .refused()
        .map(({ direction, name, status, error }) => `${direction} ${name} ${status ?? ''} ${error ?? ''}`)
        .filter((line) => unexpected('refusal', line))
      const lost = slack.lostEvents().map((id) => `event ${id} was given up`)
      const inVain = expected.filter(({ met }) => !met).map((one) => `no ${one.what} like ${one.pattern}`)
      const leaked = leaks.map((text) => `it is no secret any more: ${text}`)
      const wrong = [...leaked, ...logged, ...refused, ...lost, ...inVain]
      if (wrong.length > 0) throw new Error(`not as expected:\n${wrong.join('\n')}`)
    },
  }
}
