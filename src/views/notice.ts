import type { ModalView } from '@slack/types'
import { lines, plain, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

/** A sentence, said to one person. */
export const notice = (sentence: string): Message => ({
  text: spoken(sentence),
  blocks: lines([words(sentence)]),
})

/** A sentence where a form was expected, in place of it. */
export const noticeModal = (sentence: string, look: Look): ModalView => messageModal(notice(sentence), look)

/** A message where there is no channel to say it in: pressed on Home or in a form. */
export const messageModal = ({ blocks }: Message, { w }: Look): ModalView => ({
  type: 'modal',
  title: plain(w.notice.title, 24),
  close: plain(w.notice.close, 24),
  blocks,
})
