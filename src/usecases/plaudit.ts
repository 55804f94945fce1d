/** What every use-case is given, who acts, and the one way in which an act becomes a transaction. */
import type { Clock } from '../domain/clock.ts'
import { isColleague, type Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import { isNamedHost, mayNameHosts, mayRun } from '../domain/role.ts'
import { insertHandled } from '../store/handled.ts'
import { findPerson } from '../store/people.ts'
import { listRoleHolders, listRoles } from '../store/roles.ts'
import { listLatestChangers } from '../store/settings.ts'
import type { Reader, Store, Tx } from '../store/store.ts'

export type Plaudit = { readonly store: Store; readonly clock: Clock }

export type Actor = {
  readonly id: string
  /** By which submission or press of a button: the same one a second time changes nothing. */
  readonly key?: string | undefined
  /** For guests: whether they are in the celebration channel. */
  readonly inCelebrationChannel?: boolean
  /** Whether they are in the channel where praise from other systems waits. */
  readonly inTriageChannel?: boolean
}

/** Thrown when a submission or a button that took effect already arrives again. Nothing is wrong. */
export class AlreadyDone extends Error {}

/**
 * One act: one transaction, in which the actor's authority is checked, the effect made, and the key of the act kept.
 * Throws a `forbidden` Problem for people of other companies, bots and leavers, and AlreadyDone for an act that was
 * done before.
 */
export function perform<T>(app: Plaudit, actor: Actor, body: (tx: Tx, by: Person) => Promise<T>): Promise<T> {
  return app.store.write(async (tx) => {
    const by = await getActor(tx, actor.id)
    await keepKey(tx, actor)
    return body(tx, by)
  })
}

/** For an act that says only later that it took effect. Throws AlreadyDone for one that was done before. */
export async function keepKey(tx: Tx, { key }: Actor): Promise<void> {
  if (key && !(await insertHandled(tx, key))) throw new AlreadyDone(key)
}

/** What only looks: the same authority, over the connection for reads. */
export function look<T>(
  app: Plaudit,
  actor: Actor,
  body: (reader: Reader, by: Person) => Promise<T>,
): Promise<T> {
  return app.store.read(async (reader) => body(reader, await getActor(reader, actor.id)))
}

const getActor = async (reader: Reader, id: string): Promise<Person> =>
  requireColleague(await findPerson(reader, id))

/** Throws a `forbidden` Problem for people of other companies, bots, leavers, and who is not known. */
export function requireColleague(person: Person | undefined): Person {
  if (!person?.isKnown) throw new Problem('forbidden', 'person.unknown')
  if (!isColleague(person)) throw new Problem('forbidden', 'person.not-a-colleague')
  return person
}

/** What a person may do about the running of Plaudit. */
export async function authorityOf(reader: Reader, person: Person) {
  const roles = await listRoles(reader, person.id)
  const anyHostNamed = (await listNamedHosts(reader)).length > 0
  return {
    roles,
    mayRun: mayRun(person, roles, anyHostNamed),
    mayNameHosts: mayNameHosts(person, roles, anyHostNamed),
  }
}

/** Throws a `forbidden` Problem for everybody but hosts. */
export async function requireHost(reader: Reader, person: Person): Promise<void> {
  if (!(await authorityOf(reader, person)).mayRun) throw new Problem('forbidden', 'host.only')
}

/** Guests see boards and digests only as members of the celebration channel. Throws a `forbidden` Problem. */
export function requireReader(person: Person, actor: Actor): void {
  if (person.isGuest && !actor.inCelebrationChannel) throw new Problem('forbidden', 'guest.members-only')
}

async function listNamedHosts(reader: Reader): Promise<Person[]> {
  const holders = await listRoleHolders(reader, 'host')
  return holders.filter((person) => isNamedHost(person, new Set(['host'])))
}

/** Whom to tell about the running of Plaudit: the hosts, and while nobody is named the admin who last set it up. */
export async function listHosts(reader: Reader): Promise<Person[]> {
  const named = await listNamedHosts(reader)
  if (named.length > 0) return named
  return (await listLatestChangers(reader, 5))
    .filter((person) => mayRun(person, new Set(), false))
    .slice(0, 1)
}
