/** Titles that were won in rounds: on one's own Home page, and in the digest. */
import type { KnownBlock } from '@slack/types'
import type { ShownTitle } from '../domain/shown.ts'
import { bold, bullets, context, cut, type Line, lines, link, words } from './kit.ts'
import type { Look } from './look.ts'

const MOST = 5
const NAME = 40
const NAMES = 5
const TITLE = 100

/** One's own, with the day; nothing for who has none. */
export function ownTitles(titles: readonly ShownTitle[], look: Look): KnownBlock[] {
  if (titles.length === 0) return []
  const { titles: s } = look.w
  const items = titles
    .slice(0, MOST)
    .map((one): Line => [words(s.one(cut(one.title, TITLE), look.w.day(one.wonOn))), ...linkTo(one, look)])
  return [...lines([words('🏆 '), bold(s.own)]), ...bullets(items), ...more(titles, look)]
}

/** `Bob and Ana: Customer Champion of November. Read it`. Names, not mentions: it was announced. */
export function titlesWon(titles: readonly ShownTitle[], look: Look): KnownBlock[] {
  if (titles.length === 0) return []
  const { titles: s } = look.w
  return [
    ...lines([words('🏆 '), bold(s.inDigest)]),
    ...bullets(
      titles.slice(0, MOST).map((one): Line => [words(titleAloud(one, look)), ...linkTo(one, look)]),
    ),
    ...more(titles, look),
  ]
}

/** As it reads aloud. */
export function titleAloud({ title, winners }: ShownTitle, { w }: Look): string {
  const names = winners.map(({ name }) => cut(name, NAME))
  return w.titles.wins(w.listUpTo(names, NAMES), cut(title, TITLE))
}

const linkTo = ({ post }: ShownTitle, look: Look) =>
  post ? [words(' '), link(look.link(post), look.w.digest.readIt)] : []

const more = ({ length }: readonly ShownTitle[], { w }: Look): KnownBlock[] =>
  length > MOST ? [context(w.titles.more(length - MOST))] : []
