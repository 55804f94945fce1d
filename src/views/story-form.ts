import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { PrivateKind } from '../domain/private-data.ts'
import { type CustomerKind, customerKinds, type StoryInput, storyLimits } from '../domain/story.ts'
import { button, field, images, modal, people, row, select, textInput } from './controls.ts'
import { answers, type Form, keep, kept, type SentView } from './form.ts'
import { actions, forms } from './ids.ts'
import { channel, context, fill, lines, words } from './kit.ts'
import type { Look } from './look.ts'

/**
 * A story on its way. `hidden` names private data that was masked in `input`: the form is then the preview that the
 * teller sees before sharing, and the fields hold the texts as everybody will see them. `round` counts previews, so
 * that a second one does not keep what was typed into the first.
 */
export type StoryDraft = {
  readonly input?: Partial<StoryInput>
  /** The optional fields are shown. They also are when one of them is filled in. */
  readonly more?: boolean
  readonly celebrationChannel?: string
  /** The id of the story that is being edited. */
  readonly editing?: string
  readonly hidden?: readonly PrivateKind[]
  readonly round?: number
}
/** What was sent: a draft with a whole input, to be told, or rendered again with `more` or `hidden`. */
export type SentStory = StoryDraft & {
  readonly input: StoryInput
  readonly more: boolean
  readonly round: number
}

const fields = {
  championIds: 'championIds',
  words: 'words',
  lesson: 'lesson',
  customerKind: 'customerKind',
  photo: 'photo',
  photoDescription: 'photoDescription',
  customerName: 'customerName',
  deeds: 'deeds',
  thanks: 'thanks',
} as const

const Metadata = z.object({
  more: z.boolean().default(false),
  celebrationChannel: z.string().optional(),
  editing: z.string().optional(),
  round: z.number().default(0),
  /** A photo sent with the form before its preview: a file field cannot be filled in. */
  photo: z.string().optional(),
})

export const storyForm: Form<SentStory, StoryDraft> = {
  id: forms.storyTell,
  fields,

  render(draft, look) {
    const more = showsMore(draft)
    const { celebrationChannel, editing, round = 0, input } = draft
    const photo = draft.hidden ? input?.photo?.fileId : undefined
    return modal(
      forms.storyTell,
      titles(draft, look),
      [
        ...intro(draft, look),
        ...mainFields(draft, look),
        ...lessonAndCustomer(draft, look),
        ...photoFields(draft, look),
        ...(more ? moreFields(draft, look) : [moreButton(look)]),
        ...(editing && !draft.hidden ? retractPart(editing, look) : []),
      ],
      keep({ more, celebrationChannel, editing, round, photo }),
    )
  },

  read(view) {
    const { more, celebrationChannel, editing, round, photo } = kept(view, Metadata)
    return {
      input: readInput(view, photo),
      more,
      round,
      ...(celebrationChannel && { celebrationChannel }),
      ...(editing && { editing }),
    }
  },
}

function readInput(view: SentView, photoBefore: string | undefined): StoryInput {
  const sent = answers(view)
  const fileId = sent.file(fields.photo) ?? photoBefore
  const description = sent.text(fields.photoDescription)
  return {
    championIds: sent.people(fields.championIds),
    words: sent.text(fields.words) ?? '',
    lesson: sent.text(fields.lesson),
    customerKind: customerKinds.find((kind) => kind === sent.option(fields.customerKind)),
    customerName: sent.text(fields.customerName),
    deeds: sent.text(fields.deeds),
    thanks: sent.text(fields.thanks),
    ...(fileId && { photo: { fileId, ...(description && { description }) } }),
  }
}

const showsMore = ({ more, input }: StoryDraft): boolean =>
  more === true || Boolean(input?.customerName || input?.deeds || input?.thanks)

function titles({ editing, hidden }: StoryDraft, { w: { storyForm: s } }: Look) {
  if (hidden)
    return { title: s.previewTitle, submit: editing ? s.editSubmit : s.submit, close: s.previewClose }
  if (editing) return { title: s.editTitle, submit: s.editSubmit, close: s.editClose }
  return { title: s.title, submit: s.submit, close: s.close }
}

function intro(
  { celebrationChannel, editing, hidden }: StoryDraft,
  { w: { storyForm: s } }: Look,
): KnownBlock[] {
  if (hidden) return lines([words('🙈 '), words(s.hidden(hiddenKinds(hidden, s)))])
  if (editing) return lines([words(s.editedIn)])
  if (!celebrationChannel) return lines([words(s.appearsNowhere)])
  return lines(fill(s.appearsIn, [channel(celebrationChannel)]))
}

function hiddenKinds(hidden: readonly PrivateKind[], s: Look['w']['storyForm']): string[] {
  const counts = new Map<PrivateKind, number>()
  for (const kind of hidden) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, n]) => s.hiddenKind[kind](n))
}

// Slack keeps what was typed into a block that is still there after an update: a preview needs blocks of its own.
const blockId = (name: keyof typeof fields, { round = 0 }: StoryDraft): string =>
  round > 0 ? `${fields[name]}~${round}` : fields[name]

type TextName = 'words' | 'lesson' | 'customerName' | 'deeds' | 'thanks'

/** A text field with the label, placeholder and limit of its name. */
function textField(name: TextName, draft: StoryDraft, { w: { storyForm: s } }: Look): KnownBlock {
  const placeholder = s[`${name}Placeholder`]
  const size = name === 'customerName' ? 'one' : 'many'
  const input = textInput(draft.input?.[name], { max: storyLimits[name].max, lines: size, placeholder })
  return field(blockId(name, draft), s[name], input, { optional: name !== 'words' })
}

function mainFields(draft: StoryDraft, look: Look): KnownBlock[] {
  const { storyForm: s } = look.w
  const chosen = draft.input?.championIds ?? []
  const select = people(chosen, storyLimits.championIds.max, s.championsPlaceholder)
  return [
    field(blockId('championIds', draft), s.champions, select, { hint: s.championsHint }),
    textField('words', draft, look),
  ]
}

function lessonAndCustomer(draft: StoryDraft, look: Look): KnownBlock[] {
  const { storyForm: s } = look.w
  const kinds = customerKinds.map((value) => ({ value, text: s.customerKinds[value] }))
  const chosen: CustomerKind = draft.input?.customerKind ?? 'customer'
  return [
    textField('lesson', draft, look),
    field(blockId('customerKind', draft), s.customerKind, select(kinds, chosen), {
      hint: s.customerKindHint,
    }),
  ]
}

function photoFields(draft: StoryDraft, { w: { storyForm: s } }: Look): KnownBlock[] {
  const { input, editing, hidden } = draft
  if (editing || (hidden && !input?.photo)) return []
  const description = textInput(input?.photo?.description, { max: storyLimits.photoDescription.max })
  return [
    hidden
      ? context(`📷 ${s.photoComesAlong}`)
      : field(blockId('photo', draft), s.photo, images(), { optional: true }),
    field(blockId('photoDescription', draft), s.photoDescription, description, {
      optional: true,
      hint: s.photoDescriptionHint,
    }),
  ]
}

const moreFields = (draft: StoryDraft, look: Look): KnownBlock[] => [
  textField('customerName', draft, look),
  textField('deeds', draft, look),
  textField('thanks', draft, look),
]

const moreButton = ({ w }: Look): KnownBlock => row([button(w.storyForm.more, actions.storyMore, 'more')])

const retractPart = (storyId: string, { w: { storyForm: s } }: Look): KnownBlock[] => [
  context(s.retractHint),
  row([button(s.retract, actions.storyRetract, storyId, { style: 'danger' })]),
]
