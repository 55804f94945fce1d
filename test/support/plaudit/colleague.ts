import type {
  Ephemeral,
  Message,
  MessageRef,
  Person,
  PretendSlack,
  SubmitResult,
  Values,
  View,
} from '../../../playground/server/index.ts'
import type { Reading } from './reading.ts'

type Named = { readonly id: string }

/** What somebody tells: who made it happen, and any other field of the form. */
export type Told = { readonly about: Named | readonly Named[]; readonly in?: string } & Readonly<
  Record<string, unknown>
>

/** A person at the keyboard, in words of the conversation. Each act resolves once Plaudit acknowledged it. */
export type Colleague = ReturnType<typeof createColleague>

export function createColleague(slack: PretendSlack, person: Person, reading: Reading, home: string) {
  const heard = new Set<string>()
  const fresh = (): Ephemeral | undefined => person.ephemerals().find((one) => !heard.has(asHeard(one)))
  let last: Ephemeral | undefined

  const colleague = {
    id: person.id,
    name: person.user().name,
    /** Everything else that a person can do. */
    slack: person,

    /** `/wow help`; in the celebration channel, or `where`. */
    async runs(typed: string, where = home): Promise<void> {
      const [command = '', ...rest] = typed.split(' ')
      const { ack } = await person.command(command, rest.join(' '), { channel: where })
      if (!ack.ok) throw new Error(`${typed} was not acknowledged: ${JSON.stringify(ack)}`)
    },
    /** Types a command that opens a form. */
    async opens(typed: string, where = home): Promise<View> {
      await colleague.runs(typed, where)
      return person.nextModal()
    },
    /** The next form that comes up. */
    form: (): Promise<View> => person.nextModal(),
    /** Does what shows the form on top anew, and waits until it is. */
    async seesChange(act: () => Promise<void>): Promise<View> {
      const before = person.modal()?.hash
      await act()
      return slack.until(() => (person.modal()?.hash === before ? undefined : person.modal()))
    },
    /** What the form on top looks like. */
    formShows: (): string => reading.view(person.modal()),
    async submits(values: Values = {}): Promise<SubmitResult> {
      return person.submit(values)
    },
    /** Submits a form that comes back with a sentence under a field. */
    async isRefused(values: Values = {}): Promise<Record<string, string>> {
      const { outcome, errors } = await person.submit(values)
      if (outcome !== 'errors') throw new Error(`the form was not refused: ${outcome}`)
      return errors
    },
    /** Presses a button or picks from a menu. */
    async presses(
      where: MessageRef | View,
      action: string | { actionId: string; blockId?: string; value?: string },
      value?: string,
    ): Promise<void> {
      const ack = await person.press(where, action, value === undefined ? {} : { value })
      if (!ack.ok) throw new Error(`the press was not acknowledged: ${JSON.stringify(ack)}`)
    },
    /** Chooses from a message's menu what the manifest calls `name`: `Award a prize`. */
    async usesShortcut(name: string, message: MessageRef): Promise<void> {
      const shortcut = slack.manifest.shortcuts.find((one) => one.name === name)
      if (!shortcut) throw new Error(`the manifest has no shortcut "${name}"`)
      const ack = await person.shortcut(shortcut.callbackId, message)
      if (!ack.ok) throw new Error(`the shortcut was not acknowledged: ${JSON.stringify(ack)}`)
    },
    /** Picks from the menu of a story's card. In a letter's, what is one's own to do shares a place. */
    picks: (card: MessageRef, verb: 'tell' | 'edit' | 'name-off' | 'thank' | 'voice' | 'nominate') => {
      const id = storyIn(slack, card)
      const menu = JSON.stringify(slack.message(card.channel, card.ts)?.blocks)
      const offered = menu.includes(`${verb}:${id}`) ? verb : 'own'
      return colleague.presses(card, 'story.menu', `${offered}:${id}`)
    },

    /** The next private answer, as it is shown. */
    async answer(): Promise<string> {
      last = await slack.until(fresh, { what: `an answer for ${person.id}` })
      heard.add(asHeard(last))
      return reading.message(last)
    },
    /** The private answer read last, to press something in it. */
    lastAnswer(): Ephemeral {
      if (!last) throw new Error(`${person.id} has read no answer yet`)
      return last
    },
    /** All that Plaudit wrote to this person, as it is shown now. */
    dms: (): string[] => fromPlaudit().map(reading.message),
    /** The newest message from Plaudit that says so, as soon as there is one. */
    dm: (text: string | RegExp): Promise<Message> =>
      slack.until(() => fromPlaudit().findLast((one) => says(reading.message(one), text)), {
        what: `a message to ${person.id} that says ${text}`,
      }),
    /** The files that Plaudit sent to this person, oldest first. */
    files: (): { name: string; title: string; bytes: Buffer; text: string }[] =>
      fromPlaudit()
        .flatMap(({ files = [] }) => files.flatMap((id) => slack.file(id) ?? []))
        .map(({ name, title, data }) => ({ name, title, bytes: data, text: data.toString('utf8') })),
    /** Opens Home, and reads it. */
    async opensHome(): Promise<string> {
      const before = person.home()?.hash
      await person.opensHome()
      await slack.until(() => person.home() && person.home()?.hash !== before)
      return reading.view(person.home())
    },
    reacts: (message: MessageRef, emoji = 'tada') => person.react(message, emoji),
    unreacts: (message: MessageRef, emoji = 'tada') => person.unreact(message, emoji),

    /** Tells a story and waits for its card. */
    async tells(words: string, { about, in: where = home, ...fields }: Told): Promise<Message> {
      await colleague.opens('/wow')
      const championIds = [about].flat().map(({ id }) => id)
      const { outcome, errors } = await person.submit({ championIds, words, ...fields } as Values)
      if (outcome !== 'closed')
        throw new Error(`the story was not told: ${outcome} ${JSON.stringify(errors)}`)
      return slack.until(
        () => slack.messages(where).findLast((one) => reading.message(one).includes(words)),
        {
          what: `the card of "${words}"`,
        },
      )
    },
  }
  const fromPlaudit = () => person.dmMessages().filter(({ user }) => user === slack.botUserId)
  return colleague
}

export const says = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)

/** The id of the story whose card this is: the value of its Cheer button. */
export function storyIn(slack: PretendSlack, { channel, ts }: MessageRef): string {
  const blocks = JSON.stringify(slack.message(channel, ts)?.blocks ?? [])
  const elements = JSON.parse(blocks) as { elements?: { action_id?: string; value?: string }[] }[]
  const button = elements
    .flatMap(({ elements = [] }) => elements)
    .find((one) => one.action_id === 'story.cheer')
  if (!button?.value) throw new Error(`no card of a story: ${blocks}`)
  return button.value
}

const asHeard = ({ ts, text }: Ephemeral): string => `${ts} ${text}`
