import type { ModalView } from '@slack/types'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { lines, words } from './kit.ts'
import type { Look } from './look.ts'
import { messageModal } from './notice.ts'

/** For a host, or a teller, who is a champion of it: which of the two they mean. */
export function storyOwn(storyId: string, look: Look): ModalView {
  const { ownStory: s, story } = look.w
  const buttons = row([
    button(story.nameOff, actions.storyNameOff, storyId, { confirm: story.nameOffConfirm }),
    button(story.editOrRetract, actions.storyEdit, storyId),
  ])
  return messageModal({ text: s.explain, blocks: [...lines([words(s.explain)]), buttons] }, look)
}
