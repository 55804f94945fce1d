import { amount, type Sentences, who } from './details.ts'
import { list } from './say.ts'

/** What keeps a message from becoming a story, or a voice from being added: and what to do instead. */
export const captureProblems: Sentences = {
  'capture.by-app': () =>
    'No person wrote this message, so there is nobody to quote. Tell the story in your own words: /wow.',
  'capture.by-foreigner': () =>
    'Somebody of another company wrote this. If it is a customer’s thank-you, share it with /wow letter, once they say that you may.',
  'capture.author-unknown': () =>
    'Plaudit has not met who wrote this yet. Please try again in a minute, or tell it in your own words: /wow.',
  'capture.author-left': (d) =>
    `${who(d.name)} has left and cannot be asked, and this was not written for everybody. Tell the story in your own words: /wow.`,
  'capture.own-post': () =>
    'Plaudit wrote this itself, so there is no story to make of it. Choose a message that a colleague wrote, or tell a story with /wow.',
  'capture.withdrawn': (d) =>
    `${who(d.name)} would rather leave these words where they are. Tell the story in your own words: /wow.`,
  'capture.refused': (d) =>
    `${who(d.name)} was asked, and would rather leave these words where they are. Tell the story in your own words: /wow.`,
  'capture.still-asked': (d) =>
    `${who(d.name)} was asked already and has not answered yet. Whoever asked first will hear from Plaudit.`,
  'capture.no-answer': (d) =>
    `${who(d.name)} was asked and has not answered. Ask in person, or tell the story in your own words: /wow.`,
  'capture.not-allowed': (d) =>
    `${who(d.name)} has not said yes to sharing these words. Tell the story in your own words: /wow.`,
  'capture.shared-already': (d) =>
    `${who(d.name)} was faster and has made a story of this message. Choose “Add your voice” under it.`,
  'capture.request-gone': () =>
    'This question is not open any more. To share a message, choose “Share as a WOW” from its menu.',
  'capture.message-gone': () =>
    'Plaudit cannot read this message any more. Tell the story in your own words: /wow.',
  'capture.not-your-words': () =>
    'Only who wrote the words can take them back. If your name is in the story, “Take my name off” works at once.',
  'capture.channel-needed': () => 'Choose the channel.',
  'capture.too-many-channels': (d) =>
    `${amount(d.max)} channels are the most. Switch it off in another one first.`,
  'capture.emoji-too-many': (d) => `${amount(d.max)} emoji are the most. Name the ones you use.`,
  'capture.emoji-twice': (d) =>
    `${list([d.names ?? []].flat().map(String))} cannot ask for both. Choose one of the two.`,
  'voice.teller': () => 'You told this story. To say more, choose “Edit or take back” under it.',
  'voice.champion': () => 'This story is about you, so the words are for the others to add. Enjoy them!',
  'voice.missing': () => 'Say in a sentence or two what you saw.',
  'voice.too-short': (d) => `A little more, please: ${amount(d.min)} characters at least.`,
  'voice.too-long': (d) =>
    `A little shorter, please: ${amount(d.max)} characters fit. A whole story of your own is always welcome, too: /wow.`,
}
