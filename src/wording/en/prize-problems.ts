import { count, type Detail, many, who as names, type Sentences, sum } from './details.ts'
import { counted, daysOff, listUpTo } from './say.ts'

const who = (value: Detail): string => listUpTo(many(value), 4)
/** Who was just named, to be asked or told. */
const them = (value: Detail): string => (many(value).length === 1 ? 'them' : 'one of them')
const some = (halfDays: Detail): string => (count(halfDays) === 0 ? 'no day off' : daysOff(count(halfDays)))

/** What is said when a prize cannot be given, or not like this. */
export const prizeProblems: Sentences = {
  'award.managers-only': (d) =>
    many(d.names).length === 0
      ? 'Prizes are given by managers, and nobody is named as one yet. A host can do that with /wow setup.'
      : `Prizes are given by managers: ${who(d.names)}. If this story deserves one, tell ${them(d.names)}.`,
  'award.only-yourself': () =>
    'Nobody is left here to get a prize: the champion is you, or has left. Another manager can answer this story.',
  'award.prize-needed': () => 'Choose a prize.',
  'award.nobody': () => 'Choose at least one champion.',
  'award.not-oneself': () =>
    'This one has to come from another manager: nobody awards a prize to themselves.',
  'award.not-champions': (d) =>
    `${names(d.names)} is not named in this story any more. Close the form and open it again.`,
  'award.gone': (d) => `${names(d.names)} does not work here any more. Choose somebody else.`,
  'award.reason-missing': () => 'Say why: the reason is the best part of a prize.',
  'award.reason-too-short': (d) => `A little more, please: at least ${count(d.min ?? 10)} characters.`,
  'award.reason-too-long': (d) =>
    `That is ${counted(count(d.length), 'character', 'characters')}: ${count(d.max)} are the most.`,
  'award.days-not-divisible': () =>
    'This day off cannot be shared evenly in half days. Choose “One for each of them” instead.',
  'award.no-approver': () =>
    'This prize has to be approved by somebody else, and there is nobody who could. Ask a host to name an approver with /wow prizes.',
  'award.not-found': () => 'This prize is not here any more. /wow prizes shows what there is.',
  'award.not-yours': () => 'Only who got this prize, who gave it and who hands it over can see that.',
  'award.not-your-own': (d) =>
    many(d.names).length === 0
      ? 'Somebody else has to decide about this one, since you give or get it. Ask a host to name another approver.'
      : `Somebody else has to decide about this one, since you give or get it: ${who(d.names)} can.`,
  'award.approvers-only': (d) =>
    many(d.names).length === 0
      ? 'Only an approver can decide about this. Ask a host to name one.'
      : `${who(d.names)} can decide about this. Ask ${them(d.names)}.`,
  'award.fulfillers-only': (d) =>
    many(d.names).length === 0
      ? 'Hosts hand prizes over. Ask one of them.'
      : `${who(d.names)} can do this: they hand prizes over. Ask ${them(d.names)}.`,
  'award.already-approved': (d) => `${names(d.name)} has approved this prize already. Nothing more to do.`,
  'award.already-declined': (d) => `${names(d.name)} has declined this prize already. Nothing more to do.`,
  'award.already-cancelled': (d) => `${names(d.name)} has cancelled this prize. Nothing more to do.`,
  'award.already-lapsed': () =>
    'This prize has lapsed, since nobody decided in two weeks. The manager can award it again.',
  'award.nothing-open': () =>
    'This prize is closed already: it was handed over or cancelled. /wow prizes todo shows what is left.',
  'prize.retired': () => 'This prize is not offered any more. Choose another one.',
  'prize.changed': () =>
    'This prize was changed while the form was open. Close the form and open it again to see it as it is now.',
  'prize.sold-out': () => 'The last one of these is gone. Choose another prize, or ask a host for more.',
  'prize.too-few': (d) =>
    count(d.left) === 0
      ? 'The last one of these has just gone to somebody else. Choose another prize, or ask a host for more.'
      : `Only ${count(d.left)} of these ${count(d.left) === 1 ? 'is' : 'are'} left. Choose fewer champions, or another prize.`,
  'prize.not-found': () => 'This prize is not in the catalogue. /wow prizes shows what is.',
  'prize.edited-meanwhile': () =>
    'Somebody else edited this prize while the form was open. Close the form and open it again to see how it is now.',
  'prize.name-missing': () => 'Give the prize a name.',
  'prize.name-too-short': () => 'Give the prize a name of two letters or more.',
  'prize.name-too-long': (d) => `Keep the name to ${count(d.max)} characters, please.`,
  'prize.cost-needed': () => 'How much is it? Write the amount.',
  'prize.days-needed': () => 'How many days is it? Write 1, or 0.5 for half a day.',
  'prize.stock-unreadable': (d) =>
    `Write how many there are as a whole number up to ${count(d.max)}, or leave it empty if there are always more.`,
  'budget.not-yet': () =>
    'A host has to say first how much managers may give: it is one question in /wow setup. What costs nothing can be given today.',
  'budget.manager-money-spent': (d) =>
    `You have ${sum(d.left, d.currency)} left, and this takes ${sum(d.cost, d.currency)}. Choose something smaller, or ask a host for more.`,
  'budget.manager-days-spent': (d) =>
    `You have ${some(d.left)} left to give, and this takes ${daysOff(count(d.cost))}. Choose something else, or ask a host for more.`,
  'budget.workspace-money-spent': (d) =>
    `All managers together have ${sum(d.left, d.currency)} left, and this takes ${sum(d.cost, d.currency)}. Choose something smaller, or ask a host for more.`,
  'budget.workspace-days-spent': (d) =>
    `All managers together have ${some(d.left)} left to give, and this takes ${daysOff(count(d.cost))}. Choose something else, or ask a host for more.`,
  'budget.spent': () =>
    'There is not enough left in the budget. Choose something smaller, or ask a host for more.',
  'budget.whose': () => 'Choose whose budget this is.',
  'settings.currency-unknown': () => 'Choose a currency from the list: type its code, like EUR, or its name.',
  'settings.currency-changed': (d) =>
    `Amounts are in ${String(d.currency ?? '')} since just now: somebody changed the currency while the form was open. Close the form and open it again.`,
  'settings.period-unknown': () => 'Choose month or quarter.',
  'settings.approvers-needed': () =>
    'Name at least one approver, or leave the amounts empty so that nothing has to be approved.',
}
