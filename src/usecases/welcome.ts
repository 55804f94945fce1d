/** The first post. */
import { readText } from '../domain/field.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import { getSettings } from '../store/settings.ts'
import { deliver } from './deliveries.ts'
import { type Actor, authorityOf, type Plaudit, perform } from './plaudit.ts'

const welcomeLimits = { min: 1, max: 3000 }

/** The welcome post, as the host wrote it: to the celebration channel, once. Throws Problems on `words`. */
export const postWelcome = (app: Plaudit, actor: Actor, words: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const { mayNameHosts } = await authorityOf(tx, by)
    if (!mayNameHosts) throw new Problem('forbidden', 'setup.admins-only')
    const { celebrationChannel } = await getSettings(tx)
    if (!celebrationChannel) throw new Problem('not_found', 'setup.not-yet')
    const problems: Problem[] = []
    const read = readText(words, welcomeLimits, problems, { field: 'words' })
    throwAny(problems)
    await deliver(tx, {
      kind: 'welcome',
      subjectId: by.id,
      args: { words: read ?? '' },
      lane: celebrationChannel,
    })
  })
