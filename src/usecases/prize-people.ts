/** Who may give prizes, decide about them and hand them over. */
import type { Award } from '../domain/award.ts'
import { mayApprove } from '../domain/award.ts'
import type { Person } from '../domain/person.ts'
import { Problem } from '../domain/problem.ts'
import { isApprover, isFulfiller, isManager, mayHoldRole } from '../domain/role.ts'
import { listEveryHolder, listRoleHolders, listRoles } from '../store/roles.ts'
import type { Reader } from '../store/store.ts'
import { authorityOf, listHosts } from './plaudit.ts'

type Authority = Pick<Awaited<ReturnType<typeof authorityOf>>, 'roles' | 'mayRun'>

/** Managers who can act, by name. */
export const listManagers = async (reader: Reader): Promise<Person[]> =>
  (await listEveryHolder(reader, 'manager')).filter(mayHoldRole)

/** Throws `forbidden` `award.managers-only {names}` with who may. */
export async function requireManager(reader: Reader, person: Person): Promise<void> {
  if (isManager(person, await listRoles(reader, person.id))) return
  const names = (await listManagers(reader)).map(({ name }) => name)
  throw new Problem('forbidden', 'award.managers-only', undefined, { names })
}

/** Who decides about awards: the approvers, or with none of them here the hosts. */
export async function listAllApprovers(reader: Reader): Promise<Person[]> {
  const named = (await listRoleHolders(reader, 'approver')).filter(mayHoldRole)
  return named.length > 0 ? named : listHosts(reader)
}

/** Who can decide about an award: never who gave or gets it. */
export const listApprovers = async (reader: Reader, award: Award): Promise<Person[]> =>
  (await listAllApprovers(reader)).filter((person) => mayApprove(award, person))

/** Throws `forbidden`: `award.approvers-only {names}`, or `award.not-your-own` for who gave or gets it. */
export async function requireApprover(reader: Reader, person: Person, award: Award): Promise<void> {
  const approvers = await listApprovers(reader, award)
  if (approvers.some(({ id }) => id === person.id)) return
  const isOwn = isApprover(person, await listRoles(reader, person.id)) && !mayApprove(award, person)
  const names = approvers.map(({ name }) => name)
  throw new Problem('forbidden', isOwn ? 'award.not-your-own' : 'award.approvers-only', undefined, { names })
}

/** Who has the task of handing prizes over: who was named for it, or with none of them here the hosts. */
export async function listFulfillers(reader: Reader): Promise<Person[]> {
  const named = (await listRoleHolders(reader, 'fulfiller')).filter(mayHoldRole)
  return named.length > 0 ? named : listHosts(reader)
}

/** Hosts may always. */
export const handsOver = (person: Person, { roles, mayRun }: Authority): boolean =>
  mayRun || isFulfiller(person, roles)

export const mayHandOver = async (reader: Reader, person: Person): Promise<boolean> =>
  handsOver(person, await authorityOf(reader, person))

/** Throws `forbidden` `award.fulfillers-only {names}`. */
export async function requireFulfiller(reader: Reader, person: Person): Promise<void> {
  if (await mayHandOver(reader, person)) return
  const names = (await listFulfillers(reader)).map(({ name }) => name)
  throw new Problem('forbidden', 'award.fulfillers-only', undefined, { names })
}
