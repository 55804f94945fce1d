import type { StoryInput } from '../../../src/domain/story.ts'
import { letterOriginal } from '../../../src/views/letter-original.ts'
import { letterPermissionForm } from '../../../src/views/letter-permission-form.ts'
import { letterThanksForm } from '../../../src/views/letter-thanks-form.ts'
import { storyCard, storyPhoto } from '../../../src/views/story-card.ts'
import { storyForm } from '../../../src/views/story-form.ts'
import { creditNote, storyReceipt } from '../../../src/views/story-notes.ts'
import { storyPreview } from '../../../src/views/story-preview.ts'
import { wholeLetter } from '../../../src/views/whole-letter.ts'
import {
  aDigest,
  aFullLetter,
  aLetter,
  aLongStory,
  alice,
  aStory,
  bob,
  carol,
  digestPages,
  look,
} from './cast.ts'
import type { Examples } from './examples.ts'

const long = aLongStory(1)
const longLetter = (index: number) => aFullLetter({ ...aLongStory(index), kind: 'letter' })

export const letters: Examples = {
  'with the least': () => storyCard(aLetter(), look),
  'with everything': () => storyCard(aFullLetter(), look),
  'with a first name': () =>
    storyCard(aFullLetter({ letter: { author: { name: 'Ida' }, via: 'call', ownShare: false } }), look),
  'received by the one it praises': () =>
    storyCard(aLetter({ teller: bob, letter: { via: 'card', ownShare: true } }), look),
  'of the year before, with a ticket': () =>
    storyCard(aLetter({ letter: { receivedOn: '2025-12-30', reference: 'T-12', ownShare: false } }), look),
  'as long as it may be': () =>
    storyCard(aFullLetter({ words: long.words, lesson: long.lesson ?? '' }), look),
  'longer than what is quoted': () =>
    storyCard(aLetter({ letter: { ownShare: false, hasWhole: true } }), look),
  'the whole, its second page': () =>
    wholeLetter({ about: { storyId: 's1' }, text: 'Yours, a happy school', page: 1, pages: 3 }, look),
  'taken back': () => storyCard(aFullLetter({ retracted: { by: alice, nobodyLeft: false } }), look),
  'to a champion': () => creditNote(aFullLetter(), bob.id, look),
  'its receipt': () => storyReceipt(aLetter(), undefined, look),
  'the note beside its scan': () => storyPhoto(aFullLetter(), look).note,
  'in a digest, after the story of the week': () =>
    digestPages(aDigest({ others: [aFullLetter(), aLetter(), aStory()] }), look).main,
  'as the story of the week': () => digestPages(aDigest({ lead: aFullLetter() }), look).main,
}

/** Too long to read as a snapshot; held to the limits all the same. */
export const longLetters: Examples = {
  'two hundred in a digest': () => {
    const others = Array.from({ length: 199 }, (_, index) => longLetter(index + 1))
    const { main, more } = digestPages(aDigest({ lead: longLetter(0), others }), look)
    return [main, ...more]
  },
}

const celebrationChannel = 'CWOW'
const input: StoryInput = {
  championIds: [bob.id],
  words: 'Bob left his own party to open the shop for us.',
  lesson: 'Ask what the customer needs by when.',
  letter: {
    authorName: 'Mrs. Ida Miller',
    authorRole: 'Acme',
    via: 'email',
    receivedOn: '2026-11-12',
    permission: 'yes',
    askedBy: carol.id,
    askedOn: '2026-11-13',
    reference: 'https://acme.example/reviews/12',
  },
}

export const letterForms: Examples = {
  empty: () => storyForm.render({ celebrationChannel, input: { letter: {} } }, look),
  'with everything to fill in': () =>
    storyForm.render({ celebrationChannel, more: true, input: { letter: {} } }, look),
  'switched from a story with thanks': () =>
    storyForm.render(
      {
        celebrationChannel,
        input: { championIds: [bob.id], words: 'Thank you!', thanks: 'Ana', letter: {} },
      },
      look,
    ),
  'editing, the name may be shown': () =>
    storyForm.render({ celebrationChannel, editing: 'S1', staysLetter: true, hasPhoto: true, input }, look),
  'editing, a first name, with a scan': () =>
    storyForm.render(
      {
        celebrationChannel,
        editing: 'S1',
        staysLetter: true,
        hasPhoto: true,
        input: { ...input, letter: { ...input.letter, permission: 'first_name', scanIsClear: true } },
      },
      look,
    ),
  'the preview of what was masked, with a name that is hidden': () =>
    storyPreview.render(
      {
        draftId: 'D1',
        preview: {
          championIds: [bob.id],
          words: 'Call me on ☎ •••. Yours, Ida Miller',
          lesson: 'Mrs. Miller likes to be called.',
          photo: { fileId: 'F1' },
          letter: {
            authorName: 'Ida Miller',
            authorRole: '✉ •••',
            via: 'email',
            receivedOn: '2026-11-12',
            permission: 'not_asked',
            scanIsClear: false,
          },
        },
      },
      look,
    ),
  'the preview where something is lifted, and more is hidden': () =>
    storyPreview.render(
      {
        draftId: 'D1',
        preview: {
          championIds: [bob.id],
          words: 'Order #•••, ☎ •••, bill@acme.example. 💳 •••. Yours, •••',
          letter: { permission: 'not_asked', scanIsClear: false },
        },
        masks: {
          hidden: [
            { kind: 'order', text: '48213377' },
            { kind: 'phone', text: '+44 7700 900123' },
            { kind: 'email', text: 'bill@acme.example' },
            { kind: 'address', text: '12 High Street,\nLeeds LS1 1AA' },
          ],
          choices: { lifted: ['bill@acme.example'], words: ['Ida Miller'] },
        },
      },
      look,
    ),
  'the preview where all is lifted': () =>
    storyPreview.render(
      {
        draftId: 'D1',
        preview: {
          championIds: [bob.id],
          words: 'Thanks! bill@acme.example',
          letter: { permission: 'not_asked', scanIsClear: false },
        },
        masks: {
          hidden: [{ kind: 'email', text: 'bill@acme.example' }],
          choices: { lifted: ['bill@acme.example'], words: [] },
        },
      },
      look,
    ),
  'the preview of very much that was hidden': () =>
    storyPreview.render(
      {
        draftId: 'D1',
        preview: {
          championIds: [bob.id],
          words: '✉ ••• '.repeat(40),
          letter: { permission: 'not_asked', scanIsClear: false },
        },
        masks: {
          hidden: Array.from({ length: 40 }, (_, index) => ({
            kind: 'email',
            text: `${'long'.repeat(index)}${index}@acme.example`,
          })),
          choices: { lifted: [], words: [] },
        },
      },
      look,
    ),
  'the original, for a host who is the first to read it': () =>
    letterOriginal(
      {
        storyId: 'S1',
        texts: [{ field: 'words', text: 'Order 48213377. Yours, Ida', keptAt: '2026-11-12T10:00:00.000Z' }],
        readBefore: [],
      },
      look,
    ),
  'the original of a letter that was mended, read before': () =>
    letterOriginal(
      {
        storyId: 'S1',
        texts: [
          { field: 'words', text: 'Order 48213377. Yours, Ida', keptAt: '2026-11-12T10:00:00.000Z' },
          { field: 'authorRole', text: 'Acme, +44 7700 900123', keptAt: '2026-11-12T10:00:00.000Z' },
          { field: 'words', text: 'Order #•••. Write to me@x.com', keptAt: '2026-11-14T10:00:00.000Z' },
        ],
        readBefore: [
          { name: 'Dave', at: '2026-11-13T10:00:00.000Z' },
          { name: 'Carol', at: '2026-11-12T12:00:00.000Z' },
        ],
      },
      look,
    ),
  'for a host, with an original': () =>
    letterPermissionForm.render({ storyId: 'S1', permission: 'no', hasOriginal: true }, look),
  'editing, by a host': () =>
    storyForm.render(
      { celebrationChannel, editing: 'S1', staysLetter: true, hasOriginal: true, input },
      look,
    ),
  'for a host': () => letterPermissionForm.render({ storyId: 'S1', permission: 'first_name' }, look),
  'thanking the customer': () => letterThanksForm.render(aFullLetter({ champions: [bob, carol] }), look),
  'thanking a customer without a name': () => letterThanksForm.render(aLetter(), look),
}
