import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { Delivery } from '../../src/domain/delivery.ts'
import * as boards from '../../src/store/boards.ts'
import * as cheers from '../../src/store/cheers.ts'
import * as claimed from '../../src/store/claimed-deliveries.ts'
import * as deliveries from '../../src/store/deliveries.ts'
import * as digestStories from '../../src/store/digest-stories.ts'
import * as digests from '../../src/store/digests.ts'
import * as drafts from '../../src/store/drafts.ts'
import * as failed from '../../src/store/failed-deliveries.ts'
import * as failedEvents from '../../src/store/failed-events.ts'
import * as handled from '../../src/store/handled.ts'
import * as inbox from '../../src/store/inbox.ts'
import * as jobRuns from '../../src/store/job-runs.ts'
import * as letterWholes from '../../src/store/letter-wholes.ts'
import { migrate } from '../../src/store/migrate.ts'
import * as people from '../../src/store/people.ts'
import * as photos from '../../src/store/photos.ts'
import * as posts from '../../src/store/posts.ts'
import * as praiseOriginals from '../../src/store/praise-originals.ts'
import * as praiseRecipients from '../../src/store/praise-recipients.ts'
import * as praises from '../../src/store/praises.ts'
import * as recount from '../../src/store/recount.ts'
import * as roles from '../../src/store/roles.ts'
import * as settings from '../../src/store/settings.ts'
import type { Tx } from '../../src/store/store.ts'
import * as stories from '../../src/store/stories.ts'
import * as storyEdits from '../../src/store/story-edits.ts'
import * as waitingPraises from '../../src/store/waiting-praises.ts'
import { listeningTx, scansOf } from './plans.ts'

let db: Database
beforeAll(() => {
  db = new SqliteDatabase(':memory:')
  migrate(db)
  db.prepare("insert into workspaces values ('T1', '', '')").run()
})
afterAll(() => {
  db.close()
})

const NOW = '2026-11-16T09:00:00.000Z'
const row = { view: 'champions', period: 'week', startsOn: '2026-11-16' } as const
const week = { from: NOW, to: '2026-11-23T00:00:00.000Z' }
/** With few ids SQLite takes another way than with many, which a workspace of one index looks better to. */
const many = Array.from({ length: 500 }, (_, n) => `id${n}`)
const pairs = many.slice(0, 200).map((id) => ({ storyId: id, personId: id }))
const delivery: Delivery = {
  ...{ id: 'd1', kind: 'help', subjectId: 'S', args: {}, lane: 'C1', attempts: 1, doubt: 0 },
  ...{ createdAt: NOW, leaseUntil: NOW },
}
const on = { channel: 'C1', ts: '1.1' }

/** Everything that is asked again and again, whatever has piled up by then. */
const questions: Record<string, (tx: Tx) => Promise<unknown>> = {
  'the best of a period': (tx) => boards.listBoardRows(tx, row, 1),
  "one's own row on a board": (tx) => boards.findBoardRow(tx, { ...row, personId: 'U1' }),
  'who may be listed on a board': (tx) => boards.listListed(tx, many),
  'who left the boards': (tx) => boards.listBoardLeaves(tx, many),
  counting: (tx) =>
    boards.updateCounts(tx, [{ view: 'champions', on: '2026-11-16', personId: 'U1', count: 1, cheers: 0 }]),
  'since when there is something to count': (tx) => recount.findCountedSpan(tx),
  'what was told on a day': (tx) => recount.updateToldOn(tx, row.startsOn, week),
  'who told what in a day': (tx) => recount.listCountsFrom(tx, 'storytellers', week),
  'who did what in a day': (tx) => recount.listCountsFrom(tx, 'champions', week),
  'who cheered in a day': (tx) => recount.listCountsFrom(tx, 'cheerers', week),
  'what a period counts': (tx) => recount.listCountsAt(tx, row),
  'putting counters right': (tx) => recount.replaceCounts(tx, row, [{ personId: 'U1', count: 1, cheers: 2 }]),
  'counters of no time': (tx) =>
    recount.deleteCountsOutside(tx, row, { first: '2026-01-05', last: '2026-11-16' }),
  'what stands of reactions': (tx) => cheers.listReactionsOn(tx, pairs),
  'who reacted to a story': (tx) => cheers.listReactedTo(tx, 's1'),
  'what somebody reacted to': (tx) => cheers.listReactedBy(tx, 'U1', { after: 's1', most: 100 }),
  'the cheers there are': (tx) => cheers.listCheers(tx, pairs),
  'taking cheers away': (tx) => cheers.deleteCheers(tx, pairs),
  'cheer counts': (tx) => cheers.updateCheerCounts(tx, new Map([['s1', 1]])),
  'what can be said now': (tx) =>
    claimed.claimDeliveries(tx, { leaseUntil: NOW, most: 20, restingLanes: ['C9'], refreshes: true }),
  'leases that ran out': (tx) => claimed.releaseExpired(tx),
  'a longer lease': (tx) => claimed.extendLease(tx, delivery, NOW),
  'when the next is due': (tx) => deliveries.findNextDueAt(tx, NOW),
  'settling a delivery': (tx) => claimed.settleDelivery(tx, delivery, { state: 'sent' }),
  'settling a thread': (tx) => claimed.settleThreadOf(tx, 'd1', { state: 'dropped' }),
  'putting a row back': (tx) =>
    claimed.postponeDelivery(tx, { ...delivery, postId: 'p1' }, { dueAt: NOW, doubt: 1 }),
  'what failed': (tx) => failed.listFailedDeliveries(tx),
  'what was set aside': (tx) => failedEvents.listFailedEvents(tx, 9),
  'acting on it again': (tx) => failedEvents.retryEvent(tx, 'e1'),
  'letting go of it': (tx) => failedEvents.dismissEvent(tx, 'e1'),
  'trying again': (tx) => failed.retryDelivery(tx, 'd1'),
  'how much there is to say': (tx) => deliveries.countDeliveries(tx),
  'whether it was said to somebody': (tx) => deliveries.findDeliveryBetween(tx, 'digest.ask', 'D', 'U1'),
  'forgetting what was said': (tx) => deliveries.deleteSettledBefore(tx, NOW, 500),
  'the digest due': (tx) => digests.getDigestDueAt(tx, NOW),
  'moving a digest': (tx) => digests.moveOpenDigest(tx, NOW),
  'the digests since': (tx) => digests.listIssuedSince(tx, NOW),
  'the last digest': (tx) => digests.findLastIssue(tx),
  'what was in a digest': (tx) => digests.listIssuedStories(tx, 'D'),
  'stories in no digest yet': (tx) => digestStories.listUndigested(tx, { from: NOW, to: '2026-11-20' }),
  'what still stands of a digest': (tx) => digestStories.listStanding(tx, many),
  'the words of those to choose from': (tx) => digestStories.listWords(tx, many),
  'who led lately': (tx) => digests.listLeadersSince(tx, NOW),
  'what is left out': (tx) => digests.listOmitted(tx, many),
  'notes of a digest': (tx) => digests.listDigestNotes(tx, 'D'),
  'a draft': (tx) => drafts.findDraft(tx, { id: 'x', kind: 'story', personId: 'U1' }),
  'old drafts': (tx) => drafts.deleteDraftsBefore(tx, NOW),
  'whether an act was done': (tx) => handled.insertHandled(tx, 'key'),
  'old keys': (tx) => handled.deleteHandledBefore(tx, NOW, 500),
  'the oldest events': (tx) => inbox.takeEvents(tx, 500),
  'reactions parked for a post': (tx) => inbox.takeParkedReactions(tx, on),
  'old parked reactions': (tx) => inbox.deleteParkedBefore(tx, NOW, 500),
  'the last run of a job': (tx) => jobRuns.findLastRunAt(tx, 'digest'),
  people: (tx) => people.listPeople(tx, many),
  'strangers to be looked up': (tx) => people.listStrangers(tx, 20),
  'people by name': (tx) => people.listPeopleNamed(tx, ['Bob', 'Ana']),
  'praise that was here before': (tx) => praises.findByKeys(tx, 'x', { webhookKey: 'a', referenceKey: 'b' }),
  praise: (tx) => praises.listPraises(tx, ['p1', 'p2']),
  'the praise of a story': (tx) => praises.findPraiseOfStory(tx, 's1'),
  'the whole of a letter': (tx) => letterWholes.updateWhole(tx, 's1', (text) => text),
  'letters with more than is quoted': (tx) => letterWholes.listWithWhole(tx, ['s1', 's2']),
  'a whole that goes': (tx) => letterWholes.deleteWhole(tx, 's1'),
  'what was masked in praise': (tx) => praiseOriginals.takePraiseOriginals(tx, 'p1'),
  'forgetting one': (tx) => praises.forgetPraise(tx, 'p1'),
  'saying praise anew': (tx) => praises.updatePraiseWords(tx, 'p1', (words) => words),
  'forgetting what was no WOW': (tx) => praises.forgetDismissedBefore(tx, NOW),
  'a recipient who was found': (tx) => praiseRecipients.updateRecipient(tx, 'p1', 'bob', 'U1'),
  'praise nobody heard of': (tx) => waitingPraises.listUnannounced(tx, 6),
  'praise that waits': (tx) => waitingPraises.listWaiting(tx, { limit: 10 }),
  'how much praise waits': (tx) => waitingPraises.countWaiting(tx, NOW),
  'what waits of a group': (tx) => waitingPraises.listWaitingInGroup(tx, 'g', 5),
  'announcing together': (tx) => waitingPraises.announceGroup(tx, 'g'),
  'taking what waits': (tx) => waitingPraises.takeWaiting(tx, 'p1'),
  'what is still to be said of praise': (tx) => waitingPraises.isBeingSaid(tx, 'C1', ['praise.card']),
  'old groups': (tx) => waitingPraises.deleteGroupsBefore(tx, NOW),
  photos: (tx) => photos.listPhotos(tx, ['s1']),
  'posts at addresses': (tx) => posts.listPostsAt(tx, [on, on]),
  'posts about something': (tx) => posts.listPostsAbout(tx, many, ['story.card']),
  'the post of a delivery': (tx) => posts.findPostOf(tx, 'd1'),
  'a person’s roles': (tx) => roles.listRoles(tx, 'U1'),
  'since when a setting stands': (tx) => settings.findSettingChangedAt(tx, ['zone']),
  stories: (tx) => stories.listStories(tx, many),
  'what somebody told': (tx) => stories.listStoryIdsToldBy(tx, 'U1', 5),
  'what is about somebody': (tx) => stories.listStoryIdsAbout(tx, 'U1', 5),
  'who is not to be named': (tx) => stories.listDeclined(tx, 's1'),
  'what was edited': (tx) => storyEdits.listEdited(tx, ['s1']),
  'saying an edit anew': (tx) => storyEdits.updateEdits(tx, 's1', (before) => before),
  'the first story': (tx) => stories.findFirstStoryAt(tx),
}

describe('the store goes through no table that grows, to find', () => {
  test.each(Object.entries(questions))('%s', async (_, ask) => {
    const { tx, asked } = listeningTx(db, NOW)
    await ask(tx)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.flatMap((one) => scansOf(db, one).map((scan) => `${scan}: ${one.sql}`))).toEqual([])
  })
})

test('a scan is seen', async () => {
  const { tx, asked } = listeningTx(db, NOW)
  await tx.db.selectFrom('stories as s').select('s.id').where('s.words', 'like', '%x%').execute()
  await tx.db.selectFrom('stories').select('id').where('workspace_id', '=', 'T1').execute()
  expect(asked.map((one) => scansOf(db, one).length)).toEqual([1, 1])
})
