/** The Home page of one person, and what helps them. */
import type { Person } from '../domain/person.ts'
import { isManager } from '../domain/role.ts'
import type { ShownHelp, ShownHome } from '../domain/shown.ts'
import { dayOf } from '../domain/time.ts'
import { listAwardIdsIn } from '../store/award-lists.ts'
import { countIssuedStories, findLastIssue } from '../store/digests.ts'
import { listFailedDeliveries } from '../store/failed-deliveries.ts'
import { listPostsAbout } from '../store/posts.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { listStoryIdsAbout, listStoryIdsToldBy } from '../store/stories.ts'
import { showOwnBudget } from './budget-showing.ts'
import { allowanceOf } from './budgets.ts'
import { listNominatingRounds } from './nomination-offers.ts'
import { type Actor, authorityOf, look, type Plaudit } from './plaudit.ts'
import { handsOver } from './prize-people.ts'
import { showStoriesById } from './showing.ts'
import { showTitlesOf } from './titles.ts'

const MOST_STORIES = 5

export const showHome = (app: Plaudit, actor: Actor): Promise<ShownHome> =>
  look(app, actor, async (reader, by) => {
    const { celebrationChannel, boards } = await getSettings(reader)
    const authority = await authorityOf(reader, by)
    const { roles, mayRun, mayNameHosts } = authority
    const told = await listStoryIdsToldBy(reader, by.id, MOST_STORIES)
    const about = await listStoryIdsAbout(reader, by.id, MOST_STORIES)
    const stories = await showStoriesById(reader, [...told, ...about])
    const lastDigest = await lastDigestOf(reader)
    return {
      setUp: celebrationChannel !== undefined,
      boards,
      mayRun,
      mayNameHosts,
      roles: [...roles],
      told: told.flatMap((id) => stories.get(id) ?? []),
      about: about.flatMap((id) => stories.get(id) ?? []),
      titles: await showTitlesOf(reader, by.id),
      ...(isManager(by, roles) ? { budget: await budgetFor(app, reader, by) } : {}),
      ...(handsOver(by, authority) ? { toHandOver: (await listAwardIdsIn(reader, 'open')).length } : {}),
      nominating: (await listNominatingRounds(reader, app.clock.civil())).length > 0,
      failed: mayRun ? await listFailedDeliveries(reader, 10) : [],
      ...(celebrationChannel ? { celebrationChannel } : {}),
      ...(lastDigest ? { lastDigest } : {}),
    }
  })

async function lastDigestOf(reader: Reader): Promise<ShownHome['lastDigest']> {
  const issue = await findLastIssue(reader)
  if (!issue) return undefined
  const { zone } = await getSettings(reader)
  return {
    firstOn: dayOf(issue.window.from, zone),
    lastOn: dayOf(issue.window.to, zone),
    posts: await listPostsAbout(reader, [issue.digestId], ['digest']),
    storyCount: await countIssuedStories(reader, issue.digestId),
  }
}

async function budgetFor(app: Plaudit, reader: Reader, person: Person): Promise<ShownHome['budget']> {
  const settings = await getSettings(reader)
  const { left } = await showOwnBudget(reader, person, dayOf(app.clock.civil(), settings.zone), settings)
  const isSaid = (await allowanceOf(reader, person.id, settings)) !== undefined
  return { left, currency: settings.currency, period: settings.budgetPeriod, isSaid }
}

export const showHelp = (app: Plaudit, actor: Actor): Promise<ShownHelp> => look(app, actor, helpFor)

export async function helpFor(reader: Reader, person: Person): Promise<ShownHelp> {
  const { celebrationChannel, boards } = await getSettings(reader)
  const authority = await authorityOf(reader, person)
  return {
    boards,
    maySetUp: authority.mayNameHosts,
    handsOver: handsOver(person, authority),
    ...(celebrationChannel ? { celebrationChannel } : {}),
  }
}
