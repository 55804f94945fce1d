import type { Address } from './delivery.ts'
import { isColleague, type Person, refusalAsChampion } from './person.ts'
import { firstPassage } from './praise-words.ts'
import { Problem } from './problem.ts'
import type { StoryInput, StoryKind } from './story.ts'

/** A message that somebody wants to make a story of, as the platform tells it. */
export type CapturedMessage = {
  readonly at: Address
  /** Undefined: no person wrote it. */
  readonly authorId?: string | undefined
  /** Plaudit wrote it. */
  readonly isOurs?: boolean | undefined
  /** Not everybody of the company can read it where it stands, as far as that is known. */
  readonly isPrivate: boolean
  /** As people read it: no markup. */
  readonly words: string
  /** Named in it, in their order. */
  readonly mentionedIds: readonly string[]
  /** The first picture that Plaudit may take along. */
  readonly photo?: { readonly fileId: string; readonly description?: string | undefined } | undefined
}

/** The message that a story is made of. */
export type StorySource = {
  readonly at: Address
  readonly authorId: string
  readonly isPrivate: boolean
}

/** What a story's form is filled in with. */
export type CaptureDraft = {
  readonly source: StorySource
  readonly kind: CaptureKind
  readonly words: string
  readonly championIds: readonly string[]
  readonly photo?: CapturedMessage['photo']
}

export const captureKinds = ['wow', 'letter'] as const satisfies readonly StoryKind[]
export type CaptureKind = (typeof captureKinds)[number]

/** Fits a story and a letter. */
const MOST_WORDS = 2_800
const MOST_CHAMPIONS = 10

/**
 * What the form is filled in with: the best passage of long words, and the colleagues who are named in it. The teller of a story cannot be its champion; of a letter they may be.
 */
export function captureDraft(
  message: CapturedMessage & { readonly authorId: string },
  { tellerId, kind, people }: { tellerId: string; kind: CaptureKind; people: ReadonlyMap<string, Person> },
): CaptureDraft {
  const { at, authorId, isPrivate, words, mentionedIds, photo } = message
  const mayBe = (id: string) => {
    const person = people.get(id)
    return person && !refusalAsChampion(person) && (kind === 'letter' || id !== tellerId)
  }
  return {
    source: { at, authorId, isPrivate },
    kind,
    words: firstPassage(words, MOST_WORDS),
    championIds: [...new Set(mentionedIds)].filter(mayBe).slice(0, MOST_CHAMPIONS),
    ...(photo ? { photo } : {}),
  }
}

/** What is kept while an author is asked: which message, and what for. Nothing of what it says. */
export type CaptureQuestion = Pick<CaptureDraft, 'source' | 'kind'>

/** The draft as the form has it. */
export const inputOf = ({ kind, words, championIds }: CaptureDraft): Partial<StoryInput> => ({
  championIds,
  words,
  ...(kind === 'letter' ? { letter: {} } : {}),
})

/**
 * Who may be quoted: a colleague, also one who left. Throws `capture.by-app` and `capture.by-foreigner`, and `capture.author-unknown` for who
 * cannot be looked up now.
 */
export function requireAuthor(author: Person | undefined): asserts author is Person {
  if (!author?.isKnown) throw new Problem('invalid', 'capture.author-unknown')
  if (author.isBot) throw new Problem('invalid', 'capture.by-app')
  if (author.isForeign) throw new Problem('invalid', 'capture.by-foreigner')
}

/** Whether the author has to say yes before anything of it is copied. One's own words are one's own to share. */
export function needsYes(source: StorySource, tellerId: string): boolean {
  return source.isPrivate && source.authorId !== tellerId
}

/** Throws `capture.author-left` for who cannot be asked any more. */
export function requireAsked(author: Person): void {
  if (!isColleague(author))
    throw new Problem('invalid', 'capture.author-left', undefined, { name: author.name })
}
