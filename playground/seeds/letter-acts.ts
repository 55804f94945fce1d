import { readFileSync } from 'node:fs'
import { CELEBRATIONS, LETTERS } from '../demo/cast.ts'
import type { Message, Person, PretendSlack } from '../server/index.ts'
import { idOf, need, nextPost } from './front-door.ts'
import type { Letter, Praise } from './letters.ts'
import type { Who } from './shapes.ts'

/** Dave chooses where letters from other systems wait, and from which rating on they come. */
export async function setUpLetters(slack: PretendSlack): Promise<void> {
  const dave = slack.person('UDAVE')
  await dave.command('/wow', 'letters', { channel: CELEBRATIONS })
  await dave.press(await dave.nextModal(), 'praises.settings')
  await dave.nextModal()
  need('updated', await dave.submit({ triageChannel: LETTERS, minRating: '4' }))
  await dave.close({ all: true })
}

/** Somebody shares a letter by hand; resolves with its card. */
export async function shareLetter(
  slack: PretendSlack,
  letter: Letter,
  { now, arrivedOn }: { now: number; arrivedOn: string },
): Promise<Message> {
  const teller = slack.person(idOf(letter.by))
  await teller.command('/wow', 'letter', { channel: CELEBRATIONS })
  await teller.nextModal()
  await changesForm(slack, teller, 'story.more')
  const { permission } = letter
  if (permission) await changesForm(slack, teller, 'letter.permission', permission.says)
  await share(teller, {
    championIds: letter.about.map(idOf),
    words: letter.words,
    via: letter.via,
    receivedOn: arrivedOn,
    ...(letter.name && { authorName: letter.name }),
    ...(letter.role && { authorRole: letter.role }),
    ...(letter.lesson && { lesson: letter.lesson }),
    ...(permission && { askedBy: idOf(permission.askedBy), askedOn: arrivedOn }),
    ...(letter.scan && scanOf(teller, letter.scan)),
  })
  const card = await nextPost(slack, CELEBRATIONS, now, `the card of “${letter.words}”`)
  if (letter.scan)
    await slack.until(() => slack.replies(card.channel, card.ts).length > 0, {
      timeoutMs: 10_000,
      what: 'the scan',
    })
  return card
}

const scanOf = (teller: Person, { file, shows }: NonNullable<Letter['scan']>) => ({
  photo: teller.upload({ name: file, data: readFileSync(new URL(`photos/${file}`, import.meta.url)) }),
  photoDescription: shows,
  scanIsClear: ['on'],
})

/** A colleague shares what waits, as the form has it. */
export async function sharePraise(
  slack: PretendSlack,
  waiting: Message,
  by: Who,
  now: number,
): Promise<Message> {
  const teller = slack.person(idOf(by))
  await teller.press(waiting, 'praise.share')
  await teller.nextModal()
  await share(teller)
  return nextPost(slack, CELEBRATIONS, now, 'the card of a letter that waited')
}

/** As it stands, or after a look at what was masked. */
async function share(teller: Person, values: Parameters<Person['submit']>[0] = {}): Promise<void> {
  const shared = await teller.submit(values)
  if (shared.outcome === 'pushed') need('cleared', await teller.submit())
  else need('closed', shared)
}

export async function dismissPraise(
  slack: PretendSlack,
  waiting: Message,
  { by, reason }: NonNullable<Praise['dismissed']>,
): Promise<void> {
  const { text } = waiting
  const colleague = slack.person(idOf(by))
  await colleague.press(waiting, 'praise.dismiss')
  await colleague.nextModal()
  need('closed', await colleague.submit({ reason }))
  await slack.until(() => waiting.text !== text, { what: 'why it is not a WOW' })
}

/** From the card's menu. */
export async function thankCustomer(slack: PretendSlack, card: Message, by: Who): Promise<void> {
  const colleague = slack.person(idOf(by))
  const value = /"value":"(thank:[^"]+)"/.exec(JSON.stringify(card.blocks))?.[1]
  if (value === undefined) throw new Error('The card offers no way to thank the customer.')
  await colleague.press(card, 'story.menu', { value })
  await colleague.nextModal()
  need('closed', await colleague.submit())
}

async function changesForm(
  slack: PretendSlack,
  person: Person,
  action: string,
  value?: string,
): Promise<void> {
  const form = await slack.until(() => person.modal(), { what: 'a form' })
  const { hash } = form
  await person.press(form, action, value === undefined ? {} : { value })
  await slack.until(() => person.modal()?.hash !== hash, { what: 'the rest of the form' })
}
