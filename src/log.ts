/** The log: JSON lines. Of an error only what was ever meant to be read: never what was sent or answered. */
import { type Logger, pino } from 'pino'

export const createLog = (level: string): Logger =>
  pino({ level, serializers: { err: said } }, process.stdout)

/** Slack's errors carry headers, bodies and pages of proxies with them: of those, Slack's own code alone is told. */
export function said(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, statusCode, data } = error as Error & {
    code?: unknown
    statusCode?: unknown
    data?: { error?: unknown }
  }
  const { type, message, stack } = pino.stdSerializers.err(unquoted(error))
  return { type, message, stack, code, statusCode, error: data?.error }
}

/** What could not be read is quoted by who tried to: of that, where it was is told. */
function unquoted(error: Error): Error {
  const cause = error.cause instanceof Error ? unquoted(error.cause) : undefined
  const quotes = error instanceof SyntaxError
  if (!quotes && cause === error.cause) return error
  const said = quotes
    ? new SyntaxError('a text could not be read', { cause })
    : new Error(error.message, { cause })
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  said.stack = [`${error.name}: ${said.message}`, ...frames].join('\n')
  return said
}
