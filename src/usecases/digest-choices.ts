/** What hosts choose for the digest to come, up to the moment it is issued. */
import type { DigestStory } from '../domain/digest.ts'
import { readText } from '../domain/field.ts'
import { withoutAuthor } from '../domain/letter.ts'
import { isColleague, type Person } from '../domain/person.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import type { DigestPreview, ShownStory } from '../domain/shown.ts'
import type { Instant } from '../domain/time.ts'
import { findDeliveryBetween } from '../store/deliveries.ts'
import { listWords } from '../store/digest-stories.ts'
import {
  deleteOmission,
  deleteSkip,
  findDigest,
  findIssue,
  findSkip,
  insertOmission,
  insertSkip,
  listDigestNotes,
  updateDigestLead,
  upsertDigestNote,
} from '../store/digests.ts'
import { listLetters } from '../store/letters.ts'
import { findPerson, listNames } from '../store/people.ts'
import type { Reader, Tx } from '../store/store.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { showDigestPreview } from './digest-showing.ts'
import { compose, openWindow } from './digests.ts'
import { type Actor, look, type Plaudit, perform, requireHost } from './plaudit.ts'

export const noteLimits = { max: 500 }

/** A note on top of the digest, under its writer's name: by a host, or by a leader whom a host asked. */
export const addNote = (app: Plaudit, actor: Actor, digestId: string, words: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireOpen(tx, digestId, tx.now)
    await requireNoteWriter(tx, by, digestId)
    const problems: Problem[] = []
    const read = readText(words, noteLimits, problems, { field: 'words' })
    throwAny(problems)
    await upsertDigestNote(tx, { digestId, personId: by.id, words: read ?? '' })
    await refreshPosts(tx, digestId)
  })

/** Hosts, and leaders whom a host asked. Throws a `forbidden` Problem. */
async function requireNoteWriter(reader: Reader, person: Person, digestId: string): Promise<void> {
  if (!(await findDeliveryBetween(reader, 'digest.ask', digestId, person.id)))
    await requireHost(reader, person)
}

/** Forwards the preview to a leader, who may add a note to it. */
export const askForNote = (
  app: Plaudit,
  actor: Actor,
  digestId: string,
  { leaderId, message }: { leaderId: string; message?: string | undefined },
): Promise<void> =>
  choose(app, actor, digestId, async (tx, by) => {
    const problems: Problem[] = []
    const read = readText(message, noteLimits, problems, { field: 'message' })
    throwAny(problems)
    const leader = await findPerson(tx, leaderId)
    if (!leader?.isKnown || !isColleague(leader))
      throw new Problem('invalid', 'digest.ask-colleague', 'leaderId')
    await deliver(tx, {
      kind: 'digest.ask',
      subjectId: digestId,
      args: { by: by.id, ...(read ? { message: read } : {}) },
      lane: leaderId,
    })
  })

export const leadWith = (app: Plaudit, actor: Actor, digestId: string, storyId: string): Promise<void> =>
  choose(app, actor, digestId, (tx) => updateDigestLead(tx, digestId, storyId))

/** The story is left out of this digest, and of those to come. */
export const leaveOut = (app: Plaudit, actor: Actor, digestId: string, storyId: string): Promise<void> =>
  choose(app, actor, digestId, (tx, by) => insertOmission(tx, digestId, storyId, by.id))

export const putBack = (app: Plaudit, actor: Actor, digestId: string, storyId: string): Promise<void> =>
  choose(app, actor, digestId, (tx) => deleteOmission(tx, storyId))

/** No digest this week: its stories join the next. */
export const skipDigest = (app: Plaudit, actor: Actor, digestId: string): Promise<void> =>
  choose(app, actor, digestId, (tx, by) => insertSkip(tx, digestId, by.id))

export const unskipDigest = (app: Plaudit, actor: Actor, digestId: string): Promise<void> =>
  choose(app, actor, digestId, (tx) => deleteSkip(tx, digestId))

/** What a host can choose among for the digest to come. */
export const showChoices = (
  app: Plaudit,
  actor: Actor,
  digestId: string,
): Promise<DigestPreview | undefined> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    return showDigestPreview(reader, digestId)
  })

type Choosable = Pick<ShownStory, 'id' | 'words' | 'champions'>
type Choices = { readonly lead?: Choosable; readonly others: readonly Choosable[] }

/**
 * The same, as far as a list of choices needs it: a host asks for it with every letter that they type. Once the digest is
 * issued there is nothing to choose.
 */
export const listChoices = (app: Plaudit, actor: Actor, digestId: string): Promise<Choices> =>
  look(app, actor, async (reader, by) => {
    await requireHost(reader, by)
    const digest = await findDigest(reader, digestId)
    const isOpen = digest && !(await findIssue(reader, digestId))
    const window = isOpen ? await openWindow(reader, digest.dueAt) : undefined
    if (!digest || !window) return { others: [] }
    const { content, stories } = await compose(reader, digest, window)
    const ids = stories.map(({ id }) => id)
    const words = await listWords(reader, ids)
    const letters = await listLetters(reader, ids)
    const nameOf = await listNames(
      reader,
      stories.flatMap(({ championIds }) => championIds),
    )
    const choosable = ({ id, championIds }: DigestStory): Choosable => {
      const letter = letters.get(id)
      const said = words.get(id) ?? ''
      return {
        id,
        words: letter ? withoutAuthor(said, letter) : said,
        champions: championIds.map(nameOf),
      }
    }
    const byId = new Map(stories.map((story) => [story.id, choosable(story)]))
    const lead = byId.get(content.lead ?? '')
    return { ...(lead ? { lead } : {}), others: content.others.flatMap((id) => byId.get(id) ?? []) }
  })

/** The note that the person wrote before, to be mended. Throws as `addNote` does. */
export const showOwnNote = (app: Plaudit, actor: Actor, digestId: string): Promise<string | undefined> =>
  look(app, actor, async (reader, by) => {
    await requireOpen(reader, digestId, app.clock.civil())
    await requireNoteWriter(reader, by, digestId)
    return (await listDigestNotes(reader, digestId)).find(({ personId }) => personId === by.id)?.words
  })

/** A host's choice: every host's preview shows it. */
const choose = (
  app: Plaudit,
  actor: Actor,
  digestId: string,
  choice: (tx: Tx, by: Person) => Promise<void>,
): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    await requireHost(tx, by)
    await requireOpen(tx, digestId, tx.now)
    await choice(tx, by)
    await refreshPosts(tx, digestId)
  })

async function requireOpen(reader: Reader, digestId: string, now: Instant): Promise<void> {
  const digest = await findDigest(reader, digestId)
  if (!digest) throw new Problem('not_found', 'digest.not-found')
  if (await findIssue(reader, digestId)) throw new Problem('closed', 'digest.issued')
  // It was skipped: at its hour its stories went over to the next.
  if (digest.dueAt <= now && (await findSkip(reader, digestId))) throw new Problem('closed', 'digest.passed')
}
