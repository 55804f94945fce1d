import { describe, expect, test } from '@jest/globals'
import type { Message } from '../../../playground/server/index.ts'
import { awards } from '../../support/plaudit/giving.ts'
import { menuIn } from '../../support/plaudit/list.ts'
import {
  type Colleague,
  MODES,
  type Plaudit,
  type PlauditOptions,
  startPlaudit,
} from '../../support/plaudit.ts'

const words = 'Stayed two hours longer to find the lost part for a customer.'
const picture = (content: string) => ({ name: 'lamp.png', data: Buffer.from(content) })

/** dave puts a lamp with a photo into the catalogue, and alice tells a story about bob. */
async function aLamp({ data = picture('a lamp').data, ...options }: PlauditOptions & { data?: Buffer } = {}) {
  const plaudit = await startPlaudit({ prizes: true, ...options })
  const { alice, bob, dave, celebrations, slack } = plaudit
  await dave.presses(await dave.opens('/wow prizes'), 'prize.add')
  await formOfPrize(plaudit)
  const photo = [dave.slack.upload({ name: 'lamp.png', data })]
  const sent = await dave.submits({ name: 'a bicycle lamp', cost: '15', stock: '5', photo })
  if (sent.outcome !== 'updated') throw new Error(`the prize: ${JSON.stringify(sent)}`)
  await dave.slack.close()
  const card = await alice.tells(words, { about: bob })
  await plaudit.settled()
  /** The photos in its thread. */
  const photos = (of: Message = card) =>
    celebrations.replies(of).flatMap(({ files = [] }) => files.map((id) => slack.file(id)))
  return { ...plaudit, card, photos }
}

/** The form took the place of dave's list. */
const formOfPrize = ({ dave, slack }: Plaudit) =>
  slack.until(() => JSON.stringify(dave.slack.modal()?.blocks).includes('"photo"'))

/** dave cancels what is to be handed over to bob. */
async function cancels(dave: Colleague, { settled }: Plaudit): Promise<void> {
  await dave.presses(await dave.dm('a bicycle lamp'), 'award.cancel')
  await dave.form()
  const { outcome } = await dave.submits({ reason: 'The shop has none left.' })
  if (outcome !== 'closed') throw new Error(`not cancelled: ${outcome}`)
  await settled()
}

describe.each(MODES)('a gift with a photo, over %s,', (mode) => {
  test('is seen in the thread where it is given, with its name for who cannot see it', async () => {
    const { carol, celebrations, card, photos, settled } = await aLamp({ mode })
    await awards(carol, card, 'A bicycle lamp')
    await settled()
    expect(celebrations.replyTexts(card)[0]).toContain('Carol Cook awarded @bob a bicycle lamp')
    expect(celebrations.replies(card)).toHaveLength(2)
    expect(celebrations.replies(card)[1]?.text).toBe('This is what it looks like.')
    const [photo] = photos()
    expect(photo?.data.toString()).toBe('a lamp')
    expect(photo).toMatchObject({ altText: 'A bicycle lamp', title: 'A bicycle lamp', fromForm: false })
  })
})

describe('a gift with a photo', () => {
  test('given again, it is seen there, too; each goes with its own award', async () => {
    const plaudit = await aLamp()
    const { alice, bob, carol, frank, dave, card, photos, settled } = plaudit
    const second = await alice.tells('Drove to the customer at night.', { about: bob })
    await settled()
    await awards(carol, card, 'A bicycle lamp')
    await settled()
    await awards(frank, second, 'A bicycle lamp')
    await settled()
    expect([photos().length, photos(second).length]).toEqual([1, 1])
    expect(photos()[0]?.id).not.toBe(photos(second)[0]?.id)
    await cancels(dave, plaudit) // the newest
    expect([photos().length, photos(second).length]).toEqual([1, 0])
  })

  test('of which the host chose another one since: what was given stays as it was', async () => {
    const plaudit = await aLamp()
    const { alice, bob, carol, dave, card, photos, settled } = plaudit
    await awards(carol, card, 'A bicycle lamp')
    await settled()
    const list = await dave.opens('/wow prizes')
    await dave.presses(list, ...menuIn(list, 'edit', 'icycle lamp'))
    await formOfPrize(plaudit)
    await dave.submits({ photo: [dave.slack.upload(picture('a brighter lamp'))] })
    const second = await alice.tells('Drove to the customer at night.', { about: bob })
    await settled()
    await awards(carol, second, 'A bicycle lamp')
    await settled()
    expect([...photos(), ...photos(second)].map((photo) => photo?.data.toString())).toEqual([
      'a lamp',
      'a brighter lamp',
    ])
  })

  test('given privately is not seen', async () => {
    const { carol, celebrations, card, settled } = await aLamp()
    await awards(carol, card, 'A bicycle lamp', { isPrivate: ['yes'] })
    await settled()
    expect(celebrations.replies(card)).toEqual([])
  })

  test('that waits for approval is seen once it is approved', async () => {
    const prizes = { approvalAbove: { moneyMinor: 10_00 } }
    const { carol, dave, celebrations, card, photos, settled } = await aLamp({ prizes })
    await awards(carol, card, 'A bicycle lamp')
    await settled()
    expect(celebrations.replies(card)).toEqual([])
    await dave.presses(await dave.dm('asks for your approval'), 'award.approve')
    await settled()
    expect(photos()).toHaveLength(1)
  })

  test.each([
    ['the award is cancelled', (plaudit: Plaudit) => cancels(plaudit.dave, plaudit)],
    [
      'its story is taken back',
      async ({ alice, settled }: Plaudit, card: Message) => {
        await alice.picks(card, 'edit')
        await alice.presses(await alice.form(), 'story.retract')
        await alice.form()
        await alice.submits()
        await settled()
      },
    ],
    [
      'its champion takes their name off',
      async ({ bob, settled }: Plaudit, card: Message) => {
        await bob.picks(card, 'name-off')
        await bob.form()
        await bob.submits({})
        await settled()
      },
    ],
  ])('goes when %s, with what was said beside it', async (_, happens) => {
    const plaudit = await aLamp()
    const { carol, slack, celebrations, card, photos, settled } = plaudit
    await awards(carol, card, 'A bicycle lamp')
    await settled()
    const copy = photos()[0]?.id ?? ''
    expect(slack.file(copy)).toBeDefined()
    await happens(plaudit, card)
    expect(slack.file(copy)).toBeUndefined()
    expect(celebrations.replies(card)).toEqual([])
  })

  test('cancelled while Slack is still taking the photo, it goes all the same', async () => {
    const plaudit = await aLamp()
    const { carol, dave, slack, celebrations, card, photos, settled } = plaudit
    slack.faults.next('files.completeUploadExternal', { kind: 'delay_after', ms: 600 })
    await awards(carol, card, 'A bicycle lamp')
    await slack.until(() => photos().length === 1)
    await cancels(dave, plaudit)
    await settled()
    expect(celebrations.replies(card)).toEqual([])
  })

  test.each([
    ['files.completeUploadExternal', 'reset_after'],
    ['conversations.replies', '500'],
    ['upload', '500'],
    ['files.getUploadURLExternal', '500'],
  ] as const)('is shared once, though %s ends in doubt (%s)', async (method, kind) => {
    const { carol, dave, slack, card, photos, passes, expectLog } = await aLamp({ timing: { timeout: 250 } })
    expectLog(/in doubt|fetch failed/)
    slack.faults.next(method, { kind })
    await awards(carol, card, 'A bicycle lamp')
    await slack.until(() => photos().length > 0)
    for (const _ of ['the first look', 'the second', 'and after it']) await passes({ minutes: 1 })
    expect(photos()).toHaveLength(1)
    expect(dave.dms().join()).not.toContain('could not reach')
  })

  test('larger than 20 MB, it is given without it, and hosts hear what to do', async () => {
    const { bob, carol, dave, celebrations, card, settled, expectLog } = await aLamp({
      data: Buffer.alloc(20 * 1024 * 1024 + 1),
    })
    expectLog(/a photo is too large/)
    await awards(carol, card, 'A bicycle lamp')
    await settled()
    expect(celebrations.replyTexts(card)).toHaveLength(1)
    expect(bob.dms().at(-1)).toContain('a bicycle lamp')
    expect(dave.dms().at(-1)).toContain('The photo of a gift could not reach')
    expect(dave.dms().at(-1)).toContain('Choose a smaller one with /wow prizes')
  })
})
