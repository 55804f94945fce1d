import { pino } from 'pino'
import type { PretendSlack } from '../../../playground/server/index.ts'

type Line = { readonly level: number; readonly msg?: string; readonly [key: string]: unknown }

/** What Plaudit may log, and Slack may refuse: nothing, unless a test says that it will, and then it must. */
export function createExpectations() {
  const lines: Line[] = []
  const expected: { readonly what: 'log' | 'refusal'; readonly pattern: RegExp; met: boolean }[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line) as Line) })

  const unexpected = (what: 'log' | 'refusal', text: string): boolean => {
    const found = expected.filter((one) => one.what === what && one.pattern.test(text))
    for (const one of found) one.met = true
    return found.length === 0
  }

  return {
    log,
    lines: (): readonly Line[] => lines,
    /** A warning or an error whose line matches must be logged, and may be as often as it likes. */
    expectLog: (pattern: RegExp) => void expected.push({ what: 'log', pattern, met: false }),
    /** Slack must refuse something whose name and error match: `chat.postMessage is_archived`. */
    expectRefusal: (pattern: RegExp) => void expected.push({ what: 'refusal', pattern, met: false }),
    /** Throws with all that was not expected, and all that was expected in vain. */
    check(slack: PretendSlack): void {
      const logged = lines.map((line) => JSON.stringify(line)).filter((line) => unexpected('log', line))
      const refused = slack
        .refused()
        .map(({ direction, name, status, error }) => `${direction} ${name} ${status ?? ''} ${error ?? ''}`)
        .filter((line) => unexpected('refusal', line))
      const lost = slack.lostEvents().map((id) => `event ${id} was given up`)
      const inVain = expected.filter(({ met }) => !met).map((one) => `no ${one.what} like ${one.pattern}`)
      const wrong = [...logged, ...refused, ...lost, ...inVain]
      if (wrong.length > 0) throw new Error(`not as expected:\n${wrong.join('\n')}`)
    },
  }
}
