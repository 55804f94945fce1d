import type { KnownBlock, ModalView } from '@slack/types'
import { pagesOf } from '../domain/praise-words.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, context, lines, plain, quote, words } from './kit.ts'
import type { Look } from './look.ts'

/** A letter's texts as they were, and who read them before. */
export type LetterOriginal = {
  readonly storyId: string
  readonly texts: readonly { readonly field: string; readonly text: string; readonly keptAt: Instant }[]
  readonly readBefore: readonly { readonly name: string; readonly at: Instant }[]
}

/** In a form about a letter: the way to its original. */
export const originalPart = (storyId: string, { w: { letterOriginal: s } }: Look): KnownBlock =>
  row([button(s.read, actions.letterOriginal, storyId)])

/** More were not read even once; the latest count. */
const MOST = 20

/** For a host: what was masked in a letter, as it was. */
export function letterOriginal({ storyId, texts, readBefore }: LetterOriginal, look: Look): ModalView {
  const { letterOriginal: s } = look.w
  const read = readBefore.map(({ name, at }) => s.readBy(name, dayWithYear(at, look)))
  return {
    type: 'modal',
    title: plain(s.title, 24),
    close: plain(s.close, 24),
    blocks: [
      ...lines([words(s.explain)]),
      ...texts.slice(-MOST).flatMap((one) => passage(one, look)),
      context(read.length > 0 ? s.readBefore(read) : s.readByNobody),
      row([button(s.erase, actions.letterErase, storyId, { style: 'danger', confirm: s.eraseConfirm })]),
    ],
  }
}

function passage({ field, text, keptAt }: LetterOriginal['texts'][number], look: Look): KnownBlock[] {
  const { fields, keptOn } = look.w.letterOriginal
  const name = Object.entries(fields).find(([key]) => key === field)?.[1] ?? fields.words
  return [
    ...lines([bold(name), words(` ${keptOn(dayWithYear(keptAt, look))}`)]),
    ...pagesOf(text).flatMap(quote),
  ]
}

function dayWithYear(at: Instant, { w, zone }: Look): string {
  const on = dayOf(at, zone)
  return w.letter.dayOfYear(w.day(on), on.slice(0, 4))
}
