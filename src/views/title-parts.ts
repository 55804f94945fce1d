/** Titles that were won in rounds: on one's own Home page, and in the digest. */
import type { KnownBlock } from '@slack/types'
import type { ShownTitle } from '../domain/shown.ts'
import { fitting } from './digest-parts.ts'
import { bold, bullets, context, cut, type Line, lines, link, words } from './kit.ts'
import type { Look } from './look.ts'

const MOST = 5
const NAME = 40
const NAMES = 3
const TITLE = 100
/** So many characters of the digest. */
const ROOM = 900

/** One's own, with the day; nothing for who has none. */
export function ownTitles(titles: readonly ShownTitle[], look: Look): KnownBlock[] {
  if (titles.length === 0) return []
  const { titles: s } = look.w
  const items = titles
    .slice(0, MOST)
    .map((one): Line => [words(s.one(cut(one.title, TITLE), look.w.day(one.wonOn))), ...linkTo(one, look)])
  return [
    ...lines([words('🏆 '), bold(s.own)]),
    ...bullets(items),
    ...more(titles.length - items.length, look),
  ]
}

/** `Bob and Ana: Customer Champion of November. Read it`. Names, not mentions: it was announced. */
export function titlesWon(titles: readonly ShownTitle[], look: Look): KnownBlock[] {
  if (titles.length === 0) return []
  const item = (one: ShownTitle): Line => [words(titleAloud(one, look)), ...linkTo(one, look)]
  const shown = fitting(titles.slice(0, MOST), ROOM, (one) => bullets([item(one)]))
  return [
    ...lines([words('🏆 '), bold(look.w.titles.inDigest)]),
    ...bullets(shown.map(item)),
    ...more(titles.length - shown.length, look),
  ]
}

/** As it reads aloud. */
export function titleAloud({ title, winners }: ShownTitle, { w }: Look): string {
  const names = winners.map(({ name }) => cut(name, NAME))
  return w.titles.wins(w.listUpTo(names, NAMES), cut(title, TITLE))
}

const linkTo = ({ post }: ShownTitle, look: Look) =>
  post ? [words(' '), link(look.link(post), look.w.digest.readIt)] : []

const more = (left: number, { w }: Look): KnownBlock[] => (left > 0 ? [context(w.titles.more(left))] : [])
