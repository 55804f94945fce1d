import { captureForm } from '../../../src/views/capture-form.ts'
import {
  authorNote,
  captureAnswer,
  captureAsk,
  captureRequest,
  toldAlready,
} from '../../../src/views/capture-notes.ts'
import { storyCard } from '../../../src/views/story-card.ts'
import { storyForm } from '../../../src/views/story-form.ts'
import { storyGone } from '../../../src/views/story-notes.ts'
import { voiceForm } from '../../../src/views/voice-form.ts'
import { alice, aStory, bob, carol, dave, erin, look } from './cast.ts'
import type { Examples } from './examples.ts'

const at = { channel: 'CLOBBY', ts: '1763458000.000100' }
const storyId = aStory().id
const request = {
  id: 'R1',
  at,
  askedBy: alice,
  author: carol,
  isOpen: true,
}
const settled = { ...request, isOpen: false }
const byCarol = { author: carol, at }
const tookBack = aStory({ source: byCarol, retracted: { by: carol, nobodyLeft: false } })
const voice = (by: typeof alice, n = 1) => ({
  by,
  words: 'I held the lamp, and it was cold. '.repeat(n).trim(),
})

export const captures: Examples = {
  'a card made of a message': () => storyCard(aStory({ source: byCarol }), look),
  'a card made of one’s own message': () => storyCard(aStory({ source: { at } }), look),
  'a card made of words that were not everybody’s': () =>
    storyCard(aStory({ source: { author: carol } }), look),
  'a card with a voice': () => storyCard(aStory({ voices: [voice(carol)] }), look),
  'a card with many voices': () =>
    storyCard(
      aStory({ voices: [carol, dave, erin, alice, bob, carol, dave, erin].map((by) => voice(by, 14)) }),
      look,
    ),
  'asking who reacted': () => captureAsk({ id: 'Q1', at, kind: 'wow' }, look),
  'asking who reacted for a letter': () => captureAsk({ id: 'Q1', at, kind: 'letter' }, look),
  'asking who reacted to what is a story': () =>
    captureAsk({ id: 'Q1', at, kind: 'wow', story: aStory({ source: byCarol }) }, look),
  'asking an author': () => captureRequest(request, look),
  'an author who said yes': () => captureRequest({ ...request, answer: 'yes' }, look),
  'an author who said no': () => captureRequest({ ...settled, answer: 'no' }, look),
  'an author whose words are a story': () =>
    captureRequest({ ...settled, answer: 'yes', story: aStory() }, look),
  'an author who never answered': () => captureRequest(settled, look),
  'the author’s yes': () => captureAnswer({ ...request, answer: 'yes' }, look),
  'the author’s no': () => captureAnswer({ ...settled, answer: 'no' }, look),
  'no answer from the author': () => captureAnswer(settled, look),
  'the author’s yes, shared': () => captureAnswer({ ...settled, answer: 'yes', story: aStory() }, look),
  'the author’s yes, after two weeks': () => captureAnswer({ ...settled, answer: 'yes' }, look),
  'to the author of a message that is a story': () => authorNote(aStory({ source: byCarol }), look),
  'to the author who took the words back': () => authorNote(tookBack, look),
  'to the author of a story that is gone': () =>
    authorNote(aStory({ source: byCarol, retracted: { by: dave, nobodyLeft: false } }), look),
  'to the teller, whose author took the words back': () =>
    storyGone(tookBack, { id: alice.id, as: 'teller' }, look),
  'a message that is a story already': () => toldAlready(aStory(), false, look),
  'the card of a story, shared': () => toldAlready(aStory(), true, look),
}

const source = { at, authorId: carol.id, isPrivate: false }
const input = { championIds: [bob.id], words: 'Huge thanks to Bob for staying so long!' }

export const captureForms: Examples = {
  'a story of a message': () =>
    storyForm.render(
      {
        celebrationChannel: 'CWOW',
        input,
        capture: { source, authorName: 'Carol', photo: { fileId: 'F1', isTaken: true } },
        aside: { photoDescription: 'The part' },
      },
      look,
    ),
  'a story of one’s own message': () => storyForm.render({ input, capture: { source } }, look),
  'a letter of a message': () =>
    storyForm.render(
      {
        input: { ...input, letter: {} },
        capture: { source, authorName: 'Carol', photo: { fileId: 'F1', isTaken: false } },
      },
      look,
    ),
  'a voice': () => voiceForm.render({ storyId, story: aStory(), isAdded: false }, look),
  'a voice that is there': () =>
    voiceForm.render({ storyId, story: aStory(), words: 'I held the lamp.', isAdded: true }, look),
  'a voice in which something was masked': () =>
    voiceForm.render({ storyId, words: 'Write to ✉ •••', isAdded: false, masked: 1 }, look),
  'reactions, off': () => captureForm.render([], look),
  'reactions, on in one channel': () =>
    captureForm.render([{ channel: 'CLOBBY', story: ['star2'], letter: [] }], look),
  'reactions, on in two': () =>
    captureForm.render(
      [
        { channel: 'CLOBBY', story: ['star2'], letter: ['love_letter'] },
        { channel: 'CNEWS', story: [], letter: ['heart'] },
      ],
      look,
    ),
}
