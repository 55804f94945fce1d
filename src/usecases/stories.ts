/** Telling a story, mending it, taking it back, and a champion's right not to be named. */
import { v7 as newId } from 'uuid'
import { readText } from '../domain/field.ts'
import { withoutChampion } from '../domain/name-off.ts'
import { countryOf, type Person } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import { editedStory, mayRetract, newStory, type Story, type StoryInput, toldIn } from '../domain/story.ts'
import { maskedIn } from '../domain/story-texts.ts'
import { withoutName } from '../domain/text.ts'
import { dayOf } from '../domain/time.ts'
import { deleteDraft, findDraft, insertDraft } from '../store/drafts.ts'
import { listPeople } from '../store/people.ts'
import { updatePhotoDescription } from '../store/photos.ts'
import { getSettings } from '../store/settings.ts'
import type { Tx } from '../store/store.ts'
import {
  deleteChampion,
  insertRetraction,
  insertStory,
  listDeclined,
  type StoredStory,
  updateStory,
} from '../store/stories.ts'
import { updateVoices } from '../store/voices.ts'
import { awardsFollow } from './award-notes.ts'
import { refreshMonthBoard } from './boards.ts'
import { storyCaptured } from './capture-source.ts'
import { getCelebrationChannel } from './celebration-channel.ts'
import { settleCheersOf } from './cheers.ts'
import { countStory } from './counts.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { maySharePhoto, permissionFollows } from './letter-permission.ts'
import { type Actor, authorityOf, look, type Plaudit, perform } from './plaudit.ts'
import { tellChampions, tellOfNameOff, tellOfRetraction } from './story-notes.ts'
import type { Submission, Submitted } from './submission.ts'
import { getToldStory } from './told-story.ts'
import { praiseShared } from './triage.ts'

/**
 * Tells or mends a story. Where private data had to be masked, nothing is told yet: the teller sees the masked words
 * first and says yes with `shareDraft`. Throws Problems on the fields of the input (see domain/story.ts), and
 * `not_found` before Plaudit is set up.
 */
export async function submitStory(app: Plaudit, actor: Actor, submission: Submission): Promise<Submitted> {
  const country = await look(app, actor, async (_, by) => countryOf(by))
  return maskedIn(submission.input, { country }).length > 0
    ? draftStory(app, actor, submission)
    : { story: await perform(app, actor, (tx, by) => apply(tx, by, submission)) }
}

/** The teller saw the masked words and says yes. */
export const shareDraft = (app: Plaudit, actor: Actor, draftId: string): Promise<Story> =>
  perform(app, actor, async (tx, by) => {
    const draft = await findDraft(tx, { id: draftId, kind: 'story', personId: by.id })
    if (!draft) throw new Problem('not_found', 'story.draft-gone')
    await deleteDraft(tx, draftId)
    return apply(tx, by, draft as Submission)
  })

/** Checked as if it were told now; only then is it worth a preview. It takes no key: nothing happened. */
const draftStory = (app: Plaudit, actor: Actor, submission: Submission): Promise<Submitted> =>
  perform(app, { id: actor.id }, async (tx, by) => {
    const told = submission.editing
      ? (await mended(tx, by, submission.editing, submission.input)).after
      : await fresh(tx, by, submission.input)
    const preview = toldIn(told)
    const draftId = newId()
    const { editing, praiseId, source } = submission
    const body = { input: preview, editing, praiseId, source }
    await insertDraft(tx, { id: draftId, kind: 'story', personId: by.id, body })
    return { draftId, preview }
  })

async function apply(tx: Tx, by: Person, { input, editing, praiseId, source }: Submission): Promise<Story> {
  if (editing) return mend(tx, by, editing, input)
  const story = await tell(tx, by, input)
  if (praiseId) await praiseShared(tx, by, praiseId, story.id)
  if (source) await storyCaptured(tx, by, source, story.id)
  return story
}

/** It is kept, counted, and its card is to be said in the celebration channel. */
async function tell(tx: Tx, teller: Person, input: StoryInput): Promise<Story> {
  const story = await fresh(tx, teller, input)
  const lane = await getCelebrationChannel(tx)
  await insertStory(tx, story)
  await countStory(tx, { ...story, cheers: 0 }, 1)
  const about = { subjectId: story.id, lane }
  const card = await deliver(tx, { kind: 'story.card', ...about })
  if (maySharePhoto(story)) await deliver(tx, { kind: 'story.photo', ...about, threadOf: card })
  return story
}

/** The history is kept, and every place where it was said follows. */
async function mend(tx: Tx, by: Person, id: string, input: StoryInput): Promise<Story> {
  const { before, after } = await mended(tx, by, id, input)
  await recount(tx, before, after, () => updateStory(tx, after, withoutState(before), newId(), by.id))
  await permissionFollows(tx, before, after, by.id)
  await tellChampions(tx, id)
  await refreshPosts(tx, id)
  await awardsFollow(tx, after)
  return after
}

async function fresh(tx: Tx, teller: Person, input: StoryInput): Promise<Story> {
  const { zone } = await getSettings(tx)
  await getCelebrationChannel(tx)
  return newStory(input, {
    id: newId(),
    workspaceId: tx.workspaceId,
    teller,
    people: await listPeople(tx, input.championIds),
    hiding: { country: countryOf(teller) },
    now: tx.now,
    today: dayOf(tx.now, zone),
  })
}

async function mended(tx: Tx, editor: Person, id: string, input: StoryInput) {
  const before = await getToldStory(tx, id)
  const declinedIds = await listDeclined(tx, id)
  const people = await listPeople(tx, [...input.championIds, ...declinedIds])
  const { zone } = await getSettings(tx)
  const today = dayOf(tx.now, zone)
  return {
    before,
    after: editedStory(before, input, {
      editor,
      people,
      declinedIds,
      today,
      hiding: { country: countryOf(editor) },
    }),
  }
}

const reasonLimits = { max: 500 }

/** Takes a story back: the teller's right, and the hosts'. It leaves everything; teller and champions are told why. */
export const retractStory = (app: Plaudit, actor: Actor, id: string, reason?: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const story = await getToldStory(tx, id)
    const { mayRun } = await authorityOf(tx, by)
    if (!mayRetract(story, by, mayRun)) throw new Problem('forbidden', 'story.not-yours-to-take-back')
    const problems: Problem[] = []
    const why = readText(reason, reasonLimits, problems, { field: 'reason', country: countryOf(by) })
    throwAny(problems)
    await retract(tx, story, by.id, why)
    await tellOfRetraction(tx, story, by.id)
  })

/**
 * A champion takes their name off, at once and everywhere, for good; also out of the teller's words. With nobody left
 * the story is taken back.
 */
export const takeNameOff = (app: Plaudit, actor: Actor, id: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const story = await getToldStory(tx, id)
    if (!story.championIds.includes(by.id)) throw new Problem('not_found', 'story.not-about-you')
    const left = withoutChampion(story, by)
    const after = left ?? { ...story, championIds: [] }
    await recount(tx, story, after, () => deleteChampion(tx, after, by.id))
    await updatePhotoDescription(tx, id, (description) => withoutName(description, by.name))
    await updateVoices(tx, id, (voice) => withoutName(voice, by.name))
    if (left) {
      await refreshPosts(tx, id)
      await awardsFollow(tx, left)
    } else await retract(tx, after, by.id)
    await tellOfNameOff(tx, story, by.id)
  })

/** It leaves everything. Who may, and who is told, is for the caller. */
export async function retract(tx: Tx, story: StoredStory, by: string, reason?: string): Promise<void> {
  await insertRetraction(tx, story.id, { by, reason })
  await settleCheersOf(tx, { storyId: story.id })
  await countStory(tx, { ...story, cheers: 0 }, -1)
  await refreshMonthBoard(tx, story.toldOn)
  await refreshPosts(tx, story.id)
  await awardsFollow(tx, story, { isRetracted: true })
}

/** Who is credited changes: so does who may cheer, and what boards count. */
async function recount(
  tx: Tx,
  before: StoredStory,
  after: Story,
  change: () => Promise<void>,
): Promise<void> {
  await countStory(tx, before, -1)
  await change()
  await settleCheersOf(tx, { storyId: before.id })
  await countStory(tx, { ...after, cheers: before.cheers }, 1)
  await refreshMonthBoard(tx, after.toldOn)
}

function withoutState({ cheers: _, retraction: __, ...story }: StoredStory): Story {
  return story
}
