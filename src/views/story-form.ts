import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { customerKinds, type StoryInput, storyLimits } from '../domain/story.ts'
import { button, row, select } from './controls.ts'
import { field, images, modal, people, textInput } from './fields.ts'
import { answers, type Form, keep, kept, type SentView } from './form.ts'
import { actions, forms } from './ids.ts'
import { channel, context, fill, lines, words } from './kit.ts'
import type { Look } from './look.ts'

/** A story on its way. */
export type StoryDraft = {
  readonly input?: Partial<StoryInput>
  /** The optional fields are shown. They also are when one of them is filled in. */
  readonly more?: boolean
  readonly celebrationChannel?: string
  /** The id of the story that is being edited. */
  readonly editing?: string
}
/** What was sent: to be told, or rendered again with `more`. */
export type SentStory = StoryDraft & { readonly input: StoryInput; readonly more: boolean }

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
})

/** `/wow`: champions and what happened suffice. The same form edits, without the photo. */
export const storyForm: Form<SentStory, StoryDraft> = {
  id: forms.storyTell,
  fields,

  render(draft, look) {
    const more = showsMore(draft)
    const { celebrationChannel, editing } = draft
    return modal(
      forms.storyTell,
      titles(draft, look),
      [
        ...intro(draft, look),
        ...mainFields(draft, look),
        ...(editing ? [] : photoFields(draft, look)),
        ...(more ? moreFields(draft, look) : [moreButton(look)]),
        ...(editing ? retractPart(editing, look) : []),
      ],
      keep({ more, celebrationChannel, editing }),
    )
  },

  read(view) {
    const { more, celebrationChannel, editing } = kept(view, Metadata)
    return {
      input: readInput(view),
      more,
      ...(celebrationChannel && { celebrationChannel }),
      ...(editing && { editing }),
    }
  },
}

function readInput(view: SentView): StoryInput {
  const sent = answers(view)
  const fileId = sent.file(fields.photo)
  const description = sent.text(fields.photoDescription)
  return {
    championIds: sent.people(fields.championIds),
    words: sent.text(fields.words) ?? '',
    lesson: sent.text(fields.lesson),
    customerKind: customerKinds.find((kind) => kind === sent.option(fields.customerKind)),
    customerName: sent.text(fields.customerName),
    deeds: sent.text(fields.deeds),
    thanks: sent.text(fields.thanks),
    ...(fileId && { photo: { fileId, description } }),
  }
}

const showsMore = ({ more, input }: StoryDraft): boolean =>
  more === true || Boolean(input?.customerName || input?.deeds || input?.thanks)

function titles({ editing }: StoryDraft, { w: { storyForm: s } }: Look) {
  return editing ? { title: s.editTitle, submit: s.editSubmit, close: s.editClose } : s
}

function intro({ celebrationChannel, editing }: StoryDraft, { w: { storyForm: s } }: Look): KnownBlock[] {
  if (editing) return lines([words(s.editedIn)])
  return celebrationChannel
    ? lines(fill(s.appearsIn, [channel(celebrationChannel)]))
    : lines([words(s.appearsNowhere)])
}

function mainFields(draft: StoryDraft, look: Look): KnownBlock[] {
  const { storyForm: s } = look.w
  const chosen = draft.input?.championIds ?? []
  const champions = people(chosen, storyLimits.championIds.max, s.championsPlaceholder)
  const kinds = customerKinds.map((value) => ({ value, text: s.customerKinds[value] }))
  const kind = select(kinds, draft.input?.customerKind ?? 'customer')
  return [
    field(fields.championIds, s.champions, champions, { hint: s.championsHint }),
    textField('words', draft, look),
    textField('lesson', draft, look),
    field(fields.customerKind, s.customerKind, kind, { hint: s.customerKindHint }),
  ]
}

function textField(
  name: 'words' | 'lesson' | 'customerName' | 'deeds' | 'thanks',
  draft: StoryDraft,
  { w: { storyForm: s } }: Look,
): KnownBlock {
  const input = textInput(draft.input?.[name], {
    max: storyLimits[name].max,
    lines: name === 'customerName' ? 'one' : 'many',
    placeholder: s[`${name}Placeholder`],
  })
  return field(fields[name], s[name], input, { optional: name !== 'words' })
}

function photoFields({ input }: StoryDraft, { w: { storyForm: s } }: Look): KnownBlock[] {
  const description = textInput(input?.photo?.description, { max: storyLimits.photoDescription.max })
  return [
    field(fields.photo, s.photo, images(), { optional: true }),
    field(fields.photoDescription, s.photoDescription, description, {
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
