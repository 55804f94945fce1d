import { MAX_VIEW_BYTES, viewProblems } from '../blocks/view.ts'
import { mayShowFile } from '../files.ts'
import { asObject, type Json } from '../json.ts'
import { Refusal, refusalWith } from '../refusal.ts'
import type { View } from '../types.ts'
import { viewPayload } from '../views.ts'
import type { World } from '../world.ts'
import type { Args } from './args.ts'
import { type Answer, type Methods, method } from './method.ts'

export const views: Methods = {
  'views.open': method('tier 4', [], ['trigger_id', 'view'], open),
  'views.push': method('tier 4', [], ['trigger_id', 'view'], push),
  'views.update': method('tier 4', [], ['view'], update),
  'views.publish': method('tier 4', [], ['user_id', 'view'], publish),
}

function open(world: World, args: Args): Answer {
  const user = world.triggers.check(args.text('trigger_id') ?? '')
  const source = readView(world, args, 'modal')
  world.triggers.use(args.text('trigger_id') ?? '')
  return shown(world, world.views.open(user, source))
}

function push(world: World, args: Args): Answer {
  const user = world.triggers.check(args.text('trigger_id') ?? '')
  const source = readView(world, args, 'modal')
  const view = world.views.push(user, source)
  world.triggers.use(args.text('trigger_id') ?? '')
  return shown(world, view)
}

function update(world: World, args: Args): Answer {
  const id = args.text('view_id')
  const externalId = args.text('external_id')
  if (id === undefined && externalId === undefined)
    throw refusalWith('invalid_arguments', ['[ERROR] missing required field: view_id or external_id'])
  const view = id ? world.views.find(id) : world.views.findExternal(externalId ?? '')
  if (view === undefined) throw new Refusal('not_found')
  checkHash(view, args)
  return shown(world, world.views.update(view, readView(world, args, view.type)))
}

function publish(world: World, args: Args): Answer {
  const user = args.text('user_id') ?? ''
  if (!world.manifest.homeTab) throw new Refusal('not_enabled')
  if (!world.workspace.users.has(user))
    throw refusalWith('invalid_arguments', [`[ERROR] invalid \`user_id\` [json-pointer:/user_id]`])
  const source = readView(world, args, 'home')
  const current = world.views.home(user)
  if (current) checkHash(current, args)
  return shown(world, world.views.publish(user, source))
}

function checkHash(view: View, args: Args): void {
  if (args.has('hash') && args.text('hash') !== view.hash) throw new Refusal('hash_conflict')
}

function readView(world: World, args: Args, type: 'modal' | 'home'): Json {
  const view = asObject(args.json('view', 'invalid_arguments'))
  refuseBadView(world, view, type)
  return view
}

/** Throws what Slack would answer to a view it does not take. */
export function refuseBadView(world: World, view: Json, type: 'modal' | 'home'): void {
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_VIEW_BYTES) throw new Refusal('view_too_large')
  const problems = viewProblems(view, type, mayShowFile(world))
  if (problems.length > 0) throw refusalWith('invalid_arguments', problems)
}

const shown = (world: World, view: View): Answer => ({
  view: viewPayload(view, world.workspace.team, world.workspace.app),
})
