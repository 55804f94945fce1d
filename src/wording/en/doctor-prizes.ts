/** What `npx plaudit doctor` finds about prizes. */
import { counted } from './say.ts'

const awards = (n: number): string => counted(n, 'award', 'awards')
const them = (n: number): string => (n === 1 ? 'it' : 'them')

export const prizes = {
  fine: 'The ledger agrees with every award.',
  unsealed: 'The ledger of prizes can be changed: the database no longer refuses it.',
  unsealedTodo:
    'Somebody took that out of the database. Find out who may write the file, and restore a backup from before: npx plaudit restore <file>.',
  contradiction: {
    ledger: (n: number) => `The ledger does not say of ${awards(n)} what became of ${them(n)}.`,
    charge: (n: number) =>
      `The ledger charges ${awards(n)} to a budget that is not ${n === 1 ? 'its' : 'their'} own.`,
    given: (n: number) =>
      `Of ${awards(n)} the database says both that ${n === 1 ? 'it was' : 'they were'} given and that ${n === 1 ? 'it was' : 'they were'} not.`,
    cost: (n: number) =>
      `The shares of ${awards(n)} do not add up to what ${n === 1 ? 'it costs' : 'they cost'}.`,
  },
  contradictionTodo: (ids: readonly string[], n: number) =>
    [
      `${n === 1 ? 'The award' : 'The awards'}:  ${ids.join(' ')}${n > ids.length ? ` (and ${counted(n - ids.length, 'more', 'more')})` : ''}`,
      'Plaudit never writes this: the file was changed by hand, or damaged. Compare with a backup (npx plaudit export prizes on both), and restore it if it is right.',
    ].join('\n'),
  exceeded: (manager: string | undefined, period: 'month' | 'quarter') =>
    `${manager ?? 'All managers together'} gave more this ${period} than the limit is now. It was within the limit when it was given, unless the ledger is wrong.`,
  open: (n: number) => `${counted(n, 'award is', 'awards are')} to be handed over.`,
  openTodo: (n: number, days: number) =>
    `${counted(n, 'of them is', 'of them are')} older than ${counted(days, 'day', 'days')}: who hands over types /wow prizes todo in Slack.`,
  waiting: (n: number) => `${counted(n, 'award waits', 'awards wait')} for an approver.`,
  overdue: (n: number, days: number) =>
    `${counted(n, 'award has', 'awards have')} waited for an approver for more than ${counted(days, 'day', 'days')}, and should have lapsed.`,
  overdueTodo: 'Start Plaudit: it lets lapse what nobody decided about, within an hour.',
}
