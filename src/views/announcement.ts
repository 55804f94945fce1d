/** Who the champion is, said to everybody. */
import type { KnownBlock } from '@slack/types'
import type { Announcement } from '../domain/shown-rounds.ts'
import { lengthOf } from '../domain/text.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, bullets, context, cut, fill, header, lines, mentions, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'
import { fittingReasons, isCut, reasonParts, storyLine } from './reason-parts.ts'

type Winner = Announcement['winners'][number]

/** How much a reason may take; how much all of them may, and how many stories there are links to. Several winners share it. */
const REASON = 700
const REASONS = { count: 6, size: 5_000 }
const STORIES = 10
const NAME = 40
const OTHERS = 3_000
/** Of so many winners at once the reasons are shown; the others are named. */
const WINNERS = 4

/** The champion as a mention, why, the stories behind it, and everybody else who was nominated by name. */
export function announcementPost(announced: Announcement, look: Look): Message {
  const { announcement: s } = look.w
  const { round, winners, others } = announced
  const ids = winners.map(({ person }) => person.id)
  const title = words(round.title, { bold: true })
  const headline = fill(s.headline, [mentions(look, ids, { bold: true }), title], { bold: true })
  const names = look.w.list(winners.map(({ person }) => person.name))
  return {
    text: spoken(`🏆 ${s.headline(names, round.title)}`, how(announced, look)),
    blocks: [
      header(`🏆 ${round.title}`),
      ...lines([words('🎉 '), ...headline], round.honours ? [words(s.honours(round.honours))] : undefined),
      ...winners.slice(0, WINNERS).flatMap((winner) => winnerParts(winner, winners.length, look)),
      ...(hasMore(winners, look) ? [row([button(s.readAll, actions.ballotReasons, round.id)])] : []),
      ...(others.length > 0 ? lines([bold(s.others)], [words(namesOf(announced, look))]) : []),
      context(how(announced, look)),
    ],
  }
}

/** The stories stand together below. */
function shownOf(reasons: Winner['reasons'], winners: number, look: Look): Winner['reasons'] {
  const share = Math.min(winners, WINNERS)
  const room = {
    count: Math.max(1, Math.floor(REASONS.count / share)),
    size: Math.floor(REASONS.size / share),
  }
  return fittingReasons(
    reasons.map((reason) => ({ ...reason, evidence: [] })),
    room,
    look,
    REASON,
  )
}

function winnerParts({ person, reasons, evidence }: Winner, of: number, look: Look): KnownBlock[] {
  const { announcement: s } = look.w
  const shown = shownOf(reasons, of, look)
  const stories = evidence.slice(0, Math.floor(STORIES / Math.min(of, WINNERS)))
  const name = cut(person.name, NAME)
  return [
    ...(shown.length > 0 ? lines([bold(of === 1 ? s.written : s.writtenAbout(name))]) : []),
    ...reasonParts(shown, look, REASON),
    ...(stories.length > 0 ? lines([bold(of === 1 ? s.evidence : s.evidenceFor(name))]) : []),
    ...bullets(stories.map((story) => storyLine(story, look))),
    ...(evidence.length > stories.length ? [context(s.moreStories(evidence.length - stories.length))] : []),
  ]
}

/** Whether anything that may be quoted does not stand in the post. */
const hasMore = (winners: readonly Winner[], look: Look): boolean =>
  winners.some(({ reasons }, index) => {
    const shown = index < WINNERS ? shownOf(reasons, winners.length, look) : []
    return shown.length < reasons.length || isCut(shown, REASON)
  })

/** Everybody by name, as far as a post has room. */
function namesOf({ others }: Announcement, { w }: Look): string {
  const names = others.map(({ name }) => cut(name, NAME))
  let left = OTHERS
  const fitting = names.filter((name) => {
    left -= lengthOf(name) + 2
    return left >= 0
  })
  const more = names.length - fitting.length
  return more === 0 ? `${w.list(fitting)}.` : `${fitting.join(', ')} ${w.announcement.moreOthers(more)}.`
}

/** How it was decided: never with numbers of votes. */
function how({ round, tie }: Announcement, { w: { announcement: s } }: Look): string {
  const judges = round.judges.map(({ name }) => cut(name, NAME))
  const decided = round.decidedBy === 'judges' ? s.judges(judges) : s.how[round.decidedBy]
  return tie ? `${decided} ${s.tie[tie]}` : decided
}
