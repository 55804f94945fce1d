import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { listPrizes } from '../../src/store/prizes.ts'
import { awardPrize } from '../../src/usecases/awards.ts'
import { saveSetup } from '../../src/usecases/setup.ts'
import { showStory } from '../../src/usecases/showing.ts'
import { takeNameOff } from '../../src/usecases/stories.ts'
import {
  bob,
  CELEBRATIONS,
  carol,
  dave,
  erin,
  facts,
  openPlaudit,
  sayAll,
  share,
  type TestPlaudit,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openPlaudit()
  const settings = { celebrationChannel: CELEBRATIONS }
  await saveSetup(app, dave, { settings, hostIds: [dave.id], managers: { personIds: [carol.id] } }, facts)
})
afterEach(() => app.close())

test('a champion who takes their name off is named in no reason of a prize either', async () => {
  const storyId = await share(app, undefined, { championIds: [bob.id, erin.id] })
  await sayAll(app)
  const card = (await app.read((reader) => listPrizes(reader))).find(({ builtin }) => builtin === 'card')
  await awardPrize(app, carol, {
    storyId,
    prizeId: card?.id,
    revision: card?.revision,
    personIds: [bob.id, erin.id],
    reason: 'Bob drove, and Erin held the lamp until five.',
    isPrivate: false,
  })
  await app.write(({ db }) =>
    db.updateTable('people').set({ name: 'Bob Baker' }).where('id', '=', bob.id).execute(),
  )
  await takeNameOff(app, bob, storyId)
  const story = await app.read((reader) => showStory(reader, storyId))
  expect(story?.prizes).toMatchObject([
    { people: [{ id: erin.id }], reason: '••• drove, and Erin held the lamp until five.' },
  ])
})
