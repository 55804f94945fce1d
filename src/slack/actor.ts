/** Who acts: known to the directory; and for guests, where it matters, whether they are in the celebration channel. */
import { findPerson } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import { type Actor, requireColleague } from '../usecases/plaudit.ts'
import type { Look } from '../views/look.ts'
import { lookFor, type Slack } from './slack.ts'

/**
 * `key` names the submission or press, so that the same one again changes nothing. Throws a `forbidden` Problem for people
 * of other companies, bots and leavers: whatever a listener does, it does for none of them.
 */
export async function actorOf({ app, directory }: Slack, id: string, key?: string): Promise<Actor> {
  await directory.meet([id])
  await requireColleague(app, id)
  return { id, ...(key ? { key } : {}) }
}

/**
 * The same, about to read a board or a digest, or to vote. Only then Slack is asked about guests: it takes few such calls, and
 * none from who acts in the celebration channel, where nobody else can.
 */
export async function asReader({ app, directory }: Slack, actor: Actor, where?: string): Promise<Actor> {
  const { person, settings } = await app.store.read(async (reader) => ({
    person: await findPerson(reader, actor.id),
    settings: await getSettings(reader),
  }))
  const channel = settings.celebrationChannel
  if (!person?.isGuest || !channel) return actor
  if (where === channel) return { ...actor, inCelebrationChannel: true }
  return { ...actor, inCelebrationChannel: await directory.isIn(channel, actor.id) }
}

/** The same, about to say what becomes of customers' letters from other systems. */
export async function asTriager({ app, directory }: Slack, actor: Actor): Promise<Actor> {
  const { triageChannel } = await app.store.read(getSettings)
  if (!triageChannel) return actor
  return { ...actor, inTriageChannel: await directory.isIn(triageChannel, actor.id) }
}

/** How this person sees things. */
export function lookOf(slack: Slack, personId: string): Promise<Look> {
  return slack.app.store.read(async (reader) => {
    const person = await findPerson(reader, personId)
    return lookFor(slack, await getSettings(reader), person?.locale)
  })
}
