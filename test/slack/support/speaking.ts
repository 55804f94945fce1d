/** The speaker alone, over the real wire: what it says is given by the test. */
import { afterEach } from '@jest/globals'
import { pino } from 'pino'
import type { PretendSlack } from '../../../playground/server/index.ts'
import { readConfig } from '../../../src/config.ts'
import type { Delivery } from '../../../src/domain/delivery.ts'
import { addTo } from '../../../src/domain/time.ts'
import { createDirectory } from '../../../src/slack/directory.ts'
import type { Spoken } from '../../../src/slack/outcome.ts'
import type { Rendered } from '../../../src/slack/rendered.ts'
import type { Slack } from '../../../src/slack/slack.ts'
import { createSpeaker } from '../../../src/slack/speaker.ts'
import { createWeb } from '../../../src/slack/web.ts'
import { claimDeliveries, extendLease, postponeDelivery } from '../../../src/store/claimed-deliveries.ts'
import { openStore } from '../../../src/store/store.ts'
import { deliver, refreshPosts } from '../../../src/usecases/deliveries.ts'
import { handClock, tempFolder } from '../../store/support.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** What everything in `src/slack/` is given, over a database of its own. */
export function slackOver(pretend: PretendSlack): Slack {
  const folder = tempFolder()
  const clock = handClock()
  const workspaceId = pretend.team.id
  const store = openStore({ path: `${folder.path}/plaudit.db`, workspaceId, clock })
  cleanups.push(folder.remove, () => store.close())
  const { config, secrets } = readConfig(pretend.env())
  const log = pino({ level: 'silent' })
  const web = createWeb(config, secrets, log, 1_000)
  const app = { store, clock }
  const identity = {
    workspaceId,
    botUserId: pretend.botUserId,
    botId: 'B1',
    url: 'https://example.slack.com/',
  }
  return { app, web, identity, directory: createDirectory(app, web, identity, log), log }
}

const STORY = 'story'

/** One story's card in #celebrations, said as often as a test asks. */
export function createSpeaking(slack: Slack, lane: string) {
  const { store } = slack.app
  let shows: Rendered | undefined
  const speak = createSpeaker(slack, async () => shows)

  return {
    /** What there is to say from now on. */
    show(text: string | 'gone' | undefined): void {
      if (text === 'gone') shows = { gone: true }
      else shows = text === undefined ? undefined : { message: { text, blocks: [] }, subjectIds: [STORY] }
    },
    ask: () => store.write((tx) => deliver(tx, { kind: 'story.card', subjectId: STORY, lane })),
    askAnew: () => store.write((tx) => refreshPosts(tx, STORY)),
    claim: async (): Promise<Delivery> => {
      const [delivery] = await store.write((tx) =>
        claimDeliveries(tx, {
          leaseUntil: addTo(tx.realNow, { minutes: 1 }),
          most: 1,
          restingLanes: [],
          refreshes: true,
        }),
      )
      if (!delivery) throw new Error('there is nothing to say')
      return delivery
    },
    speak: (delivery: Delivery): Promise<Spoken> =>
      speak(delivery, async () => {
        const leaseUntil = addTo(slack.app.clock.real(), { minutes: 1 })
        const held = await store.write((tx) => extendLease(tx, delivery, leaseUntil))
        return { delivery: held ?? delivery, answered: () => {} }
      }),
    /** As after a call that ended in doubt. */
    doubt: (delivery: Delivery, doubt = 1) =>
      store.write((tx) =>
        postponeDelivery(tx, delivery, { dueAt: tx.realNow, doubt, doubtedAt: tx.realNow }),
      ),
    rows: () =>
      store.read(async ({ db }) => ({
        deliveries: (await db.selectFrom('deliveries').select('state').execute()).map(({ state }) => state),
        posts: (await db.selectFrom('posts').select('id').execute()).length,
        subjects: (await db.selectFrom('post_subjects').select('post_id').execute()).length,
      })),
  }
}
