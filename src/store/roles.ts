/** Roles are data: who was named for what, one by one or by a user group of the platform. */
import type { Person } from '../domain/person.ts'
import type { Role } from '../domain/role.ts'
import { parts } from './parts.ts'
import { personOf } from './people.ts'
import type { Reader, Tx } from './store.ts'

/** The roles of one person, by name and by user group. */
export async function listRoles(reader: Reader, personId: string): Promise<Set<Role>> {
  const named = await reader.db
    .selectFrom('roles')
    .select('role')
    .where('workspace_id', '=', reader.workspaceId)
    .where('person_id', '=', personId)
    .execute()
  const grouped = await reader.db
    .selectFrom('group_members')
    .innerJoin('role_groups', (join) =>
      join
        .onRef('role_groups.workspace_id', '=', 'group_members.workspace_id')
        .onRef('role_groups.group_id', '=', 'group_members.group_id'),
    )
    .select('role_groups.role')
    .where('group_members.workspace_id', '=', reader.workspaceId)
    .where('group_members.person_id', '=', personId)
    .execute()
  return new Set([...named, ...grouped].map((row) => row.role))
}

/** Who was named for a role one by one, in the order they were. */
export async function listRoleHolders(reader: Reader, role: Role): Promise<Person[]> {
  const rows = await reader.db
    .selectFrom('roles')
    .innerJoin('people', (join) =>
      join.onRef('people.workspace_id', '=', 'roles.workspace_id').onRef('people.id', '=', 'roles.person_id'),
    )
    .selectAll('people')
    .where('roles.workspace_id', '=', reader.workspaceId)
    .where('roles.role', '=', role)
    .orderBy('roles.granted_at')
    .orderBy('roles.person_id')
    .execute()
  return rows.map(personOf)
}

/** Everybody who holds a role, named one by one or by a user group, by name. */
export async function listEveryHolder(reader: Reader, role: GroupRole): Promise<Person[]> {
  const named = reader.db
    .selectFrom('roles')
    .select('person_id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('role', '=', role)
  const grouped = reader.db
    .selectFrom('group_members')
    .innerJoin('role_groups', (join) =>
      join
        .onRef('role_groups.workspace_id', '=', 'group_members.workspace_id')
        .onRef('role_groups.group_id', '=', 'group_members.group_id'),
    )
    .select('person_id')
    .where('group_members.workspace_id', '=', reader.workspaceId)
    .where('role_groups.role', '=', role)
  const rows = await reader.db
    .selectFrom('people')
    .selectAll()
    .where('workspace_id', '=', reader.workspaceId)
    .where('id', 'in', named.union(grouped))
    .orderBy('name')
    .execute()
  return rows.map(personOf)
}

/** Names exactly these for the role; who was named already keeps since when and by whom. */
export async function replaceRoleHolders(
  tx: Tx,
  role: Role,
  personIds: readonly string[],
  by: string,
): Promise<void> {
  await tx.db
    .deleteFrom('roles')
    .where('workspace_id', '=', tx.workspaceId)
    .where('role', '=', role)
    .$if(personIds.length > 0, (q) => q.where('person_id', 'not in', personIds))
    .execute()
  if (personIds.length === 0) return
  await tx.db
    .insertInto('roles')
    .values(
      personIds.map((person_id) => ({
        workspace_id: tx.workspaceId,
        role,
        person_id,
        granted_at: tx.now,
        granted_by: by,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Only some roles can be held by a user group. */
type GroupRole = 'host' | 'manager'

export async function findRoleGroup(reader: Reader, role: GroupRole): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('role_groups')
    .select('group_id')
    .where('workspace_id', '=', reader.workspaceId)
    .where('role', '=', role)
    .executeTakeFirst()
  return row?.group_id
}

export async function replaceRoleGroup(
  tx: Tx,
  role: GroupRole,
  groupId: string | undefined,
  by: string,
): Promise<void> {
  await tx.db
    .deleteFrom('role_groups')
    .where('workspace_id', '=', tx.workspaceId)
    .where('role', '=', role)
    .execute()
  if (!groupId) return
  await tx.db
    .insertInto('role_groups')
    .values({
      workspace_id: tx.workspaceId,
      role,
      group_id: groupId,
      granted_at: tx.now,
      granted_by: by,
    })
    .execute()
}

/** Who is in a user group now, as the platform says. */
export async function replaceGroupMembers(
  tx: Tx,
  groupId: string,
  personIds: readonly string[],
): Promise<void> {
  await tx.db
    .deleteFrom('group_members')
    .where('workspace_id', '=', tx.workspaceId)
    .where('group_id', '=', groupId)
    .execute()
  for (const part of parts(personIds)) {
    await tx.db
      .insertInto('group_members')
      .values(part.map((person_id) => ({ workspace_id: tx.workspaceId, group_id: groupId, person_id })))
      .onConflict((oc) => oc.doNothing())
      .execute()
  }
}
