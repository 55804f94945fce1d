import type { KnownBlock } from '@slack/types'
import { digestRoom } from '../domain/digest.ts'
import type { DigestPreview, Named, ShownStory } from '../domain/shown.ts'
import { excerpt } from '../domain/text.ts'
import { button, type Choice, choices, type Options, row, searchSelect, withButton } from './controls.ts'
import { digestMessage } from './digest.ts'
import { shortNames } from './digest-parts.ts'
import { actions, blockAbout } from './ids.ts'
import { context, cut, divider, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

/** To a host, who reads it: the digest to come, and what can be chosen about it until it is out. */
export function digestPreview(preview: DigestPreview, readerId: string, look: Look): Message {
  const { w } = look
  const due = w.moment(preview.dueAt, preview.zone)
  return {
    text: spoken(state(preview, look) ?? w.digestPreview.spoken(due)),
    blocks: [
      ...lines([words(state(preview, look) ?? w.digestPreview.intro(due))]),
      ...controls(preview, readerId, look),
      divider(),
      ...digestMessage(preview, 'preview', look).blocks,
    ],
  }
}

/** To a leader, who reads it: a host asks for a note. */
export function digestAsk(
  preview: DigestPreview,
  readerId: string,
  { by, message }: { readonly by: Named; readonly message?: string },
  look: Look,
): Message {
  const { digestAsk: s } = look.w
  if (preview.issued) return { text: spoken(s.tooLate), blocks: [context(s.tooLate)] }
  const due = s.due(look.w.moment(preview.dueAt, preview.zone))
  return {
    text: spoken(s.intro(by.name), message, due),
    blocks: [
      ...lines([words(s.intro(cut(by.name, 80)))], message ? [words(`“${cut(message, 500)}”`)] : undefined, [
        words(due),
      ]),
      row([noteButton(preview, readerId, look)]),
      divider(),
      ...digestMessage(preview, 'preview', look).blocks,
    ],
  }
}

/** Who wrote a note already changes that one. */
function noteButton({ id, notes }: DigestPreview, readerId: string, { w: { digestPreview: s } }: Look) {
  const hasOne = notes.some(({ by }) => by.id === readerId)
  return button(hasOne ? s.changeNote : s.addNote, actions.digestNote, id, { style: 'primary' })
}

function state({ issued, skipped }: DigestPreview, { w }: Look): string | undefined {
  if (issued) return w.digestPreview.issued
  return skipped && w.digestPreview.skipped(cut(skipped.by.name, 80))
}

function controls(preview: DigestPreview, readerId: string, look: Look): KnownBlock[] {
  const { digestPreview: s } = look.w
  const { id, issued, skipped } = preview
  if (issued) return []
  if (skipped) return [row([button(s.unskip, actions.digestUnskip, id)])]
  return [
    row([
      noteButton(preview, readerId, look),
      button(s.askLeader, actions.digestAsk, id),
      button(s.skip, actions.digestSkip, id, { confirm: s.skipConfirm }),
    ]),
    ...storyControls(preview, look),
    ...leftOutParts(preview, look),
  ]
}

/** A select without anything to choose from would only be in the way. */
function storyControls({ id, lead, others }: DigestPreview, { w: { digestPreview: s } }: Look): KnownBlock[] {
  const choosable = [
    ...(others.length > 0 ? [searchSelect(actions.digestLead, s.lead)] : []),
    ...(lead || others.length > 0 ? [searchSelect(actions.digestLeaveOut, s.leaveOut)] : []),
  ]
  return choosable.length > 0 ? [row(choosable, blockAbout('stories', id))] : []
}

function leftOutParts({ id, leftOut }: DigestPreview, { w }: Look): KnownBlock[] {
  const s = w.digestPreview
  return leftOut
    .slice(0, digestRoom.leftOut)
    .map((story, index) =>
      withButton(
        s.leftOut(storyLabel(story, w)),
        button(s.putBack, actions.digestPutBack, story.id),
        blockAbout(`left-out-${index}`, id),
      ),
    )
}

type Choosable = Pick<ShownStory, 'id' | 'words' | 'champions'>
type Choices = { readonly lead?: Choosable; readonly others: readonly Choosable[] }

/** The stories that can lead instead, for what was typed into the select. */
export const leadOptions = ({ others }: Choices, query: string, look: Look): Options =>
  storyOptions(others, query, look)

/** The stories that can be left out, for what was typed into the select. */
export const leaveOutOptions = ({ lead, others }: Choices, query: string, look: Look): Options =>
  storyOptions(lead ? [lead, ...others] : others, query, look)

function storyOptions(stories: readonly Choosable[], query: string, { w }: Look): Options {
  const asked = query.trim().toLowerCase()
  const found = stories.filter((story) =>
    [story.words, ...story.champions.map(({ name }) => name)].some((text) =>
      text.toLowerCase().includes(asked),
    ),
  )
  return choices(found.map((story): Choice => ({ value: story.id, text: storyLabel(story, w) })))
}

const storyLabel = (story: Choosable, w: Look['w']): string =>
  excerpt(`${shortNames(story, w)}: ${story.words}`, 75)
