/** The SDK's logger over ours. It logs whole bodies when it debugs, so that stays off: people's words are never logged. */
import { type Logger, LogLevel } from '@slack/web-api'
import type { Logger as Pino } from 'pino'

export type Log = Pino

/** `quiet`: its errors are no errors of ours, because whoever uses it sees to them. */
export function slackLogger(log: Log, { quiet = false } = {}): Logger {
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ from: 'slack-sdk' }, parts.map(textOf).join(' '))
  return {
    debug: () => {},
    info: (...parts) => log.debug({ from: 'slack-sdk' }, parts.map(textOf).join(' ')),
    warn: say('warn'),
    error: say(quiet ? 'warn' : 'error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

function textOf(part: unknown): string {
  if (part instanceof Error) return unquoted(`${part.name}: ${part.message}`)
  return typeof part === 'string' ? unquoted(part) : ''
}

/** Who cannot read JSON quotes it: `Unexpected token 'B', "Bob stayed" is not valid JSON`. */
const unquoted = (text: string): string => (/JSON/.test(text) ? text.replace(/["'].*/s, '…') : text)
