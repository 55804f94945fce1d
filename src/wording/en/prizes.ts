import { counted, listUpTo } from './say.ts'

type Period = 'month' | 'quarter'

/** `/wow prizes`: the catalogue, the budgets, and what managers gave. */
export const prizes = {
  title: 'Prizes',
  close: 'Close',
  /** For who gives none. */
  what: 'A manager can answer a story with a small prize: a hand-written card, a day off, a voucher. Each comes with a reason in writing and a signature, in the story’s thread.',
  who: (managers: readonly string[]) =>
    managers.length === 0
      ? 'Nobody is named as a manager yet. A host can do that with /wow setup.'
      : `Prizes are given by ${listUpTo(managers, 6)}. If a story deserves one, tell ${managers.length === 1 ? 'them' : 'one of them'}.`,
  own: (period: Period) => `What you can give this ${period}`,
  notSaid:
    'The prizes that cost nothing. For the others a host has to say first how much managers may give: it is one question in /wow setup.',
  money: 'Money',
  days: 'Days off',
  left: (left: string, of: string) => `${left} left of ${of}`,
  noLimit: 'no limit',
  used: (reserved: string, spent: string) => `${reserved} promised, ${spent} handed over`,
  noDays: 'none',
  noDayOff: 'no day off',
  given: 'What you gave last',
  givenNone: 'Nothing yet. A story’s card has a button “Award a prize”, and /wow prize lists the stories.',
  on: (day: string) => `on ${day}`,
  states: {
    waiting: (approvers: readonly string[]) =>
      approvers.length === 0 ? 'waits for an approver' : `waits for ${listUpTo(approvers, 3)}`,
    open: 'to be handed over',
    fulfilled: 'handed over',
    declined: (reason: string) => `declined: ${reason}`,
    lapsed: 'lapsed, since nobody decided',
    cancelled: (reason: string) => `cancelled: ${reason}`,
  },
  unsaid: 'without a word',
  stateOf: (people: string, state: string) => `${people}: ${state}`,
  catalogue: 'The catalogue',
  catalogueNone: 'There is no prize yet.',
  kinds: { money: 'money', day_off: 'day off', gift: 'gift' },
  costsNothing: 'costs nothing',
  stock: (n: number) => (n === 0 ? 'none left' : counted(n, 'left', 'left')),
  withPhoto: 'with a photo',
  edit: 'Edit',
  retire: 'Retire',
  retireConfirm: {
    title: 'Retire this prize?',
    text: 'Managers cannot choose it any more. Prizes that were awarded stay what they are, and you can bring it back at any time.',
    confirm: 'Retire it',
    deny: 'Keep it',
  },
  retired: 'Retired',
  bringBack: 'Bring back',
  more: (n: number) => `${counted(n, 'more prize', 'more prizes')}: choose one to edit`,
  moreRetired: (n: number) => `${counted(n, 'more', 'more')}: choose one to bring back`,
  add: 'Add a prize',
  budgets: (period: Period) => `Budgets of this ${period}`,
  budgetsHint: (each: string) => `Every manager may give ${each}, unless they have a budget of their own.`,
  budgetsNone: 'Nobody has said yet how much managers may give, so only what costs nothing can be given.',
  everybody: 'All together',
  ownBudget: 'their own budget',
  editBudget: 'Change',
  moreBudgets: (n: number) =>
    `And ${counted(n, 'more manager', 'more managers')}. The download has them all.`,
  addBudget: 'A manager’s own budget',
  settings: 'Settings',
  download: 'Download',
  todo: (n: number) => `What is to be handed over (${n})`,
  todoLine: (open: number, waiting: number) =>
    [
      open > 0 ? `${counted(open, 'prize waits', 'prizes wait')} to be handed over` : '',
      waiting > 0 ? `${counted(waiting, 'waits', 'wait')} for approval` : '',
    ]
      .filter(Boolean)
      .join(', ') || 'Nothing waits to be handed over',
  back: 'Back to the list',
}

/** The form of one prize of the catalogue. */
export const prizeForm = {
  title: 'Add a prize',
  editTitle: 'Edit a prize',
  submit: 'Save',
  close: 'Close',
  kind: 'What is it?',
  kinds: { money: 'Money', day_off: 'A day off', gift: 'A gift, or anything else' },
  name: 'What is it called?',
  nameHint: (example: string) =>
    `As it reads inside “Carol awarded Bob ${example}”: begin small, with “a” or “the”.`,
  nameExamples: { money: 'a bonus', day_off: 'a long weekend', gift: 'a book of their choice' },
  nameOwn: 'Left empty, it keeps the name that Plaudit gave it.',
  cost: (currency: string) => `How much is it, in ${currency}?`,
  costOfGift: (currency: string) => `What does one cost, in ${currency}?`,
  costOfGiftHint: 'It is charged to the manager’s budget. Empty: it costs nothing.',
  days: 'How many days off?',
  daysHint: '1, or 0.5 for half a day.',
  stock: 'How many are there?',
  stockHint: 'Each one that is awarded is one less. Empty: there are always more.',
  photo: 'A photo',
  photoHint: 'Everybody sees it in the story’s thread.',
  photoThere: 'There is one. A new one takes its place.',
  pastHint: 'Prizes that were awarded already stay what they were.',
}

/** What hosts decide about prizes. */
export const prizeSettingsForm = {
  title: 'Prizes: settings',
  submit: 'Save',
  close: 'Close',
  budgets: 'Budgets',
  managerMoney: (currency: string) => `How much may a manager give in that time, in ${currency}?`,
  managerDays: 'How many days off may a manager give in that time?',
  managerHint: 'Both empty: managers can give what costs nothing.',
  period: 'For how long is a budget?',
  periods: { month: 'A month', quarter: 'A quarter' },
  workspaceMoney: (currency: string) => `All managers together, in ${currency}`,
  workspaceDays: 'All managers together, days off',
  noLimitHint: 'Empty: no limit but each manager’s own.',
  approval: 'Approval',
  approvalMoney: (currency: string) => `Awards of more than this wait for an approver, in ${currency}`,
  approvalDays: 'Awards of more days off than this wait for an approver',
  approvalHint: 'Empty: nothing waits.',
  approvers: 'Who approves?',
  approversHint: 'Nobody approves what they gave or get. Two or three are best.',
  handingOver: 'Handing over',
  fulfillers: 'Who hands prizes over?',
  fulfillersHint: 'They find what is open in /wow prizes todo. None named: the hosts.',
  peoplePlaceholder: 'Choose people',
  amounts: 'Amounts of money',
  amountsOn: 'Everybody sees how much a prize is worth',
  amountsHint: 'Off: only who gets it, who gave it, who approves it, and who hands it over.',
  next: 'What a champion reads about what happens next',
  nextSteps: { money: 'With money', day_off: 'With a day off', gift: 'With a gift' },
  nextHint: 'Empty: Plaudit’s own words.',
}

/** A manager's own budget. */
export const budgetForm = {
  title: 'A manager’s own budget',
  submit: 'Save',
  close: 'Close',
  explain: (period: Period) =>
    `What this manager may give a ${period}, instead of what every manager may. It takes effect at once.`,
  whose: 'Whose budget?',
  whosePlaceholder: 'Choose a manager',
  of: (name: string) => `The budget of ${name}`,
  money: (currency: string) => `Money, in ${currency}`,
  days: 'Days off',
  hint: 'One of the two empty: none of it. Both empty: they have what every manager has.',
}

/** How hosts read what was changed about prizes. */
export const prizeChanges = {
  noLimit: 'no limit',
  nothingWaits: 'nothing waits',
  periods: { month: 'a month', quarter: 'a quarter' },
  ofEveryManager: 'that of every manager',
  hosts: 'the hosts',
  nobody: 'nobody',
  ownWords: 'Plaudit’s own words',
  nextStep: (kind: string, text: string) => `${kind}: “${text}”`,
  budgetOf: (name: string) => `The budget of ${name}`,
}

/** On Home. */
export const homePrizes = {
  title: 'Prizes',
  left: (left: string, period: Period) => `You can still give ${left} this ${period}.`,
  nothingLeft: (period: Period) =>
    `You have given all there was to give this ${period}. What costs nothing can always be given.`,
  onlyFree: 'You can give the prizes that cost nothing.',
  toHandOver: (n: number) => `${counted(n, 'prize waits', 'prizes wait')} to be handed over.`,
  open: 'See the prizes',
  todo: 'What is to be handed over',
}
