/**
 * How listeners are written: each says what it does for an actor, and nothing of acknowledging, errors or wording. What
 * writes is on disk before it is acknowledged, and whatever is answered or opened comes after that. This is the one file
 * that knows Bolt's unions.
 */
import type { App } from '@slack/bolt'
import type { HomeView, ModalView } from '@slack/types'
import type { Meter } from '../meter.ts'
import { AlreadyDone } from '../usecases/plaudit.ts'
import type { Options } from '../views/controls.ts'
import type { Form, SentView } from '../views/form.ts'
import type { ActionId, ShortcutId } from '../views/ids.ts'
import type { Message } from '../views/look.ts'
import { messageModal, notice } from '../views/notice.ts'
import { visitorOf } from './actor.ts'
import type { Act, OnMessage, Press, Then } from './acts.ts'
import { acknowledgement, isTooLate, refusal, sayError } from './answer.ts'
import {
  afterAck,
  chosenValue,
  fixedWidth,
  inTurn,
  messageOf,
  once,
  opener,
  privately,
  turnOf,
  unlessNewer,
} from './bodies.ts'
import { createRoutes } from './routes.ts'
import type { Slack } from './slack.ts'

export type Listen = ReturnType<typeof createListen>

export function createListen(bolt: App, slack: Slack, meter: Meter) {
  const { web, log } = slack
  const routes = createRoutes(bolt)

  /** A problem is said in a private answer; a fault with its reference. */
  async function guarded(
    act: Pick<Act, 'look' | 'answer'>,
    where: string,
    body: () => Promise<void>,
  ): Promise<void> {
    try {
      await body()
    } catch (error) {
      if (error instanceof AlreadyDone) return
      await act.answer(notice(sayError(error, act.look.w, log, where))).catch((unsaid: unknown) => {
        // In a form there is no other way to answer than another form, and Slack does not wait for that either.
        if (!isTooLate(unsaid)) throw unsaid
        log.warn({ where }, 'Slack did not wait for the answer')
      })
    }
  }

  return {
    command(name: string, run: (act: Act, text: string) => Promise<void>) {
      bolt.command(name, async ({ ack: acknowledge, command, respond }) => {
        const ack = once(() => acknowledge())
        const { look, actor } = await visitorOf(slack, command.user_id)
        const answer = afterAck(ack, privately(respond, {}, log, name))
        await guarded({ look, answer }, name, async () => {
          const key = `command ${command.user_id} ${command.trigger_id}`
          const open = afterAck(ack, opener(web.interactive, command.trigger_id, false))
          await run({ actor: await actor(key), look, answer, open }, command.text)
        })
        await ack()
      })
    },

    /** Somebody chose a shortcut from a message's menu: in any channel, also where Plaudit is not. */
    shortcut(id: ShortcutId, run: (act: OnMessage) => Promise<void>) {
      routes.shortcut(id, async ({ ack: acknowledge, shortcut, respond }) => {
        const ack = once(() => acknowledge())
        const person = shortcut.user.id
        const { look, actor } = await visitorOf(slack, person)
        const answer = afterAck(ack, privately(respond, { replace_original: false }, log, id))
        await guarded({ look, answer }, id, async () => {
          const key = `shortcut ${id} ${person} ${shortcut.action_ts}`
          const open = afterAck(ack, opener(web.interactive, shortcut.trigger_id, false))
          await run({ actor: await actor(key), look, answer, open, message: messageOf(shortcut) })
        })
        await ack()
      })
    },

    press(id: ActionId, run: (press: Press) => Promise<void>) {
      routes.press(id, async ({ ack: acknowledge, body, action, respond }) => {
        const began = performance.now()
        const ack = once(() => acknowledge())
        const person = body.user.id
        const { look, actor } = await visitorOf(slack, person)
        const inView = body.view !== undefined
        const open = opener(web.interactive, body.trigger_id, body.view?.type === 'modal')
        const answer = async (message: Message) => {
          if (inView) await open(messageModal(message, look))
          else await privately(respond, { replace_original: false }, log, id)(message)
        }
        const update = async (view: ModalView) => {
          const { id: view_id = '', hash = '' } = body.view ?? {}
          const turned = inTurn(view, body.view, action.action_ts)
          await unlessNewer(web.interactive.views.update({ view: turned, view_id, hash }))
        }
        await guarded({ look, answer: afterAck(ack, answer) }, id, async () => {
          const key = `press ${id} ${person} ${body.container?.message_ts ?? body.view?.id ?? ''} ${action.action_ts}`
          await run({
            actor: await actor(key),
            look,
            at: fixedWidth(action.action_ts),
            value: chosenValue(action),
            blockId: action.block_id,
            ...(body.channel ? { channel: body.channel.id } : {}),
            answer: afterAck(ack, answer),
            open: afterAck(ack, open),
            update: afterAck(ack, update),
            replace: afterAck(ack, async (message) => {
              if (inView) await update(messageModal(message, look))
              else await privately(respond, { replace_original: true }, log, id)(message)
            }),
            ...(body.view ? { view: body.view as unknown as NonNullable<Press['view']> } : {}),
          })
        })
        await ack()
        meter.acknowledged('press', performance.now() - began)
      })
    },

    submit<Input, Model>(
      form: Form<Input, Model>,
      run: (act: Pick<Act, 'actor' | 'look'>, input: Input) => Promise<Then>,
    ) {
      routes.submit(form.id, async ({ ack, body, view }) => {
        const began = performance.now()
        const person = body.user.id
        const { look, actor } = await visitorOf(slack, person)
        const sent = view as unknown as SentView
        let then: Then
        try {
          // A form that took a list's place has the list's id, however often.
          const key = `submit ${form.id} ${view.id}${turnOf(view)}`
          then = await run({ actor: await actor(key), look }, form.read(sent))
          await ack(acknowledgement(then))
        } catch (error) {
          if (error instanceof AlreadyDone) return void (await ack({ response_action: 'clear' }))
          await ack(refusal(error, form, sent, look, log))
        }
        meter.acknowledged('submission', performance.now() - began)
        if (then && 'after' in then) await then.after?.()
      })
    },

    /** Answers a select whose options are looked up as somebody types. */
    suggest(
      id: ActionId,
      run: (act: Pick<Act, 'actor' | 'look' | 'channel'>, query: string, blockId: string) => Promise<Options>,
    ) {
      routes.suggest(id, async ({ ack, body, options }) => {
        const { look, actor } = await visitorOf(slack, body.user.id)
        try {
          const where = body.channel ? { channel: body.channel.id } : {}
          const act = { actor: await actor(), look, ...where }
          await ack({ options: await run(act, options.value, body.block_id) })
        } catch (error) {
          sayError(error, look.w, log, id)
          await ack({ options: [] })
        }
      })
    },

    /** Somebody looks at their Home. */
    home(run: (act: Pick<Act, 'actor' | 'look'>) => Promise<HomeView>) {
      bolt.event('app_home_opened', async ({ event }) => {
        if (event.tab !== 'home') return
        const { look, actor } = await visitorOf(slack, event.user)
        try {
          const view = await run({ actor: await actor(), look })
          await web.interactive.views.publish({ user_id: event.user, view })
        } catch (error) {
          const { blocks } = notice(sayError(error, look.w, log, 'home'))
          await web.interactive.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
        }
      })
    },
  }
}
