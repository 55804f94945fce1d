/** Awarding a prize for a story: what can be given, and the giving, which charges the budgets in the same transaction. */
import { v7 as newId } from 'uuid'
import { type Award, type AwardInput, newAward, piecesOf } from '../domain/award.ts'
import { type AwardQuestion, questionsAbout } from '../domain/award-questions.ts'
import { type Limits, tightest } from '../domain/budget.ts'
import { countryOf, isColleague, type Person } from '../domain/person.ts'
import { isFree, type Prize } from '../domain/prize.ts'
import { Problem } from '../domain/problem.ts'
import type { ShownStory } from '../domain/shown.ts'
import type { AwardOffer, OfferedPrize } from '../domain/shown-prizes.ts'
import { cleaned } from '../domain/text.ts'
import { addTo, dayOf } from '../domain/time.ts'
import { insertAwardWithin, listAwardsFor } from '../store/awards.ts'
import { insertEntries } from '../store/ledger.ts'
import { listPeople } from '../store/people.ts'
import { findPrize, listPrizes, takeFromStock } from '../store/prizes.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import { listStoryIdsWithoutPrize } from '../store/stories.ts'
import { askApprovers, tellOfAward } from './award-notes.ts'
import { allowanceOf, budgetOf, chargedTo, whatIsSpent } from './budgets.ts'
import { type Actor, look, type Plaudit, perform } from './plaudit.ts'
import { listApprovers, requireManager } from './prize-people.ts'
import { showStories, showStory } from './showing.ts'
import { getToldStory } from './told-story.ts'

/**
 * The form for a story: the prizes, and what is left for them. Throws `forbidden` `award.managers-only {names}`,
 * `not_found` and `closed` for the story, and `award.only-yourself` when nobody is left to get one.
 */
export const showAwardOffer = (app: Plaudit, actor: Actor, storyId: string): Promise<AwardOffer> =>
  look(app, actor, async (reader, by) => {
    await requireManager(reader, by)
    const { championIds } = await getToldStory(reader, storyId)
    const story = await showStory(reader, storyId)
    if (!story) throw new Problem('not_found', 'story.not-found')
    const settings = await getSettings(reader)
    const allowance = await allowanceOf(reader, by.id, settings)
    const today = dayOf(app.clock.civil(), settings.zone)
    const own = await budgetOf(reader, { givenBy: by.id, limits: allowance ?? {} }, today, settings)
    const all = await budgetOf(reader, { limits: settings.workspaceBudget }, today, settings)
    const left = tightest(own.left, all.left)
    const people = await listPeople(reader, championIds)
    const able = story.champions.filter(({ id }) => id !== by.id && people.get(id)?.leftAt === undefined)
    if (able.length === 0) throw new Problem('conflict', 'award.only-yourself')
    const hasBudget = allowance !== undefined
    const { currency, budgetPeriod: period, approvalAbove } = settings
    const prizes = (await listPrizes(reader)).map((prize) => offered(prize, left, hasBudget))
    return { story, prizes, currency, period, left, hasBudget, approvalAbove, people: able }
  })

function offered(prize: Prize, left: Limits, hasBudget: boolean): OfferedPrize {
  const { moneyMinor = Number.POSITIVE_INFINITY, halfDays = Number.POSITIVE_INFINITY } = left
  if (prize.stock === 0) return { ...prize, refused: 'sold-out' }
  if (isFree(prize)) return prize
  if (!hasBudget) return { ...prize, refused: 'no-budget' }
  if (prize.cost.moneyMinor > moneyMinor) return { ...prize, refused: 'money-spent' }
  return prize.cost.halfDays > halfDays ? { ...prize, refused: 'days-spent' } : prize
}

const MOST_STORIES = 15
/** Later than that nobody remembers what the prize is for. */
const AWARDED_FOR_DAYS = 60

/** `/wow prize`: the latest stories of two months without a prize. Throws `forbidden` `award.managers-only {names}`. */
export const listStoriesToAward = (app: Plaudit, actor: Actor): Promise<ShownStory[]> =>
  look(app, actor, async (reader, by) => {
    await requireManager(reader, by)
    const since = addTo(app.clock.civil(), { days: -AWARDED_FOR_DAYS })
    const which = { since, most: MOST_STORIES, managerId: by.id }
    return showStories(reader, await listStoryIdsWithoutPrize(reader, which))
  })

/** Given, or waiting for an approver; or there is something to ask before, and nothing has happened yet. */
export type Awarded =
  | { readonly award: Award }
  | { readonly questions: readonly AwardQuestion[]; readonly award: Award; readonly story: ShownStory }

/**
 * Awards a prize. `answered` are the questions that the manager said yes to. Throws Problems on the fields of the input
 * (see `newAward`), `spent` when a budget or the stock has too little (with what is left), `forbidden` for who is no
 * manager, and `conflict` `award.no-approver` when it has to be approved and nobody could.
 */
export async function awardPrize(
  app: Plaudit,
  actor: Actor,
  input: AwardInput,
  answered: readonly AwardQuestion['ask'][] = [],
): Promise<Awarded> {
  try {
    return { award: await perform(app, actor, (tx, by) => give(tx, by, input, answered)) }
  } catch (error) {
    if (!(error instanceof Asked)) throw error
    const { questions, award } = error
    const story = await app.store.read((reader) => showStory(reader, input.storyId))
    if (!story) throw new Problem('not_found', 'story.not-found')
    return { questions, award, story }
  }
}

/** Takes back everything of the transaction: what is only asked about has not happened, and its key is free. */
class Asked extends Error {
  readonly questions: readonly AwardQuestion[]
  readonly award: Award
  constructor(questions: readonly AwardQuestion[], award: Award) {
    super('asked before awarding')
    this.questions = questions
    this.award = award
  }
}

async function give(
  tx: Tx,
  by: Person,
  input: AwardInput,
  answered: readonly AwardQuestion['ask'][],
): Promise<Award> {
  await requireManager(tx, by)
  const settings = await getSettings(tx)
  const story = await getToldStory(tx, input.storyId)
  const allowance = await allowanceOf(tx, by.id, settings)
  const people = await listPeople(tx, [...story.championIds, ...input.personIds])
  const award = newAward(input, {
    id: newId(),
    giver: by,
    story,
    prize: input.prizeId ? await findPrize(tx, input.prizeId) : undefined,
    currency: settings.currency,
    hasBudget: allowance !== undefined,
    people,
    country: countryOf(by),
    approvalAbove: settings.approvalAbove,
    now: tx.now,
    awardedOn: dayOf(tx.now, settings.zone),
  })
  const awardedBefore = await listAwardsFor(tx, [story.id])
  const typed = cleaned(input.reason ?? '')
  const questions = questionsAbout(award, { story, people, awardedBefore, typed })
  const open = questions.filter(({ ask }) => !answered.includes(ask))
  await charge(tx, award, chargedTo(by.id, allowance, award.awardedOn, settings))
  if (!award.givenAt && (await listApprovers(tx, award)).filter(isColleague).length === 0)
    throw new Problem('conflict', 'award.no-approver')
  if (open.length > 0) throw new Asked(questions, award)
  await insertEntries(tx, award, award.shares, { entry: 'reserved', by: by.id })
  await (award.givenAt ? tellOfAward(tx, award) : askApprovers(tx, award))
  return award
}

/** Of the budgets and the shelf, or not at all. */
async function charge(tx: Tx, award: Award, charged: ReturnType<typeof chargedTo>): Promise<void> {
  if (!(await insertAwardWithin(tx, award, charged))) {
    const cost = {
      moneyMinor: award.shares.reduce((sum, { moneyMinor }) => sum + moneyMinor, 0),
      halfDays: award.shares.reduce((sum, { halfDays }) => sum + halfDays, 0),
    }
    throw (await whatIsSpent(tx, charged, cost, award.prize.currency)) ?? new Problem('spent', 'budget.spent')
  }
  if (!(await takeFromStock(tx, award.prize.id, piecesOf(award)))) {
    const left = (await findPrize(tx, award.prize.id))?.stock ?? 0
    throw new Problem('spent', 'prize.too-few', 'prizeId', { left })
  }
}
