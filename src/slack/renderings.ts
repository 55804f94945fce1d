/** One entry a kind of delivery: from what is stored now to the message that says it. */
import type { Delivery, DeliveryKind } from '../domain/delivery.ts'
import { isColleague } from '../domain/person.ts'
import type { SettingChange, Trouble } from '../domain/shown.ts'
import { findPerson, listNames } from '../store/people.ts'
import { getSettings } from '../store/settings.ts'
import type { Reader } from '../store/store.ts'
import { showMonthBoard } from '../usecases/boards.ts'
import { showDigestPreview, showIssuedDigest } from '../usecases/digest-showing.ts'
import { helpFor } from '../usecases/home.ts'
import { authorityOf, listHosts } from '../usecases/plaudit.ts'
import { showStory } from '../usecases/showing.ts'
import { boardMonth } from '../views/board.ts'
import { digestPage, digestPosted, digestThread } from '../views/digest.ts'
import { digestAsk, digestPreview } from '../views/digest-preview.ts'
import { helpPage } from '../views/help.ts'
import type { Message } from '../views/look.ts'
import { setupChanged } from '../views/setup-changed.ts'
import { setupHint } from '../views/setup-notes.ts'
import { storyCard } from '../views/story-card.ts'
import { creditNote, nameOffNote, storyGone, storyReceipt } from '../views/story-notes.ts'
import { troubleNote } from '../views/trouble.ts'
import { welcomePost } from '../views/welcome.ts'
import { awardNoteRenderings } from './award-note-renderings.ts'
import { awardRenderings } from './award-renderings.ts'
import { captureRenderings } from './capture-renderings.ts'
import { inTurns } from './in-turns.ts'
import { isPhoto, type PhotoKind } from './pictures.ts'
import { praiseRenderings } from './praise-renderings.ts'
import type { Rendered, Rendering, Shown } from './rendered.ts'
import { roundRenderings } from './round-renderings.ts'
import { lookFor, type Slack } from './slack.ts'

/** Undefined: there is nothing to say any more. A photo is no message: see pictures.ts. */
const renderings: Record<Exclude<DeliveryKind, PhotoKind>, Rendering> = {
  'story.card': async (reader, { subjectId, postId }, look) => {
    const story = await showStory(reader, subjectId)
    if (!story || (story.retracted && !postId)) return undefined
    return about(storyCard(story, look), subjectId)
  },
  'story.credit': async (reader, { subjectId, lane, postId }, look) => {
    const story = await showStory(reader, subjectId)
    if (!story) return undefined
    const isNamed = !story.retracted && story.champions.some(({ id }) => id === lane)
    return isNamed || postId ? about(creditNote(story, lane, look), subjectId) : undefined
  },
  'story.receipt': async (reader, { subjectId, args }, look) => {
    const story = await showStory(reader, subjectId)
    return story && about(storyReceipt(story, args.error, look), subjectId)
  },
  'story.gone': async (reader, { subjectId, lane }, look) => {
    const story = await showStory(reader, subjectId)
    const as = story?.teller.id === lane ? 'teller' : 'champion'
    return story && about(storyGone(story, { id: lane, as }, look), subjectId)
  },
  'story.name-off': async (reader, { subjectId, args }, look) => {
    const story = await showStory(reader, subjectId)
    const championId = args.championId ?? ''
    const champion = (await listNames(reader, [championId]))(championId)
    return story && about(nameOffNote(story, champion, look), subjectId)
  },
  digest: async (reader, { subjectId }, look) => {
    const digest = await showIssuedDigest(reader, subjectId, 'whole')
    if (!digest) return undefined
    const pages = await inTurns(digestThread(digest, look))
    return { message: digestPosted(digest, look), more: pages.length, subjectIds: subjectsOf(digest) }
  },
  'digest.more': async (reader, { subjectId, args }, look) => {
    const digest = await showIssuedDigest(reader, subjectId, 'whole')
    if (!digest) return undefined
    const pages = await inTurns(digestThread(digest, look))
    return { message: digestPage(pages, Number(args.page), look), subjectIds: subjectsOf(digest) }
  },
  'digest.preview': async (reader, { subjectId, lane }, look) => {
    const preview = await showDigestPreview(reader, subjectId)
    return preview && { message: digestPreview(preview, lane, look), subjectIds: subjectsOf(preview) }
  },
  'digest.ask': async (reader, { subjectId, args, lane }, look) => {
    const preview = await showDigestPreview(reader, subjectId)
    const by = (await listNames(reader, [args.by ?? '']))(args.by ?? '')
    const asked = { by, ...(args.message ? { message: args.message } : {}) }
    return preview && { message: digestAsk(preview, lane, asked, look), subjectIds: subjectsOf(preview) }
  },
  ...awardRenderings,
  ...roundRenderings,
  ...awardNoteRenderings,
  ...praiseRenderings,
  ...captureRenderings,
  'board.month': async (reader, { subjectId }, look) => {
    return about(boardMonth(await showMonthBoard(reader, subjectId), look), subjectId)
  },
  welcome: async (_, { subjectId, args }, look) => about(welcomePost(args.words ?? '', look), subjectId),
  'setup.hint': async (reader, { subjectId, lane }, look) => {
    const person = await findPerson(reader, lane)
    const maySetUp = person !== undefined && (await authorityOf(reader, person)).mayNameHosts
    return about(setupHint({ maySetUp, hosts: await listHosts(reader) }, look), subjectId)
  },
  'setup.changed': async (reader, { subjectId, args }, look) => {
    const changes = JSON.parse(args.changes ?? '[]') as SettingChange[]
    const ids = changes.flatMap(({ key, from, to }) => [...key.split(' '), from, to].flat())
    const nameOf = await listNames(reader, [...ids.filter((id) => typeof id === 'string'), subjectId])
    const change = { by: nameOf(subjectId), changes, currency: args.currency ?? '' }
    return about(
      setupChanged(change, (id) => nameOf(id).name, look),
      subjectId,
    )
  },
  trouble: async (_, { subjectId, args }, look) =>
    about(troubleNote(args as unknown as Trouble, look), subjectId),
  help: async (reader, { subjectId, lane }, look) => {
    const person = await findPerson(reader, lane)
    return person && about(helpPage(await helpFor(reader, person), look), subjectId)
  },
}

/** What to say for a delivery, as things stand now. */
export async function render(
  slack: Pick<Slack, 'identity'>,
  reader: Reader,
  delivery: Delivery,
): Promise<Rendered | undefined> {
  const settings = await getSettings(reader)
  const person = await findPerson(reader, delivery.lane)
  if (person?.isKnown && !isColleague(person)) return undefined
  // Whoever talks to Plaudit is answered once it is sure that they work here.
  if (isAnswer(delivery) && !person?.isKnown) return undefined
  if (isPhoto(delivery.kind)) return undefined
  return renderings[delivery.kind](reader, delivery, lookFor(slack, settings, person?.locale))
}

const isAnswer = ({ kind }: Delivery): boolean => kind === 'help' || kind === 'setup.hint'

const about = (message: Message, subjectId: string): Shown => ({ message, subjectIds: [subjectId] })

function subjectsOf(digest: {
  id: string
  lead?: { id: string }
  others: readonly { id: string }[]
  unread: readonly string[]
  latePrizes: readonly { story: { id: string } }[]
}): string[] {
  return [
    digest.id,
    ...(digest.lead ? [digest.lead.id] : []),
    ...digest.others.map(({ id }) => id),
    ...digest.unread,
    ...digest.latePrizes.map(({ story }) => story.id),
  ]
}
