import { isColleague, type Person } from './person.ts'

/** What a person was named; a row with who and when, wherever it is kept. */
export type Role = 'host' | 'manager' | 'approver' | 'fulfiller'
export type Roles = ReadonlySet<Role>

/**
 * May change settings, see previews, take stories back. Hosts, and while nobody is named a workspace admin or owner.
 * `anyHostNamed` counts hosts who can still act: when the last one leaves, admins are hosts again.
 */
export function mayRun(person: Person, roles: Roles, anyHostNamed: boolean): boolean {
  if (!isColleague(person)) return false
  return isNamedHost(person, roles) || (person.isAdmin && !anyHostNamed)
}

/** May name hosts and choose the celebration channel: an admin or owner always, and whoever runs Plaudit. */
export function mayNameHosts(person: Person, roles: Roles, anyHostNamed: boolean): boolean {
  return mayRun(person, roles, anyHostNamed) || (isColleague(person) && person.isAdmin)
}

/** May be named host or manager: somebody of this company, no guest. */
export function mayHoldRole(person: Person): boolean {
  return isColleague(person) && !person.isGuest
}

/** A role is lost by leaving, and rests while its holder is a guest. */
export function isNamedHost(person: Person, roles: Roles): boolean {
  return mayHoldRole(person) && roles.has('host')
}

export function isManager(person: Person, roles: Roles): boolean {
  return mayHoldRole(person) && roles.has('manager')
}

/** May decide about awards that wait for approval. */
export function isApprover(person: Person, roles: Roles): boolean {
  return mayHoldRole(person) && roles.has('approver')
}

/** Has the task of handing prizes over. */
export function isFulfiller(person: Person, roles: Roles): boolean {
  return mayHoldRole(person) && roles.has('fulfiller')
}
