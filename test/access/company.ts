/** A company with one of everything that somebody could want to lay hands on. */

import { afterEach } from '@jest/globals'
import type { AwardInput } from '../../src/domain/award.ts'
import { insertAsks } from '../../src/store/capture-asks.ts'
import { getDigestDueAt } from '../../src/store/digests.ts'
import { listPrizes } from '../../src/store/prizes.ts'
import { replaceRoleHolders } from '../../src/store/roles.ts'
import { openStore } from '../../src/store/store.ts'
import { awardPrize } from '../../src/usecases/awards.ts'
import { beginCapture } from '../../src/usecases/captures.ts'
import { askForNote } from '../../src/usecases/digest-choices.ts'
import { shareDraft, submitStory } from '../../src/usecases/drafts.ts'
import { savePraiseSettings } from '../../src/usecases/praise-settings.ts'
import { retirePrize } from '../../src/usecases/prizes.ts'
import { addSource, revokeSource } from '../../src/usecases/sources.ts'
import type { Submission } from '../../src/usecases/submission.ts'
import type { Look } from '../../src/views/look.ts'
import { wordingFor } from '../../src/wording/index.ts'
import { allowPrizes } from '../support/plaudit/prizes.ts'
import { type PlauditOptions, setUpBy, startPlaudit } from '../support/plaudit.ts'
import { bringRoles, type Insider, idOf } from './roles.ts'
import { holdRounds } from './rounds.ts'

export const WORDS = 'Stayed two hours longer and found the part that was lost.'
export const REASON = 'Nobody would have asked, and they stayed.'
const LETTER = 'You saved our opening day. Call me at 020 7946 0958 whenever you like. Ida Miller'
const LONG = 'Thank you so much for everything you did for us on that long night. '.repeat(120)

export type Company = Awaited<ReturnType<typeof foundCompany>>

/** What is walked through is much, and the machine may be busy. */
const PATIENCE = 20_000

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

export async function foundCompany(options: PlauditOptions = {}) {
  const plaudit = await startPlaudit({
    setUp: false,
    before: bringRoles,
    timing: { timeout: PATIENCE },
    ...options,
  })
  const { slack, clock, databasePath, settled } = plaudit
  await setUpBy(plaudit.dave, {
    hostIds: [idOf('host')],
    managerIds: [idOf('giver'), idOf('manager')],
  })
  allowPrizes(databasePath, { approvalAbove: { moneyMinor: 20_00 } })
  const store = openStore({ path: databasePath, workspaceId: slack.team.id, clock })
  closing.push(() => store.close())
  const app = { store, clock }
  const as = (role: Insider) => ({ id: idOf(role) })
  await store.write(async (tx) => {
    await replaceRoleHolders(tx, 'approver', [idOf('approver')], idOf('host'))
    await replaceRoleHolders(tx, 'fulfiller', [idOf('fulfiller')], idOf('host'))
  })

  const telling = async (submission: Submission, role: Insider = 'teller'): Promise<string> => {
    const told = await submitStory(app, as(role), submission)
    return 'draftId' in told ? (await shareDraft(app, as(role), told.draftId)).id : told.story.id
  }
  const championIds = [idOf('champion')]
  const storyId = await telling({ input: { championIds, words: WORDS } })
  const letter = { authorName: 'Ida Miller', permission: 'no' }
  const letterId = await telling({ input: { championIds, words: LETTER, letter } })
  const draft = await submitStory(app, as('teller'), { input: { championIds, words: LETTER, letter } })
  if (!('draftId' in draft)) throw new Error('nothing was masked')

  const messageOf = (words: string) => slack.person(idOf('author')).says('GTALKS', words)
  const at = ({ channel, ts }: { channel: string; ts: string }) => ({ channel, ts })
  const authorId = idOf('author')
  const shared = { at: at(await messageOf('Our champion was great.')), authorId, isPrivate: false }
  const capturedId = await telling({ input: { championIds, words: WORDS }, source: shared })
  const secret = { at: at(await messageOf('This is between us alone.')), authorId, isPrivate: true }
  const asked = { ...secret, words: 'This is between us alone.', mentionedIds: [] }
  await beginCapture(app, as('teller'), asked)
  const requestId = String(
    (await store.read(({ db }) => db.selectFrom('capture_requests').select('id').execute()))[0]?.id,
  )
  const open = await slack.person('UBOB').says('CCHEERS', 'What a day. Our champion stayed until nine.')
  const askId = 'ask-of-the-reactor'
  await store.write((tx) =>
    insertAsks(tx, [{ id: askId, at: at(open), personId: idOf('reactor'), kind: 'wow' }]),
  )

  const { secret: signing, token } = await addSource(app, as('host'), 'helpdesk')
  await addSource(app, as('host'), 'closed')
  await revokeSource(app, as('host'), 'closed')
  const channels = new Map([
    [
      'CTRIAGE',
      { id: 'CTRIAGE', name: 'triage', isPrivate: false, isArchived: false, isShared: false, isMember: true },
    ],
  ])
  slack.channel('CTRIAGE').members.add(slack.botUserId)
  await savePraiseSettings(app, as('host'), { triageChannel: 'CTRIAGE' }, { channels })
  const receives = async (words: string): Promise<string> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const body = JSON.stringify({ words, recipients: championIds })
    const cards = slack.messages('CTRIAGE').length
    const answer = await fetch(`${slack.appUrl}/praise`, { method: 'POST', headers, body })
    await slack.until(() => slack.messages('CTRIAGE').length > cards, { timeoutMs: PATIENCE })
    return ((await answer.json()) as { id: string }).id
  }
  const praiseId = await receives(LONG)
  const whole = { input: { championIds, words: 'You saved our opening day.', letter }, whole: true }
  const wholeId = await telling({ ...whole, praiseId: await receives(`${LONG}!`) }, 'host')

  const prizes = await store.read((reader) => listPrizes(reader))
  const prize = (builtin: string) => {
    const found = prizes.find((one) => one.builtin === builtin)
    if (!found) throw new Error(`no ${builtin}, but ${prizes.map((one) => one.builtin).join(', ')}`)
    return found
  }
  const awarding = async (builtin: string, more: Partial<AwardInput> = {}): Promise<string> => {
    const { id, revision } = prize(builtin)
    const input = { storyId, prizeId: id, revision, personIds: championIds, reason: REASON, isPrivate: false }
    const made = await awardPrize(app, as('giver'), { ...input, ...more }, ['left-out', 'again', 'masked'])
    return made.award.id
  }
  const openId = await awarding('day-off')
  const waitingId = await awarding('voucher')
  const retired = prize('lunch')
  await retirePrize(app, as('host'), retired.id)

  const examinationId = await holdRounds(store)
  const digest = await store.write((tx) => getDigestDueAt(tx, '2026-03-13T16:00:00.000Z'))
  await askForNote(app, as('host'), digest.id, { leaderId: idOf('leader') })
  await slack.person(idOf('foreign')).command('/wow', 'help', { channel: 'CCHEERS' }) // from now on it is known who that is
  await slack.until(() => slack.person(idOf('foreign')).ephemerals().length > 0, { timeoutMs: PATIENCE })
  await settled()
  const look: Look = { w: wordingFor(), zone: 'Europe/London', link: ({ ts }) => `https://example.com/${ts}` }
  const ids = { storyId, letterId, wholeId, capturedId, draftId: draft.draftId, requestId, askId, praiseId }
  return {
    ...plaudit,
    ...ids,
    app,
    as,
    look,
    draft,
    /** A message that everybody can read. */
    open,
    /** A private message whose author has not said yes. */
    secret,
    openId,
    waitingId,
    examinationId,
    digestId: digest.id,
    prize: prize('card'),
    retiredId: retired.id,
    signing,
    token,
  }
}
