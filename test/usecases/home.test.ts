import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { tick } from '../../src/jobs/tick.ts'
import { claimDeliveries } from '../../src/store/claimed-deliveries.ts'
import { showHome } from '../../src/usecases/home.ts'
import { recordFailed } from '../../src/usecases/outcomes.ts'
import { retractStory } from '../../src/usecases/stories.ts'
import {
  alice,
  bob,
  CELEBRATIONS,
  dave,
  openPlaudit,
  openSetUp,
  refusal,
  sayAll,
  share,
  stranger,
  type TestPlaudit,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await sayAll(app)
})
afterEach(() => app.close())

describe('home', () => {
  test('shows what one told and what is about oneself, the latest five, and nothing taken back', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n += 1) {
      app.clock.pass({ minutes: 1 })
      ids.unshift(await share(app))
    }
    await retractStory(app, alice, ids[0] ?? '')
    const latest = ids.slice(1, 6).map((id) => ({ id }))
    expect(await showHome(app, alice)).toMatchObject({ told: latest, about: [], mayRun: false, failed: [] })
    expect(await showHome(app, bob)).toMatchObject({ told: [], about: latest })
  })

  test('shows where the last digest is', async () => {
    await share(app)
    await sayAll(app)
    expect((await showHome(app, bob)).lastDigest).toBeUndefined()
    app.clock.setCivil('2026-11-20T16:00:00.000Z')
    await tick(app, () => {})
    await sayAll(app)
    expect((await showHome(app, bob)).lastDigest).toMatchObject({
      posts: [{ channel: CELEBRATIONS }],
      storyCount: 1,
    })
  })

  test('shows hosts what failed, and nobody else', async () => {
    await share(app)
    const [card] = await app.write((tx) =>
      claimDeliveries(tx, {
        leaseUntil: '2999-01-01T00:00:00.000Z',
        most: 1,
        restingLanes: [],
        refreshes: true,
      }),
    )
    if (!card) throw new Error('there is nothing to say')
    await app.write((tx) => recordFailed(tx, card, 'is_archived'))
    await app.write((tx) => recordFailed(tx, card, 'is_archived'))
    expect(await waiting(app)).toEqual(['story.receipt → ALICE', 'trouble → DAVE'])
    expect((await showHome(app, dave)).failed).toMatchObject([{ kind: 'story.card', error: 'is_archived' }])
    expect((await showHome(app, alice)).failed).toEqual([])
  })

  test('before the setup says so, and is for colleagues', async () => {
    const fresh = await openPlaudit()
    expect(await showHome(fresh, dave)).toMatchObject({ setUp: false, mayRun: true })
    expect(await showHome(fresh, alice)).toMatchObject({ setUp: false, mayRun: false })
    expect(await refusal(showHome(fresh, stranger))).toEqual(['person.not-a-colleague'])
    await fresh.close()
  })
})
