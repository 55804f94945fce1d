/** Telling a story, mending it, taking it back, and a champion's right not to be named. */
import { v7 as newId } from 'uuid'
import { readText } from '../domain/field.ts'
import { withoutChampion } from '../domain/name-off.ts'
import { countryOf, type Person } from '../domain/person.ts'
import type { Hiding } from '../domain/private-data.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import { editedStory, newStory, type Story } from '../domain/story.ts'
import { liftableIn } from '../domain/story-texts.ts'
import { withoutName } from '../domain/text.ts'
import { dayOf } from '../domain/time.ts'
import { deleteOriginals } from '../store/originals.ts'
import { listPeople } from '../store/people.ts'
import { updatePhotoDescription } from '../store/photos.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader, Tx } from '../store/store.ts'
import {
  deleteChampion,
  findStory,
  insertRetraction,
  insertStory,
  listDeclined,
  type StoredStory,
  updateStory,
} from '../store/stories.ts'
import { updateEdits } from '../store/story-edits.ts'
import { updateVoices } from '../store/voices.ts'
import { awardsFollow } from './award-notes.ts'
import { refreshMonthBoard } from './boards.ts'
import { storyCaptured } from './capture-source.ts'
import { getCelebrationChannel } from './celebration-channel.ts'
import { settleCheersFor } from './cheers.ts'
import { countStory } from './counts.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { nameOffOriginals, originalsFollow } from './letter-originals.ts'
import { maySharePhoto, permissionFollows } from './letter-permission.ts'
import { type Actor, type Plaudit, perform } from './plaudit.ts'
import { tellChampions, tellOfNameOff, tellOfRetraction } from './story-notes.ts'
import type { Decided } from './submission.ts'
import { getStoryToRetract, getToldStory } from './told-story.ts'
import { praiseShared } from './triage.ts'
import { keepWhole, nameOffWhole, wholeGone, wholeHides } from './whole-letters.ts'

/** What is hidden in what this person tells: also what they decided, or in a letter that is mended once decided. */
export async function hidingFor(reader: Reader, by: Person, { editing, choices }: Decided): Promise<Hiding> {
  const country = countryOf(by)
  if (choices) return { country, ...choices }
  const before = editing ? await findStory(reader, editing) : undefined
  // What stands in it was shown on purpose.
  const lifted = before?.letter ? liftableIn(before, { country }).map(({ text }) => text) : []
  return { country, lifted }
}

/** The story as it would be told now. Throws as telling and mending do. */
export const asTold = async (tx: Tx, by: Person, submission: Decided): Promise<Story> =>
  submission.editing ? (await mended(tx, by, submission)).after : fresh(tx, by, submission)

/** Tells it, or mends it, with all that follows. */
export async function applySubmission(tx: Tx, by: Person, submission: Decided): Promise<Story> {
  const { input, praiseId, source } = submission
  const hiding = await hidingFor(tx, by, submission)
  const story = submission.editing ? await mend(tx, by, submission) : await tell(tx, by, submission)
  await originalsFollow(tx, story, input, hiding)
  if (praiseId && !submission.editing) {
    await praiseShared(tx, by, praiseId, story.id)
    if (submission.whole) await keepWhole(tx, story.id, praiseId)
  }
  await wholeHides(tx, story.id, submission.choices?.words)
  if (submission.editing) return story
  if (source) await storyCaptured(tx, by, source, story.id)
  return story
}

/** It is kept, counted, and its card is to be said in the celebration channel. */
async function tell(tx: Tx, teller: Person, submission: Decided): Promise<Story> {
  const story = await fresh(tx, teller, submission)
  const lane = await getCelebrationChannel(tx)
  await insertStory(tx, story)
  await countStory(tx, { ...story, cheers: 0 }, 1)
  const about = { subjectId: story.id, lane }
  const card = await deliver(tx, { kind: 'story.card', ...about })
  if (maySharePhoto(story)) await deliver(tx, { kind: 'story.photo', ...about, threadOf: card })
  return story
}

/** The history is kept, and every place where it was said follows. */
async function mend(tx: Tx, by: Person, submission: Decided): Promise<Story> {
  const { before, after } = await mended(tx, by, submission)
  const { id } = after
  await recount(tx, before, after, () => updateStory(tx, after, withoutState(before), newId(), by.id))
  await permissionFollows(tx, before, after, by.id)
  await tellChampions(tx, id)
  await refreshPosts(tx, id)
  await awardsFollow(tx, after)
  return after
}

async function fresh(tx: Tx, teller: Person, submission: Decided): Promise<Story> {
  const { input } = submission
  const { zone } = await getSettings(tx)
  await getCelebrationChannel(tx)
  return newStory(input, {
    id: newId(),
    workspaceId: tx.workspaceId,
    teller,
    people: await listPeople(tx, input.championIds),
    hiding: await hidingFor(tx, teller, submission),
    now: tx.now,
    today: dayOf(tx.now, zone),
  })
}

async function mended(tx: Tx, editor: Person, submission: Decided) {
  const { editing: id = '', input } = submission
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
      hiding: await hidingFor(tx, editor, submission),
    }),
  }
}

const reasonLimits = { max: 500 }

/** Takes a story back: the teller's right, and the hosts'. It leaves everything; teller and champions are told why. */
export const retractStory = (app: Plaudit, actor: Actor, id: string, reason?: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const story = await getStoryToRetract(tx, by, id)
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
    const after = withoutChampion(story, by)
    await recount(tx, story, after, () => deleteChampion(tx, after, by.id))
    await updatePhotoDescription(tx, id, (description) => withoutName(description, by.name))
    await updateEdits(tx, id, (before) => withoutChampion(before, by))
    await nameOffOriginals(tx, id, by.name)
    await nameOffWhole(tx, id, by.name)
    await updateVoices(tx, id, (voice) => withoutName(voice, by.name))
    if (after.championIds.length > 0) {
      await refreshPosts(tx, id)
      await awardsFollow(tx, after)
    } else await retract(tx, after, by.id)
    await tellOfNameOff(tx, story, by.id)
  })

/** It leaves everything. Who may, and who is told, is for the caller. */
export async function retract(tx: Tx, story: StoredStory, by: string, reason?: string): Promise<void> {
  await insertRetraction(tx, story.id, { by, reason })
  await deleteOriginals(tx, story.id)
  await wholeGone(tx, story.id)
  await settleCheersFor(tx, story.id)
  await countStory(tx, { ...story, cheers: 0 }, -1)
  await refreshMonthBoard(tx, story.toldOn)
  await refreshPosts(tx, story.id)
  await awardsFollow(tx, story, { retractedBy: by })
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
  await settleCheersFor(tx, before.id)
  await countStory(tx, { ...after, cheers: before.cheers }, 1)
  await refreshMonthBoard(tx, after.toldOn)
}

function withoutState({ cheers: _, retraction: __, ...story }: StoredStory): Story {
  return story
}
