import { readInitialState } from './blocks/values.ts'
import { withIds } from './blocks/walk.ts'
import type { Changes } from './changes.ts'
import type { Ids } from './ids.ts'
import { asObject, asObjects, asText, type Json } from './json.ts'
import { Refusal } from './refusal.ts'
import type { View, ViewState } from './types.ts'
import type { AppIdentity, Team } from './workspace.ts'

/** The forms that people have open, and their Home tabs. */
export type Views = {
  /** The stack of a person, bottom first. */
  stack(user: string): View[]
  top(user: string): View | undefined
  home(user: string): View | undefined
  find(id: string): View | undefined
  findExternal(externalId: string): View | undefined
  open(user: string, source: Json): View
  push(user: string, source: Json): View
  update(view: View, source: Json): View
  publish(user: string, source: Json): View
  close(view: View): void
  clear(user: string): View[]
}

const MAX_STACK = 3

export function createViews(ids: Ids, changes: Changes): Views {
  const stacks = new Map<string, View[]>()
  const homes = new Map<string, View>()
  const byId = new Map<string, View>()
  const byExternalId = new Map<string, View>()

  const keep = (view: View) => {
    byId.set(view.id, view)
    if (view.external_id !== '') byExternalId.set(view.external_id, view)
  }
  const forget = (view: View) => {
    byId.delete(view.id)
    byExternalId.delete(view.external_id)
    changes.emit({ kind: 'view', what: 'closed', user: view.user, view: view.id })
  }
  const make = (user: string, source: Json): View => {
    const externalId = asText(source.external_id) ?? ''
    if (externalId !== '' && byExternalId.has(externalId)) throw new Refusal('duplicate_external_id')
    const view = newView(ids, user, source)
    keep(view)
    return view
  }

  const views: Views = {
    stack: (user) => stacks.get(user) ?? [],
    top: (user) => stacks.get(user)?.at(-1),
    home: (user) => homes.get(user),
    find: (id) => byId.get(id),
    findExternal: (externalId) => byExternalId.get(externalId),
    open(user, source) {
      const view = make(user, source)
      for (const old of views.stack(user)) forget(old)
      stacks.set(user, [view])
      changes.emit({ kind: 'view', what: 'opened', user, view: view.id })
      return view
    },
    push(user, source) {
      const stack = views.stack(user)
      const below = stack.at(-1)
      if (below === undefined) throw new Refusal('not_found')
      if (stack.length >= MAX_STACK) throw new Refusal('push_limit_reached')
      const view = make(user, source)
      view.root_view_id = below.root_view_id
      view.previous_view_id = below.id
      stack.push(view)
      changes.emit({ kind: 'view', what: 'pushed', user, view: view.id })
      return view
    },
    update(view, source) {
      byExternalId.delete(view.external_id)
      applySource(view, ids, source)
      keep(view)
      changes.emit({ kind: 'view', what: 'updated', user: view.user, view: view.id })
      return view
    },
    publish(user, source) {
      const old = homes.get(user)
      const view = old ?? make(user, source)
      if (old) {
        byExternalId.delete(old.external_id)
        applySource(old, ids, source)
        keep(old)
      }
      homes.set(user, view)
      changes.emit({ kind: 'home', user })
      return view
    },
    close(view) {
      const stack = views.stack(view.user)
      const at = stack.indexOf(view)
      if (at >= 0) for (const gone of stack.splice(at)) forget(gone)
    },
    clear(user) {
      const gone = stacks.get(user) ?? []
      stacks.delete(user)
      for (const view of gone) forget(view)
      return gone
    },
  }
  return views
}

function newView(ids: Ids, user: string, source: Json): View {
  const id = ids.next('V')
  const view: View = {
    id,
    type: source.type === 'home' ? 'home' : 'modal',
    user,
    callback_id: '',
    title: '',
    blocks: [],
    private_metadata: '',
    external_id: '',
    hash: '',
    root_view_id: id,
    previous_view_id: undefined,
    notify_on_close: false,
    clear_on_close: false,
    submit: undefined,
    close: undefined,
    source,
    state: new Map(),
    errors: {},
    trouble: undefined,
  }
  applySource(view, ids, source)
  return view
}

/** What a person already typed stays when the block and the element keep their ids. */
function applySource(view: View, ids: Ids, source: Json): void {
  const blocks = asObjects(source.blocks).map((block) => withIds(block, ids))
  view.source = { ...source, blocks }
  view.blocks = blocks
  view.callback_id = asText(source.callback_id) ?? ''
  view.title = asText(asObject(source.title).text) ?? ''
  view.submit = asText(asObject(source.submit).text)
  view.close = asText(asObject(source.close).text)
  view.private_metadata = asText(source.private_metadata) ?? ''
  view.external_id = asText(source.external_id) ?? ''
  view.notify_on_close = source.notify_on_close === true
  view.clear_on_close = source.clear_on_close === true
  view.hash = ids.hash()
  view.errors = {}
  view.trouble = undefined
  view.state = mergeState(view.state, readInitialState(blocks))
}

function mergeState(typed: ViewState, initial: ViewState): ViewState {
  for (const [blockId, actions] of initial)
    for (const [actionId, value] of actions) {
      const kept = typed.get(blockId)?.get(actionId)
      if (kept !== undefined && kept.type === value.type) actions.set(actionId, kept)
    }
  return initial
}

/** A view as Slack shows it to the app. */
export function viewPayload(view: View, team: Team, app: AppIdentity): Json {
  const values = Object.fromEntries(
    [...view.state].map(([block, actions]) => [block, Object.fromEntries(actions)]),
  )
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata,
    callback_id: view.callback_id,
    state: { values },
    hash: view.hash,
    title: view.source.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close,
    notify_on_close: view.notify_on_close,
    close: view.source.close ?? null,
    submit: view.source.submit ?? null,
    previous_view_id: view.previous_view_id ?? null,
    root_view_id: view.root_view_id,
    app_id: app.id,
    external_id: view.external_id,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  }
}
