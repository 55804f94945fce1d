import type { KnownBlock } from '@slack/types'
import type { ShownHelp } from '../domain/shown.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import {
  bold,
  bullets,
  channel,
  code,
  divider,
  fill,
  header,
  type Line,
  lines,
  spoken,
  words,
} from './kit.ts'
import type { Look, Message } from './look.ts'

/** The answer to `/wow help`, and to anybody who writes to Plaudit or mentions it. */
export function helpPage(help: ShownHelp, look: Look): Message {
  const { w } = look
  const commands = commandsFor(help, look)
  return {
    text: spoken(`${w.help.title}.`, ...commands.map(({ example, does }) => `${example}: ${does}.`)),
    blocks: [
      header(w.help.title),
      ...lines(intro(help, look)),
      ...part(
        w.help.commandsTitle,
        commands.map(({ example, does }) => [code(example), words(` ${does}`)]),
      ),
      ...part(w.help.onCardsTitle, asLines(w.help.onCards)),
      divider(),
      ...part(w.help.keptTitle, asLines(w.help.kept)),
      row([button(w.help.tell, actions.storyTell, 'help', { style: 'primary' })]),
    ],
  }
}

function intro({ celebrationChannel }: ShownHelp, { w }: Look): Line {
  return celebrationChannel
    ? fill(w.help.intro, [channel(celebrationChannel)])
    : [words(w.help.introNotSetUp)]
}

function commandsFor({ boards, maySetUp, handsOver }: ShownHelp, { w: { help } }: Look) {
  const { tell, tellFilled, letter, share, leaderboard, leaderboardOff, digest } = help.commands
  const { nominate, prize, prizes, prizesTodo, letters, capture, setup, help: page } = help.commands
  const { vote, rounds, round } = help.commands
  return [
    tell,
    tellFilled,
    letter,
    share,
    ...(boards ? [leaderboard, leaderboardOff] : []),
    digest,
    nominate,
    vote,
    rounds,
    prize,
    prizes,
    ...(handsOver ? [prizesTodo] : []),
    ...(maySetUp ? [letters, capture, round, setup] : []),
    page,
  ]
}

const part = (title: string, items: readonly Line[]): KnownBlock[] => [
  ...lines([bold(title)]),
  ...bullets(items),
]

const asLines = (sentences: readonly string[]): Line[] => sentences.map((sentence) => [words(sentence)])
