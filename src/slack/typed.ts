/** What people type, as Slack escapes it, in plain words. */
import { isColleague } from '../domain/person.ts'
import type { StoryInput } from '../domain/story.ts'
import { listNames, listPeopleNamed } from '../store/people.ts'
import type { Slack } from './slack.ts'

type Typed = Pick<StoryInput, 'championIds' | 'words'>

const MENTION = /<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/g
const NAMED_FIRST = /^(?:<@[UW][A-Z0-9]+(?:\|[^>]*)?>[\s,:]*)+/
const GROUP = /<!(?:subteam\^[A-Z0-9]+|here|channel|everyone|date\^[^>|]*)(?:\|([^>]*))?>/g
const CHANNEL = /<#C[A-Z0-9]+(?:\|([^>]*))?>/g
const LINK = /<((?:https?|mailto):[^>|]+)(?:\|([^>]*))?>/g

/** Whom it names, in their order. */
export const mentionedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(MENTION)].map(([, id]) => id ?? '')),
]

export const withoutNamedFirst = (text: string): string => text.replace(NAMED_FIRST, '')

/** Who is mentioned first, or called so: `@Bob Baker` as it is typed where nothing is escaped. Undefined unless it is one. */
export async function findTypedPerson({ app }: Slack, typed: string): Promise<string | undefined> {
  const [mentioned] = mentionedIn(typed)
  const name = typed.trim().replace(/^@/, '')
  if (mentioned || name === '') return mentioned
  const named = await app.store.read((reader) => listPeopleNamed(reader, [name]))
  const [only, ...others] = [...named.values()].flat().filter(isColleague)
  return others.length === 0 ? only?.id : undefined
}

/** What somebody typed, as Slack escapes it: whom it names, and (of `told`, which is part of it) how it reads. */
export async function readTyped({ app }: Slack, typed: string, told = typed): Promise<Typed> {
  const named = mentionedIn(typed)
  const nameOf = await app.store.read((reader) => listNames(reader, named))
  const words = told
    .replace(MENTION, (_, id: string, handle?: string) => {
      const { name } = nameOf(id)
      return name === 'somebody' ? (handle ?? name) : name
    })
    .replace(GROUP, (all, label?: string) => label ?? all.replace(/^<!(\w+).*/, '@$1'))
    .replace(CHANNEL, (_, name?: string) => `#${name ?? ''}`)
    .replace(LINK, (_, url: string, label?: string) => label ?? url)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
  return { championIds: named.slice(0, 10), words }
}
