/** To hosts: the prize of a round could not be given. */
export const roundPrize = {
  thePrize: 'its prize',
  intro: (names: string, title: string, prize: string) =>
    `${names} won “${title}”, but ${prize} could not be given with it.`,
  why: {
    spent:
      'There is too little left in the workspace’s budget. Raise it with /wow prizes, then give it here.',
    'sold-out': 'There are too few of it left. Add some with /wow prizes, then give it here.',
    retired:
      'It is not offered any more. Bring it back with /wow prizes, then give it here; or a manager awards another one with /wow prize.',
  },
  again: 'Give it now',
  given: 'It was given since.',
  done: 'Done: the prize is in the thread of the announcement.',
}
