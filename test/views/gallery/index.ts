import { captureForms, captures } from './captures.ts'
import { digests, longDigests, previews } from './digests.ts'
import type { Examples } from './examples.ts'
import { digestForms, setupForms, storyForms } from './forms.ts'
import { letterForms, letters, longLetters } from './letters.ts'
import { boards, homes, hostNotes, pages } from './pages.ts'
import { longPraise, praise, sourcePages } from './praise.ts'
import { cards, cheers, notes } from './stories.ts'

/** Every state of every view, by name: documentation, snapshot and limit check at once. */
export const gallery: Readonly<Record<string, Examples>> = {
  'story card': cards,
  'story note': notes,
  'answer to a cheer': cheers,
  'story form': storyForms,
  letter: letters,
  'long letter': longLetters,
  'letter form': letterForms,
  praise,
  'long praise': longPraise,
  sources: sourcePages,
  capture: captures,
  'capture form': captureForms,
  'setup form': setupForms,
  digest: digests,
  'long digest': longDigests,
  'digest preview': previews,
  'digest form': digestForms,
  board: boards,
  home: homes,
  'note to hosts': hostNotes,
  page: pages,
}
