/** What is said to one person about a story, and the answers to a cheer. */
export const notes = {
  creditIntro: (teller: string) => `${teller} told everybody what you did:`,
  creditSpoken: (teller: string) => `${teller} told a story about you.`,
  creditNameOff: 'Your name is off this story. Nobody was told why, and nothing else changes for you.',
  receipt: (champions: string) => `Your story about ${champions} is out. Thank you for telling it.`,
  receiptWaiting: (champions: string) =>
    `Your story about ${champions} is safe with us. It will appear in a moment: nothing to do for you.`,
  receiptFailed: (champions: string, why: string) =>
    `Your story about ${champions} is safe with us, but it could not be posted yet: ${why}. The hosts know. It will appear once that is mended: nothing to do for you.`,
  why: {
    not_in_channel: 'Plaudit is not in the channel',
    channel_not_found: 'Plaudit cannot see the channel',
    is_archived: 'the channel is archived',
    restricted_action: 'Plaudit may not post in the channel',
  } as Readonly<Record<string, string>>,
  whyElse: 'Slack did not take it',
  receiptGone: 'This story has been taken back.',
  goneBySelf:
    'You took your story back. It is gone from everything. You can tell it again any time: type /wow.',
  goneToTeller: (by: string) =>
    `${by}, a host, took back a story that you told. It is no longer shown anywhere. If you have questions, ask ${by}; to tell it differently, type /wow.`,
  goneToChampion: (by: string) =>
    `${by} took back a story that named you. It is no longer shown anywhere. Nothing to do for you.`,
  goneNobodyLeft:
    'Nobody is named any more in a story that you told, so it is no longer shown. Some people like to do good quietly. Thank you for noticing.',
  goneNobodyLeftToChampion: 'The story that named you is no longer shown anywhere, as you wished.',
  reason: (words: string) => `The reason: ${words}`,
  nameOff: (champion: string) =>
    `${champion} prefers not to be named in your story. That is their choice and says nothing about your words: the story stays, and where their name stood it says “•••”. You can edit it to read well. Thank you for telling it.`,
}

export const cheers = {
  cheered: (champions: string) => `You cheered for ${champions}.`,
  already: (champions: string) => `You have cheered for ${champions} already. Once is plenty!`,
  takenBack: (champions: string) =>
    `Your cheer for ${champions} is taken back. You can cheer again any time.`,
  takeBack: 'Take it back',
}
