import type { Json } from '../json.ts'
import { Refusal } from '../refusal.ts'
import type { UserGroup } from '../types.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'
import { type Answer, type Methods, method } from './method.ts'

export const usergroups: Methods = {
  'usergroups.list': method('tier 2', ['usergroups:read'], [], list),
  'usergroups.users.list': method('tier 2', ['usergroups:read'], ['usergroup'], members),
}

function list(world: World, args: Args): Answer {
  needPlan(world)
  const groups = [...world.workspace.groups.values()].filter(
    (group) => !group.deleted || args.flag('include_disabled'),
  )
  return { usergroups: groups.map((group) => groupPayload(world, group, args)) }
}

function members(world: World, args: Args): Answer {
  needPlan(world)
  const group = world.workspace.groups.get(args.text('usergroup') ?? '')
  if (group === undefined || (group.deleted && !args.flag('include_disabled')))
    throw new Refusal('no_such_subteam')
  return { users: group.members }
}

export function groupPayload(world: World, group: UserGroup, args?: Args): Json {
  return {
    id: group.id,
    team_id: world.workspace.team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: '',
    handle: group.handle,
    is_external: false,
    date_create: 1,
    date_update: 1,
    date_delete: group.deleted ? 1 : 0,
    auto_type: null,
    created_by: 'USLACKBOT',
    updated_by: 'USLACKBOT',
    deleted_by: null,
    prefs: { channels: [], groups: [] },
    ...((args === undefined || args.flag('include_users')) && { users: group.members }),
    ...((args === undefined || args.flag('include_count')) && { user_count: group.members.length }),
  }
}

function needPlan(world: World): void {
  if (world.workspace.team.plan === 'free') throw new Refusal('plan_upgrade_required')
}
