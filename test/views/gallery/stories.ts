import { cheerAnswer } from '../../../src/views/cheer-answers.ts'
import { storyCard, storyPhoto } from '../../../src/views/story-card.ts'
import { creditNote, nameOffNote, storyGone, storyReceipt } from '../../../src/views/story-notes.ts'
import { aFullStory, aLongStory, alice, aStory, bob, dave, look } from './cast.ts'
import type { Examples } from './examples.ts'

const byHost = { by: dave, reason: 'The customer asked us not to tell it.', nobodyLeft: false }
const bySelf = { by: alice, nobodyLeft: false }
const nobodyLeft = { by: bob, nobodyLeft: true }

export const cards: Examples = {
  'a story with the least': () => storyCard(aStory(), look),
  'a story with everything': () => storyCard(aFullStory(), look),
  'a story as long as it may be': () => storyCard(aLongStory(1), look),
  'a story among colleagues': () => storyCard(aStory({ customerKind: 'colleague', cheers: 1 }), look),
  'a photo that only stands in the thread': () =>
    storyCard(aFullStory({ photo: { description: 'A valve.' } }), look),
  'a story taken back': () => storyCard(aFullStory({ retracted: byHost }), look),
  'the note beside a photo': () => storyPhoto(aFullStory(), look).note,
  'the note beside a photo without description': () => storyPhoto(aStory({ photo: {} }), look).note,
  'the note beside the photo of a story taken back': () =>
    storyPhoto(aFullStory({ retracted: bySelf }), look).note,
}

export const notes: Examples = {
  'to a champion': () => creditNote(aFullStory(), bob.id, look),
  'to a champion whose name is off': () => creditNote(aFullStory({ champions: [dave] }), bob.id, look),
  'to a champion of a story taken back': () => creditNote(aStory({ retracted: bySelf }), bob.id, look),
  'a receipt with a link': () => storyReceipt(aStory(), undefined, look),
  'a receipt before the card is there': () => storyReceipt(withoutCard, undefined, look),
  'a receipt for an archived channel': () => storyReceipt(withoutCard, 'is_archived', look),
  'a receipt for an error nobody knows': () => storyReceipt(withoutCard, 'fatal_error', look),
  'a receipt of a story taken back': () => storyReceipt(aStory({ retracted: bySelf }), undefined, look),
  'taken back by a host, to the teller': () =>
    storyGone(aStory({ retracted: byHost }), { id: alice.id, as: 'teller' }, look),
  'taken back by a host, to a champion': () =>
    storyGone(aStory({ retracted: byHost }), { id: bob.id, as: 'champion' }, look),
  'taken back by the teller, to the teller': () =>
    storyGone(aStory({ retracted: bySelf }), { id: alice.id, as: 'teller' }, look),
  'nobody is left, to the teller': () =>
    storyGone(aStory({ champions: [], retracted: nobodyLeft }), { id: alice.id, as: 'teller' }, look),
  'nobody is left, to the champion': () =>
    storyGone(aStory({ champions: [], retracted: nobodyLeft }), { id: bob.id, as: 'champion' }, look),
  'a name is off, to the teller': () => nameOffNote(aStory({ champions: [dave] }), bob, look),
  'the last name is off, to the teller': () =>
    nameOffNote(aStory({ champions: [], retracted: nobodyLeft }), bob, look),
}

const { card: _, ...withoutCard } = aStory()

export const cheers: Examples = {
  cheered: () => cheerAnswer('cheered', aFullStory(), look),
  'cheered already': () => cheerAnswer('already', aStory(), look),
  'taken back': () => cheerAnswer('taken-back', aStory(), look),
}
