/** What prizes are called, as it reads inside a sentence: “Carol awarded Bob a day off”. */
export const prizeParts = {
  names: {
    card: 'a hand-written card from the leadership',
    lunch: 'the choice of the team’s next lunch place',
    'day-off': 'a day off',
    voucher: 'a voucher',
  },
  /** Beside the photo of a gift, in the thread where it was given. */
  photoNote: 'This is what it looks like.',
  worth: (name: string, worth: string) => `${name} (${worth})`,
  both: (money: string, days: string) => `${money} and ${days}`,
}
