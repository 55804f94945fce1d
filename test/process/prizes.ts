/** Prizes on real processes: a company with managers, a catalogue and budgets, and how a manager gives something. */
import { expect } from '@jest/globals'
import type { Message, Person, View } from '../../playground/server/index.ts'
import type { Settings } from '../../src/domain/settings.ts'
import { listUnbalanced } from '../../src/store/ledger.ts'
import { insertPrize, upsertPrizePhoto } from '../../src/store/prizes.ts'
import { replaceRoleHolders } from '../../src/store/roles.ts'
import { updateSettings } from '../../src/store/settings.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { createWorld, eventually, ROOM, sayings, settled, setUp, tell, type World } from './world.ts'

type Options = Parameters<typeof createWorld>[0] & {
  readonly zone?: string
  /** How many managers there are. */
  readonly managers: number
  readonly settings?: Partial<Settings>
  /** Besides those that come with Plaudit: gifts with their cost in pence, how many there are, and a photo of dave's. */
  readonly gifts?: Readonly<
    Record<string, { readonly cost: number; readonly stock?: number; readonly photo?: Buffer }>
  >
  /** How many stories carol tells. */
  readonly stories: number
  /** About whom besides bob: `@alice`. */
  readonly also?: string
}

export type Shop = Awaited<ReturnType<typeof openShop>>

/** dave is host; alice and dave approve, where something waits. A manager has 100 pounds and a day, unless told. */
export async function openShop({ zone = 'Europe/London', managers: count, stories, ...options }: Options) {
  const { settings, gifts = {}, also = '', ...more } = options
  const world = await createWorld(more)
  const { slack } = world
  await slack.changePerson('UDAVE', { tz: zone }) // who sets it up: so the workspace's
  const managers = Array.from({ length: count }, (_, index) => bringManager(world, index))
  for (const { id } of managers) await slack.invite(ROOM, id)
  const running = await world.start()
  await setUp(world)
  const known = 'select count(*) as n from people where known_at is not null'
  await eventually(() => (world.read<{ n: number }>(known)[0]?.n ?? 0) >= count + 4, 'everybody to be known')

  await withStore(world, (store) =>
    store.write(async (tx) => {
      const all: Partial<Settings> = {
        currency: 'GBP',
        managerBudget: { moneyMinor: 100_00, halfDays: 2 },
        ...settings,
      }
      await updateSettings(
        tx,
        Object.entries(all).map(([key, to]) => ({ key: key as keyof Settings, to })),
      )
      const ids = managers.map(({ id }) => id)
      await replaceRoleHolders(tx, 'manager', ids, 'UDAVE')
      await replaceRoleHolders(tx, 'approver', ['UALICE', 'UDAVE'], 'UDAVE')
      for (const [name, { cost, stock, photo }] of Object.entries(gifts)) {
        const prize = {
          id: name,
          kind: 'gift',
          name,
          cost: { moneyMinor: cost, halfDays: 0 },
          stock,
        } as const
        await insertPrize(tx, { ...prize, revision: 1, hasPhoto: false, createdAt: tx.now })
        if (photo) await upsertPrizePhoto(tx, name, world.dave.upload({ name: `${name}.png`, data: photo }))
      }
    }),
  )
  for (let number = 0; number < stories; number += 1)
    await tell(world.carol, `${also} Story ${number}, of help at the right moment.`)
  await settled(world)
  const cards = slack.messages(ROOM)
  expect(cards).toHaveLength(stories)
  return { ...world, running, managers, cards }
}

function bringManager({ slack }: World, index: number): Person {
  const name = `manager${index}`
  return slack.addPerson({ id: `UMANAGER${index}`, name, realName: `Manager ${index}`, tz: 'Europe/London' })
}

/** The store as another process would open it, for a moment. */
export async function withStore<T>(
  { slack, database }: Pick<World, 'slack' | 'database'>,
  body: (store: Store) => Promise<T>,
): Promise<T> {
  const now = () => new Date().toISOString()
  const workspaceId = slack.team.id
  const store = openStore({ path: database, workspaceId, clock: { civil: now, real: now } })
  try {
    return await body(store)
  } finally {
    await store.close()
  }
}

export type Gift = { readonly prize: string; readonly reason: string; readonly isPrivate?: boolean }
/** `refused`: what stands under the prize. */
export type Given = 'acknowledged' | 'unacknowledged' | { readonly refused: string }

/** Opens the form from the card. `undefined`: it never came. */
export async function openForm(
  manager: Person,
  card: Message,
  { patience = 5_000 }: { patience?: number } = {},
): Promise<View | undefined> {
  const ack = await manager.press(card, 'prize.award')
  return ack.ok ? manager.nextModal({ timeoutMs: patience }).catch(() => undefined) : undefined
}

/** Fills in the form on top, and sends it. */
export async function send(manager: Person, { prize, reason, isPrivate = false }: Gift): Promise<Given> {
  const privacy = isPrivate ? { isPrivate: ['yes'] } : {}
  const { outcome, errors, clientErrors } = await manager.submit({
    prizeId: `${prize}:1`,
    reason,
    ...privacy,
  })
  if (outcome === 'failed') return 'unacknowledged'
  if (outcome === 'cleared' || outcome === 'updated') return 'acknowledged'
  if (outcome === 'errors') return { refused: errors.prizeId ?? JSON.stringify(errors) }
  throw new Error(`the prize was answered: ${outcome} ${JSON.stringify(clientErrors)}`)
}

/** What each says about it, in turn. */
export const refusals = (given: readonly Given[]): string[] =>
  given.flatMap((one) => (typeof one === 'object' ? one.refused : []))

/** The replies to all stories. */
export const replies = ({ slack, cards }: Pick<Shop, 'slack' | 'cards'>): Message[] =>
  cards.flatMap(({ ts }) => slack.replies(ROOM, ts))

/** What the ledger says was taken, by manager and month of charging, in pence. */
export const taken = ({ read }: Pick<World, 'read'>) =>
  read<{ by: string; month: string; pence: number }>(
    `select given_by as "by", substr(charged_on, 1, 7) as month, sum(reserved_minor + spent_minor) as pence
       from ledger_entries group by 1, 2 order by 1, 2`,
  )

export const totalTaken = (shop: Pick<World, 'read'>): number =>
  taken(shop).reduce((sum, { pence }) => sum + pence, 0)

/** The shares and the ledger say the same: what `doctor` asks, too. */
export async function expectBalanced(shop: Pick<World, 'slack' | 'database'>): Promise<void> {
  expect(await withStore(shop, (store) => store.read(listUnbalanced))).toEqual([])
}

/** What was entered for the awards with this reason, or for all. */
export const entriesOf = ({ read }: Pick<World, 'read'>, reason = ''): string[] =>
  read<{ entry: string }>(
    `select entry from ledger_entries join awards on awards.id = award_id
      where instr(reason, ?) > 0 or ? = '' order by ledger_entries.id`,
    reason,
    reason,
  ).map(({ entry }) => entry)

/** From the card to the end of it. */
export async function give(manager: Person, card: Message, gift: Gift): Promise<Given> {
  if (!(await openForm(manager, card))) throw new Error('the form never came')
  const given = await send(manager, gift)
  await manager.close({ all: true })
  return given
}

/** What Plaudit wrote to somebody about the award with this reason. */
export const awardGiven = (
  { slack }: Pick<World, 'slack'>,
  person: Person,
  reason: string,
): Promise<Message> =>
  slack.until(() => person.dmMessages().findLast((one) => sayings([one], reason) > 0), {
    what: `a message to ${person.id} about “${reason}”`,
  })

export function at<T>(list: readonly T[], index: number): T {
  const found = list.at(index)
  if (found === undefined) throw new Error(`there is no ${index} in a list of ${list.length}`)
  return found
}
