import { rank } from '../../../src/domain/board.ts'
import type { ShownBoard, ShownHome } from '../../../src/domain/shown.ts'
import { boardAnswer, boardMonth } from '../../../src/views/board.ts'
import { helpPage } from '../../../src/views/help.ts'
import { homePage } from '../../../src/views/home.ts'
import { messageModal, notice } from '../../../src/views/notice.ts'
import { setupChanged } from '../../../src/views/setup-changed.ts'
import { setupHint } from '../../../src/views/setup-notes.ts'
import { troubleNote } from '../../../src/views/trouble.ts'
import { welcomePost } from '../../../src/views/welcome.ts'
import { aFullStory, alice, aStory, bob, carol, dave, erin, look } from './cast.ts'
import type { Examples } from './examples.ts'

const row = ({ id, name }: typeof bob, count: number, cheers = 0) => ({ personId: id, name, count, cheers })

const aBoard: ShownBoard = {
  view: 'champions',
  period: 'month',
  startsOn: '2026-11-01',
  board: rank('champions', [row(bob, 3, 14), row(carol, 2, 5), row(dave, 2, 5), row(erin, 1)]),
  own: { count: 2, cheers: 5 },
  hidden: false,
}
const nobody = { rows: [], more: 0 }
const { own: _, ...notOnIt } = aBoard
const crowd = Array.from({ length: 30 }, (_, n) => row({ id: `U${n}`, name: `Person ${n}` }, 4))

export const boards: Examples = {
  'champions with a tie': () => boardAnswer(aBoard, look),
  storytellers: () =>
    boardAnswer(
      {
        ...aBoard,
        view: 'storytellers',
        period: 'week',
        startsOn: '2026-11-16',
        own: { count: 1, cheers: 0 },
      },
      look,
    ),
  'cheerers of a quarter': () =>
    boardAnswer({ ...notOnIt, view: 'cheerers', period: 'quarter', startsOn: '2026-10-01' }, look),
  'of a year, with nobody yet': () =>
    boardAnswer({ ...notOnIt, board: nobody, period: 'year', startsOn: '2026-01-01' }, look),
  'for who is not listed': () => boardAnswer({ ...aBoard, hidden: true }, look),
  'thirty who share a rank': () => boardAnswer({ ...aBoard, board: rank('champions', crowd) }, look),
  'of the month before, for everybody': () => boardMonth(aBoard, look),
  'of the month before, with nobody left': () => boardMonth({ ...notOnIt, board: nobody }, look),
  'off the boards': () => notice(look.w.board.left),
  'on the boards again': () => notice(look.w.board.back),
}

const aHome: ShownHome = {
  setUp: true,
  boards: true,
  mayRun: false,
  mayNameHosts: false,
  roles: [],
  celebrationChannel: 'CWOW',
  told: [],
  about: [],
  titles: [],
  failed: [],
}
const budget = {
  left: { moneyMinor: 50_00, halfDays: 1 },
  currency: 'GBP',
  period: 'month',
  isSaid: true,
} as const
const { celebrationChannel: __, ...unset } = aHome
const lastDigest = {
  firstOn: '2026-11-07',
  lastOn: '2026-11-13',
  posts: [{ channel: 'CWOW', ts: '1763049600.000100' }],
  storyCount: 7,
}

const announced = { channel: 'CWOW', ts: '1763658000.000100' }
const titles = [
  { title: 'Customer Champion of November', wonOn: '2026-11-20', winners: [bob], post: announced },
  { title: 'Customer Champion of July', wonOn: '2026-07-20', winners: [bob, erin] },
]

export const homes: Examples = {
  'on the first day': () => homePage(aHome, look),
  'of a teller and champion': () =>
    homePage({ ...aHome, told: [aFullStory(), aStory({ cheers: 1 })], about: [aStory()], lastDigest }, look),
  'of a champion of two rounds': () => homePage({ ...aHome, titles }, look),
  'of a host, with failures': () =>
    homePage(
      {
        ...aHome,
        mayRun: true,
        mayNameHosts: true,
        roles: ['host'],
        failed: [
          { id: 'D1', kind: 'story.card', error: 'is_archived' },
          { id: 'D2', kind: 'digest', error: 'never_heard_of' },
        ],
      },
      look,
    ),
  'of a manager': () => homePage({ ...aHome, roles: ['manager'], budget }, look),
  'of a manager who gave all there was': () =>
    homePage({ ...aHome, budget: { ...budget, left: { moneyMinor: 0, halfDays: 0 } } }, look),
  'of a manager before hosts have said': () =>
    homePage({ ...aHome, budget: { ...budget, isSaid: false } }, look),
  'of who hands prizes over': () => homePage({ ...aHome, toHandOver: 3 }, look),
  'of a host, all well and boards off': () => homePage({ ...aHome, boards: false, mayRun: true }, look),
  'of an admin before the setup': () =>
    homePage({ ...unset, setUp: false, mayRun: true, mayNameHosts: true }, look),
  'before the setup': () => homePage({ ...unset, setUp: false }, look),
  'as full as it gets': () =>
    homePage(
      {
        ...aHome,
        mayRun: true,
        budget,
        toHandOver: 1234,
        told: Array.from({ length: 30 }, () => aFullStory()),
        about: Array.from({ length: 30 }, () => aFullStory()),
        failed: Array.from({ length: 30 }, (_, n) => ({
          id: `D${n}`,
          kind: 'digest',
          error: 'not_in_channel',
        })),
        lastDigest,
      },
      look,
    ),
}

const failed = (kind: string, error: string, lane: string) =>
  troubleNote({ what: 'delivery-failed', kind, error, lane, deliveryId: 'D1' }, look)

export const hostNotes: Examples = {
  'a story in an archived channel': () => failed('story.card', 'is_archived', 'CWOW'),
  'a note to somebody who left': () => failed('story.credit', 'user_disabled', bob.id),
  'an error nobody knows': () => failed('unheard.of', 'fatal_error', 'CWOW'),
  'a channel shared with another company': () =>
    troubleNote({ what: 'channel-shared', channel: 'CWOW' }, look),
  'a channel that is lost': () => troubleNote({ what: 'channel-lost', channel: 'CWOW' }, look),
  'changed settings': () =>
    setupChanged(
      {
        by: alice,
        currency: 'EUR',
        changes: [
          { key: 'celebrationChannel', to: 'CWOW' },
          { key: 'digestChannels', from: ['CWOW'], to: ['CWOW', 'CALL'] },
          { key: 'digestDay', from: 5, to: 4 },
          { key: 'digestTime', from: '16:00', to: '09:30' },
          { key: 'workingDays', from: [1, 2, 3, 4, 5], to: [7, 1, 2, 3, 4] },
          { key: 'boards', from: true, to: false },
          { key: 'cheerEmoji', from: 'any', to: ['tada', 'clap'] },
          { key: 'hosts', from: [], to: [dave.id, carol.id] },
          { key: 'managerGroup', from: null, to: 'S0GROUP' },
        ],
      },
      (id) => [dave, carol].find((person) => person.id === id)?.name ?? id,
      look,
    ),
  'a hint to an admin': () => setupHint({ maySetUp: true }, look),
  'a hint to everybody': () => setupHint({ maySetUp: false }, look),
  'a hint to everybody, with hosts': () => setupHint({ maySetUp: false, hosts: [dave, carol] }, look),
}

const aHelp = { boards: true, maySetUp: false, handsOver: false }

export const pages: Examples = {
  help: () => helpPage({ ...aHelp, celebrationChannel: 'CWOW' }, look),
  'help for a host': () =>
    helpPage({ ...aHelp, celebrationChannel: 'CWOW', maySetUp: true, handsOver: true }, look),
  'help before the setup, boards off': () => helpPage({ ...aHelp, boards: false }, look),
  welcome: () => welcomePost(look.w.welcome.text, look),
  'help, asked for on Home': () => messageModal(helpPage(aHelp, look), look),
  'a board, asked for on Home': () => messageModal(boardAnswer(aBoard, look), look),
  'something broke': () => notice(look.w.fault.sentence('a1b2c3')),
}
