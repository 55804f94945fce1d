/** The listeners as they registered, to be called without Slack: each answers with what it showed. */
import { visitorOf } from '../../src/slack/actor.ts'
import type { Act, OnMessage, Press } from '../../src/slack/acts.ts'
import type { Listen } from '../../src/slack/listen.ts'
import type { Slack } from '../../src/slack/slack.ts'
import type { ActionId } from '../../src/views/ids.ts'

/** What somebody was shown: views and messages, in order. */
export type Shown = readonly unknown[]

export type Listeners = {
  /** `/wow` and what stands after it. */
  readonly types: (person: string, text: string) => Promise<Shown>
  readonly presses: (person: string, id: ActionId, value: string, blockId?: string) => Promise<Shown>
  /** Types into a list that is looked up. */
  readonly searches: (person: string, id: ActionId, query: string, blockId: string) => Promise<Shown>
  readonly looksAtHome: (person: string) => Promise<Shown>
}

export function collectListeners(slack: Slack, command: string): Listeners & { readonly listen: Listen } {
  const commands = new Map<string, (act: Act, text: string) => Promise<void>>()
  const presses = new Map<string, (press: Press) => Promise<void>>()
  const searches = new Map<string, Parameters<Listen['suggest']>[1]>()
  let home: Parameters<Listen['home']>[0] | undefined
  const listen: Listen = {
    command: (name, run) => void commands.set(name, run),
    press: (id, run) => void presses.set(id, run),
    suggest: (id, run) => void searches.set(id, run),
    home: (run) => {
      home = run
    },
    shortcut: (_id: string, _run: (act: OnMessage) => Promise<void>) => {},
    submit: () => {},
  }
  const asked = (runs: ReadonlyMap<string, unknown>, id: string): never => {
    throw new RangeError(`nobody listens to ${id}, only to ${[...runs.keys()].join(', ')}`)
  }
  let nth = 0

  async function act(person: string) {
    const shown: unknown[] = []
    const show = async (what: unknown) => {
      shown.push(what)
    }
    const visitor = await visitorOf(slack, person)
    nth += 1
    const actor = await visitor.actor(`bench ${process.pid} ${performance.timeOrigin} ${nth}`)
    return {
      shown,
      act: { actor, look: visitor.look, answer: show, open: show, update: show, replace: show },
    }
  }

  return {
    listen,
    async types(person, text) {
      const run = commands.get(command) ?? asked(commands, command)
      const { shown, act: by } = await act(person)
      await run(by, text)
      return shown
    },
    async presses(person, id, value, blockId = '') {
      const run = presses.get(id) ?? asked(presses, id)
      const { shown, act: by } = await act(person)
      await run({ ...by, at: String(1_800_000_000 + nth), value, blockId })
      return shown
    },
    async searches(person, id, query, blockId) {
      const run = searches.get(id) ?? asked(searches, id)
      const { act: by } = await act(person)
      return [await run(by, query, blockId)]
    },
    async looksAtHome(person) {
      const { act: by } = await act(person)
      return home ? [await home(by)] : asked(presses, 'home')
    },
  }
}
