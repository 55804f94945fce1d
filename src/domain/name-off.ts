import type { Person } from './person.ts'
import type { Story } from './story.ts'
import { withoutName } from './text.ts'

/**
 * The story without that champion, who is named in none of its texts either. With nobody left it is to be taken back.
 */
export function withoutChampion<S extends Story>(story: S, { id, name }: Pick<Person, 'id' | 'name'>): S {
  const nameless = (text: string | undefined) => text && withoutName(text, name)
  return {
    ...story,
    championIds: story.championIds.filter((championId) => championId !== id),
    words: withoutName(story.words, name),
    lesson: nameless(story.lesson),
    customerName: nameless(story.customerName),
    deeds: nameless(story.deeds),
    thanks: nameless(story.thanks),
  }
}
