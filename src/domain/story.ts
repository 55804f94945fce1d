import { readText } from './field.ts'
import { type Letter, type LetterInput, letterLimits, readLetter } from './letter.ts'
import { isColleague, mayTell, type Person } from './person.ts'
import type { Hiding } from './private-data.ts'
import { Problem, throwAny } from './problem.ts'
import { championLimits, creditProblems, namedAgain } from './story-credit.ts'
import { type StoryText, typedIn } from './story-texts.ts'
import type { Day, Instant } from './time.ts'

export const storyKinds = ['wow', 'letter', 'turnaround'] as const
export type StoryKind = (typeof storyKinds)[number]

/** Everyone has customers: the colleague in the next team too. */
export const customerKinds = ['customer', 'supplier', 'partner', 'colleague', 'community'] as const
export type CustomerKind = (typeof customerKinds)[number]

/** How many, and how long in code points of the cleaned text. */
export const storyLimits = {
  championIds: championLimits,
  words: { min: 20, max: 2800 },
  lesson: { max: 500 },
  customerName: { max: 80 },
  deeds: { max: 500 },
  thanks: { max: 500 },
  photoDescription: { max: 500 },
} as const

export type Photo = { readonly fileId: string; readonly description?: string | undefined }

/** A story as it is kept: every text is cleaned, and its private data masked. */
export type Story = {
  readonly id: string
  readonly workspaceId: string
  readonly kind: StoryKind
  readonly tellerId: string
  readonly championIds: readonly string[]
  readonly words: string
  /** What can we learn from it? */
  readonly lesson?: string | undefined
  readonly customerKind: CustomerKind
  readonly customerName?: string | undefined
  /** Who did what. */
  readonly deeds?: string | undefined
  /** Who else deserves thanks, people without an account too. */
  readonly thanks?: string | undefined
  readonly photo?: Photo | undefined
  /** Of a letter: who wrote it, how it arrived, and what may be shown. Its words are the customer's. */
  readonly letter?: Letter | undefined
  readonly toldAt: Instant
  /** The day of `toldAt` in the workspace's zone: what boards count by. */
  readonly toldOn: Day
}

/** A story as it was typed. */
export type StoryInput = {
  /** Default `wow`; with a `letter` it is one. */
  readonly kind?: StoryKind | undefined
  readonly championIds: readonly string[]
  readonly words: string
  readonly lesson?: string | undefined
  /** Default `customer`. */
  readonly customerKind?: CustomerKind | undefined
  readonly customerName?: string | undefined
  readonly deeds?: string | undefined
  readonly thanks?: string | undefined
  readonly photo?: Photo | undefined
  readonly letter?: LetterInput | undefined
}

/** A story as its teller told it, but for what was masked. */
export type MaskedStory = Omit<StoryInput, 'letter'> & { readonly letter?: Letter | undefined }

export function toldIn({ kind, championIds, words, lesson, ...more }: Story): MaskedStory {
  const { customerKind, customerName, deeds, thanks, photo, letter } = more
  return { kind, championIds, words, lesson, customerKind, customerName, deeds, thanks, photo, letter }
}

export type StoryContext = {
  /** Everybody credited, as far as the directory has met them. */
  readonly people: ReadonlyMap<string, Person>
  /** What of its private data is hidden. */
  readonly hiding?: Hiding | undefined
  /** The day in the workspace's zone. */
  readonly today: Day
}

/**
 * A story, told now. Throws `Problem` (`story.may-not-tell`) when the teller is no colleague, and otherwise `Problems`
 * with everything to mend: see `creditProblems` for `championIds`, `readText` for `words` (`story.words-…`, of a letter
 * `letter.words-…`) and the other texts (`text.too-long`), and `readLetter`.
 */
export function newStory(
  input: StoryInput,
  by: StoryContext & {
    readonly teller: Person
    readonly id: string
    readonly workspaceId: string
    readonly now: Instant
  },
): Story {
  if (!mayTell(by.teller)) throw new Problem('forbidden', 'story.may-not-tell')
  const { id, workspaceId, now: toldAt, today: toldOn } = by
  const told = readStory(input, by.teller.id, [], new Set(), by)
  return { id, workspaceId, tellerId: by.teller.id, ...told, toldAt, toldOn }
}

/**
 * The story as its teller tells it now; without a photo in the input it keeps the one it has, and a letter stays one.
 * Throws `Problem`
 * (`story.only-teller-edits`), or `Problems` as `newStory` does. Who left since they were credited may stay in it; who
 * took their name off (`declinedIds`) may not come back, nor be named in a text (`story.name-taken-off`).
 */
export function editedStory(
  story: Story,
  input: StoryInput,
  by: StoryContext & { readonly editor: Person; readonly declinedIds: ReadonlySet<string> },
): Story {
  if (!mayEdit(story, by.editor)) throw new Problem('forbidden', 'story.only-teller-edits')
  const typed = { ...input, letter: input.letter ?? story.letter }
  const told = readStory(typed, story.tellerId, story.championIds, by.declinedIds, by)
  return { ...story, ...told, photo: told.photo ?? story.photo }
}

export function mayEdit(story: Story, person: Person): boolean {
  return isColleague(person) && person.id === story.tellerId
}

/** `isHost`: see `mayRun`. */
export function mayRetract(story: Story, person: Person, isHost: boolean): boolean {
  return isHost || mayEdit(story, person)
}

function readStory(
  input: StoryInput,
  tellerId: string,
  creditedIds: readonly string[],
  declinedIds: ReadonlySet<string>,
  { people, hiding: asked, today }: StoryContext,
) {
  const championIds = [...new Set(input.championIds)]
  // A letter reaches the one it praises: whoever received it may share it.
  const tellerMayBe = input.letter !== undefined
  const problems = creditProblems(championIds, { tellerId, creditedIds, declinedIds, people, tellerMayBe })
  const hiding = { ...asked, inLetter: input.letter !== undefined }
  const read = (field: StoryText) =>
    readText(typedIn(input, field), storyLimits[field], problems, { field, ...hiding })
  // The best sentence of a letter is enough.
  const [limits, keys] = input.letter
    ? [letterLimits.words, 'letter.words-']
    : [storyLimits.words, 'story.words-']
  const told = {
    championIds,
    words: readText(input.words, limits, problems, { field: 'words', keys, ...hiding }) ?? '',
    lesson: read('lesson'),
    customerKind: input.customerKind ?? 'customer',
    customerName: read('customerName'),
    deeds: read('deeds'),
    thanks: read('thanks'),
    photo: input.photo && { fileId: input.photo.fileId, description: read('photoDescription') },
    kind: input.letter ? ('letter' as const) : (input.kind ?? 'wow'),
    letter: input.letter && readLetter(input.letter, problems, { today, hiding }),
  }
  if (!customerKinds.includes(told.customerKind)) {
    problems.push(new Problem('invalid', 'story.customer-kind-unknown', 'customerKind'))
  }
  const { words, lesson, customerName, deeds, thanks } = told
  const texts = { words, lesson, customerName, deeds, thanks }
  problems.push(...namedAgain(texts, championIds, { declinedIds, people }))
  throwAny(problems)
  return told
}
