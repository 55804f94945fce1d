/**
 * How buttons and lists of the table are tried: as the platform would never have shown them to most of those who press them,
 * in forms that were kept for somebody else.
 */
import type { ModalView } from '@slack/types'
import { blockAbout, menuValue } from '../../src/views/ids.ts'
import { newPrize, prizeForm } from '../../src/views/prize-form.ts'
import { storyForm } from '../../src/views/story-form.ts'
import { storyPreview } from '../../src/views/story-preview.ts'
import type { Company } from './company.ts'
import { idOf } from './roles.ts'

/** A button's value, the block that it is in, and the form around it where that matters. */
export type Pressed = { readonly value?: string; readonly block?: string; readonly view?: object }
export type Typed = { readonly query: string; readonly block?: string }
export type Forge<T> = (company: Company) => T | Promise<T>

export const presses: Readonly<Record<string, Forge<Pressed>>> = {
  'story.tell': () => ({}),
  'home.tell': () => ({}),
  'story.more': ({ look }) => ({ view: storyForm.render({}, look) }),
  'story.cheer': ({ storyId }) => ({ value: storyId }),
  'story.uncheer': ({ storyId }) => ({ value: storyId }),
  'story.menu · tell': ({ storyId }) => ({ value: menuValue('tell', storyId) }),
  'story.menu · edit': ({ storyId }) => ({ value: menuValue('edit', storyId) }),
  'story.menu · name-off': ({ storyId }) => ({ value: menuValue('name-off', storyId) }),
  'story.menu · thank': ({ letterId }) => ({ value: menuValue('thank', letterId) }),
  'story.menu · voice': ({ storyId }) => ({ value: menuValue('voice', storyId) }),
  'story.nameOff': ({ storyId }) => ({ value: storyId }),
  'story.edit': ({ storyId }) => ({ value: storyId }),
  'story.retract': ({ storyId }) => ({ value: storyId }),
  'voice.add': ({ storyId }) => ({ value: storyId }),
  'voice.takeBack': ({ storyId }) => ({ value: storyId }),
  'letter.switch': ({ look }) => ({ view: storyForm.render({ input: { letter: {} } }, look) }),
  'letter.permission': ({ look }) => ({
    view: storyForm.render({ input: { letter: {} }, more: true }, look),
  }),
  'letter.lift': ({ draft, look }) => ({ view: storyPreview.render(draft, look) }),
  'letter.hide': ({ draft, look }) => ({ view: storyPreview.render(draft, look) }),
  'letter.original': ({ letterId }) => ({ value: letterId }),
  'letter.erase': ({ letterId }) => ({ value: letterId }),
  'letter.whole': ({ wholeId }) => ({ value: wholeId }),
  'whole.previous': ({ wholeId }) => ({ value: '0', view: keeping({ storyId: wholeId }) }),
  'whole.next': ({ wholeId }) => ({ value: '1', view: keeping({ storyId: wholeId }) }),
  'whole.previous · waiting': ({ praiseId }) => ({ value: '0', view: keeping({ praiseId }) }),
  'whole.next · waiting': ({ praiseId }) => ({ value: '1', view: keeping({ praiseId }) }),
  'capture.allow': ({ requestId }) => ({ value: requestId }),
  'capture.refuse': ({ requestId }) => ({ value: requestId }),
  'capture.share': ({ askId }) => ({ value: askId }),
  'capture.takeBack': ({ capturedId }) => ({ value: capturedId }),
  'digest.note': ({ digestId }) => ({ value: digestId }),
  'digest.ask': ({ digestId }) => ({ value: digestId }),
  'digest.lead': ({ digestId, storyId }) => ({ value: storyId, block: blockAbout('lead', digestId) }),
  'digest.leaveOut': ({ digestId, storyId }) => ({ value: storyId, block: blockAbout('out', digestId) }),
  'digest.putBack': ({ digestId, storyId }) => ({ value: storyId, block: blockAbout('back', digestId) }),
  'digest.skip': ({ digestId }) => ({ value: digestId }),
  'digest.unskip': ({ digestId }) => ({ value: digestId }),
  'board.period': () => ({ value: 'month:champions' }),
  'board.view': () => ({ value: 'month:champions' }),
  'home.board': () => ({}),
  'home.digest': () => ({}),
  'home.help': () => ({}),
  'prize.award': ({ storyId }) => ({ value: storyId }),
  'award.approve': ({ waitingId }) => ({ value: waitingId }),
  'award.decline': ({ waitingId }) => ({ value: waitingId }),
  'award.handOver': ({ openId }) => ({ value: openId }),
  'award.cancel': ({ openId }) => ({ value: openId }),
  'award.cancel · waiting': ({ waitingId }) => ({ value: waitingId }),
  'award.noted': ({ openId }) => ({ value: openId }),
  'praise.share': ({ praiseId }) => ({ value: praiseId }),
  'praise.dismiss': ({ praiseId }) => ({ value: praiseId }),
  'praise.whole': ({ praiseId }) => ({ value: praiseId }),
  'praises.open': () => ({}),
  'praises.previous': () => ({ value: '0' }),
  'praises.next': () => ({ value: '1' }),
  'praises.settings': () => ({}),
  'sources.open': () => ({}),
  'source.add': () => ({}),
  'source.rotate': () => ({ value: 'helpdesk' }),
  'source.revoke': () => ({ value: 'helpdesk' }),
  'source.reopen': () => ({ value: 'closed' }),
  'prizes.open': () => ({}),
  'prizes.todo': () => ({}),
  'prizes.export': () => ({}),
  'prizes.settings': () => ({}),
  'prize.add': () => ({}),
  'prize.menu · edit': ({ prize }) => ({ value: menuValue('edit', prize.id) }),
  'prize.menu · retire': ({ prize }) => ({ value: menuValue('retire', prize.id) }),
  'prize.edit': ({ prize }) => ({ value: prize.id }),
  'prize.retire': ({ prize }) => ({ value: prize.id }),
  'prize.bringBack': ({ retiredId }) => ({ value: retiredId }),
  'prize.kind': ({ look }) => ({ view: prizeForm.render(newPrize('GBP'), look) }),
  'budget.add': () => ({}),
  'budget.edit': () => ({ value: idOf('manager') }),
  'setup.open': () => ({}),
  'delivery.retry': () => ({ value: 'nothing-that-failed' }),
}

export const suggestions: Readonly<Record<string, Forge<Typed>>> = {
  'digest.lead': ({ digestId }) => ({ query: 'stayed', block: blockAbout('lead', digestId) }),
  'digest.leaveOut': ({ digestId }) => ({ query: 'stayed', block: blockAbout('out', digestId) }),
  'setup.managerGroup': () => ({ query: 'leads' }),
  'setup.zone': () => ({ query: 'London' }),
  'setup.currency': () => ({ query: 'GBP' }),
}

/** A form with nothing in it but what was kept in it. */
export const keeping = (kept: object): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Kept' },
  blocks: [],
  private_metadata: JSON.stringify(kept),
})
