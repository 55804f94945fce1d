/** A large company on a working day, ten times over: who does what, how often. */
import type { Message, Person, PretendSlack } from '../playground/server/index.ts'
import { type Praise, triage } from './praise.ts'

export const PEOPLE = 10_000
export const ROOM = 'CCHEERS'
export const DESK = 'CTRIAGE'
/** How much more than such a company does. */
export const TIMES = 10
/** People react to what is new: on these last cards. */
const RECENT = 20

/**
 * What 10,000 people do in a minute of a working day of eight hours: 30,000 reactions a day (three each), 200 stories,
 * 300 forms looked at and closed again, 2,000 looks at Home, 700 at boards and the digest, 500 letters from other
 * systems, 500 changes of somebody's profile.
 */
const aMinute = {
  reaction: 62,
  reactionTakenBack: 4,
  story: 0.4,
  formClosed: 0.6,
  home: 4,
  board: 1,
  digest: 0.4,
  praise: 1,
  triage: 0.4,
  profile: 1,
} as const
export type Act = keyof typeof aMinute

export const perMinute: Readonly<Record<Act, number>> = Object.fromEntries(
  Object.entries(aMinute).map(([act, rate]) => [act, rate * TIMES]),
) as Record<Act, number>

export type Company = Readonly<Record<Act, () => Promise<void>>>

/** Everybody is there, with a number for a name; the first of them is host. */
export function bringPeople(slack: PretendSlack): void {
  for (let n = 0; n < PEOPLE; n += 1)
    slack.addPerson({
      id: `U${n}`,
      name: `person${n}`,
      realName: `Person ${n}`,
      tz: 'Europe/London',
      isAdmin: n === 0,
    })
  slack.addChannel({ id: ROOM, name: 'celebrations', members: slack.people().map(({ id }) => id) })
  slack.addChannel({ id: DESK, name: 'letters', members: ['U0'] })
}

/** Acts that fail throw: what Slack does not get acknowledged is counted against Plaudit. */
export function createCompany(slack: PretendSlack, praise: Praise, random: () => number): Company {
  const somebody = (): Person => slack.person(`U${Math.floor(random() * PEOPLE)}`)
  const recent = (): Message | undefined => {
    const cards = slack.messages(ROOM).slice(-RECENT)
    return cards[Math.floor(random() * cards.length)]
  }
  const reacted: (readonly [Person, Message])[] = []
  let stories = 0

  /** Opens a form. Whoever has one open already does something else. */
  const opens = async (person: Person, text: string) => {
    if (person.modal()) return undefined
    taken(await person.command('/wow', text, { channel: ROOM }))
    return person.nextModal()
  }
  const asks = async (text: string) => taken(await somebody().command('/wow', text, { channel: ROOM }))

  return {
    async reaction() {
      const [person, card] = [somebody(), recent()]
      if (!card || card.reactions.get('tada')?.has(person.id)) return
      acked(await person.react(card, 'tada'))
      reacted.push([person, card])
      if (reacted.length > 1_000) reacted.shift()
    },
    async reactionTakenBack() {
      const [person, card] = reacted.splice(Math.floor(random() * reacted.length), 1)[0] ?? []
      if (person && card) acked(await person.unreact(card, 'tada'))
    },
    async story() {
      const teller = somebody()
      if (!(await opens(teller, ''))) return
      stories += 1
      const championIds = [slack.person(`U${(Number(teller.id.slice(1)) + stories) % PEOPLE}`).id]
      const words = `Story ${stories}: stayed two hours longer to find the lost part. ${'Thank you! '.repeat(stories % 30)}`
      const { outcome, errors } = await teller.submit({ championIds, words })
      if (outcome !== 'closed') throw new Error(`a story: ${outcome} ${JSON.stringify(errors)}`)
    },
    async formClosed() {
      const person = somebody()
      if (await opens(person, 'the words of somebody who thinks better of it')) await person.close()
    },
    home: async () => acked(await somebody().opensHome()),
    board: () => asks('leaderboard'),
    digest: () => asks('digest'),
    praise: praise.send,
    triage: () => triage(slack, DESK),
    async profile() {
      const { id } = somebody()
      acked(
        await slack.changePerson(id, { realName: `Person ${id.slice(1)} the ${Math.ceil(random() * 99)}th` }),
      )
    },
  }
}

const taken = ({ ack }: { ack: { ok: boolean } }): void => acked(ack)

export function acked(ack: { ok: boolean; error?: string; status?: number } | undefined): void {
  if (!ack?.ok) throw new Error(`not acknowledged: ${JSON.stringify(ack)}`)
}
