/** What is said to who approves prizes, to who hands them over, and to managers and champions about both. */
import { counted, list, listUpTo } from './say.ts'

/** Parts that several of them share. `prize` reads inside a sentence: `a voucher (£50)`. */
export const awardParts = {
  each: (prize: string) => `${prize} each`,
  shared: (prize: string) => `${prize} to share`,
  for: (prize: string, people: string) => `${prize} for ${people}`,
  forAll: (prize: string, people: string) => `${prize} for ${people} to share`,
  left: (name: string) => `${name} (has left)`,
  story: 'The story',
  round: 'The round',
  reason: 'The reason',
  retracted: 'The story was taken back.',
  uncredited: (people: readonly string[]) =>
    `${list(people)} ${are(people)} not named in the story any more.`,
  gone: (people: readonly string[]) => `${list(people)} ${does(people)} not work here any more.`,
  private: 'Given privately: only who gets it is told.',
  approvedBy: (by: string, when: string) => `${by} approved it on ${when}.`,
  approvedByYou: (when: string) => `You approved it on ${when}.`,
  declinedBy: (by: string, when: string) => `${by} declined it on ${when}.`,
  declinedByYou: (when: string) => `You declined it on ${when}.`,
  lapsed: (days: number) => `Nobody decided in ${days} days, so it lapsed. Nothing more to do.`,
  cancelledBy: (by: string, when: string) => `${by} took it back on ${when}.`,
  cancelledByYou: (when: string) => `You took it back on ${when}.`,
  because: (reason: string) => `The reason: ${reason}`,
  cancel: 'Cancel…',
  takeBack: 'Take it back…',
}

const are = (people: readonly string[]) => (people.length === 1 ? 'is' : 'are')
const does = (people: readonly string[]) => (people.length === 1 ? 'does' : 'do')

export const awardApproval = {
  intro: (by: string, gift: string) => `${by} asks for your approval: ${gift}.`,
  asked: (by: string, gift: string) => `${by} asked for approval: ${gift}.`,
  still: (by: string, gift: string) => `Still waiting for your decision: ${by} would like to award ${gift}.`,
  storyGone: (by: string, gift: string) =>
    `Please look at this once more: the story for which ${by} would like to award ${gift} was taken back.`,
  budget: (worth: string, by: string) => `It takes ${worth} from ${by}’s budget.`,
  until: (when: string) => `Undecided, it lapses on ${when}.`,
  allTheSame: 'Approve it all the same, or decline it.',
  approve: 'Approve',
  decline: 'Decline…',
  approved: (people: string, by: string) =>
    people === ''
      ? `Approved. ${by} will hear of it now.`
      : `Approved. ${people} will hear of it now, and so will ${by}.`,
}

export const awardWaiting = {
  intro: (gift: string) => `This prize waits for approval: ${gift}.`,
  asked: (gift: string) => `You asked for approval: ${gift}.`,
  decides: (people: readonly string[]) => `${listUpTo(people, 5)} can decide about it.`,
  nobody: 'Nobody is here who could decide about it. Ask a host to name an approver with /wow prizes.',
  until: (when: string) =>
    `Until somebody does, no champion hears of it, and your budget keeps the room for it. Undecided, it lapses on ${when}.`,
  storyGone: 'The story was taken back meanwhile. Who decides knows; you can take the prize back, too.',
}

export const awardDecided = {
  approved: (by: string, gift: string) => `${by} approved your prize: ${gift}.`,
  told: (people: string) =>
    `${people} will read it in a moment, and so will everybody, in the story’s thread.`,
  toldPrivately: (people: string) => `${people} will read it in a moment. Nobody else does.`,
  declined: (by: string, gift: string) => `${by} declined your prize: ${gift}.`,
  lapsed: (gift: string, days: number) =>
    `Nobody decided about your prize in ${days} days, so it lapsed: ${gift}.`,
  givenBack: 'No champion was told of it, and your budget has back what it took.',
  again: 'If the story still deserves one, award it again.',
}

export const awardTodo = {
  intro: (gift: string) => `To be handed over: ${gift}.`,
  byline: (by: string, on: string) => `Given by ${by} on ${on}.`,
  leavers: 'Hand it over all the same, or cancel it.',
  handedOver: (people: string, by: string, on: string) => `${people}: handed over by ${by} on ${on}.`,
  cancelled: (people: string, by: string, on: string) => `${people}: cancelled by ${by} on ${on}.`,
  note: (note: string) => `The note: ${note}`,
  done: (gift: string) => `Done: ${gift}.`,
  nothing: (gift: string) => `Nothing to do any more: ${gift}.`,
  handOver: 'Handed over…',
}

export const awardCancelled = {
  toChampion: (prize: string) =>
    `Your prize, ${prize}, will not be handed over after all. That is about the prize alone: what you did for the customer stays what it is.`,
  ask: (by: string) => `If you have a question about it, ask ${by}.`,
  toManager: (by: string, gift: string) => `${by} cancelled a prize that you awarded: ${gift}.`,
  givenBack: 'Your budget has back what it took.',
  championTold: 'Who would have got it was told, with the reason.',
}

export const awardUncredited = {
  intro: (who: string, prize: string) =>
    `${who} is not named any more in a story for which you awarded ${prize}: its teller edited it.`,
  nameOff: (who: string, prize: string) =>
    `${who} took their name off a story for which you awarded ${prize}: nobody else reads of that prize now.`,
  theirs: 'The prize stays theirs. Nothing for you to do.',
  waiting: 'The prize still waits for approval. Leave it so, or take it back.',
  open: (people: readonly string[]) =>
    people.length === 0
      ? 'The prize stays. If it should not, ask a host to cancel it.'
      : `The prize stays. If it should not, ask ${listUpTo(people, 4)} to cancel it.`,
  closed: 'That prize is closed. Nothing to do.',
}

export const awardRetracted = {
  intro: (gift: string) => `The story for which you awarded ${gift} was taken back.`,
  nobodyLeft: (gift: string) =>
    `The story for which you awarded ${gift} was taken back, because nobody is named in it any more.`,
  handedOver: 'The prize was handed over already. Nothing for you to do.',
}

export const prizesReminder = {
  old: (count: number) =>
    `${counted(count, 'prize has', 'prizes have')} been waiting for more than a week to be handed over.`,
  hint: 'People look forward to them. Every one takes a press once it is done.',
  open: 'See what is open',
}

/** What a champion, or who has to do with it, reads when they ask what was noted. */
export const awardNoted = {
  handedOver: (by: string, when: string) => `Handed over by ${by} on ${when}.`,
  note: (note: string) => `The note: ${note}`,
  noNote: 'Nothing was noted.',
  open: 'It is not handed over yet. You can ask again any time.',
  cancelled: (by: string, when: string) => `Cancelled by ${by} on ${when}.`,
}

export const awardForms = {
  decline: {
    title: 'Decline this prize?',
    submit: 'Decline it',
    close: 'Not now',
    explain: (by: string) =>
      `${by} reads your reason. The champions never hear of it, and the budget gets back what it took.`,
    reason: 'Why?',
    placeholder: 'What speaks against it, or what would be better',
  },
  handOver: {
    title: 'Handed over',
    submit: 'It is done',
    close: 'Not yet',
    people: 'Who got it?',
    note: 'A note or reference',
    noteHint: 'A voucher’s number, the month of the salary, the day agreed. The champion may ask to see it.',
  },
  cancel: {
    title: 'Cancel this prize?',
    submit: 'Cancel it',
    close: 'Leave it',
    people: 'Whose prize?',
    explain: (people: string, by: string) =>
      `${people === '' ? '' : `${people} will be told gently, with your reason; `}${by} reads who cancelled it and why. Where it was posted, it goes quietly, and the budget gets back what it took.`,
    explainWaiting: (by: string) =>
      `It waits for approval, so no champion has heard of it. ${by} reads your reason, and the budget gets back what it took.`,
    explainOwn: 'It waits for approval, so no champion has heard of it. Your budget gets back what it took.',
    reason: 'Why?',
    reasonHint: 'One kind sentence is enough.',
  },
}

export const prizesTodo = {
  title: 'Prizes to hand over',
  close: 'Close',
  open: 'To be handed over, the oldest first',
  leavers: 'For people who have left',
  waiting: 'Waiting for approval',
  item: (people: string, gift: string) => `${people}: ${gift}`,
  since: (by: string, on: string) => `from ${by}, since ${on}`,
  private: 'given privately',
  decides: (people: readonly string[]) =>
    people.length === 0 ? 'nobody is here who could decide' : `${listUpTo(people, 4)} can decide`,
  more: (count: number) => `And ${counted(count, 'more', 'more')}, once some of these are done.`,
  nothing: 'Nothing waits to be handed over. Everybody has what was promised to them. Thank you!',
}
