/** Who acts: known to the directory; and for guests, where it matters, whether they are in the celebration channel. */
import { findPerson } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import { type Actor, type Plaudit, requireColleague } from '../usecases/plaudit.ts'
import type { Look } from '../views/look.ts'
import { lookFor, type Slack } from './slack.ts'

/** Somebody did something: how they see things, and who they are. */
export type Visitor = {
  readonly look: Look
  /**
   * `key` names the submission or press, so that the same one again changes nothing. Throws a `forbidden` Problem for people
   * of other companies, bots and leavers: whatever a listener does, it does for none of them.
   */
  readonly actor: (key?: string) => Promise<Actor>
}

/** Slack is asked about who is not known yet, once it is about more than how they read. */
export async function visitorOf(slack: Slack, id: string): Promise<Visitor> {
  const { app, directory } = slack
  const { person, settings } = await lookUp(app, id)
  const meet = async () => {
    await directory.meet([id])
    return app.store.read((reader) => findPerson(reader, id))
  }
  return {
    look: lookFor(slack, settings, person?.locale),
    actor: async (key) => {
      requireColleague(person?.isKnown ? person : await meet())
      return { id, ...(key ? { key } : {}) }
    },
  }
}

const lookUp = (app: Plaudit, id: string) =>
  app.store.read(async (reader) => ({
    person: await findPerson(reader, id),
    settings: await getSettings(reader),
  }))

/**
 * An actor about to read a board or a digest, or to vote. Only then Slack is asked about guests: it takes few such calls, and
 * none from who acts in the celebration channel, where nobody else can.
 */
export async function asReader({ app, directory }: Slack, actor: Actor, where?: string): Promise<Actor> {
  const { person, settings } = await lookUp(app, actor.id)
  const channel = settings.celebrationChannel
  if (!person?.isGuest || !channel) return actor
  if (where === channel) return { ...actor, inCelebrationChannel: true }
  return { ...actor, inCelebrationChannel: await directory.isIn(channel, actor.id) }
}

/** An actor about to say what becomes of customers' letters from other systems. */
export async function asTriager({ app, directory }: Slack, actor: Actor): Promise<Actor> {
  const { triageChannel } = await app.store.read(getSettings)
  if (!triageChannel) return actor
  return { ...actor, inTriageChannel: await directory.isIn(triageChannel, actor.id) }
}
