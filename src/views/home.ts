import type { HomeView, KnownBlock } from '@slack/types'
import type { ShownHome, ShownStory } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { button, row } from './controls.ts'
import { shortNames } from './digest-parts.ts'
import { actions } from './ids.ts'
import { bold, code, context, divider, header, type Line, lines, link, words } from './kit.ts'
import type { Look } from './look.ts'
import { worth } from './prize-parts.ts'
import { ownTitles } from './title-parts.ts'

/** How many stories of each kind: the page is short, and Slack takes 100 blocks. */
const STORIES = 10

/** App Home: short, for one person. */
export function homePage(home: ShownHome, look: Look): HomeView {
  return {
    type: 'home',
    blocks: [
      header(look.w.home.title),
      ...lines([words(home.setUp ? look.w.home.intro : look.w.home.notSetUp)]),
      whatYouCanDo(home, look),
      ...(home.setUp ? prizesPart(home, look) : []),
      ...(home.setUp ? [context(`💌 ${look.w.letterHome}`)] : []),
      ...ownTitles(home.titles, look),
      ...storiesAbout(home, look),
      ...(home.setUp ? storiesTold(home, look) : []),
      ...lastDigest(home, look),
      ...(home.mayRun ? [divider(), ...forHosts(home, look)] : []),
    ],
  }
}

function whatYouCanDo(
  { setUp, mayRun, mayNameHosts, boards, nominating }: ShownHome,
  { w: { home: s, nomination, roundsRoom } }: Look,
): KnownBlock {
  return row([
    ...(setUp
      ? [
          button(`🌟 ${s.tell}`, actions.homeTell, 'home', { style: 'primary' as const }),
          ...(nominating ? [button(`🏅 ${nomination.homeButton}`, actions.roundNominate, '')] : []),
          button(s.digest, actions.homeDigest, 'home'),
          button(roundsRoom.open, actions.roundsOpen, 'home'),
        ]
      : []),
    ...(setUp && boards ? [button(s.board, actions.homeBoard, 'home')] : []),
    button(s.help, actions.homeHelp, 'home'),
    ...(mayRun || mayNameHosts ? [button(s.setup, actions.setupOpen, 'home')] : []),
  ])
}

/** For managers what they have left, for who hands over what waits, for hosts the way to the catalogue. */
function prizesPart({ budget, toHandOver = 0, mayRun }: ShownHome, { w }: Look): KnownBlock[] {
  if (!budget && toHandOver === 0 && !mayRun) return []
  const { homePrizes: s } = w
  return [
    ...lines(
      [bold(s.title)],
      budget && [words(sayBudget(budget, w))],
      toHandOver > 0 ? [words(s.toHandOver(toHandOver))] : undefined,
    ),
    row([
      ...(budget || mayRun ? [button(s.open, actions.prizesOpen, 'home')] : []),
      ...(toHandOver > 0 ? [button(s.todo, actions.prizesTodo, 'home')] : []),
    ]),
  ]
}

function sayBudget(
  { left, currency, period, isSaid }: NonNullable<ShownHome['budget']>,
  w: Look['w'],
): string {
  const { homePrizes: s } = w
  if (!isSaid) return s.onlyFree
  const said = worth({ moneyMinor: left.moneyMinor ?? 0, halfDays: left.halfDays ?? 0 }, currency, w)
  return said === undefined ? s.nothingLeft(period) : s.left(said, period)
}

function storiesAbout({ about }: ShownHome, look: Look): KnownBlock[] {
  const { home: s, story } = look.w
  if (about.length === 0) return []
  const off = (id: string) => button(s.nameOff, actions.storyNameOff, id, { confirm: story.nameOffConfirm })
  return [
    ...lines([bold(s.about)]),
    ...about.slice(0, STORIES).flatMap((story) => [...storyPart(story, look), row([off(story.id)])]),
  ]
}

function storiesTold({ told }: ShownHome, look: Look): KnownBlock[] {
  const { home: s } = look.w
  return [
    ...lines([bold(s.told)]),
    ...(told.length === 0 ? [context(s.toldNone)] : []),
    ...told
      .slice(0, STORIES)
      .flatMap((story) => [...storyPart(story, look), row([button(s.edit, actions.storyEdit, story.id)])]),
  ]
}

/** `Bob and Ana · 14 November · 12 people cheered`, then the first words. */
function storyPart(story: ShownStory, { w, link: linkTo }: Look): KnownBlock[] {
  const cheers = story.cheers > 0 ? ` · ${w.home.cheered(story.cheers)}` : ''
  const read: Line = story.card ? [words(' '), link(linkTo(story.card), w.home.read)] : []
  return lines(
    [bold(shortNames(story, w)), words(` · ${w.day(story.toldOn)}${cheers}`)],
    [words(`${story.letter ? '💌 ' : ''}${excerpt(story.words, 120)}`), ...read],
  )
}

function lastDigest({ lastDigest: last }: ShownHome, { w, link: linkTo }: Look): KnownBlock[] {
  if (!last) return []
  const line = w.home.lastDigestLine(w.days(last.firstOn, last.lastOn), last.storyCount)
  const links = last.posts.slice(0, 5).flatMap((post): Line => [words(' '), link(linkTo(post), w.home.read)])
  return lines([bold(w.home.lastDigest)], [words(line), ...links])
}

function forHosts({ setUp, failed }: ShownHome, look: Look): KnownBlock[] {
  const { home: s } = look.w
  if (!setUp) return lines([bold(s.hosts)], [words(`⚠️ ${s.noChannel}`)])
  if (failed.length === 0) return [...lines([bold(s.hosts)]), context(s.nothingFailed)]
  return [
    ...lines([bold(s.hosts)], [words(`⚠️ ${s.failed(failed.length)}`)]),
    ...failed.slice(0, STORIES).flatMap((failure) => failurePart(failure, look)),
  ]
}

function failurePart({ id, kind, error }: ShownHome['failed'][number], { w }: Look): KnownBlock[] {
  const { home: s, trouble } = w
  return [
    ...lines(
      [words(`${trouble.what[kind] ?? trouble.something} `), code(error)],
      [words(trouble.todoFor(kind, error))],
    ),
    row([button(s.retry, actions.deliveryRetry, id)]),
  ]
}
