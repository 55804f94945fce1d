import { readFileSync } from 'node:fs'
import { CELEBRATIONS } from '../demo/cast.ts'
import type { Message, Person, PretendSlack, View } from '../server/index.ts'
import { idOf, need, notesTo } from './front-door.ts'
import type { NewPrize, Prize, Shelf, Story, Who } from './shapes.ts'

type Option = { text: { text: string }; value: string }

/** Answers the story with a prize, from the button on its card; resolves when everybody in it has heard of it. */
export async function awardPrize(
  slack: PretendSlack,
  card: Message,
  story: Story,
  prize: Prize,
): Promise<void> {
  const manager = slack.person(idOf(prize.by))
  const told = notesTo(
    slack,
    hearers(prize, story).map((who) => slack.person(idOf(who))),
  )
  await manager.press(card, 'prize.award')
  const form = await manager.nextModal()
  const sent = await manager.submit({
    prizeId: prizeIn(form, prize.prize),
    reason: prize.why,
    ...(prize.shared && { split: 'shared' }),
    ...(prize.privately && { isPrivate: ['yes'] }),
  })
  need(prize.waits ? 'updated' : 'cleared', sent)
  if (prize.waits) await manager.close()
  else if (!prize.privately) await inThread(slack, card, prize)
  await told()
}

/** Who gets it and who hands it over; while it waits, who is asked and who gave it. */
const hearers = ({ by, waits }: Prize, { about }: Story): Who[] => [
  ...new Set<Who>(waits ? ['dave', by] : ['dave', ...about]),
]

/** The value of the prize whose name begins so. */
function prizeIn({ blocks }: View, name: string): string {
  const field = blocks.find(({ block_id }) => block_id === 'prizeId') as
    | { element: { options: Option[] } }
    | undefined
  const options = field?.element.options ?? []
  const found = options.find(({ text }) => text.text.startsWith(name))
  if (!found) throw new Error(`There is no ${name} among ${options.map(({ text }) => text.text).join(', ')}.`)
  return found.value
}

/** The post, and the photo of a gift that has one. */
const inThread = (slack: PretendSlack, { channel, ts }: Message, { why, shows }: Prize): Promise<unknown> =>
  slack.until(
    () => {
      const replies = slack.replies(channel, ts)
      const isSaid = replies.some(({ text }) => text.includes(why))
      return isSaid && (!shows || replies.some(({ files = [] }) => files.length > 0))
    },
    { timeoutMs: 10_000, what: `the prize “${why}”` },
  )

/** Dave finds the prize among his direct messages, and notes that it was handed over. */
export async function handOverPrize(
  slack: PretendSlack,
  { why, handedOver }: Pick<Prize, 'why' | 'handedOver'>,
): Promise<void> {
  if (!handedOver) return
  const dave = slack.person(idOf('dave'))
  const task = dave
    .dmMessages()
    .find(({ blocks }) => JSON.stringify(blocks ?? []).includes(JSON.stringify(why).slice(1, -1)))
  if (!task) throw new Error(`Nobody asked Dave to hand over “${why}”.`)
  await dave.press(task, 'award.handOver')
  await dave.nextModal()
  const { to, note } = handedOver
  need('closed', await dave.submit({ note, ...(to && { personIds: to.map(idOf) }) }))
}

/** Dave adds to the catalogue, and says what waits for whom. */
export async function fillShelf(slack: PretendSlack, { adds, approval }: Shelf): Promise<void> {
  const dave = slack.person(idOf('dave'))
  await dave.command('/wow', 'prizes', { channel: CELEBRATIONS })
  let list = await dave.nextModal()
  for (const prize of adds) list = await addPrize(dave, list, prize)
  await dave.press(list, 'prizes.settings')
  await dave.nextModal()
  const { above, by } = approval
  need('updated', await dave.submit({ approvalMoney: above, approverIds: by.map(idOf) }))
  await dave.close()
}

async function addPrize(
  dave: Person,
  list: View,
  { name, days, cost, stock, photo }: NewPrize,
): Promise<View> {
  await dave.press(list, 'prize.add')
  const form = await dave.nextModal()
  if (days) {
    await dave.press(form, 'prize.kind', { value: 'day_off' })
    await dave.nextModal()
  }
  const added = await dave.submit({
    name,
    ...(days && { days }),
    ...(cost && { cost }),
    ...(stock && { stock }),
    ...(photo && { photo: dave.upload({ name: photo, data: photoIn(photo) }) }),
  })
  need('updated', added)
  return dave.nextModal()
}

const photoIn = (file: string): Buffer => readFileSync(new URL(`photos/${file}`, import.meta.url))
