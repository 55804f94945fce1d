/** A day on which every field of every form is filled in, by who fills it in. A new form gets its stop here. */
import type { Message, SubmitResult } from '../../playground/server/index.ts'
import { prizeIn, REASON } from '../support/plaudit/giving.ts'
import { choosesIn, onTop, pressesIn } from '../support/plaudit/list.ts'
import type { Colleague, Plaudit } from '../support/plaudit.ts'

/** What to type into a field, `story.tell words`; numbers and the like are refused with a sentence. */
export type Say = (field: string) => string

export async function setUpWith({ dave, settled }: Plaudit, say: Say): Promise<void> {
  await dave.opens('/wow setup')
  const answers = { celebrationChannel: 'CCHEERS', hostIds: [dave.id], managerIds: ['UCAROL'] }
  taken(await dave.submits(answers), 'updated')
  taken(await dave.submits({ words: say('welcome.post words') }))
  await settled()
  await dave.opens('/wow setup')
  await refused(dave, 'setup.save', ['cheerEmoji', 'managerMoney', 'managerDays'], say)
  await dave.slack.close({ all: true })
}

export async function prizesWith({ dave }: Plaudit, say: Say): Promise<void> {
  await dave.opens('/wow prizes')
  await pressesIn(dave, 'prizes.settings')
  const amounts = [
    'managerMoney',
    'managerDays',
    'workspaceMoney',
    'workspaceDays',
    'approvalMoney',
    'approvalDays',
  ]
  await refused(dave, 'prizes.settings', amounts, say)
  taken(
    await dave.submits({
      managerMoney: '500',
      managerDays: '5',
      approvalMoney: '40',
      ...blank(amounts.slice(2, 4)),
      approvalDays: '',
      approverIds: ['UDAVE'],
      ...said('prizes.settings', ['nextMoney', 'nextDayOff', 'nextGift'], say),
    }),
    'updated',
  )
  await pressesIn(dave, 'budget.add')
  await refused(dave, 'budget.save', ['money', 'days'], say, { personId: 'UCAROL' })
  await dave.slack.close({ all: true })
  await dave.opens('/wow prizes')
  await pressesIn(dave, 'prize.add')
  await refused(dave, 'prize.save', ['cost', 'stock'], say, { name: 'A hoodie' })
  taken(await dave.submits({ ...said('prize.save', ['name'], say), cost: '20', stock: '' }), 'updated')
  await pressesIn(dave, 'prize.add')
  await choosesIn(dave, 'prize.kind', 'day_off')
  await refused(dave, 'prize.save', ['days'], say, { name: 'Some days' })
  await dave.slack.close({ all: true })
}

const blank = (fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, '']))

/** @returns the secret of the source */
export async function desksWith({ dave }: Plaudit, say: Say): Promise<void> {
  await dave.opens('/wow letters')
  await pressesIn(dave, 'praises.settings')
  await refused(dave, 'praises.settings', ['minRating'], say, { triageChannel: 'CNEWS' })
  taken(await dave.submits({ triageChannel: 'CNEWS', minRating: '' }), 'updated')
  await dave.slack.close({ all: true })
  await dave.opens('/wow sources')
  await pressesIn(dave, 'source.add')
  await dave.submits(said('source.add', ['name'], say))
  await dave.slack.close({ all: true })
  await dave.opens('/wow capture')
  await refused(dave, 'capture.save', ['story', 'letter'], say, { channel: 'CLOBBY' })
  await dave.slack.close({ all: true })
}

/** @returns the card */
export async function storyWith(plaudit: Plaudit, say: Say): Promise<Message> {
  const { alice, frank, dave, celebrations, settled } = plaudit
  const form = await alice.opens('/wow')
  await alice.seesChange(() => alice.presses(form, 'story.more'))
  const photo = [alice.slack.upload({ name: 'part.png', data: Buffer.from('not a picture') })]
  const fields = ['words', 'lesson', 'photoDescription', 'customerName', 'deeds', 'thanks']
  await sent(alice, { championIds: ['UBOB'], photo, ...said('story.tell', fields, say) })
  await settled()
  const card = last(celebrations.messages())
  await frank.picks(card, 'voice')
  await frank.form()
  taken(await frank.submits(said('voice.add', ['words'], say)))
  await settled()
  await dave.opensHome()
  return card
}

export async function letterWith(plaudit: Plaudit, say: Say): Promise<void> {
  const { alice, carol, celebrations, settled } = plaudit
  const form = await alice.opens('/wow letter')
  await alice.seesChange(() => alice.presses(form, 'story.more'))
  const letter = { permission: 'yes', via: 'email', receivedOn: '2026-03-11' }
  const fields = said('story.tell', ['authorName', 'authorRole', 'reference'], say)
  taken(
    await alice.submits({
      championIds: ['UBOB'],
      ...letter,
      ...fields,
      words: `${PRIVATE} ${say('story.tell words').slice(0, 2_000)}`,
    }),
    'pushed',
  )
  const { outcome } = await alice.submits(said('story.preview', ['hide'], say))
  // It is shown once more with what is hidden, too; what is not in the letter cannot be.
  taken(await alice.submits(outcome === 'errors' ? { hide: '' } : {}), 'cleared')
  await settled()
  const card = last(celebrations.messages())
  await carol.picks(card, 'thank')
  await carol.form()
  await carol.submits(said('letter.thanks', ['reply'], say))
  await settled()
  await alice.picks(card, 'edit')
  await alice.presses(await alice.form(), 'story.retract')
  await alice.form()
  taken(await alice.submits(said('story.retract', ['reason'], say)), 'cleared')
  await settled()
}
const PRIVATE = 'Your Bob found our order again. Call me on +44 7700 900123.'

export async function awardsWith(plaudit: Plaudit, card: Message, say: Say): Promise<void> {
  const { bob, carol, dave, settled } = plaudit
  const gives = async (prize: string, reason: string) => {
    await carol.presses(card, 'prize.award')
    const form = await carol.form()
    await carol.submits({ prizeId: prizeIn(form, prize), reason })
    if (carol.slack.modal()?.callback_id === 'award.questions') await carol.submits()
    await carol.slack.close({ all: true })
    await settled()
  }
  await gives('A hand-written card', say('award.give reason'))
  await gives('A voucher', REASON)
  await dave.presses(await dave.dm('asks for your approval'), 'award.decline')
  await dave.form()
  taken(await dave.submits(said('award.decline', ['reason'], say)))
  await gives('A day off', REASON)
  await settled()
  await dave.presses(await dave.dm('To be handed over: a hand-written card'), 'award.handOver')
  await dave.form()
  taken(await dave.submits(said('award.handOver', ['note'], say)))
  await dave.presses(await dave.dm('To be handed over: a day off'), 'award.cancel')
  await dave.form()
  taken(await dave.submits(said('award.cancel', ['reason'], say)))
  await settled()
  await bob.presses(await bob.dm('hand-written card'), 'award.noted')
  await bob.answer()
}

export async function praiseWith({ dave, news, settled }: Plaudit, say: Say): Promise<void> {
  await dave.presses(await news.shows('Thank you all so very much'), 'praise.dismiss')
  await dave.form()
  taken(await dave.submits(said('praise.dismiss', ['reason'], say)))
  await settled()
}

export async function digestWith({ carol, dave, jumpTo, settled }: Plaudit, say: Say): Promise<void> {
  await jumpTo('2026-03-13 10:00')
  const preview = await dave.dm('goes out on Friday 13 March')
  await dave.presses(preview, 'digest.note')
  await dave.form()
  taken(await dave.submits(said('digest.note', ['words'], say)))
  await dave.presses(preview, 'digest.ask')
  await dave.form()
  taken(await dave.submits({ leaderId: carol.id, ...said('digest.ask', ['message'], say) }))
  await settled()
  await jumpTo('2026-03-13 16:00')
  await dave.runs('/wow leaderboard')
  await dave.answer()
  await dave.runs('/wow digest')
  await dave.answer()
}

/** As CSV and as JSON. @returns the files */
export async function exportsOf({ dave, slack }: Plaudit): Promise<string[]> {
  const before = dave.files().length
  for (const [index, format] of ['csv', 'json'].entries()) {
    await dave.opens('/wow prizes')
    await dave.presses(onTop(dave), 'prizes.export')
    await dave.form()
    await dave.submits({ format })
    await dave.slack.close({ all: true })
    await slack.until(() => dave.files().length === before + index + 1, { what: `the ${format} file` })
  }
  return dave.files().map(({ text }) => text)
}

const last = (messages: readonly Message[]): Message => {
  const message = messages.at(-1)
  if (!message) throw new Error('nothing was said')
  return message
}

/** The form that stands in front of a story with something masked is agreed to. */
async function sent(who: Colleague, values: object): Promise<void> {
  const { outcome, errors } = await who.submits(values as never)
  if (outcome === 'pushed') taken(await who.submits(), 'cleared')
  else if (outcome !== 'closed') throw new Error(`not sent: ${outcome} ${JSON.stringify(errors)}`)
}

export function taken({ outcome, errors, clientErrors }: SubmitResult, wanted = 'closed'): void {
  if (outcome !== wanted) throw new Error(`not taken: ${outcome} ${JSON.stringify({ errors, clientErrors })}`)
}

export const said = (form: string, fields: readonly string[], say: Say): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, say(`${form} ${field}`)]))

/** Nothing but a sentence under the field comes of it. */
export async function refused(
  who: Colleague,
  form: string,
  fields: readonly string[],
  say: Say,
  values = {},
): Promise<void> {
  for (const field of fields) {
    const { outcome, errors, clientErrors } = await who.submits({
      ...values,
      ...blank(fields),
      [field]: say(`${form} ${field}`),
    })
    if (outcome !== 'errors' || !errors[field])
      throw new Error(`${form} ${field}: ${outcome} ${JSON.stringify({ errors, clientErrors })}`)
  }
}
