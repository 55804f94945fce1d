/** How deliveries about captured messages look. */
import type { Delivery } from '../domain/delivery.ts'
import { mayAddVoice } from '../domain/voice.ts'
import type { Reader } from '../store/store.ts'
import { showAsk, showRequest } from '../usecases/capture-showing.ts'
import { showStory } from '../usecases/showing.ts'
import { authorNote, captureAnswer, captureAsk, captureRequest } from '../views/capture-notes.ts'
import type { Look } from '../views/look.ts'

export const captureRenderings = {
  'capture.ask': async (reader: Reader, { subjectId, lane }: Delivery, look: Look) => {
    const ask = await showAsk(reader, subjectId)
    if (!ask || (ask.story && !mayAddVoice(ask.story, lane))) return undefined
    return { message: captureAsk(ask, look), subjectIds: [subjectId] }
  },
  'capture.request': async (reader: Reader, { subjectId, postId }: Delivery, look: Look) => {
    const request = await showRequest(reader, subjectId)
    if (!request || (!postId && (request.answer || !request.isOpen))) return undefined
    return { message: captureRequest(request, look), subjectIds: [subjectId] }
  },
  'capture.answer': async (reader: Reader, { subjectId, postId }: Delivery, look: Look) => {
    const request = await showRequest(reader, subjectId)
    if (!request || (!postId && request.story)) return undefined
    return { message: captureAnswer(request, look), subjectIds: [subjectId] }
  },
  'capture.author': async (reader: Reader, { subjectId, postId }: Delivery, look: Look) => {
    const story = await showStory(reader, subjectId)
    if (!story || (story.retracted && !postId)) return undefined
    return { message: authorNote(story, look), subjectIds: [subjectId] }
  },
}
