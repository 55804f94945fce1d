/** Everything that somebody waits for, and how fast it has to be there. */
import { periods } from '../../src/domain/calendar.ts'
import type { Delivery } from '../../src/domain/delivery.ts'
import { render } from '../../src/slack/renderings.ts'
import { getDigestDueAt } from '../../src/store/digests.ts'
import { actions, blockAbout } from '../../src/views/ids.ts'
import type { Samples } from './samples.ts'
import {
  APPROVER,
  FIRST_MANAGER,
  FULFILLER,
  HOST,
  MANAGER,
  managers,
  NOW,
  personId,
  type Sizes,
} from './sizes.ts'
import type { World } from './world.ts'

export type Ask = {
  readonly what: string
  /** 95 of 100 in so many milliseconds; absent: it waits for nobody. */
  readonly goal?: number
  readonly do: (nth: number) => Promise<unknown>
}

const views = ['champions', 'storytellers', 'cheerers'] as const

export function boardAsks({ presses }: World, { people }: Samples): Ask[] {
  return periods.flatMap((period) =>
    views.map((view) => ({
      what: `${view}, ${period}`,
      goal: 10,
      do: (nth: number) => presses(oneOf(people, nth), actions.boardPeriod, `${period}:${view}`),
    })),
  )
}

const oneOf = (all: readonly string[], nth: number): string => {
  const one = all[nth % all.length]
  if (one === undefined) throw new RangeError('there is none of these in the database')
  return one
}

export async function pageAsks(world: World, sizes: Sizes, samples: Samples): Promise<Ask[]> {
  const { types, presses, searches, looksAtHome } = world
  const manager = (nth: number) => personId(FIRST_MANAGER + (nth % managers(sizes)))
  const anybody = (nth: number) => oneOf(samples.people, nth)
  const { recent, stories } = samples
  const digest = await world.app.store.write((tx) => getDigestDueAt(tx, '2026-11-20T16:00:00.000Z'))
  const page = (what: string, run: (nth: number) => Promise<unknown>): Ask => ({ what, goal: 20, do: run })
  return [
    page('Home', (nth) => looksAtHome(anybody(nth))),
    page('Home of a manager', (nth) => looksAtHome(manager(nth))),
    page('Home of a host', () => looksAtHome(HOST)),
    page('`/wow`', (nth) => types(anybody(nth), '')),
    page('`/wow help`', (nth) => types(anybody(nth), 'help')),
    page('`/wow setup`', () => types(HOST, 'setup')),
    page('`/wow prize`: stories without one', (nth) => types(manager(nth), 'prize')),
    page('the form of a prize', (nth) => presses(MANAGER, actions.prizeAward, oneOf(recent, nth))),
    page('`/wow prizes` of a manager', (nth) => types(manager(nth), 'prizes')),
    page('`/wow prizes` of a host', () => types(HOST, 'prizes')),
    page('`/wow prizes todo`', () => types(FULFILLER, 'prizes todo')),
    page('handing a prize over', (nth) =>
      presses(FULFILLER, actions.awardHandOver, oneOf(samples.openAwards, nth)),
    ),
    page('declining a prize', (nth) =>
      presses(APPROVER, actions.awardDecline, oneOf(samples.waitingAwards, nth)),
    ),
    page('the settings of prizes', () => presses(HOST, actions.prizesSettings, '')),
    page('`/wow letters`', () => types(HOST, 'letters')),
    page('`/wow letters`, page 50', () => presses(HOST, actions.praisesNext, '50')),
    page('a letter from there to share', (nth) =>
      presses(HOST, actions.praiseDismiss, oneOf(samples.waiting, nth)),
    ),
    page('a whole letter', (nth) => presses(anybody(nth), actions.letterWhole, oneOf(samples.wholes, nth))),
    page('what was masked in a letter', (nth) =>
      presses(HOST, actions.letterOriginal, oneOf(samples.originals, nth)),
    ),
    page('editing a story', (nth) => presses(HOST, actions.storyEdit, oneOf(stories, nth))),
    page('adding one’s voice', (nth) =>
      presses(personId(sizes.people - 1), actions.voiceAdd, oneOf(recent, nth)),
    ),
    page('`/wow capture`', () => types(HOST, 'capture')),
    page('`/wow sources`', () => types(HOST, 'sources')),
    page('evidence for a nomination is searched', (nth) =>
      searches(
        APPROVER,
        actions.nominationEvidence,
        nth % 2 === 0 ? 'bakery' : '',
        blockAbout('evidence', anybody(nth)),
      ),
    ),
    page('words that nobody wrote are searched', (nth) =>
      searches(APPROVER, actions.nominationEvidence, 'zebra', blockAbout('evidence', anybody(nth))),
    ),
    page('a host searches the digest’s stories', () =>
      searches(HOST, actions.digestLead, 'bakery', blockAbout('lead', digest.id)),
    ),
  ]
}

/** What is said: the rendering of posts, for which people wait a little. */
export async function saidAsks({ app, slack, types }: World, samples: Samples): Promise<Ask[]> {
  const digest = await app.store.write((tx) => getDigestDueAt(tx, '2026-11-20T16:00:00.000Z'))
  const say = (kind: Delivery['kind'], subjectId: string, lane = 'C1') =>
    app.store.read((reader) => render(slack, reader, { ...delivery, kind, subjectId, lane }))
  return [
    { what: 'a card', goal: 20, do: (nth) => say('story.card', oneOf(samples.stories, nth)) },
    {
      what: 'a card with hundreds of cheers',
      goal: 20,
      do: (nth) => say('story.card', oneOf(samples.loved, nth)),
    },
    { what: 'the board of a month', goal: 10, do: () => say('board.month', '2026-10-01') },
    {
      what: '`/wow digest`, 500 stories',
      goal: 50,
      do: (nth) => types(oneOf(samples.people, nth), 'digest'),
    },
    { what: 'the preview of that digest', goal: 50, do: () => say('digest.preview', digest.id, HOST) },
    { what: 'an issued digest of a full week', do: () => say('digest', oneOf(samples.digests, 0)) },
  ]
}

const delivery: Delivery = {
  ...{ id: 'bench', kind: 'help', subjectId: '', args: {}, lane: 'C1', attempts: 1, doubt: 0 },
  createdAt: NOW,
}
