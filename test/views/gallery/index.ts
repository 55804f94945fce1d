import { announcements, ballots, judgings, longBallots, reasons } from './ballots.ts'
import { captureForms, captures } from './captures.ts'
import { approvals, handingOver, prizesTodos } from './closing.ts'
import { digests, longDigests, previews } from './digests.ts'
import type { Examples } from './examples.ts'
import { exportForms } from './exports.ts'
import { digestForms, setupForms, storyForms } from './forms.ts'
import {
  awardForms,
  awardNotes,
  awardPosts,
  awardQuestions,
  longPrizeDigests,
  prizesElsewhere,
} from './giving.ts'
import { letterForms, letters, longLetters } from './letters.ts'
import { nominationForms, nominationNotes, roundPosts } from './nominations.ts'
import { boards, homes, hostNotes, pages } from './pages.ts'
import { longPraise, praise, sourcePages } from './praise.ts'
import { prizeChanges, prizeForms, prizesRooms } from './prizes.ts'
import { examinations, hostRoundNotes, roundForms, roundsRooms } from './rounds.ts'
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
  'award form': awardForms,
  'questions before an award': awardQuestions,
  'post of an award': awardPosts,
  'note to who gets a prize': awardNotes,
  'prizes elsewhere': prizesElsewhere,
  'long digest with prizes': longPrizeDigests,
  'approval of a prize': approvals,
  'prize to be handed over': handingOver,
  'prizes to be handed over': prizesTodos,
  'list of prizes': prizesRooms,
  'prize form': prizeForms,
  'export of prizes': exportForms,
  'changed settings': prizeChanges,
  'nomination form': nominationForms,
  'note about a nomination': nominationNotes,
  'post of a round': roundPosts,
  'round form': roundForms,
  'list of rounds': roundsRooms,
  'note to hosts about a round': hostRoundNotes,
  'who nominated': examinations,
  'digest preview': previews,
  'digest form': digestForms,
  board: boards,
  home: homes,
  ballot: ballots,
  'reasons of nominations': reasons,
  judging: judgings,
  announcement: announcements,
  'long ballot': longBallots,
  'note to hosts': hostNotes,
  page: pages,
}
