import { z } from 'zod'
import { customerKinds, type StoryInput } from '../domain/story.ts'
import { captureFields, FormCapture, readCapture, takenPhoto } from './capture-fields.ts'
import { answers, keep, kept, type SentView } from './form.ts'
import { asAsked, isSwitchedOn, letterFields, notAsked, readLetterFields, saysMore } from './letter-fields.ts'

const text = z.string().optional()
/** What was typed in fields that the form does not show: those of a story while it is a letter's form, and back. */
const Aside = z.object({
  customerKind: z.enum(customerKinds).optional(),
  customerName: text,
  photoDescription: text,
  letter: z
    .object({
      authorName: text,
      authorRole: text,
      via: text,
      receivedOn: text,
      permission: text,
      askedBy: text,
      askedOn: text,
      reference: text,
      scanIsClear: z.boolean().optional(),
    })
    .optional(),
})
type Aside = z.infer<typeof Aside>

const Metadata = z.object({
  more: z.boolean().default(false),
  celebrationChannel: z.string().optional(),
  editing: z.string().optional(),
  praiseId: z.string().optional(),
  whole: z.boolean().optional(),
  capture: FormCapture.optional(),
  staysLetter: z.boolean().optional(),
  hasPhoto: z.boolean().optional(),
  hasOriginal: z.boolean().optional(),
  aside: Aside.optional(),
})

/** A story on its way; with a `letter` in its input, a customer's letter. */
export type StoryDraft = {
  readonly input?: Partial<StoryInput>
  /** The optional fields are shown. They also are when one of them is filled in. */
  readonly more?: boolean
  readonly celebrationChannel?: string | undefined
  /** The id of the story that is being edited. */
  readonly editing?: string | undefined
  /** What arrived from another system and becomes this letter. */
  readonly praiseId?: string | undefined
  /** It is longer than a letter quotes, and whether everybody may read all of it. */
  readonly whole?: boolean | undefined
  /** The message that it is made of. */
  readonly capture?: FormCapture | undefined
  /** A letter was shared as one, and stays one. */
  readonly staysLetter?: boolean | undefined
  /** What is being edited has a photo, which is not in the form. */
  readonly hasPhoto?: boolean | undefined
  /** Its teller is a host, and may read what was masked in it. */
  readonly hasOriginal?: boolean | undefined
  readonly aside?: Aside | undefined
}
/** What was sent: to be told, or rendered again. */
export type SentStory = StoryDraft & { readonly input: StoryInput; readonly more: boolean }

export const storyFields = {
  championIds: 'championIds',
  words: 'words',
  lesson: 'lesson',
  customerKind: 'customerKind',
  photo: 'photo',
  photoDescription: 'photoDescription',
  customerName: 'customerName',
  deeds: 'deeds',
  thanks: 'thanks',
  whole: 'whole',
  ...letterFields,
  ...captureFields,
} as const

/** What the form does not show now is kept for when it does. */
export function keepDraft(draft: StoryDraft, more: boolean): string {
  const { input = {}, more: _, aside = {}, ...staying } = draft
  const { customerKind, customerName, letter } = input
  const hidden: Aside = letter
    ? {
        ...aside,
        ...defined({ customerKind, customerName }),
        letter: { ...aside.letter, ...defined(notAsked(letter)) },
      }
    : aside
  return keep({ more, ...staying, aside: hidden })
}

export function readDraft(view: SentView): SentStory {
  const {
    aside = {},
    more,
    celebrationChannel,
    editing,
    praiseId,
    whole: wasWhole,
    capture: message,
    staysLetter,
    hasPhoto,
    hasOriginal,
  } = kept(view, Metadata)
  const isLetter = staysLetter === true || isSwitchedOn(view)
  const letter = readLetterFields(view, aside.letter)
  const capture = readCapture(view, message)
  const whole = wasWhole === undefined ? undefined : isWhole(view, wasWhole)
  const { photo: typed, ...told } = readTold(view)
  const photo = { ...typed, fileId: typed.fileId ?? takenPhoto(capture) }
  const ofStory = readStoryOnly(view, aside)
  const left: Aside = {
    ...(isLetter && !staysLetter ? ofStory : {}),
    ...(photo.fileId ? {} : defined({ photoDescription: photo.description })),
    ...(isLetter ? { letter: notAsked(letter) } : saysMore(letter) ? { letter } : {}),
  }
  return {
    input: {
      ...told,
      ...(isLetter && !staysLetter ? {} : ofStory),
      ...(photo.fileId && { photo: { fileId: photo.fileId, description: photo.description } }),
      ...(isLetter ? { letter: asAsked(letter) } : {}),
    },
    more,
    ...defined({ celebrationChannel, editing, praiseId, whole, capture, staysLetter, hasPhoto, hasOriginal }),
    ...(holdsAny(left) ? { aside: left } : {}),
  }
}

/** As chosen; while the form is a story's, as it was. */
const isWhole = (view: SentView, was: boolean): boolean =>
  storyFields.whole in view.state.values ? answers(view).options(storyFields.whole).length > 0 : was

function readTold(view: SentView) {
  const sent = answers(view)
  return {
    championIds: sent.people(storyFields.championIds),
    words: sent.text(storyFields.words) ?? '',
    lesson: sent.text(storyFields.lesson),
    deeds: sent.text(storyFields.deeds),
    thanks: sent.text(storyFields.thanks),
    photo: { fileId: sent.file(storyFields.photo), description: sent.text(storyFields.photoDescription) },
  }
}

function readStoryOnly(view: SentView, aside: Aside): Pick<StoryInput, 'customerKind' | 'customerName'> {
  const sent = answers(view)
  const isThere = (block: string) => block in view.state.values
  const kind = sent.option(storyFields.customerKind)
  return {
    customerKind: isThere(storyFields.customerKind)
      ? customerKinds.find((known) => known === kind)
      : aside.customerKind,
    customerName: isThere(storyFields.customerName)
      ? sent.text(storyFields.customerName)
      : aside.customerName,
  }
}

const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

const holdsAny = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(holdsAny) : value !== undefined
