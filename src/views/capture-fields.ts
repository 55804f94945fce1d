import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { checkboxes, field } from './fields.ts'
import { answers, type SentView } from './form.ts'
import { context } from './kit.ts'
import type { Look } from './look.ts'

/** Of the message that a story is made of, what its form shows and keeps. */
export const FormCapture = z.object({
  source: z.object({
    at: z.object({ channel: z.string(), ts: z.string() }),
    authorId: z.string(),
    isPrivate: z.boolean(),
  }),
  /** Absent: the teller wrote it. */
  authorName: z.string().optional(),
  photo: z.object({ fileId: z.string(), isTaken: z.boolean() }).optional(),
})
export type FormCapture = z.infer<typeof FormCapture>

export const captureFields = { takePhoto: 'takePhoto' } as const
const ON = 'on'

/** Whose words these are. */
export const captureIntro = (capture: FormCapture | undefined, { w: { capture: s } }: Look): KnownBlock[] =>
  capture ? [context(capture.authorName ? s.author(capture.authorName) : s.ownWords)] : []

/** A form takes no picture before it is shown: the one in the message is taken along, or not. */
export function capturePhoto(capture: FormCapture | undefined, { w: { capture: s } }: Look): KnownBlock[] {
  if (!capture?.photo) return []
  const box = checkboxes([{ value: ON, text: s.photoChoice }], capture.photo.isTaken ? [ON] : [])
  return [field(captureFields.takePhoto, s.photo, box, { optional: true })]
}

export function readCapture(view: SentView, capture: FormCapture | undefined): FormCapture | undefined {
  if (!capture?.photo) return capture
  const isTaken = answers(view).options(captureFields.takePhoto).includes(ON)
  return { ...capture, photo: { ...capture.photo, isTaken } }
}

/** The message's picture, when it is to come along. */
export const takenPhoto = (capture: FormCapture | undefined): string | undefined =>
  capture?.photo?.isTaken ? capture.photo.fileId : undefined
