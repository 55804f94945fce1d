import type { Instant, Zone } from './time.ts'

/** Somebody (or something) of the directory. `id` is the chat platform's own and opaque here. */
export type Person = {
  readonly id: string
  /** As colleagues see it. */
  readonly name: string
  readonly zone?: Zone | undefined
  /** A BCP 47 tag, `en-GB`. */
  readonly locale?: string | undefined
  readonly isBot: boolean
  readonly isGuest: boolean
  /** An admin or owner of the workspace on the chat platform. */
  readonly isAdmin: boolean
  /** Belongs to another company, met in a shared channel. */
  readonly isForeign: boolean
  readonly leftAt?: Instant | undefined
  /** False until the directory has met them: the flags above then say nothing. */
  readonly isKnown: boolean
}

export type ChampionRefusal = 'unknown' | 'bot' | 'left' | 'foreign'

/** Why this person cannot be credited in a story, or `undefined` when they can. Guests can. */
export function refusalAsChampion(person: Person): ChampionRefusal | undefined {
  if (!person.isKnown) return 'unknown'
  if (person.isBot) return 'bot'
  if (person.isForeign) return 'foreign'
  if (person.leftAt !== undefined) return 'left'
  return undefined
}

/** Anybody of the company who is here, guests included, and nobody waits for the directory to meet them. */
export function mayTell(person: Person): boolean {
  return isColleague(person)
}

/** As `mayTell`. That champions do not cheer for themselves is a rule of the story, see `story.ts`. */
export function mayCheer(person: Person): boolean {
  return isColleague(person)
}

/** A human being of this company who has not left. */
export function isColleague(person: Person): boolean {
  return !person.isBot && !person.isForeign && person.leftAt === undefined
}

/** ISO 3166, `GB`: where a person's phone numbers without a country code belong. */
export function countryOf({ locale }: Pick<Person, 'locale'>): string | undefined {
  if (!locale) return undefined
  if (!regions.has(locale)) regions.set(locale, new Intl.Locale(locale).maximize().region)
  return regions.get(locale)
}
/** A company speaks few languages, and finding out costs more than reading a row. */
const regions = new Map<string, string | undefined>()
