/** What is asked and answered about a message, as things stand now. */
import { findAsk } from '../store/capture-asks.ts'
import { findRequest } from '../store/captures.ts'
import { listNames } from '../store/people.ts'
import type { Reader } from '../store/store.ts'
import { findToldFrom } from './capture-source.ts'
import { showStory } from './showing.ts'

/** What an author was asked, and what became of it. */
export async function showRequest(reader: Reader, id: string) {
  const request = await findRequest(reader, { id })
  if (!request) return undefined
  const { askedBy, authorId, at, question, answer } = request
  const nameOf = await listNames(reader, [askedBy, authorId])
  return {
    ...{ id, at, askedBy: nameOf(askedBy), author: nameOf(authorId) },
    isOpen: question !== undefined,
    ...(answer ? { answer } : {}),
    ...(await storyOf(reader, at)),
  }
}

/** What who reacted is asked. */
export async function showAsk(reader: Reader, id: string) {
  const ask = await findAsk(reader, id)
  if (!ask) return undefined
  const { at, kind, personId } = ask
  return { id, at, kind, personId, ...(await storyOf(reader, at)) }
}

async function storyOf(reader: Reader, at: { channel: string; ts: string }) {
  const told = await findToldFrom(reader, { at })
  const story = told && (await showStory(reader, told.id))
  return story ? { story } : {}
}
