/** Making a story of a message: who may, whose yes it needs, and how its author takes their words back. */
import {
  type CaptureDraft,
  type CapturedMessage,
  type CaptureKind,
  type CaptureQuestion,
  captureDraft,
  needsYes,
  requireAsked,
  requireAuthor,
} from '../domain/capture.ts'
import { Problem } from '../domain/problem.ts'
import type { Named, ShownStory } from '../domain/shown.ts'
import type { Instant } from '../domain/time.ts'
import { findAsk } from '../store/capture-asks.ts'
import {
  answerRequest,
  type CaptureRequest,
  findRequest,
  forgetRequest,
  forgetRequestsBefore,
  insertRequest,
  insertWithdrawal,
  listSources,
} from '../store/captures.ts'
import { listNames, listPeople } from '../store/people.ts'
import { listPostsAt } from '../store/posts.ts'
import type { Reader, Tx } from '../store/store.ts'
import { findStory } from '../store/stories.ts'
import { findToldFrom, requireNotWithdrawn } from './capture-source.ts'
import { deliver, refreshPosts } from './deliveries.ts'
import { type Actor, look, type Plaudit, perform } from './plaudit.ts'
import { showStory } from './showing.ts'
import { retract } from './stories.ts'
import { tellOfRetraction } from './story-notes.ts'
import { getToldStory } from './told-story.ts'

/** What somebody who wants to share a message sees next. */
export type Begun =
  /** The form, filled in. */
  | { readonly draft: CaptureDraft; readonly author?: Named }
  /** It is a story already, or the card of one. `isCard`: the message is Plaudit's own. */
  | { readonly story: ShownStory; readonly isCard: boolean }
  /** Its author is asked first. */
  | { readonly asked: Named }

/**
 * Begins to make a story of a message. From a private place nothing is copied before its author said yes: they are asked,
 * once for each message. Throws `capture.own-post`, those of `requireAuthor` and `requireAsked`, `capture.withdrawn`, and of
 * the author's answer `capture.refused {name}`, `capture.still-asked {name}` and
 * `capture.no-answer {name}`.
 */
export async function beginCapture(
  app: Plaudit,
  actor: Actor,
  message: CapturedMessage,
  kind: CaptureKind = 'wow',
): Promise<Begun> {
  const begun = await look(app, actor, (reader, by) => prepare(reader, by.id, message, kind))
  return 'toAsk' in begun ? askAuthor(app, actor, begun.toAsk) : begun
}

async function prepare(
  reader: Reader,
  tellerId: string,
  message: CapturedMessage,
  kind: CaptureKind,
): Promise<Begun | { readonly toAsk: CaptureQuestion }> {
  const shown = await findShown(reader, message)
  if (shown) return shown
  const { authorId } = message
  if (!authorId) throw new Problem('invalid', 'capture.by-app')
  const people = await listPeople(reader, [authorId, ...message.mentionedIds])
  const author = people.get(authorId)
  requireAuthor(author)
  const draft = captureDraft({ ...message, authorId }, { tellerId, kind, people })
  await requireNotWithdrawn(reader, draft.source)
  const named = authorId === tellerId ? {} : { author: { id: authorId, name: author.name } }
  if (!needsYes(draft.source, tellerId)) return { draft, ...named }
  const request = await findRequest(reader, message.at)
  if (request?.answer === 'yes') return { draft, ...named }
  if (request) throw asAnswered(request, author.name)
  requireAsked(author)
  return { toAsk: { source: draft.source, kind } }
}

/** Plaudit's own posts, and what is a story already. */
async function findShown(reader: Reader, { at, isOurs }: CapturedMessage): Promise<Begun | undefined> {
  const post = (await listPostsAt(reader, [at])).get(`${at.channel} ${at.ts}`)
  const told = post ? await findStory(reader, post.subjectId) : await findToldFrom(reader, { at })
  const story = told && !told.retraction ? await showStory(reader, told.id) : undefined
  if (story) return { story, isCard: post !== undefined }
  if (post || isOurs) throw new Problem('invalid', 'capture.own-post')
  return undefined
}

function asAnswered({ answer, question }: Partial<CaptureRequest>, name: string): Problem {
  if (answer === 'no') return new Problem('closed', 'capture.refused', undefined, { name })
  if (!question) return new Problem('closed', 'capture.no-answer', undefined, { name })
  return new Problem('conflict', 'capture.still-asked', undefined, { name })
}

/** Nothing of the message is kept: its author gets a link to it. */
const askAuthor = (app: Plaudit, actor: Actor, question: CaptureQuestion): Promise<Begun> =>
  perform(app, actor, async (tx, by) => {
    const { authorId, at } = question.source
    const asked = (await listNames(tx, [authorId]))(authorId)
    const id = await insertRequest(tx, question, by.id)
    if (!id) throw asAnswered((await findRequest(tx, at)) ?? {}, asked.name)
    await deliver(tx, { kind: 'capture.request', subjectId: id, lane: authorId })
    return { asked }
  })

/**
 * The author says whether their words may be shared; who asked hears it. Throws `not_found` `capture.request-gone` for
 * others, and for what was answered or has been forgotten.
 */
export const answerCapture = (
  app: Plaudit,
  actor: Actor,
  requestId: string,
  answer: 'yes' | 'no',
): Promise<Named> =>
  perform(app, actor, async (tx, by) => {
    const request = await findRequest(tx, { id: requestId })
    if (request?.authorId !== by.id || !(await answerRequest(tx, requestId, answer))) throw requestGone()
    await refreshPosts(tx, requestId)
    await deliver(tx, { kind: 'capture.answer', subjectId: requestId, lane: request.askedBy })
    return (await listNames(tx, [request.askedBy]))(request.askedBy)
  })

const requestGone = () => new Problem('not_found', 'capture.request-gone')

/** What a person who reacted was asked about. Throws `not_found` `capture.request-gone` for others. */
export const getAsk = (app: Plaudit, actor: Actor, askId: string) =>
  look(app, actor, async (reader, by) => {
    const ask = await findAsk(reader, askId)
    if (ask?.personId !== by.id) throw requestGone()
    return ask
  })

/** Questions that nobody answered, or made anything of: their notes say so, and who asked hears that there was no answer. */
export async function forgetRequests(tx: Tx, before: Instant): Promise<void> {
  for (const { id, askedBy, answer } of await forgetRequestsBefore(tx, before)) {
    await refreshPosts(tx, id)
    if (!answer) await deliver(tx, { kind: 'capture.answer', subjectId: id, lane: askedBy })
  }
}

/**
 * The author takes their words back, and with them the story that was made of them: what its teller changed in them makes
 * them nobody else's. The teller is told gently, and may tell it in their own words. No story is made of the message again.
 * Throws `capture.not-your-words`, and `closed` for a story that was taken back.
 */
export const takeWordsBack = (app: Plaudit, actor: Actor, storyId: string): Promise<void> =>
  perform(app, actor, async (tx, by) => {
    const story = await getToldStory(tx, storyId)
    const source = (await listSources(tx, [storyId])).get(storyId)
    if (source?.authorId !== by.id) throw new Problem('forbidden', 'capture.not-your-words')
    await insertWithdrawal(tx, source.at, by.id)
    await forgetRequest(tx, source.at)
    await retract(tx, story, by.id)
    await tellOfRetraction(tx, story, by.id)
  })
