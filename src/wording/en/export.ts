/** The export of prizes: the form, the file, and the command. */
import { type DaySpan, monthOf } from '../../domain/prize-export.ts'
import type { Day } from '../../domain/time.ts'
import { it, type Sentences } from './details.ts'
import { counted, day, month } from './say.ts'

/** `in November 2026`, `on 20 November 2026`, `from 1 October to 30 November 2026`. */
function days(span: DaySpan): string {
  const { firstOn, lastOn } = span
  const whole = monthOf(firstOn)
  if (whole.firstOn === firstOn && whole.lastOn === lastOn) return `in ${month(firstOn)}`
  if (firstOn === lastOn) return `on ${date(firstOn)}`
  const isOneYear = firstOn.slice(0, 4) === lastOn.slice(0, 4)
  return `from ${isOneYear ? day(firstOn) : date(firstOn)} to ${date(lastOn)}`
}

const date = (on: Day): string => `${day(on)} ${on.slice(0, 4)}`

export const exports = {
  form: {
    title: 'Export prizes',
    submit: 'Send me the file',
    close: 'Close',
    explain:
      'A file with every prize awarded on these days: who got what, why, from whom, and what became of it. Private prizes are in it, too.',
    from: 'From',
    to: 'To',
    toHint: 'Both days are included.',
    format: 'As',
    formats: { csv: 'Table for a spreadsheet or payroll (CSV)', json: 'For other programs (JSON)' },
    onItsWay:
      'Your file is being made. It comes into your messages from Plaudit in a moment; for many people it takes a minute.',
  },
  file: {
    title: (span: DaySpan) => `Prizes awarded ${days(span)}`,
    comment: (n: number, span: DaySpan) =>
      `Here ${n === 1 ? 'is' : 'are'} ${counted(n, 'prize', 'prizes')} awarded ${days(span)}, a row for each person. Private ones are in it, with names and amounts: share it only with those who pay or hand over prizes.`,
    none: (span: DaySpan) => `No prize was awarded ${days(span)}, so there is no file.`,
    noEmails:
      'E-mail addresses are missing in it: Plaudit may not read them here, or Slack did not tell them.',
  },
  command: {
    is: 'write what Plaudit keeps for other programs',
    prizes:
      'every prize awarded on these days, a row for each person: who got what, why, and what became of it',
    rounds:
      'every round, oldest first: when it was, how many nominated and voted, and who won; nobody’s vote is in it',
    from: 'the first day, such as 2026-11-01 (default: the first of the month of --to)',
    to: 'the last day, included (default: the end of this month)',
    format: 'csv or json',
    output: 'a new file for it, which only you can read (default: standard output)',
    written: (file: string, rows: number, span: DaySpan) =>
      `${counted(rows, 'row is', 'rows are')} in ${file}: prizes awarded ${days(span)}. Private ones are in it: keep it where only you can read it.`,
    writtenRounds: (file: string, rows: number) =>
      `${counted(rows, 'row is', 'rows are')} in ${file}, one for each round.`,
    noEmails:
      'Without e-mail addresses: Slack tells none. With the permission users:read.email it does; npx plaudit doctor says how to add it.',
    noToken: 'Without e-mail addresses: SLACK_BOT_TOKEN and the rest of .env are needed for them.',
    noAnswer: 'Without e-mail addresses: Slack does not answer. npx plaudit doctor says why.',
  },
}

export const exportProblems: Sentences = {
  'export.day-unreadable': ({ day }) =>
    `There is no such day: ${it(day)}. Write it with year, month and day, as in 2026-11-30.`,
  'export.from-after-to': ({ from, to }) =>
    `The first day (${it(from)}) comes after the last one (${it(to)}). Choose a last day that is not before it.`,
  'export.format-unknown': ({ format, names }) =>
    `There is no format ${it(format)}. The formats are ${it(names)}.`,
}
