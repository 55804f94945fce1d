import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { showStories } from '../../src/usecases/showing.ts'
import { openSetUp, share, type TestPlaudit } from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
})
afterEach(() => app.close())

test('many stories are shown in their order, and others have their turn meanwhile', async () => {
  const ids: string[] = []
  for (let n = 0; n < 230; n += 1) ids.unshift(await share(app))
  let turns = 0
  const timer = setImmediate(() => {
    turns += 1
  })
  const shown = await app.read((reader) => showStories(reader, ['nothing', ...ids]))
  clearImmediate(timer)
  expect(turns).toBe(1)
  expect(shown.map(({ id }) => id)).toEqual(ids)
})
