/** Who acts: known to the directory, and for guests whether they are in the celebration channel. */
import { findPerson } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import type { Actor } from '../usecases/plaudit.ts'
import type { Look } from '../views/look.ts'
import { lookFor, type Slack } from './slack.ts'

/** `key` names the submission or press, so that the same one again changes nothing. */
export async function actorOf({ app, directory }: Slack, id: string, key?: string): Promise<Actor> {
  await directory.meet([id])
  const { person, settings } = await app.store.read(async (reader) => ({
    person: await findPerson(reader, id),
    settings: await getSettings(reader),
  }))
  const channel = settings.celebrationChannel
  const inCelebrationChannel = person?.isGuest && channel ? await directory.isIn(channel, id) : undefined
  return {
    id,
    ...(key ? { key } : {}),
    ...(inCelebrationChannel === undefined ? {} : { inCelebrationChannel }),
  }
}

/** How this person sees things. */
export function lookOf(slack: Slack, personId: string): Promise<Look> {
  return slack.app.store.read(async (reader) => {
    const person = await findPerson(reader, personId)
    return lookFor(slack, await getSettings(reader), person?.locale)
  })
}
