import type { Ack } from '../delivery/delivery.ts'
import { asObject, isObject, type Json } from '../json.ts'
import { Refusal } from '../refusal.ts'
import type { View } from '../types.ts'
import { viewPayload } from '../views.ts'
import { refuseBadView } from '../web-api/views.ts'
import type { World } from '../world.ts'
import { clientErrors } from './client-checks.ts'
import { fillView, type Values } from './fields.ts'
import { interaction, sendInteraction } from './payloads.ts'

export type { Values } from './fields.ts'

/** `raw` sends what Slack's own client would stop. */
export type SubmitOptions = { view?: View; raw?: boolean }

export type SubmitResult = {
  outcome: 'closed' | 'cleared' | 'updated' | 'pushed' | 'errors' | 'stopped by client' | 'failed'
  ack?: Ack
  /** What the app said under the fields: block_id → sentence. */
  errors: Record<string, string>
  /** What Slack's client said, and sent nothing. */
  clientErrors: Record<string, string>
}

/** Types values into a form, as a person does before thinking again. */
export function fillForm(world: World, userId: string, values: Values, view?: View): View {
  const target = view ?? world.views.top(userId)
  if (target === undefined) throw new Error(`${userId} has no form open`)
  fillView(world, target, values)
  return target
}

/** Sends a form, and does with it what the app answers. */
export async function submitForm(
  world: World,
  userId: string,
  values: Values,
  options: SubmitOptions,
): Promise<SubmitResult> {
  const view = fillForm(world, userId, values, options.view)
  const wrong = options.raw ? {} : clientErrors(view)
  if (Object.keys(wrong).length > 0) return { outcome: 'stopped by client', errors: {}, clientErrors: wrong }
  const { team, app } = world.workspace
  const ack = await sendInteraction(world, {
    ...interaction(world, 'view_submission', userId),
    trigger_id: world.triggers.issue(userId),
    view: viewPayload(view, team, app),
    response_urls: [],
  })
  return { clientErrors: {}, ack, ...applyAnswer(world, view, ack) }
}

type Applied = Pick<SubmitResult, 'outcome' | 'errors'>

function applyAnswer(world: World, view: View, ack: Ack): Applied {
  if (!ack.ok) return trouble(world, view)
  if (ack.body === undefined) {
    world.views.close(view)
    return { outcome: 'closed', errors: {} }
  }
  try {
    return applyAction(world, view, ack.body)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const metadata = asObject(error.extra.response_metadata)
    world.delivery.refuse(ack, [error.code, ...[metadata.messages ?? []].flat()].join(' '))
    return trouble(world, view)
  }
}

function applyAction(world: World, view: View, body: unknown): Applied {
  const answer = isObject(body) ? body : {}
  switch (answer.response_action) {
    case 'errors':
      return showErrors(world, view, asObject(answer.errors))
    case 'update':
      refuseBadView(world, asObject(answer.view), 'modal')
      world.views.update(view, asObject(answer.view))
      return { outcome: 'updated', errors: {} }
    case 'push':
      refuseBadView(world, asObject(answer.view), 'modal')
      world.views.push(view.user, asObject(answer.view))
      return { outcome: 'pushed', errors: {} }
    case 'clear':
      world.views.clear(view.user)
      return { outcome: 'cleared', errors: {} }
    default:
      throw new Refusal('an answer to a view_submission must have a response_action')
  }
}

function showErrors(world: World, view: View, raw: Json): Applied {
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id))
  const errors = Object.entries(raw).map(([block, text]): [string, string] => [block, String(text)])
  if (errors.length === 0) throw new Refusal('response_action errors without errors')
  for (const [block] of errors)
    if (!inputs.has(block))
      throw new Refusal(`response_action errors names ${block}, which is no input block`)
  view.errors = Object.fromEntries(errors)
  world.changes.emit({ kind: 'view', what: 'errors', user: view.user, view: view.id })
  return { outcome: 'errors', errors: view.errors }
}

function trouble(world: World, view: View): Applied {
  view.trouble = 'We had some trouble connecting. Try again?'
  world.changes.emit({ kind: 'view', what: 'errors', user: view.user, view: view.id })
  return { outcome: 'failed', errors: {} }
}

/** Cancels the form on top, or closes the whole stack with its X; the app hears of those that asked for it. */
export async function closeModal(world: World, userId: string, all: boolean): Promise<Ack[]> {
  const stack = [...world.views.stack(userId)].reverse()
  const gone = all ? stack : stack.slice(0, 1)
  for (const view of gone) world.views.close(view)
  const { team, app } = world.workspace
  return Promise.all(
    gone
      .filter((view) => view.notify_on_close)
      .map((view) =>
        sendInteraction(
          world,
          {
            ...interaction(world, 'view_closed', userId),
            view: viewPayload(view, team, app),
            is_cleared: all,
          },
          false,
        ),
      ),
  )
}
