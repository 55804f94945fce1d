import { describe, expect, test } from '@jest/globals'
import { cleaned } from '../../src/domain/text.ts'
import { readCsv } from '../support/csv.ts'
import { type Plaudit, startPlaudit } from '../support/plaudit.ts'
import { MARK, texts } from './corpus.ts'
import { typedFields, unseenForms } from './fields.ts'
import { examine } from './seen.ts'
import {
  awardsWith,
  desksWith,
  digestWith,
  exportsOf,
  letterWith,
  praiseWith,
  prizesWith,
  type Say,
  setUpWith,
  storyWith,
} from './tour.ts'
import { roundWith } from './tour-rounds.ts'

const fields = typedFields()
/** What was typed, field by field. */
const typed = new Set<string>()

/** Nothing can be typed into these. */
const withoutFields = ['round.decide', 'round.confirm']

test('every form is in the gallery, where its fields are found', () => {
  expect(unseenForms().filter((form) => !withoutFields.includes(form))).toEqual([])
})

/** Every second of them with all other tests, the others with HOSTILE=all: each takes seconds. */
const chosen = texts.filter((_, nth) => process.env.HOSTILE === 'all' || nth % 2 === 0)

describe.each(chosen)('%s', (_, text) => {
  test('typed into every field, stay text wherever they are shown', async () => {
    const plaudit = await startPlaudit({
      setUp: false,
      before: (slack) => void slack.changePerson('UBOB', { realName: text(60) }),
    })
    const say: Say = (field) => {
      const most = fields.get(field)
      if (most === undefined) throw new Error(`there is no field ${field}`)
      typed.add(field)
      return text(most)
    }
    await setUpWith(plaudit, say)
    await desksWith(plaudit, say)
    await prizesWith(plaudit, say)
    const card = await storyWith(plaudit, say)
    await letterWith(plaudit, say)
    await awardsWith(plaudit, card, say)
    await praised(plaudit, text)
    await praiseWith(plaudit, say)
    await digestWith(plaudit, say)
    const files = await exportsOf(plaudit)
    plaudit.expectLog(/missed for too long and is skipped/) // the round takes weeks
    await roundWith(plaudit, say)

    const { unsafe, shown } = examine(plaudit.slack)
    expect(unsafe).toEqual([])
    expect(shown).toContain([...cleaned(text(60))].slice(0, 30).join(''))
    expect(JSON.stringify(plaudit.log())).not.toContain(MARK)
    for (const row of readCsv(files[0] ?? ''))
      for (const cell of row) expect(cell).not.toMatch(/(^|\n)[=+@\t-]/)
    expect(JSON.parse(files[1] ?? '')).toHaveLength(3)
  })
})

test('no field is left out', () => {
  expect([...typed].toSorted()).toEqual([...fields.keys()].toSorted())
})

/** Another system sends it, too, in every field that it has. */
async function praised({ slack, dave }: Plaudit, text: (max: number) => string): Promise<void> {
  await dave.opens('/wow sources')
  const [list] = dave.slack.modals()
  if (!list) throw new Error('no list')
  await dave.seesChange(() => dave.presses(list, 'source.add'))
  await dave.submits({ name: 'The desk' })
  const [token = ''] = /plaudit_[\w-]+/.exec(JSON.stringify(dave.slack.modal()?.blocks)) ?? []
  await dave.slack.close({ all: true })
  const answer = await fetch(`${slack.appUrl}/praise`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      words: `Thank you all so very much: ${text(2_000)}`,
      customer: { name: text(200), company: text(200) },
      reference: text(300),
      recipients: [text(100)],
      url: 'https://desk.example/1',
    }),
  })
  expect(answer.status).toBe(202)
}
