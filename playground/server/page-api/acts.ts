import type { Ack, Person, PretendSlack, View } from '../index.ts'
import { compose } from './compose.ts'
import type { PageParts } from './page.ts'
import type { Act, Outcome, Where } from './shapes.ts'

type Doing<Name extends Act['do']> = Extract<Act, { do: Name }>
type Verbs = { [Name in Act['do']]: (parts: PageParts, person: Person, act: Doing<Name>) => Promise<Outcome> }

const DONE: Outcome = { ok: true }

/** Does what a person asked for on the page; the outcome's error is a sentence for them. */
export function perform(parts: PageParts, act: Act): Promise<Outcome> {
  const verb = verbs[act.do] as (parts: PageParts, person: Person, act: Act) => Promise<Outcome>
  if (verb === undefined) return Promise.resolve({ ok: false, error: `nobody can do "${act.do}" here` })
  return verb(parts, parts.slack.person(act.as), act)
}

const verbs: Verbs = {
  async say({ slack }, person, { channel, text, thread }) {
    const { text: said, blocks } = compose(slack, text)
    await person.says(channel, said, { blocks, ...(thread !== undefined && { thread }) })
    return DONE
  },
  async command({ slack }, person, { channel, name, text }) {
    if (!slack.manifest.commands.some(({ command }) => command === name))
      return { ok: false, error: `${name} is not a valid command. Type / to see those that are.` }
    await person.command(name, text, { channel })
    return DONE
  },
  react: async (_parts, person, act) => done(person.react(act, act.name)),
  unreact: async (_parts, person, act) => done(person.unreact(act, act.name)),
  async press({ slack }, person, { where, blockId, actionId, value, picked, fields }) {
    const target = targetOf(slack, person, where)
    if (fields && 'hash' in target) person.fill(fields, { view: target })
    const action = { actionId, blockId, ...(value !== undefined && { value }) }
    return outcomeOf(await person.press(target, action, picked === undefined ? {} : { value: picked }))
  },
  async suggest({ slack }, person, { where, actionId, text }) {
    return { ok: true, options: await person.suggest(targetOf(slack, person, where), actionId, text) }
  },
  async submit(_parts, person, { view: id, fields }) {
    const view = viewOf(person, id)
    const result = await person.submit(fields, { view })
    const errors = { ...result.errors, ...result.clientErrors }
    return { ok: Object.keys(errors).length === 0 && result.outcome !== 'failed', errors }
  },
  close: async (_parts, person, { all }) => done(person.close({ all })),
  shortcut: async (_parts, person, act) => outcomeOf(await person.shortcut(act.callbackId, act)),
  globalShortcut: async (_parts, person, act) => outcomeOf(await person.globalShortcut(act.callbackId)),
  openApp: async (_parts, person, { tab }) => done(person.opensHome(tab)),
  async read({ reads, live }, _person, { as, channel, ts }) {
    reads.mark(as, channel, ts)
    live.refresh('read', as)
    return DONE
  },
  join: async ({ slack }, person, { channel }) => done(slack.invite(channel, person.id)),
  async invite({ slack }, person, { channel, name }) {
    const wanted = name.replace(/^@/, '').toLowerCase()
    const guest = slack
      .people()
      .find((user) =>
        [user.name, user.realName, user.displayName].some((known) => known.toLowerCase() === wanted),
      )
    if (guest === undefined) return { ok: false, error: `Nobody here is called ${name}.` }
    return done(slack.invite(channel, guest.id, person.id))
  },
  async clock({ clock, live }, _person, { at }) {
    if (clock.set === undefined) return { ok: false, error: 'The clock of this playground stands fixed.' }
    await clock.set(Date.parse(at))
    live.refresh('clock')
    return DONE
  },
  async faults({ faults, live }, _person, { slow, rateLimited, disconnected }) {
    faults.turn({ slow, rateLimited, disconnected })
    live.refresh('faults')
    return DONE
  },
  async mail({ mailbox }, _person, { mail }) {
    if (mailbox === undefined) return { ok: false, error: 'Nobody writes letters to this playground.' }
    return { ok: true, answer: await mailbox.send(mail) }
  },
}

async function done(doing: Promise<unknown>): Promise<Outcome> {
  await doing
  return DONE
}

const outcomeOf = (ack: Ack): Outcome =>
  ack.ok ? DONE : { ok: false, error: 'The app did not answer in time. The drawer shows what it was asked.' }

function targetOf(slack: PretendSlack, person: Person, where: Where) {
  if ('view' in where) return viewOf(person, where.view)
  return slack.message(where.channel, where.ts) ?? where
}

function viewOf(person: Person, id: string): View {
  const view = [...person.modals(), person.home()].find((entry) => entry?.id === id)
  if (view === undefined) throw new Error('this form is closed already')
  return view
}
