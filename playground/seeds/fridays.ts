import type { Message, Person, PretendSlack } from '../server/index.ts'
import { idOf, need } from './front-door.ts'
import type { Friday } from './shapes.ts'

/** Dave finds the digest's preview among his direct messages, and makes of it what the week says. */
export async function chooseForDigest(slack: PretendSlack, since: number, friday: Friday): Promise<void> {
  const dave = slack.person(idOf('dave'))
  const preview = await latestFor(slack, dave, since)
  const { leadWith, note, asked } = friday
  if (leadWith !== undefined) {
    const [story] = await dave.suggest(preview, 'digest.lead', leadWith)
    await dave.press(preview, 'digest.lead', { value: String(story?.value) })
  }
  if (note !== undefined) await addNote(dave, preview, note)
  if (asked === undefined) return
  await dave.press(preview, 'digest.ask')
  await dave.nextModal()
  need('closed', await dave.submit({ leaderId: idOf(asked.who), message: asked.with }))
  const leader = slack.person(idOf(asked.who))
  await addNote(leader, await latestFor(slack, leader, since), asked.writes)
}

/** The message in which a note can be added to the digest to come. */
const latestFor = (slack: PretendSlack, person: Person, since: number): Promise<Message> =>
  slack.until(
    () => person.dmMessages().find((message) => Number(message.ts) * 1000 >= since && takesNotes(message)),
    { timeoutMs: 10_000, what: `the digest’s preview for ${person.id}` },
  )

const takesNotes = ({ blocks }: Message): boolean => JSON.stringify(blocks ?? []).includes('"digest.note"')

async function addNote(person: Person, preview: Message, words: string): Promise<void> {
  await person.press(preview, 'digest.note')
  await person.nextModal()
  need('closed', await person.submit({ words }))
}
