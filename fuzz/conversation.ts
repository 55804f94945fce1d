/** A day of a small company, so that there is something to press, and so that real requests are there to be spoiled. */
import type { Message, Person, PretendSlack } from '../playground/server/index.ts'
import { ROOM } from './company.ts'

export async function liveADay(slack: PretendSlack): Promise<void> {
  const [alice, bob, carol, dave] = ['UALICE', 'UBOB', 'UCAROL', 'UDAVE'].map((id) => slack.person(id)) as [
    ...[Person, Person, Person, Person],
  ]
  const first = await tell(slack, alice, 'stayed two hours longer to find the lost part')
  const second = await tell(slack, carol, 'drove back through the snow for a forgotten key')
  for (const person of [carol, dave]) {
    await person.react(first, 'tada')
    await person.react(second, 'tada')
  }
  await carol.unreact(second, 'tada')
  await dave.press(first, 'story.cheer')
  await press(alice, first, 'story.menu', 'edit')
  await press(bob, first, 'story.menu', 'name-off')
  await press(dave, second, 'story.menu', 'voice')
  await share(dave)
  await bob.shortcut('story.share', await bob.says(ROOM, 'Look what Carol did for the school!'))
  for (const text of [
    'help',
    'leaderboard',
    'digest',
    'setup',
    'prizes',
    'letters',
    'sources',
    'letter',
    'prize',
  ])
    await look(slack, dave, text)
  for (const person of [alice, dave]) await person.opensHome()
  await slack.changePerson('UBOB', { realName: 'Bob the Builder' })
  await slack.rename(ROOM, 'celebrate')
  await bob.dm('Hello, how does this work?')
}

/** @returns the card */
async function tell(slack: PretendSlack, teller: Person, words: string): Promise<Message> {
  await teller.command('/wow', `@bob ${words}`, { channel: ROOM })
  await teller.nextModal()
  await teller.submit({ championIds: ['UBOB'] })
  return slack.until(() => slack.messages(ROOM).find((one) => JSON.stringify(one.blocks).includes(words)))
}

async function press(person: Person, card: Message, action: string, verb: string): Promise<void> {
  const [value] = new RegExp(`${verb}:[\\w-]+`).exec(JSON.stringify(card.blocks)) ?? []
  if (!value) return
  await person.press(card, action, { value })
  await share(person)
}

/** Sends the form that came up, as it stands. */
async function share(person: Person): Promise<void> {
  await person.nextModal({ timeoutMs: 2_000 }).catch(() => undefined)
  if (person.modal()?.submit) await person.submit({}, { raw: true })
  await person.close({ all: true })
}

/** Types a command, presses every button of what comes up, and submits every form as it stands. */
async function look(slack: PretendSlack, person: Person, text: string): Promise<void> {
  await person.command('/wow', text, { channel: ROOM })
  const view = await person.nextModal({ timeoutMs: 500 }).catch(() => undefined)
  const shown = view ?? person.ephemerals().at(-1)
  if (!shown) return
  for (const { action_id: actionId, value } of buttonsIn(shown.blocks))
    await person.press(shown, { actionId, ...(value ? { value } : {}) }).catch(() => undefined)
  await slack.until(() => slack.sent().every(({ ms }) => ms !== undefined))
  while (person.modal()) {
    if (person.modal()?.submit) await person.submit({}, { raw: true })
    await person.close()
  }
}

type Button = { type: string; action_id: string; value?: string }

function buttonsIn(blocks: unknown): Button[] {
  const found: Button[] = []
  JSON.stringify(blocks ?? [], (_, value: Partial<Button> | undefined) => {
    if (value?.type === 'button' && value.action_id) found.push(value as Button)
    return value
  })
  return found
}
