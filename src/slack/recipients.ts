/** Finds out whom praise is for, where only Slack knows: by e-mail address, or by an id that nobody has met yet. */
import { isColleague } from '../domain/person.ts'
import { findPerson } from '../store/people.ts'
import { updateRecipient } from '../store/praise-recipients.ts'
import { listPraises } from '../store/praises.ts'
import { outcomeOf } from './outcome.ts'
import type { Slack } from './slack.ts'

const ID = /^[UW][A-Z0-9]{2,}$/
/** An address that surely is none is not sent to Slack. */
const EMAIL = /^[^\s@]+@[^\s@]+$/

/** Nobody is asked twice: who was not found is forgotten, unless Slack could not say. */
export function createRecipients(slack: Slack): (praiseIds: readonly string[]) => Promise<void> {
  const { app, web, directory } = slack

  return async (praiseIds) => {
    const praises = await app.store.read((reader) => listPraises(reader, praiseIds))
    const open = praises.flatMap(({ id, recipients }) =>
      recipients.flatMap(({ given }) => (given ? [{ id, given }] : [])),
    )
    await Promise.all(open.map(({ id, given }) => match(id, given)))
  }

  async function match(praiseId: string, given: string): Promise<void> {
    const found = ID.test(given) ? await byId(given) : EMAIL.test(given) ? await byEmail(given) : undefined
    if (!found) return
    await app.store.write((tx) => updateRecipient(tx, praiseId, given, found.personId))
  }

  async function byId(id: string): Promise<{ personId?: string } | undefined> {
    await directory.meet([id])
    return colleague(id)
  }

  /** Undefined: Slack does not say now. An address of nobody's is an answer. */
  async function byEmail(email: string): Promise<{ personId?: string } | undefined> {
    try {
      const { user } = await web.interactive.users.lookupByEmail({ email })
      if (!user?.id) return {}
      await directory.meet([user.id])
      return (await colleague(user.id)) ?? {}
    } catch (error) {
      const outcome = outcomeOf(error)
      return outcome.what === 'refused' && outcome.error === 'users_not_found' ? {} : undefined
    }
  }

  async function colleague(id: string): Promise<{ personId: string } | undefined> {
    const person = await app.store.read((reader) => findPerson(reader, id))
    return person?.isKnown && isColleague(person) ? { personId: id } : undefined
  }
}
