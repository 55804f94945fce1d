import type { Story } from './story.ts'
import type { Instant, Window } from './time.ts'

/** A story of the digest's window, as far as the digest's order depends on it. */
export type DigestStory = Pick<
  Story,
  'id' | 'kind' | 'customerKind' | 'toldAt' | 'championIds' | 'lesson'
> & { readonly cheers: number }
/** What hosts chose in the preview. */
export type DigestChoices = { readonly leadId?: string | undefined; readonly leftOut: ReadonlySet<string> }
export type DigestChampion = {
  readonly personId: string
  readonly stories: number
  readonly cheers: number
}
/** The digest's content, all but its words: story ids in the order they are shown. */
export type DigestContent = {
  /** The story of the week, shown in full. */
  readonly lead?: string
  readonly others: readonly string[]
  /** The stories that have a lesson. */
  readonly lessons: readonly string[]
  /** Everybody credited, most stories first, then most cheers: `rank` of board.ts says who ties. */
  readonly champions: readonly DigestChampion[]
  /** Given to all of them. */
  readonly cheers: number
}

/** The most that a digest's message shows of each; for the other stories its thread has room. */
export const digestRoom = { stories: 15, lessons: 5, leftOut: 10 } as const

/**
 * The window of the digest that is due: from where the last issued one ended, so that nothing falls between two
 * digests and nothing appears twice (a skipped or missed digest's stories join the next). The first one begins with
 * the first story; before it there is none.
 */
export function digestWindow(
  lastIssuedTo: Instant | undefined,
  firstStoryAt: Instant | undefined,
  dueAt: Instant,
): Window | undefined {
  const from = lastIssuedTo ?? firstStoryAt
  return from !== undefined && from < dueAt ? { from, to: dueAt } : undefined
}

/**
 * Puts the stories of a window in order. A story that was left out is left out of everything, lessons and champions
 * too. `recentLeaders` are the people who were champions of a lead in the last four weeks.
 */
export function composeDigest(
  stories: readonly DigestStory[],
  choices: DigestChoices,
  recentLeaders: ReadonlySet<string>,
): DigestContent {
  const inOrder = stories.filter((story) => !choices.leftOut.has(story.id)).sort(compareStories)
  const lead = leadOf(inOrder, choices.leadId, recentLeaders)
  return digestOf(
    lead,
    inOrder.filter((story) => story !== lead),
  )
}

/** The content of a digest whose order is settled. */
export function digestOf(lead: DigestStory | undefined, others: readonly DigestStory[]): DigestContent {
  const shown = lead ? [lead, ...others] : others
  return {
    ...(lead && { lead: lead.id }),
    others: others.map((story) => story.id),
    lessons: shown.filter((story) => story.lesson?.trim()).map((story) => story.id),
    champions: championsOf(shown),
    cheers: shown.reduce((sum, { cheers }) => sum + cheers, 0),
  }
}

/**
 * The host's choice, whoever led before; otherwise the first in order, of those whose champions did not lead in the
 * last four weeks. With nobody left there is no lead.
 */
function leadOf(
  inOrder: readonly DigestStory[],
  chosenId: string | undefined,
  recentLeaders: ReadonlySet<string>,
): DigestStory | undefined {
  const chosen = inOrder.find((story) => story.id === chosenId)
  return chosen ?? inOrder.find((story) => !story.championIds.some((id) => recentLeaders.has(id)))
}

/** Letters first, then outside customers before favours among colleagues, then most cheers, then the earliest. */
function compareStories(a: DigestStory, b: DigestStory): number {
  return (
    Number(b.kind === 'letter') - Number(a.kind === 'letter') ||
    Number(a.customerKind === 'colleague') - Number(b.customerKind === 'colleague') ||
    b.cheers - a.cheers ||
    compareText(a.toldAt, b.toldAt) ||
    compareText(a.id, b.id)
  )
}

function championsOf(stories: readonly DigestStory[]): DigestChampion[] {
  const found = new Map<string, { personId: string; stories: number; cheers: number }>()
  for (const { championIds, cheers } of stories) {
    for (const personId of new Set(championIds)) {
      const sum = found.get(personId) ?? { personId, stories: 0, cheers: 0 }
      sum.stories += 1
      sum.cheers += cheers
      found.set(personId, sum)
    }
  }
  return [...found.values()].sort(
    (a, b) => b.stories - a.stories || b.cheers - a.cheers || compareText(a.personId, b.personId),
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
